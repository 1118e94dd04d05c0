"""Made-up units and posts to try every role with, marked «Mẫu», and how they are taken away again.

Other rooms add what these people write; all of it hangs on units or accounts that are `is_demo`.
"""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import delete, func, or_, select, update

from vocational.accounts import audit, audit_words, passwords, queries, service, units
from vocational.accounts.kinds import Role, UnitKind
from vocational.accounts.models import (
    Account,
    Assignment,
    AuditEntry,
    AuthSession,
    PasswordLink,
    SignInRefusal,
    Unit,
)
from vocational.accounts.roles import SERVER, Actor, require
from vocational.errors import NotAcceptable
from vocational.storage import db, writing

NINH_THUAN, BUON_HO = "cu-ninh-thuan", "cu-dak-lak-thi-xa-buon-ho"
UNITS = {
    "office": ("Mẫu – Cơ quan chủ trang", UnitKind.OFFICE, ""),
    "north": ("Mẫu – Phòng Văn hóa Xã hội Buôn Hồ", UnitKind.EDUCATION_OFFICE, BUON_HO),
    "school-1": ("Mẫu – THCS Một", UnitKind.SCHOOL, NINH_THUAN),
    "school-2": ("Mẫu – THCS Hai", UnitKind.SCHOOL, NINH_THUAN),
    "school-3": ("Mẫu – THCS Ba", UnitKind.SCHOOL, BUON_HO),
    "institution": ("Mẫu – Trường Trung cấp", UnitKind.INSTITUTION, NINH_THUAN),
    "commune": ("Mẫu – Xã", UnitKind.COMMUNE, NINH_THUAN),
    "agency": ("Mẫu – Đơn vị phối hợp", UnitKind.AGENCY, NINH_THUAN),
}
POSTS = {
    "quantri": ("Mẫu – Quản trị", Role.ADMINISTRATOR, "office"),
    "bientap": ("Mẫu – Biên tập viên", Role.EDITOR, "office"),
    "bientap.buonho": ("Mẫu – Biên tập viên Buôn Hồ", Role.EDITOR, "north"),
    "tuvan1": ("Mẫu – Giáo viên tư vấn, THCS Một", Role.COUNSELOR, "school-1"),
    "tuvan2": ("Mẫu – Giáo viên tư vấn, THCS Hai", Role.COUNSELOR, "school-2"),
    "tuvan3": ("Mẫu – Giáo viên tư vấn, THCS Ba", Role.COUNSELOR, "school-3"),
    "truongnghe": ("Mẫu – Cán bộ tuyển sinh", Role.INSTITUTION_OFFICER, "institution"),
    "baocao": ("Mẫu – Cán bộ báo cáo", Role.REPORTING_OFFICER, "commune"),
    "phoihop": ("Mẫu – Cán bộ phối hợp", Role.PARTNER, "agency"),
}
DOMAIN = "mau.invalid"
LOADED, REMOVED = "demo.load", "demo.remove"
READING = {"circular.open", "circular.download", "circular.export"}


@dataclass(frozen=True)
class Stage:
    """When made-up people act, and the folder that their files go to."""

    today: date
    now: datetime
    uploads: Path

    def actor(self, name: str) -> Actor:
        """Return a made-up post by the first part of its sign-in name."""
        return queries.actor(queries.account_named(f"{name}@{DOMAIN}"), self.today)


@dataclass(frozen=True)
class Loaded:
    """The password of all made-up posts, and their sign-in names."""

    password: str
    names: list[str]


def load(*, by: Actor, today: date, now: datetime) -> Loaded:
    """Add the made-up units and posts; raises NotAcceptable when they are there already."""
    require(by, "account.manage", None)
    if is_there():
        raise NotAcceptable(["Dữ liệu mẫu đã có, chưa nạp thêm gì. Muốn nạp lại: «flask demo remove» trước."])
    password = "-".join(secrets.token_hex(2) for _part in range(4))
    made = {
        key: units.add_unit(name=name, kind=kind, area=area, is_demo=True, by=by, now=now)
        for key, (name, kind, area) in UNITS.items()
    }
    names = []
    for name, (post, role, unit) in POSTS.items():
        row = service.add_account(post=post, email=f"{name}@{DOMAIN}", is_demo=True, by=by, now=now)
        service.assign(row.id, role=role, unit_id=made[unit].id, since=today, by=by, now=now)
        passwords.set_at_server(row.id, password, by=by, now=now)
        names.append(row.email)
    return Loaded(password, names)


def is_there() -> bool:
    """Return whether made-up units are there."""
    return db.session.scalar(select(Unit.id).where(Unit.is_demo).limit(1)) is not None


def unit_named(key: str) -> Unit:
    """Return a made-up unit by its key in UNITS."""
    return db.session.scalar(select(Unit).where(Unit.is_demo, Unit.name == UNITS[key][0]))


def unit_ids() -> set[int]:
    """Return the ids of the made-up units."""
    return set(db.session.scalars(select(Unit.id).where(Unit.is_demo)))


def account_ids() -> set[int]:
    """Return the ids of the made-up accounts."""
    return set(db.session.scalars(select(Account.id).where(Account.is_demo)))


def note_loaded(*, now: datetime) -> None:
    """Write down that all is loaded: what the audit tells after this, people did."""
    names = {"accounts": len(POSTS), "units": len(UNITS)}
    audit.record_alone(SERVER, LOADED, "demo", names, now)


def deeds_since_loading(things: Collection[str]) -> list[AuditEntry]:
    """Return what people changed with made-up accounts, or of some things, since all was loaded."""
    both = select(func.max(AuditEntry.id)).where(AuditEntry.verb.in_((LOADED, REMOVED)))
    last = db.session.get(AuditEntry, db.session.scalar(both) or 0)
    if last is None or last.verb == REMOVED:
        # Loading broke off half way, and nobody was told the password.
        return []
    mine = or_(AuditEntry.account_id.in_(account_ids()), AuditEntry.object.in_(things))
    deeds = select(AuditEntry).where(AuditEntry.id > last.id, mine)
    deeds = deeds.where(AuditEntry.verb.in_(audit_words.WORK - READING))
    return list(db.session.scalars(deeds.order_by(AuditEntry.id)))


def remove(*, by: Actor, now: datetime) -> int:
    """Take all made-up units and posts away; return how many accounts went. What they wrote must be gone."""
    require(by, "account.manage", None)
    mine = select(Account.id).where(Account.is_demo)
    theirs = select(Unit.id).where(Unit.is_demo)
    with writing():
        count = len(db.session.scalars(mine).all())
        for table in (AuthSession, PasswordLink, SignInRefusal, Assignment):
            db.session.execute(delete(table).where(table.account_id.in_(mine)))
        db.session.execute(delete(Assignment).where(Assignment.unit_id.in_(theirs)))
        db.session.execute(update(Unit).where(Unit.parent_id.in_(theirs)).values(parent_id=None))
        db.session.execute(delete(Account).where(Account.is_demo))
        db.session.execute(delete(Unit).where(Unit.is_demo))
        audit.record(by, REMOVED, "demo", {"accounts": count}, None, now)
    return count
