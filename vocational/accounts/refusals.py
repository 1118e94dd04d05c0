"""Tries at the door that did not get in: counted first, then written into the audit in bundles.

Whoever tries without end must not fill the audit: of each account there is at most one entry for each step
and hour. Names that nobody has share one count and are kept nowhere: people type passwords into that field.
Every try costs the same little writing, whoever is named: its time tells nothing.
"""

from datetime import datetime, timedelta

from sqlalchemy import select

from vocational.accounts import audit
from vocational.accounts.models import SignInRefusal
from vocational.accounts.roles import STRANGER
from vocational.storage import db, writing

PASSWORD, CODE = "mật khẩu", "mã"
WINDOW = timedelta(hours=1)
UNKNOWN = 0


def count(account_id: int, *, step: str, slowed: bool, now: datetime) -> None:
    """Count a try that failed, or with `slowed` one that came too soon and was not looked at."""
    with writing():
        _tell_due(now)
        row = db.session.get(SignInRefusal, (account_id, step), populate_existing=True)
        if row is None:
            row = SignInRefusal(account_id=account_id, step=step, failed=0, slowed=0, first_at=now)
            db.session.add(row)
        row.last_at = now
        if slowed:
            row.slowed += 1
        else:
            row.failed += 1


def tell_of(account_id: int, *, now: datetime) -> None:
    """Write down what was counted for an account that gets in now, inside the caller's transaction."""
    _tell(SignInRefusal.account_id == account_id, now)


def tell_all(*, now: datetime) -> None:
    """Write down all that was counted, for whoever reads the audit."""
    if db.session.scalar(select(SignInRefusal.account_id).limit(1)) is not None:
        with writing():
            _tell(True, now)


def tell_due(*, now: datetime) -> None:
    """Write down what was counted for an hour."""
    if db.session.scalar(select(SignInRefusal.account_id).where(_is_due(now)).limit(1)) is not None:
        with writing():
            _tell_due(now)


def _is_due(now):
    return SignInRefusal.first_at <= now - WINDOW


def _tell_due(now):
    _tell(_is_due(now), now)


def _tell(which, now):
    for row in db.session.scalars(select(SignInRefusal).where(which).order_by(SignInRefusal.first_at)):
        told = {"step": row.step, "failed": row.failed, "slowed": row.slowed}
        told |= {"first_at": row.first_at, "last_at": row.last_at}
        whose = "account" if row.account_id == UNKNOWN else f"account:{row.account_id}"
        audit.record(STRANGER, "session.refuse", whose, None, told, now)
        db.session.delete(row)
    db.session.flush()
