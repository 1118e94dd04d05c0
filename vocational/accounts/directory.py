"""Lists for administrators: accounts and units, narrowed and cut into pages."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import selectinload

from vocational.accounts.models import Account, Assignment, Unit
from vocational.storage import db

ACTIVE, DISABLED, IDLE, NEW = "dang-dung", "da-khoa", "khong-viec", "chua-dat"
STATES = {
    ACTIVE: "Đang dùng",
    NEW: "Chưa đặt mật khẩu",
    IDLE: "Chưa được giao việc",
    DISABLED: "Đã khóa",
}


@dataclass(frozen=True)
class AskedAccounts:
    """Which accounts a list is about; an empty part means all."""

    words: str = ""
    role: str = ""
    state: str = ""
    day: date = date.min


def account_total(asked: AskedAccounts) -> int:
    """Return how many accounts match."""
    return db.session.scalar(_accounts(asked, select(func.count()).select_from(Account)))


def accounts(asked: AskedAccounts, *, offset: int, limit: int) -> list[Account]:
    """Return the accounts that match, by post, with what they were given."""
    parts = selectinload(Account.assignments).joinedload(Assignment.unit)
    query = _accounts(asked, select(Account)).options(parts).order_by(Account.post, Account.id)
    return list(db.session.scalars(query.offset(offset).limit(limit)))


def accounts_of(unit_id: int) -> list[Assignment]:
    """Return who has or had a role at a unit, present ones first."""
    query = select(Assignment).where(Assignment.unit_id == unit_id).options(selectinload(Assignment.account))
    order = (Assignment.until.is_not(None), Assignment.since.desc(), Assignment.id)
    return list(db.session.scalars(query.order_by(*order)))


@dataclass(frozen=True)
class AskedUnits:
    """Which units a list is about; an empty part means all."""

    words: str = ""
    kind: str = ""
    area: str = ""


def unit_total(asked: AskedUnits) -> int:
    """Return how many units match."""
    return db.session.scalar(_units(asked, select(func.count()).select_from(Unit)))


def units(asked: AskedUnits, *, offset: int, limit: int) -> list[Unit]:
    """Return the units that match, by kind and name."""
    query = _units(asked, select(Unit)).order_by(Unit.kind, Unit.name, Unit.id)
    return list(db.session.scalars(query.offset(offset).limit(limit)))


def _accounts(asked: AskedAccounts, query: Select) -> Select:
    live = (Assignment.since <= asked.day) & (Assignment.until.is_(None) | (Assignment.until > asked.day))
    busy = Account.assignments.any(live)
    states = {
        ACTIVE: Account.active & Account.password.is_not(None) & busy,
        NEW: Account.active & Account.password.is_(None),
        IDLE: Account.active & ~busy,
        DISABLED: ~Account.active,
    }
    if asked.words:
        fields = (Account.post, Account.email, Account.holder)
        at = Account.assignments.any(Assignment.unit.has(Unit.name.icontains(asked.words, autoescape=True)))
        query = query.where(or_(at, *(one.icontains(asked.words, autoescape=True) for one in fields)))
    if asked.role:
        query = query.where(Account.assignments.any(live & (Assignment.role == asked.role)))
    return query.where(states[asked.state]) if asked.state in states else query


def _units(asked: AskedUnits, query: Select) -> Select:
    if asked.words:
        query = query.where(Unit.name.icontains(asked.words, autoescape=True))
    if asked.kind:
        query = query.where(Unit.kind == asked.kind)
    return query.where(Unit.area == asked.area) if asked.area else query
