"""Reading who works where: those who may do one thing, by unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from vocational.accounts.models import Account, Assignment, AuditEntry
from vocational.accounts.roles import ROLES, VERBS
from vocational.storage import db


@dataclass(frozen=True)
class Person:
    """A post at a unit that signs in."""

    account_id: int
    post: str
    email: str


def people(verb: str, *, day: date) -> dict[int, list[Person]]:
    """Return by unit the posts that may do something there on a day and are not disabled."""
    VERBS[verb]
    able = [role.value for role, verbs in ROLES.items() if verb in verbs]
    live = (Assignment.since <= day) & (Assignment.until.is_(None) | (Assignment.until > day))
    query = select(Assignment.unit_id, Account.id, Account.post, Account.email).join(Assignment.account)
    query = query.where(live, Account.active, Assignment.role.in_(able)).distinct()
    found: dict[int, list[Person]] = {}
    for unit_id, *person in db.session.execute(query.order_by(Account.post, Account.id)):
        found.setdefault(unit_id, []).append(Person(*person))
    return found


def entries_of(thing: str, *, offset: int = 0, limit: int | None = None) -> list[AuditEntry]:
    """Return what was done to exactly one thing, newest first."""
    query = select(AuditEntry).where(AuditEntry.object == thing).order_by(AuditEntry.id.desc())
    return list(db.session.scalars(query.offset(offset).limit(limit)))


def entry_total(thing: str) -> int:
    """Return how many things were done to exactly one thing."""
    return db.session.scalar(select(func.count(AuditEntry.id)).where(AuditEntry.object == thing))


def entries_at(unit_ids: Iterable[int], verbs: Iterable[str], *, limit: int) -> list[AuditEntry]:
    """Return the last things of some kinds that were done at units, newest first.

    Only of posts that have worked nowhere else: what somebody does for another unit is no business of this.
    """
    units = set(unit_ids)
    here = select(Assignment.account_id).where(Assignment.unit_id.in_(units))
    elsewhere = select(Assignment.account_id).where(Assignment.unit_id.not_in(units))
    query = select(AuditEntry).where(
        AuditEntry.account_id.in_(here), AuditEntry.account_id.not_in(elsewhere), AuditEntry.verb.in_(verbs)
    )
    return list(db.session.scalars(query.order_by(AuditEntry.id.desc()).limit(limit)))
