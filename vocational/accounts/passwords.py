"""Setting passwords: by a link that an administrator hands over, or by whoever knows the old one."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import joinedload

from vocational.accounts import audit, credentials, queries, refusals, sessions, throttle
from vocational.accounts.models import Account, PasswordLink
from vocational.accounts.roles import Actor, require
from vocational.accounts.throttle import Tries
from vocational.errors import NotAcceptable, NotFound
from vocational.storage import db, writing

VALID = timedelta(days=3)


def make_link(account_id: int, *, new_holder: bool = False, by: Actor, now: datetime) -> str:
    """Return the secret of a link by which a password is set once within three days; older links die.

    For a new holder of the post, the old password, sessions and second step end at once. Raises NotFound.
    """
    require(by, "account.manage", None)
    with writing():
        account = queries.account(account_id)
        if new_holder:
            account.password = None
            _drop_second_step(account)
            sessions.end_all(account_id)
        _kill_links(account_id, now)
        token = secrets.token_urlsafe(32)
        link = PasswordLink(key=sessions.key_of(token), account_id=account_id, made_at=now)
        link.expires_at = now + VALID
        db.session.add(link)
        after = {"new_holder": new_holder, "expires": link.expires_at}
        audit.record(by, "account.link", f"account:{account_id}", None, after, now)
    return token


def link(token: str, *, now: datetime) -> PasswordLink:
    """Return a link that can still be used, with its account; raises NotFound."""
    query = select(PasswordLink).options(joinedload(PasswordLink.account))
    row = db.session.scalar(query.where(PasswordLink.key == sessions.key_of(token)))
    if row is None or row.used_at or row.expires_at <= now or not row.account.active:
        raise NotFound("no such link")
    return row


def use_link(token: str, password: str, *, now: datetime) -> None:
    """Set a password by a link, which is used up; raises NotFound and NotAcceptable."""
    with writing():
        row = link(token, now=now)
        _set(row.account, password)
        row.used_at = now
        post = Actor(row.account_id, row.account.post)
        audit.record(post, "account.password", f"account:{row.account_id}", None, {"by": "link"}, now)


def change(old: str, new: str, *, by: Actor, now: datetime) -> None:
    """Change one's own password, knowing the old one; all one's sessions end. Raises NotAcceptable."""
    tries = _prove(old, "old", by, now)
    with writing():
        account = queries.account(by.account_id)
        _set(account, new)
        throttle.forget(tries)
        _kill_links(account.id, now)
        audit.record(by, "account.password", f"account:{account.id}", None, {"by": "old password"}, now)


def set_at_server(account_id: int, password: str, *, by: Actor, now: datetime) -> None:
    """Set somebody's password directly; for the command line and made-up data. Raises NotAcceptable."""
    require(by, "account.manage", None)
    with writing():
        _set(queries.account(account_id), password)
        audit.record(by, "account.password", f"account:{account_id}", None, {"by": "server"}, now)


def reset_second_step(account_id: int, *, by: Actor, now: datetime) -> None:
    """Forget somebody's app, for a lost phone; her sessions end, and the next sign-in sets up a new one."""
    require(by, "account.manage", None)
    with writing():
        _drop_second_step(queries.account(account_id))
        sessions.end_all(account_id)
        audit.record(by, "second-step.reset", f"account:{account_id}", None, None, now)


def renew_recovery_codes(password: str, *, by: Actor, now: datetime) -> list[str]:
    """Return new recovery codes in place of one's old ones; raises NotAcceptable."""
    tries = _prove(password, "password", by, now)
    with writing():
        account = queries.account(by.account_id)
        throttle.forget(tries)
        codes = credentials.new_recovery_codes(account)
        audit.record(by, "second-step.codes", f"account:{account.id}", None, None, now)
    return codes


def _prove(password: str, field: str, by: Actor, now: datetime) -> Tries:
    """Return the counted try of somebody signed in who knows her password; raises NotAcceptable.

    Guessing is slowed down and told in the audit as it is at the door: a session may be somebody else's.
    """
    tries = Tries(((f"own {by.account_id}", throttle.PAIR),))
    wait = throttle.try_once(tries, now=now)
    if wait or not credentials.fits(password, queries.account(by.account_id).password):
        refusals.count(by.account_id, step=refusals.PASSWORD, slowed=bool(wait), now=now)
        slowly = f"Thử quá nhiều lần. Hãy đợi {wait} giây rồi thử lại."
        raise NotAcceptable([f"{field}: {slowly if wait else 'Mật khẩu đang dùng chưa đúng.'}"])
    return tries


def _set(account: Account, password: str) -> None:
    if said := credentials.problems(password, account.email.partition("@")[0]):
        raise NotAcceptable([f"password: {one}" for one in said])
    account.password = credentials.hashed(password)
    account.fs_uniquifier = secrets.token_hex(32)
    sessions.end_all(account.id)


def _drop_second_step(account: Account) -> None:
    account.tf_totp_secret = account.tf_primary_method = account.mf_recovery_codes = None
    account.last_counter = None


def _kill_links(account_id: int, now: datetime) -> None:
    unused = (PasswordLink.account_id == account_id) & PasswordLink.used_at.is_(None)
    db.session.execute(update(PasswordLink).where(unused).values(used_at=now))
