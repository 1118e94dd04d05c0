"""A gentle limit on how often one address may ask for what costs work but is never cached as a page.

Nothing of an address is kept: only a number that cannot be turned back into it, for some seconds, in the
memory of the process. Pages are never limited: a school or a mobile network shares one address.
"""

from collections.abc import Callable
from functools import wraps
from ipaddress import IPv6Address, ip_address
from math import ceil
from threading import Lock
from time import monotonic

from flask import Flask, current_app, request
from werkzeug.exceptions import TooManyRequests

BURST_SECONDS = 3
SENDING = {"question": (20, 60), "report": (20, 60), "code": (2, 60)}
"""What somebody without an account may send from one address: once in so many seconds on the long run, and so
often at once: a whole class sits behind one address."""
MOST_ADDRESSES = 20_000


class Limit:
    """So many requests a second from one address on the long run, and three seconds' worth at once.

    `burst_seconds` is for how long one may save up. For each address one point in time is kept, at which all
    its requests would be served if they came at the allowed pace (the «generic cell rate algorithm»); once
    that has passed, the address is forgotten.
    """

    def __init__(self, per_second: float, burst_seconds: float = BURST_SECONDS):
        self.per_second, self.burst_seconds = per_second, burst_seconds
        self._served: dict[int, float] = {}
        self._forgets_at = 0.0
        self._lock = Lock()

    def wait(self, key: int, now: float) -> float:
        """Count a request and return 0; or, when it is one too many, the seconds until one is allowed."""
        if not self.per_second:
            return 0
        with self._lock:
            served = max(self._served.get(key, now), now) + 1 / self.per_second
            ahead = served - now - self.burst_seconds
            if ahead > 1e-6:
                return ahead
            self._forget(now)
            self._served[key] = served
            return 0

    def _forget(self, now):
        """Drop now and then who may ask freely again; when too many are left, everybody."""
        if now < self._forgets_at and len(self._served) < MOST_ADDRESSES:
            return
        self._forgets_at = now + BURST_SECONDS
        self._served = {key: served for key, served in self._served.items() if served > now}
        if len(self._served) > MOST_ADDRESSES / 2:
            self._served.clear()


def init(app: Flask) -> None:
    """Give the site its limit, `REQUESTS_PER_SECOND` in the settings; 0 is none."""
    app.extensions["limit"] = Limit(app.config["REQUESTS_PER_SECOND"])
    slow = SENDING if app.config["REQUESTS_PER_SECOND"] else {}
    app.extensions["sending"] = {
        name: Limit(1 / every, every * at_once) for name, (every, at_once) in slow.items()
    }


def limited(view: Callable) -> Callable:
    """Let a view answer one address only so often; beyond that 429 says when to come back."""

    @wraps(view)
    def within_limit(*args, **values):
        wait = current_app.extensions["limit"].wait(_key(request.remote_addr), monotonic())
        if wait:
            raise TooManyRequests(retry_after=ceil(wait))
        return view(*args, **values)

    return within_limit


def turn(name: str) -> int:
    """Count something sent and return 0; or, when it is one too many, the seconds until it is taken."""
    limit = current_app.extensions["sending"].get(name)
    return ceil(limit.wait(_key(request.remote_addr), monotonic())) if limit else 0


def _key(address: str | None) -> int:
    """Return a number for an address that differs in each process."""
    return hash(household(address))


def household(address: str | None) -> str:
    """Return what stands for all addresses of one household, which has 2⁶⁴ of the newer kind."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return ""
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or f"{int(found) >> 64:x}::")
    return str(found)
