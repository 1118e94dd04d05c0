"""How fast somebody may try at the door. Nobody is ever shut out: waiting grows to a minute and no further.

Tries are counted for name and address together, for the name from everywhere, and for the address. A browser
that has been let in before counts on its own: whoever tries a colleague's name makes her wait for nothing.
Keys are made by the caller and cannot be turned back into names or addresses.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import delete, select

from vocational.accounts.models import SignInFailure
from vocational.storage import db, writing

LONGEST_WAIT = 60
FORGOTTEN = timedelta(hours=1)
KNOWN_BROWSER, PAIR, NAME, ADDRESS = 10, 5, 20, 60
"""How many failures in a row cost nothing: of a known browser; of a name from an address; of either alone."""


@dataclass(frozen=True)
class Tries:
    """The counters that one try at the door moves, as (key, how many are free)."""

    counters: tuple[tuple[str, int], ...]

    @property
    def keys(self) -> list[str]:
        """The keys of the counters."""
        return [key for key, _free in self.counters]


def try_once(tries: Tries, *, now: datetime) -> int:
    """Count a try before it is looked at and return 0; or return the seconds to wait before the next."""
    with writing():
        rows = _rows(tries, now)
        wait = max((_wait(rows[key], free, now) for key, free in tries.counters if key in rows), default=0)
        if wait:
            return wait
        for key in tries.keys:
            row = rows.get(key) or SignInFailure(key=key, times=0)
            row.times, row.last_at = row.times + 1, now
            db.session.add(row)
    return 0


def forget(tries: Tries) -> None:
    """Forget the failures after somebody was let in, inside the caller's transaction."""
    db.session.execute(delete(SignInFailure).where(SignInFailure.key.in_(tries.keys)))


def _rows(tries, now):
    db.session.execute(delete(SignInFailure).where(SignInFailure.last_at < now - FORGOTTEN))
    found = db.session.scalars(select(SignInFailure).where(SignInFailure.key.in_(tries.keys)))
    return {row.key: row for row in found}


def _wait(row, free, now) -> int:
    # As many tries as are free cost nothing; then 1, 2, 4 … seconds must lie between two.
    if row.times < free:
        return 0
    pause = min(2 ** min(row.times - free, 10), LONGEST_WAIT)
    return max(0, ceil(pause - (now - row.last_at).total_seconds()))
