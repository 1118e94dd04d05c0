"""The names of all places, present and former, as the search engine takes them.

A pupil types her own commune, old or new, though no school lies there: then what lies in the former district
and in the province is the answer. Each place therefore names the areas around it, the nearest first.
"""

import re
from collections import defaultdict

from vocational.places import queries as areas

KIND_WORDS = ("thành phố", "tỉnh", "thị xã", "thị trấn", "huyện", "quận", "phường", "xã", "đặc khu")
SMALL = ("xã", "phường", "thị trấn", "đặc khu", "xa")


def places() -> list[dict]:
    """Return every place: `names`, `areas` (ids that it is), `wider` (ids around it, a list per step).

    `small` places, communes and wards, often bear names that are common words as well (Hòa Bình, Tân Tiến).
    """
    found = areas.areas_by_id()
    former_of = _former_units_by_commune(found.values())
    return [
        {
            "names": names_of(area.name),
            "areas": [area.id],
            "wider": [step for step in _wider(area, found, former_of) if step],
            "small": area.kind in SMALL,
        }
        for area in found.values()
    ]


class Mentions:
    """Finds places that a text calls by their full name: «thị xã Buôn Hồ», «UBND tỉnh Đắk Lắk»."""

    def __init__(self, found: list[dict]):
        self._areas = defaultdict(set)
        for place in found:
            full = place["names"][0]
            if len(place["names"]) > 1 and not place["small"]:
                around = {area for step in place["wider"] for area in step}
                self._areas[full.lower()] |= {*place["areas"], *around}
        names = sorted(self._areas, key=len, reverse=True)
        self._names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names) or r"(?!)")

    def areas(self, text: str) -> list[str]:
        """Return the ids of the places that a text names, and of the areas around them."""
        named = self._names.findall(text.lower())
        return sorted({area for name in named for area in self._areas[name]})


def names_of(full_name: str) -> list[str]:
    """Return what a place is called: «thị xã Buôn Hồ» and «Buôn Hồ»; a number alone is no name."""
    full_name = full_name.removesuffix(" (cũ)")
    kind = next((word for word in KIND_WORDS if full_name.lower().startswith(f"{word} ")), "")
    bare = full_name[len(kind) :].strip()
    return [full_name] if not kind or bare.isdigit() else [full_name, bare]


def _former_units_by_commune(found):
    units = defaultdict(list)
    for area in found:
        for commune in area.communes if area.is_former else ():
            units[commune].append(area)
    return units


def _wider(area, found, former_of):
    """Return the ids around an area: districts first, then provinces, of today and of before."""
    around = {id: found[id] for id in area.within if id in found}
    for commune in area.communes:
        around |= {unit.id: unit for unit in former_of[commune]} | {
            id: found[id] for id in found[commune].within
        }
    around.pop(area.id, None)
    if area.kind != "huyen":
        yield sorted(unit.id for unit in around.values() if unit.kind == "huyen" and area.kind != "tinh")
    yield sorted(unit.id for unit in around.values() if unit.kind == "tinh")
