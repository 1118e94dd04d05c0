"""Places as rows."""

from collections.abc import Iterator

from vocational.places.models import Commune, FormerUnit, Province, UnitLink

TABLES = (Province, Commune, FormerUnit, UnitLink)


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield provinces, communes, former units (parents first) and the links between them."""
    for province in content.entries("provinces"):
        yield Province, province.model_dump() | province.provenance_row()
    for commune in content.entries("communes"):
        yield Commune, _renamed(commune.model_dump(exclude={"note"}) | commune.provenance_row())
    for kind in ("tinh", "huyen", "xa"):
        for unit in content.entries("former_units"):
            if unit.kind == kind:
                row = unit.model_dump(exclude={"note"}) | unit.provenance_row()
                yield FormerUnit, row | {"parent_id": row.pop("parent")}
    for link in content.entries("unit_links"):
        yield UnitLink, _link(link)


def _renamed(row: dict) -> dict:
    return row | {"province_code": row.pop("province")}


def _link(link) -> dict:
    to_commune = len(link.present) > 2
    return {
        "former_id": link.former,
        "province_code": None if to_commune else link.present,
        "commune_code": link.present if to_commune else None,
        "is_split": link.is_split,
        "valid_from": link.valid_from,
        "note": link.note,
    }
