"""Checks that an area named in an entry is one the site knows."""

from collections.abc import Iterator

from vocational.ingest.problems import Problem
from vocational.labour_market.topics import WIDER_AREAS

UNITS = ("provinces", "communes", "former_units")


def area_problems(content, kind: str) -> Iterator[Problem]:
    """Yield entries of a kind whose `area` or `areas` name no unit of today or before and no wider area."""
    known = set(WIDER_AREAS).union(*map(content.keys, UNITS))
    for found in content.found(kind):
        for path, area in _named(found.value):
            if area not in known:
                yield found.problem(path, _says(area))


def _named(entry) -> list[tuple[tuple, str]]:
    if hasattr(entry, "areas"):
        return [(("areas", number), area) for number, area in enumerate(entry.areas)]
    return [(("area",), entry.area)]


def _says(area: str) -> str:
    return (
        f"không có địa bàn «{area}»; dùng mã tỉnh (66), mã xã (24305), mã đơn vị cũ (cu-dak-lak) "
        f"hoặc {', '.join(WIDER_AREAS)}"
    )
