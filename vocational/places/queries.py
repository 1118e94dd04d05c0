"""Reading places: every name a place has or had, and what lies in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select

from vocational.places.gazetteer import Gazetteer
from vocational.places.models import Commune, FormerUnit, Province, UnitLink
from vocational.places.naming import former_name
from vocational.storage import db


@dataclass(frozen=True)
class Area:
    """A place as filters and search name it: a present province or commune, or a former unit.

    `id` is the official code or «cu-…»; `within` are the ids of the areas that contain it.
    """

    id: str
    name: str
    kind: str
    within: tuple[str, ...] = ()
    communes: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_former(self) -> bool:
        """Whether the unit no longer exists."""
        return self.id.startswith("cu-")


def areas_by_id() -> dict[str, Area]:
    """Return all present and former units by id; former ones with the communes they went into."""
    provinces = {row.code: Area(row.code, f"{_short(row.kind)} {row.name}", "tinh") for row in _all(Province)}
    communes = {
        row.code: Area(row.code, row.full_name, row.kind, (row.province_code,), frozenset({row.code}))
        for row in _all(Commune)
    }
    return provinces | communes | _former_areas()


def gazetteer() -> Gazetteer:
    """Return all names of places with where they lie; reads every place, so keep it while content stays."""
    links = select(UnitLink.former_id, UnitLink.province_code).where(UnitLink.province_code.is_not(None))
    successors: dict[str, list[str]] = {}
    for former, province in db.session.execute(links):
        successors.setdefault(former, []).append(province)
    rows = select(Commune.code, Commune.latitude, Commune.longitude).where(Commune.latitude.is_not(None))
    centres = {code: (north, east) for code, north, east in db.session.execute(rows)}
    return Gazetteer(areas_by_id(), successors, centres)


def _former_areas() -> dict[str, Area]:
    units = {row.id: row for row in _all(FormerUnit)}
    into = _communes_of(units)
    return {
        unit.id: Area(
            unit.id,
            _former_name(unit),
            unit.kind,
            tuple(_above(unit, units)),
            frozenset(into[unit.id]),
        )
        for unit in units.values()
    }


def _communes_of(units: dict) -> dict[str, set[str]]:
    into: dict[str, set[str]] = {key: set() for key in units}
    for link in _all(UnitLink):
        if link.commune_code:
            unit = units[link.former_id]
            for key in (unit.id, *_above(unit, units)):
                into[key].add(link.commune_code)
    return into


def _above(unit: FormerUnit, units: dict) -> list[str]:
    above = []
    while unit.parent_id:
        above.append(unit.parent_id)
        unit = units[unit.parent_id]
    return above


def _former_name(unit: FormerUnit) -> str:
    return f"{former_name(unit)} (cũ)"


def _short(kind: str) -> str:
    return "thành phố" if kind.startswith("thành phố") else kind


def _all(table):
    return db.session.scalars(select(table))


def province_choices() -> list[tuple[str, str]]:
    """Return (area id, name) of provinces whose communes are known: of today, then of before the mergers."""
    known = select(Commune.province_code).distinct()
    present = db.session.scalars(
        select(Province).where(Province.code.in_(known)).order_by(Province.name)
    ).all()
    former = db.session.scalars(
        select(FormerUnit)
        .join(UnitLink, UnitLink.former_id == FormerUnit.id)
        .where(UnitLink.province_code.in_([province.code for province in present]))
        .order_by(FormerUnit.name)
    )
    names = [(province.code, f"{_short(province.kind)} {province.name}") for province in present]
    return names + [(unit.id, f"{unit.name} (trước 1/7/2025)") for unit in former]


def names(ids: Iterable[str]) -> dict[str, str]:
    """Return the names of the present and former units with these ids; others are left out."""
    wanted = set(ids)
    provinces = db.session.scalars(select(Province).where(Province.code.in_(wanted)))
    communes = db.session.scalars(select(Commune).where(Commune.code.in_(wanted)))
    former = db.session.scalars(select(FormerUnit).where(FormerUnit.id.in_(wanted)))
    return (
        {row.code: f"{_short(row.kind)} {row.name}" for row in provinces}
        | {row.code: row.full_name for row in communes}
        | {unit.id: _former_name(unit) for unit in former}
    )


def areas_around(area: str) -> set[str]:
    """Return the ids of the areas that hold a place: its province of today and all former units over it.

    A commune that took in parts of several former ones lies in all of them.
    """
    commune = db.session.get(Commune, area)
    into = select(UnitLink.former_id).where(UnitLink.commune_code == area)
    around = {commune.province_code, *db.session.scalars(into)} if commune else set()
    below = around | {area}
    # Province, district, commune: nothing stands higher than two steps up.
    for _step in range(2):
        rows = select(FormerUnit.parent_id).where(FormerUnit.id.in_(below), FormerUnit.parent_id.is_not(None))
        below = set(db.session.scalars(rows))
        around |= below
    return around
