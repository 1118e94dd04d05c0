"""Signed-in browsers, kept at the server: ending one here ends it at once, whatever its cookie holds."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import joinedload

from vocational.accounts.models import Account, AuthSession
from vocational.storage import db, writing

SIGNED_IN, CODE, SETUP = "in", "code", "setup"
LONGEST = timedelta(hours=12)
IDLE = timedelta(hours=3)
STEP = timedelta(minutes=15)
# A session is not written to with every page.
NOTED_EVERY = timedelta(minutes=5)


def start(account: Account, *, step: str, browser: str, now: datetime) -> str:
    """Begin a session inside the caller's transaction, and return what its cookie is to hold."""
    token = secrets.token_urlsafe(32)
    db.session.add(
        AuthSession(
            key=key_of(token),
            account_id=account.id,
            step=step,
            started_at=now,
            seen_at=now,
            browser=browser[:100],
        )
    )
    db.session.execute(delete(AuthSession).where(AuthSession.started_at < now - LONGEST))
    return token


def found(token: str | None, *, now: datetime) -> AuthSession | None:
    """Return the living session that a cookie stands for, of an active account."""
    if not token:
        return None
    query = select(AuthSession).options(joinedload(AuthSession.account))
    row = db.session.scalar(query.where(AuthSession.key == key_of(token)))
    if row is None or not row.account.active:
        return None
    if row.step != SIGNED_IN:
        return row if now - row.started_at < STEP else None
    is_over = now - row.started_at >= LONGEST or now - row.seen_at >= IDLE
    return None if is_over else row


def of(account_id: int, *, now: datetime) -> list[AuthSession]:
    """Return the living sessions of an account, used last first."""
    living = (AuthSession.step == SIGNED_IN) & (AuthSession.started_at > now - LONGEST)
    mine = (AuthSession.account_id == account_id) & (AuthSession.seen_at > now - IDLE)
    return list(
        db.session.scalars(select(AuthSession).where(living, mine).order_by(AuthSession.seen_at.desc()))
    )


def note_seen(session: AuthSession, *, now: datetime) -> None:
    """Write down that a session is in use, every few minutes."""
    if now - session.seen_at >= NOTED_EVERY:
        with writing():
            seen = update(AuthSession).where(AuthSession.id == session.id)
            db.session.execute(seen.values(seen_at=now))


def end(token: str | None) -> None:
    """End one session inside the caller's transaction."""
    if token:
        db.session.execute(delete(AuthSession).where(AuthSession.key == key_of(token)))


def end_all(account_id: int) -> None:
    """End all sessions of an account inside the caller's transaction."""
    db.session.execute(delete(AuthSession).where(AuthSession.account_id == account_id))


def key_of(token: str) -> str:
    """Return what is kept of a secret that somebody else holds."""
    return hashlib.sha256(token.encode()).hexdigest()
