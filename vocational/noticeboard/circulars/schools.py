"""The schools that a notice can be sent to, with the areas, present and former, that they lie in."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vocational.accounts import queries as accounts
from vocational.accounts import roles, staffing
from vocational.accounts.kinds import UnitKind
from vocational.accounts.roles import Actor
from vocational.catalogue import queries as catalogue
from vocational.partners import queries as partners
from vocational.places import queries as places
from vocational.vietnamese import sort_text

ADDRESSED = (UnitKind.SCHOOL, UnitKind.INSTITUTION, UnitKind.COMMUNE)
UNKNOWN_LEVEL = "Trường phổ thông, chưa rõ cấp"
CONFIRM = "circular.confirm"
EVERYWHERE = "tat-ca"
"""Stands for all areas."""


@dataclass(frozen=True)
class School:
    """One that can be sent a notice. `key` is «u» and the id of its unit, or «s:» and its key in the list.

    `areas` are the ids of all areas over it; `people` how many posts of it can confirm.
    """

    key: str
    name: str
    kind: str
    unit_id: int | None
    school: str | None
    areas: frozenset[str]
    place: str
    people: int
    sort_key: str


@dataclass(frozen=True)
class Choice:
    """Which schools a notice is for: in one of some areas and of one of some kinds, without those left out.

    No kinds means all kinds; no areas means none, so that nobody sends to everybody by accident.
    """

    areas: Collection[str] = ()
    kinds: Collection[str] = ()
    left_out: Collection[str] = ()

    def offered(self, schools: Iterable[School]) -> list[School]:
        """Return the schools of the areas and kinds, those left out among them."""
        return [one for one in schools if self._is_of_area(one) and self._is_of_kind(one)]

    def chosen(self, schools: Iterable[School]) -> list[School]:
        """Return the schools that it is for."""
        return [one for one in self.offered(schools) if one.key not in self.left_out]

    def _is_of_area(self, school: School) -> bool:
        return EVERYWHERE in self.areas or not school.areas.isdisjoint(self.areas)

    def _is_of_kind(self, school: School) -> bool:
        return not self.kinds or school.kind in self.kinds


def fingerprint(schools: Iterable[School]) -> str:
    """Return a mark of a list of schools, the same only as long as the list is."""
    return hashlib.sha256(" ".join(sorted(one.key for one in schools)).encode()).hexdigest()[:16]


def addressable(by: Actor, *, day: date) -> list[School]:
    """Return the schools that somebody may send to, units and the list's others, in Vietnamese order."""
    reach = roles.reach(by, "circular.send")
    listed = {row.id: row for _province, rows in partners.secondary_schools() for row in rows}
    units = accounts.units(reach, day=day, kinds=ADDRESSED)
    atlas, posts = _Atlas(), staffing.people(CONFIRM, day=day)
    institutions = catalogue.areas_of(unit.institution for unit in units if unit.institution)
    found = [_of_unit(unit, listed, institutions, atlas, posts) for unit in units]
    # A school of the list stands for itself only until it becomes a unit, in whosever reach that is.
    taken = {unit.secondary_school for unit in accounts.units(_ALL, day=day, kinds=ADDRESSED)}
    others = [_of_list(row, atlas) for row in listed.values() if row.id not in taken]
    found += [one for one in others if reach.everywhere or not one.areas.isdisjoint(reach.areas)]
    return sorted(found, key=lambda one: (one.sort_key, one.key))


def area_options(schools: Sequence[School]) -> list[tuple[str, str, int]]:
    """Return (id, name, schools) of the areas over schools: those of today, then former ones."""
    counts: dict[str, int] = {}
    for one in schools:
        for area in one.areas:
            counts[area] = counts.get(area, 0) + 1
    names = places.names(counts)
    shown = [(area, names.get(area, area), count) for area, count in counts.items()]
    return sorted(shown, key=lambda one: (one[0].startswith("cu-"), len(one[0]), -one[2], sort_text(one[1])))


def kind_options(schools: Sequence[School]) -> list[tuple[str, int]]:
    """Return (kind, schools), the most frequent first."""
    counts: dict[str, int] = {}
    for one in schools:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


_ALL = roles.Reach(everywhere=True, areas=frozenset(), unit_ids=frozenset())


class _Atlas:
    """All areas over a place, and their names."""

    def __init__(self):
        self._all = places.gazetteer()

    def over(self, ids: Iterable[str | None]) -> frozenset[str]:
        """Return some areas with everything above them, present and former."""
        found: set[str] = set()
        for id in ids:
            area = self._all.area(id or "")
            if area is not None:
                found |= {area.id, *area.within, *self._all.provinces_of(area)}
            elif id:
                found.add(id)
        return frozenset(found)

    def words(self, ids: Iterable[str | None]) -> str:
        """Return the names of areas, once each."""
        areas = [self._all.area(id or "") for id in ids]
        return ", ".join(dict.fromkeys(area.name for area in areas if area))


def _of_unit(unit, listed, institutions, atlas: _Atlas, posts) -> School:
    row = listed.get(unit.secondary_school or "")
    own = [row.commune, row.former_unit, row.province] if row else [unit.commune, unit.area]
    own += institutions.get(unit.institution or "", [])
    return School(
        key=f"u{unit.id}",
        name=unit.name,
        kind=_kind_of(row.level) if row else _kind_of_unit(unit.kind),
        unit_id=unit.id,
        school=unit.secondary_school,
        areas=atlas.over([*own, unit.area]),
        place=atlas.words(own[:2]),
        people=len(posts.get(unit.id, ())),
        sort_key=_order(unit.name),
    )


def _of_list(row, atlas: _Atlas) -> School:
    own = [row.commune, row.former_unit, row.province]
    return School(
        key=f"s:{row.id}",
        name=row.name,
        kind=_kind_of(row.level),
        unit_id=None,
        school=row.id,
        areas=atlas.over(own),
        place=atlas.words(own),
        people=0,
        sort_key=_order(row.name),
    )


@lru_cache(maxsize=4096)
def _order(name: str) -> str:
    # Worked out letter by letter, which takes a while for hundreds of long names.
    return sort_text(name)


def _kind_of(level: str) -> str:
    return level[:1].upper() + level[1:]


def _kind_of_unit(kind: str) -> str:
    return UNKNOWN_LEVEL if kind == UnitKind.SCHOOL else UnitKind(kind).label
