"""Changing accounts and assignments; each change leaves an audit entry in the same transaction."""

import secrets
from datetime import date, datetime

from vocational.accounts import audit, queries, sessions
from vocational.accounts.kinds import Role, UnitKind
from vocational.accounts.models import Account, Assignment, Unit
from vocational.accounts.roles import UNITS_OF, WITH_SECOND_STEP, Actor, require
from vocational.errors import NotAcceptable
from vocational.storage import db, writing

TAKEN = "email: Đã có tài khoản dùng tên đăng nhập này."


def add_account(
    *, post: str, email: str, holder: str = "", by: Actor, now: datetime, is_demo: bool = False
) -> Account:
    """Add an account for a post, which cannot sign in before a password is set; raises NotAcceptable."""
    require(by, "account.manage", None)
    with writing():
        row = _added(post, email, holder, by, now, is_demo)
    return row


def open_account(
    *,
    post: str,
    email: str,
    holder: str,
    role: Role,
    unit_id: int,
    since: date,
    until: date | None,
    by: Actor,
    now: datetime,
) -> Account:
    """Add an account together with its first role; neither without the other. Raises NotAcceptable."""
    require(by, "account.manage", None)
    with writing():
        row = _added(post, email, holder, by, now)
        _given(row, queries.unit(unit_id), role, since, until, by, now)
    return row


def change_account(id: int, *, post: str, email: str, holder: str, by: Actor, now: datetime) -> Account:
    """Change how an account is called and who has its post; raises NotFound and NotAcceptable."""
    require(by, "account.manage", None)
    with writing():
        row = queries.account(id)
        other = queries.account_named(email)
        if other is not None and other.id != id:
            raise NotAcceptable([TAKEN])
        before = _told(row)
        row.post, row.email, row.holder = post.strip(), queries.name_of(email), holder.strip()
        told = audit.changes(before, _told(row))
        if any(told):
            audit.record(by, "account.change", f"account:{id}", *told, now)
    return row


def set_active(id: int, *, active: bool, by: Actor, now: datetime) -> Account:
    """Disable an account, which ends its sessions at once, or let it sign in again; raises NotFound."""
    require(by, "account.manage", None)
    with writing():
        row = queries.account(id)
        if not active and id == by.account_id:
            raise NotAcceptable(["Không tự khóa tài khoản của mình được; nhờ một quản trị khác."])
        if row.active != active:
            row.active = active
            verb = "account.enable" if active else "account.disable"
            audit.record(by, verb, f"account:{id}", {"active": not active}, {"active": active}, now)
        if not active:
            sessions.end_all(id)
    return row


def assign(
    account_id: int,
    *,
    role: Role,
    unit_id: int,
    since: date,
    until: date | None = None,
    by: Actor,
    now: datetime,
) -> Assignment:
    """Give an account a role at a unit for a time; raises NotFound and NotAcceptable."""
    require(by, "account.manage", None)
    with writing():
        row = _given(queries.account(account_id), queries.unit(unit_id), role, since, until, by, now)
    return row


def end_assignment(id: int, *, on: date, by: Actor, now: datetime) -> Assignment:
    """Let an assignment hold until, not on, a day; the account's sessions end at once. Raises NotFound."""
    require(by, "account.manage", None)
    with writing():
        row = queries.assignment(id)
        if row.account_id == by.account_id and row.role == Role.ADMINISTRATOR:
            raise NotAcceptable(["Không tự thôi vai trò quản trị của mình được; nhờ một quản trị khác."])
        before = _told_assignment(row, row.unit)
        row.until = max(on, row.since)
        after = _told_assignment(row, row.unit)
        sessions.end_all(row.account_id)
        audit.record(by, "assignment.end", f"account:{row.account_id}", *audit.changes(before, after), now)
    return row


def _added(post, email, holder, by, now, is_demo=False) -> Account:
    if queries.account_named(email):
        raise NotAcceptable([TAKEN])
    row = Account(
        post=post.strip(),
        holder=holder.strip(),
        email=queries.name_of(email),
        fs_uniquifier=secrets.token_hex(32),
        created_at=now,
        is_demo=is_demo,
    )
    db.session.add(row)
    db.session.flush()
    audit.record(by, "account.add", f"account:{row.id}", None, _told(row), now)
    return row


def _given(account, unit, role, since, until, by, now) -> Assignment:
    _refuse_assignment(account, unit, role, since, until)
    row = Assignment(account_id=account.id, unit_id=unit.id, role=role.value, since=since, until=until)
    db.session.add(row)
    db.session.flush()
    db.session.expire(account, ["assignments"])
    if role in WITH_SECOND_STEP and not account.has_second_step:
        sessions.end_all(account.id)
    audit.record(by, "assignment.give", f"account:{account.id}", None, _told_assignment(row, unit), now)
    return row


def _refuse_assignment(account, unit, role, since, until):
    said = []
    if role not in UNITS_OF or UnitKind(unit.kind) not in UNITS_OF[role]:
        said.append(f"unit_id: Vai trò «{role.label}» không có ở loại đơn vị «{unit.kind_label}».")
    if until is not None and until <= since:
        said.append("last: Ngày kết thúc phải sau ngày bắt đầu.")
    for other in account.assignments:
        same = other.unit_id == unit.id and other.role == role.value
        if same and (other.until is None or since < other.until) and (until is None or other.since < until):
            said.append("role: Tài khoản đã có vai trò này ở đơn vị này trong thời gian đó.")
    if said:
        raise NotAcceptable(said)


def _told(row: Account) -> dict:
    return {"post": row.post, "email": row.email, "holder": row.holder}


def _told_assignment(row: Assignment, unit: Unit) -> dict:
    return {"role": row.role, "unit": unit.id, "unit_name": unit.name, "since": row.since, "until": row.until}
