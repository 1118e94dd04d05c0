"""Made-up units and posts to try every role with, marked «Mẫu», and how they are taken away again.

Other rooms add what these people write; all of it hangs on units or accounts that are `is_demo`.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select

from vocational.accounts import audit, passwords, queries, service, units
from vocational.accounts.kinds import Role, UnitKind
from vocational.accounts.models import Account, Assignment, AuthSession, PasswordLink, Unit
from vocational.accounts.roles import Actor, require
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


@dataclass(frozen=True)
class Loaded:
    """The password of all made-up posts, and their sign-in names."""

    password: str
    names: list[str]


def load(*, by: Actor, today: date, now: datetime) -> Loaded:
    """Add the made-up units and posts; raises NotAcceptable when they are there already."""
    require(by, "account.manage", None)
    if is_there():
        raise NotAcceptable(["Dữ liệu mẫu đã có; xóa bằng «flask demo remove»."])
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


def actor_of(name: str, *, day: date) -> Actor:
    """Return a made-up post by the first part of its sign-in name, for rooms that let it write."""
    return queries.actor(queries.account_named(f"{name}@{DOMAIN}"), day)


def remove(*, by: Actor, now: datetime) -> int:
    """Take all made-up units and posts away; return how many accounts went. What they wrote must be gone."""
    require(by, "account.manage", None)
    mine = select(Account.id).where(Account.is_demo)
    theirs = select(Unit.id).where(Unit.is_demo)
    with writing():
        count = len(db.session.scalars(mine).all())
        for table in (AuthSession, PasswordLink, Assignment):
            db.session.execute(delete(table).where(table.account_id.in_(mine)))
        db.session.execute(delete(Assignment).where(Assignment.unit_id.in_(theirs)))
        db.session.execute(delete(Account).where(Account.is_demo))
        db.session.execute(delete(Unit).where(Unit.is_demo))
        audit.record(by, "demo.remove", "demo", {"accounts": count}, None, now)
    return count
