"""Reading accounts, units and the audit: who may do what on a day, the lists of administrators."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from vocational.accounts.kinds import Role, UnitKind
from vocational.accounts.models import Account, Assignment, AuditEntry, Unit
from vocational.accounts.roles import Actor, Held, Reach
from vocational.errors import NotFound
from vocational.storage import db

EVERYWHERE = Reach(True, frozenset(), frozenset())


def account(id: int) -> Account:
    """Return an account with its assignments and their units; raises NotFound."""
    parts = selectinload(Account.assignments).joinedload(Assignment.unit)
    found = db.session.get(Account, id, options=[parts])
    if found is None:
        raise NotFound(f"no account {id}")
    return found


def account_named(email: str) -> Account | None:
    """Return the account with a sign-in name, however it is written; None when there is none."""
    return db.session.scalar(select(Account).where(Account.email == name_of(email)))


def name_of(email: str) -> str:
    """Return a sign-in name as it is kept: without blanks around it, in small letters."""
    return email.strip().lower()


def actor(account: Account, day: date) -> Actor:
    """Return a post with what it may do on a day."""
    rows = db.session.scalars(
        select(Assignment).options(joinedload(Assignment.unit)).where(Assignment.account_id == account.id)
    )
    held = [
        Held(
            role=Role(row.role),
            unit_id=row.unit_id,
            area=row.unit.area,
            kind=UnitKind(row.unit.kind),
            second_step=row.unit.needs_second_step,
            unit=row.unit.name,
        )
        for row in rows
        if row.holds_on(day) and row.unit.exists_on(day)
    ]
    return Actor(account.id, account.post, tuple(held))


def unit(id: int) -> Unit:
    """Return a unit; raises NotFound."""
    found = db.session.get(Unit, id)
    if found is None:
        raise NotFound(f"no unit {id}")
    return found


def unit_of_institution(slug: str) -> Unit | None:
    """Return the unit that a vocational school is; None when nobody of it works here."""
    return db.session.scalar(select(Unit).where(Unit.institution == slug))


def account_total() -> int:
    """Return how many accounts there are."""
    return db.session.scalar(select(func.count()).select_from(Account))


def unit_total() -> int:
    """Return how many units there are."""
    return db.session.scalar(select(func.count()).select_from(Unit))


def unit_named(name: str, kinds: Sequence[UnitKind]) -> Unit | None:
    """Return the unit of one of some kinds with a name; None when there is none."""
    query = select(Unit).where(Unit.name == name.strip(), Unit.kind.in_([kind.value for kind in kinds]))
    return db.session.scalar(query.order_by(Unit.id).limit(1))


def units(reach: Reach, *, day: date, kinds: Sequence[UnitKind] = ()) -> list[Unit]:
    """Return the units within somebody's reach that exist on a day, by kind and name."""
    query = select(Unit).where(or_(Unit.until.is_(None), Unit.until > day)).order_by(Unit.kind, Unit.name)
    if kinds:
        query = query.where(Unit.kind.in_([kind.value for kind in kinds]))
    if not reach.everywhere:
        query = query.where(or_(Unit.id.in_(reach.unit_ids), Unit.area.in_(reach.areas)))
    return [row for row in db.session.scalars(query) if row.exists_on(day)]


def accounts_at(unit_id: int, role: Role, *, day: date) -> list[Account]:
    """Return the active accounts that have a role at a unit on a day."""
    live = (Assignment.since <= day) & (Assignment.until.is_(None) | (Assignment.until > day))
    has_it = live & (Assignment.unit_id == unit_id) & (Assignment.role == role.value)
    query = select(Account).where(Account.assignments.any(has_it), Account.active)
    return list(db.session.scalars(query.order_by(Account.post, Account.id)))


def assignment(id: int) -> Assignment:
    """Return an assignment with its unit; raises NotFound."""
    found = db.session.get(Assignment, id, options=[joinedload(Assignment.unit)])
    if found is None:
        raise NotFound(f"no assignment {id}")
    return found


def audit_total(asked: dict) -> int:
    """Return how many audit entries match."""
    return db.session.scalar(_audit(asked, select(func.count()).select_from(AuditEntry)))


def audit_verbs() -> list[str]:
    """Return every verb that stands in the audit."""
    return list(db.session.scalars(select(AuditEntry.verb).distinct()))


def audit_entries(asked: dict, *, offset: int = 0, limit: int | None = None) -> list[AuditEntry]:
    """Return the audit entries that match, newest first."""
    query = _audit(asked, select(AuditEntry)).order_by(AuditEntry.id.desc()).offset(offset).limit(limit)
    return list(db.session.scalars(query))


def _audit(asked: dict, query: Select) -> Select:
    """Narrow a query on the audit: `verb`, `object`, `post` (part of it), `since` and `until` as moments."""
    since: datetime | None = asked.get("since")
    if verb := asked.get("verb"):
        query = query.where(AuditEntry.verb == verb)
    if thing := asked.get("object"):
        query = query.where(AuditEntry.object.startswith(thing, autoescape=True))
    if post := asked.get("post"):
        query = query.where(AuditEntry.post.icontains(post, autoescape=True))
    if since:
        query = query.where(AuditEntry.at >= since)
    if until := asked.get("until"):
        query = query.where(AuditEntry.at < until)
    return query
