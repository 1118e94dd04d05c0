"""How the pages of schools name the places that their files give as codes."""

from collections import Counter

from vocational.places.naming import former_name
from vocational.vietnamese import sort_key


class PlaceNames:
    """Names of present and former places by id, as areas of a filter and in a line of text."""

    def __init__(self, content):
        self.provinces = {row.code: _province(row) for row in content.entries("provinces")}
        self.communes = {row.code: f"{row.kind} {row.name}" for row in content.entries("communes")}
        self.units = {row.id: row for row in content.entries("former_units")}

    def present(self, location) -> str:
        """Return «phường Tân An, tỉnh Đắk Lắk»."""
        parts = [self.communes.get(location.commune), self.provinces[location.province]]
        return ", ".join(part for part in parts if part)

    def former(self, location) -> str:
        """Return «thành phố Buôn Ma Thuột, tỉnh Đắk Lắk»; nothing when that is its province of today."""
        units = [self.units[unit] for unit in reversed(location.former_units)]
        names = ", ".join(former_name(unit) for unit in units)
        return "" if names == self.provinces[location.province] else names

    def in_use(self, content) -> list[tuple[str, str]]:
        """Return (id, name) of the places of public schools: provinces first, those of most schools first."""
        found: Counter[str] = Counter()
        for entry in content.entries("institutions"):
            if entry.public:
                place = entry.location
                found.update({place.province, place.commune, *place.former_units} - {None})
        names = {area: self._area(area) for area in found}
        order = sorted(found, key=lambda area: (self._rank(area), -found[area], sort_key(names[area])))
        return [(area, names[area]) for area in order]

    def _area(self, area):
        if area in self.units:
            return f"{former_name(self.units[area])} (cũ)"
        return self.provinces.get(area) or self.communes[area]

    def _rank(self, area):
        ranks = {"tinh": 1, "huyen": 2, "xa": 4}
        return ranks[self.units[area].kind] if area in self.units else 0 if area in self.provinces else 3


def _province(row) -> str:
    return f"{'thành phố' if row.kind.startswith('thành phố') else row.kind} {row.name}"
