"""What happens at the door: passwords, sessions, and a record of who came and went."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from vocational.accounts import audit, credentials, queries, sessions
from vocational.accounts.models import Account
from vocational.accounts.roles import Actor
from vocational.errors import NotAcceptable
from vocational.storage import writing


@dataclass(frozen=True)
class Entered:
    """Somebody whose password was right: the secret for her cookie, and what is still to be done."""

    token: str
    step: str


def sign_in(*, email: str, password: str, browser: str, now: datetime) -> Entered | None:
    """Begin a session; None when name and password do not fit, whatever the reason."""
    account = queries.account_named(email)
    if not _may_enter(account, password):
        return None
    with writing():
        token = sessions.start(account, step=sessions.SIGNED_IN, browser=browser, now=now)
        audit.record(_post(account), "session.start", f"account:{account.id}", None, None, now)
    return Entered(token, sessions.SIGNED_IN)


def sign_out(token: str, *, by: Actor, now: datetime) -> None:
    """End a session at once."""
    with writing():
        sessions.end(token)
        audit.record(by, "session.end", f"account:{by.account_id}", None, None, now)


def set_password(id: int, password: str, *, by: Actor, now: datetime) -> None:
    """Give an account a new password; all its sessions end at once. Raises NotAcceptable."""
    with writing():
        account = queries.account(id)
        if said := credentials.problems(password, account.email.partition("@")[0]):
            raise NotAcceptable([f"password: {one}" for one in said])
        account.password = credentials.hashed(password)
        account.fs_uniquifier = secrets.token_hex(32)
        sessions.end_all(id)
        audit.record(by, "account.password", f"account:{id}", None, None, now)


def _may_enter(account: Account | None, password: str) -> bool:
    # The password is looked at in any case: how long that takes must not tell who has an account.
    hash = account.password if account is not None and account.active else None
    return credentials.fits(password, hash)


def _post(account: Account) -> Actor:
    return Actor(account.id, account.post)
