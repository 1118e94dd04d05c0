"""Adding and changing units, one at a time or all that the content knows."""

from datetime import datetime

from sqlalchemy import select

from vocational.accounts import audit, queries, sessions
from vocational.accounts.kinds import UnitKind
from vocational.accounts.models import Account, Assignment, Unit
from vocational.accounts.roles import CENTRAL, Actor, require
from vocational.catalogue import queries as catalogue
from vocational.errors import NotAcceptable
from vocational.guides import queries as guides
from vocational.partners import queries as partners
from vocational.places import queries as places
from vocational.storage import db, writing

TOLD = ("name", "kind", "area", "needs_approval", "needs_second_step", "since", "until")
KEYS = {"institution": UnitKind.INSTITUTION, "secondary_school": UnitKind.SCHOOL, "commune": UnitKind.COMMUNE}


def add_unit(
    *,
    name: str,
    kind: UnitKind,
    area: str = "",
    by: Actor,
    now: datetime,
    is_demo: bool = False,
    **more,
) -> Unit:
    """Add a unit; `more` are further columns. Raises NotAcceptable."""
    require(by, "unit.manage", None)
    with writing():
        _refuse(0, name, kind, area)
        row = Unit(name=name.strip(), kind=kind.value, area=area, is_demo=is_demo, **more)
        db.session.add(row)
        db.session.flush()
        audit.record(by, "unit.add", f"unit:{row.id}", None, _told(row), now)
    return row


def change_unit(id: int, *, name: str, kind: UnitKind, area: str, by: Actor, now: datetime, **more) -> Unit:
    """Change a unit or its settings; `more` are further columns. Raises NotFound and NotAcceptable.

    When it now asks for a second step, whoever has none is signed out. What a unit is cannot change while
    somebody has a role there, for the role belongs to the kind.
    """
    require(by, "unit.manage", None)
    with writing():
        row = queries.unit(id)
        _refuse(id, name, kind, area)
        if kind != row.kind and db.session.scalar(select(Assignment.id).where(Assignment.unit_id == id)):
            raise NotAcceptable(["kind: Đơn vị đã có người làm việc; hãy thêm đơn vị mới thay vì đổi loại."])
        before = _told(row)
        row.name, row.kind, row.area = name.strip(), kind.value, area
        for column, value in more.items():
            setattr(row, column, value)
        told = audit.changes(before, _told(row))
        if any(told):
            audit.record(by, "unit.change", f"unit:{id}", *told, now)
        if row.needs_second_step and not before["needs_second_step"]:
            _end_sessions_of(id)
    return row


def add_known(*, by: Actor, now: datetime) -> int:
    """Add the units of the content's areas that are not there yet; return how many were added."""
    require(by, "unit.manage", None)
    with writing():
        there = {
            (key, value)
            for key in KEYS
            for value in db.session.scalars(select(getattr(Unit, key)).where(getattr(Unit, key).is_not(None)))
        }
        new = [Unit(**one) for one in _known() if not {(key, one.get(key)) for key in KEYS} & there]
        db.session.add_all(new)
        db.session.flush()
        if new:
            names = {"count": len(new), "names": [row.name for row in new]}
            audit.record(by, "unit.load", "units", None, names, now)
    return len(new)


def _known():
    """Yield the schools, institutions and communes of the areas that the office serves."""
    areas = [one["area"] for one in guides.site().areas]
    by_id = places.areas_by_id()
    rows = catalogue.institutions_for_search()
    lies_in = catalogue.areas_of([row.slug for row in rows])
    for row in rows:
        area = next((one for one in areas if one in lies_in.get(row.slug, ())), None)
        if area:
            yield _row(row.name, UnitKind.INSTITUTION, area, institution=row.slug)
    for _province, schools in partners.secondary_schools():
        for school in schools:
            area = _first_around(school.former_unit, areas, by_id)
            yield _row(school.name, UnitKind.SCHOOL, area, secondary_school=school.id)
    for area in areas:
        for code in sorted(by_id[area].communes) if area in by_id else ():
            yield _row(by_id[code].name, UnitKind.COMMUNE, area, commune=code)


def _first_around(unit: str, areas: list[str], by_id: dict) -> str:
    around = {unit, *(by_id[unit].within if unit in by_id else ())}
    return next((area for area in areas if area in around), "")


def _row(name, kind, area, **key):
    return {"name": name, "kind": kind.value, "area": area} | key


def _refuse(id, name, kind, area):
    said = []
    if not area and kind not in CENTRAL:
        said.append("area: Hãy chọn địa bàn của đơn vị.")
    same = select(Unit.id).where(Unit.name == name.strip(), Unit.kind == kind.value, Unit.area == area)
    if db.session.scalar(same.where(Unit.id != id)):
        said.append("name: Đã có đơn vị cùng tên, cùng loại ở địa bàn này.")
    if said:
        raise NotAcceptable(said)


def _end_sessions_of(unit_id):
    here = select(Account).where(Account.assignments.any(Assignment.unit_id == unit_id))
    for account in db.session.scalars(here):
        if not account.has_second_step:
            sessions.end_all(account.id)


def _told(row: Unit) -> dict:
    keys = {key: value for key in KEYS if (value := getattr(row, key))}
    return {name: getattr(row, name) for name in TOLD} | keys
