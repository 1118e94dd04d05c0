"""Browsers that somebody was let in with before: they keep a cookie that says of which accounts.

It opens nothing: it only sets this browser apart from strangers who try the same name.
"""

import secrets

from flask import Response, current_app, request, url_for
from itsdangerous import BadSignature, URLSafeSerializer

from vocational.accounts import throttle
from vocational.accounts.throttle import Tries
from vocational.web import identity
from vocational.web.limits import household

COOKIE = "trinh_duyet"
KEPT_SECONDS = 180 * 24 * 3600
MOST_ACCOUNTS = 5


def tries(name: str, account_id: int | None) -> Tries:
    """Return the counters of a try at a name, by what the browser and its address are."""
    held = _held()
    if account_id is not None and account_id in held.get("accounts", ()):
        return Tries(((identity.keyed(f"browser {held['id']} {name}"), throttle.KNOWN_BROWSER),))
    address = household(request.remote_addr)
    counters = (
        (f"pair {name} {address}", throttle.PAIR),
        (f"name {name}", throttle.NAME),
        (f"address {address}", throttle.ADDRESS),
    )
    return Tries(tuple((identity.keyed(text), free) for text, free in counters))


def remember(response: Response, account_id: int) -> Response:
    """Let a browser say later that it was let in for an account."""
    held = _held()
    others = [id for id in held.get("accounts", []) if id != account_id]
    value = {"id": held.get("id") or secrets.token_hex(8), "accounts": [account_id, *others][:MOST_ACCOUNTS]}
    response.set_cookie(
        COOKIE,
        _serializer().dumps(value),
        max_age=KEPT_SECONDS,
        path=url_for("accounts.sign_in"),
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )
    return response


def _held() -> dict:
    try:
        value = _serializer().loads(request.cookies.get(COOKIE, ""))
    except BadSignature:
        return {}
    return value if isinstance(value, dict) else {}


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key, salt="known browsers")
