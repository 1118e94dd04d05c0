"""Finding a place by what people call it, and telling in words how far others are from it.

Distances are great circles between the centres of communes, so they are only rough: they are rounded, and
whoever shows them says so. A place that is known less exactly counts as far as the farthest commune of it.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from vocational.vietnamese import fold, sort_key

EARTH_KM = 6371.0
LEVELS = {"tinh": 0, "huyen": 1}
COMMUNE = 2
KIND_WORDS = ("thanh pho", "thi xa", "thi tran", "dac khu", "tinh", "huyen", "quan", "phuong", "xa", "tp")
ISLANDS = "đặc khu"
ELSEWHERE = "tỉnh khác"

Point = tuple[float, float]


@dataclass(frozen=True)
class Surroundings:
    """How far all areas are from one place: `steps` leads from an area's id to its place in `words`.

    The nearest comes first; areas of which the same can be said share a step.
    """

    origin: str
    steps: Mapping[str, int]
    words: tuple[str, ...]

    def told(self, step: float | None) -> str:
        """Return the distance of a step in words; nothing for None."""
        return "" if step is None else self.words[int(step)]


class Gazetteer:
    """All present and former areas by name.

    `areas` are `queries.Area` by id, `successors` the present provinces of former ones, `centres` latitude
    and longitude by commune.
    """

    def __init__(self, areas: Mapping, successors: Mapping[str, list[str]], centres: Mapping[str, Point]):
        self._areas, self._successors, self._centres = areas, successors, centres
        self._names: dict[str, list] = {}
        for area in areas.values():
            for name in {_key(area.name), _bare(_key(area.name))}:
                self._names.setdefault(name, []).append(area)
        self._districts: dict[str, list[str]] = {}
        self._inside: dict[str, list] = {}
        for area in areas.values():
            for commune in area.communes if area.kind == "huyen" else ():
                self._districts.setdefault(commune, []).append(area.id)
            for wider in area.within:
                self._inside.setdefault(wider, []).append(area)

    def named(self, name: str):
        """Return the area that people mean by a name, with or without its kind; None when none is known.

        The widest is meant, one of today before a former one; a name that several such share says nothing.
        """
        return self.widest(self._names.get(_key(name)) or self._names.get(_bare(_key(name)), []))

    def widest(self, areas: Sequence):
        """Return the widest of areas that bear one name; None when no single one is."""
        best = min(map(_rank, areas), default=None)
        fitting = [area for area in areas if _rank(area) == best]
        return fitting[0] if len(fitting) == 1 else None

    def area(self, id: str):
        """Return the area with an id; None when there is none."""
        return self._areas.get(id)

    def today_of(self, area) -> list:
        """Return the present areas that a former one went into, those that kept its name first."""
        if not area.is_former:
            return []
        ids = self._successors.get(area.id, ()) if area.kind == "tinh" else area.communes
        name = _bare(_key(area.name))
        own = (self._areas[id] for id in ids if id in self._areas)
        return sorted(own, key=lambda one: (_bare(_key(one.name)) != name, sort_key(one.name)))

    @cached_property
    def starting_points(self) -> list[tuple[str, str]]:
        """Return (id, name) of the places that one may live in: former districts, then communes of today."""
        known = [area for area in self._areas.values() if area.communes & self._centres.keys()]
        districts = [area for area in known if area.kind == "huyen"]
        communes = [area for area in known if _level(area) == COMMUNE and not area.is_former]
        return [(area.id, area.name) for group in (districts, communes) for area in _in_order(group)]

    def around(self, id: str) -> Surroundings:
        """Return how far every area is from the one with this id; raises KeyError."""
        origin = self._areas[id]
        view = _View(self, origin)
        seen = {area.id: view.of(area) for area in self._areas.values()}
        order = sorted(set(seen.values()))
        places = {step: place for place, step in enumerate(order)}
        steps = {key: places[step] for key, step in seen.items()}
        return Surroundings(origin.name, steps, tuple(words for _km, words in order))

    def communes_of(self, area) -> frozenset[str]:
        """Return the present communes of an area, as far as they are known, without islands far off."""
        if area.kind == "tinh" and not area.is_former:
            inside = self._inside.get(area.id, ())
            return frozenset(one.id for one in inside if one.kind != ISLANDS)
        return area.communes

    def provinces_of(self, area) -> set[str]:
        """Return the ids of the present provinces that an area lies in."""
        if not area.is_former:
            return {area.id} if area.kind == "tinh" else set(area.within)
        chain = (area.id, *area.within)
        of_communes = {id for code in area.communes for id in self._areas[code].within}
        return of_communes or {code for key in chain for code in self._successors.get(key, ())}

    def districts_of(self, communes: Iterable[str]) -> set[str]:
        """Return the ids of the former districts that communes have parts of."""
        return {id for code in communes for id in self._districts.get(code, ())}

    def points(self, communes: Iterable[str]) -> list[Point]:
        """Return the centres of communes, as far as they are known."""
        return [self._centres[code] for code in communes if code in self._centres]


class _View:
    """What can be said of other areas as seen from one."""

    def __init__(self, gazetteer: Gazetteer, origin):
        self._all, self._origin = gazetteer, origin
        self._communes = gazetteer.communes_of(origin)
        self._provinces = gazetteer.provinces_of(origin)
        self._districts = gazetteer.districts_of(self._communes) if _level(origin) == COMMUNE else set()
        self._centre = _middle(gazetteer.points(self._communes))

    def of(self, area) -> tuple[float, str]:
        """Return (kilometres to sort by, words)."""
        communes, near = self._all.communes_of(area), self._all.provinces_of(area) & self._provinces
        if area.id == self._origin.id or (communes and communes <= self._communes):
            return 0.0, f"tại {self._origin.name}"
        points = self._all.points(communes)
        if self._origin.kind == "tinh" or not points or not self._centre:
            return (1000.0, "cùng tỉnh") if near else (math.inf, ELSEWHERE)
        km = rounded(max(kilometres(self._centre, point) for point in points))
        if area.kind == "tinh":
            # After everything in it that is known better.
            return km + 0.5, "cùng tỉnh, chưa rõ cách bao xa" if near else ELSEWHERE
        return self._measured(communes, km, near)

    def _measured(self, communes, km, near):
        shared = sorted(self._districts & self._all.districts_of(communes))
        if shared:
            return km, f"cùng {self._all.area(shared[0]).name}, khoảng {km} km"
        return km, f"{'' if near else ELSEWHERE + ', '}cách khoảng {km} km đường chim bay"


def short_name(name: str) -> str:
    """Return the name of an area without its kind: «thành phố Buôn Ma Thuột (cũ)» gives «Buôn Ma Thuột»."""
    words = name.removesuffix(" (cũ)").split()
    kind = len(_key(name).split()) - len(_bare(_key(name)).split())
    return " ".join(words[kind:])


def kilometres(one: Point, other: Point) -> float:
    """Return the length of the great circle between two points given in degrees."""
    (north, east), (other_north, other_east) = (tuple(map(math.radians, point)) for point in (one, other))
    across = math.sin((other_north - north) / 2) ** 2
    along = math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(across + along))


def rounded(km: float) -> int:
    """Return kilometres as one says them: to 5, from 100 on to 10, never nought."""
    step = 5 if km < 100 else 10
    return max(5, round(km / step) * step)


def _middle(points: list[Point]) -> Point | None:
    if not points:
        return None
    norths, easts = zip(*points, strict=True)
    return sum(norths) / len(norths), sum(easts) / len(easts)


def _level(area) -> int:
    return LEVELS.get(area.kind, COMMUNE)


def _rank(area):
    return _level(area), area.is_former


def _in_order(areas):
    return sorted(areas, key=lambda area: sort_key(area.name))


def _key(name: str) -> str:
    """Return a name as it is compared: Krông Pắk (cũ) and krong pak are one, M'Đrắk and mdrak, Lý and Lí."""
    plain = fold(name).removesuffix(" (cu)").replace("'", "").replace("’", "").replace("y", "i")
    return " ".join(plain.replace("-", " ").split())


def _bare(key: str) -> str:
    """Return a compared name without the kind of place before it."""
    kind = next((word for word in KIND_WORDS if key.startswith(word.replace("y", "i") + " ")), "")
    return key[len(kind) :].strip()
