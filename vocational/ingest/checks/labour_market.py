"""Checks of labour-market figures against each other."""

from collections.abc import Iterator

from vocational.ingest.checks.areas import area_problems
from vocational.ingest.problems import Problem

FILES = ("indicators", "student_flow")
# Other pages answer under these addresses.
RESERVED = {"sau-lop-9", "doanh-nghiep-khu-cong-nghiep", "ghi-chu"}
SHARED = ("topic", "indicator", "area", "place", "scope", "kind", "unit")


def problems(content) -> Iterator[Problem]:
    """Yield unknown areas, rows that do not fit their series, doubled series and doubled addresses."""
    for kind in (*FILES, "labour_market_notes", "labour_market_gaps"):
        yield from area_problems(content, kind)
    first = {}
    for found in _observations(content):
        first.setdefault(found.value.series, found)
        yield from _misfits(found, first[found.value.series])
    yield from _twins(first.values())
    yield from _taken(content, first)


def _observations(content):
    for kind in FILES:
        yield from content.found(kind)


def _misfits(found, first) -> Iterator[Problem]:
    for name in SHARED:
        ours, theirs = getattr(found.value, name), getattr(first.value, name)
        if ours != theirs:
            where = f"{first.entry.file}:{first.entry.line}"
            says = f"chuỗi «{found.value.series}» ở {where} ghi «{theirs}»; khác thì phải là một chuỗi khác"
            yield found.problem((name,), says)


def _twins(firsts) -> Iterator[Problem]:
    seen = {}
    for found in firsts:
        same = tuple(getattr(found.value, name) for name in SHARED if name != "topic")
        other = seen.setdefault(same, found.value.series)
        if other != found.value.series:
            says = f"cùng chỉ tiêu, nơi, loại, đơn vị với chuỗi «{other}»; dùng chung một mã"
            yield found.problem(("series",), says)


def _taken(content, series) -> Iterator[Problem]:
    """An id and a series slug are addresses in the same place: one must not lead to two pages."""
    ids = {}
    for found in _observations(content):
        value = found.value
        for name in ("id", "series"):
            if getattr(value, name) in RESERVED:
                yield found.problem((name,), "mã này là địa chỉ của một trang khác; hãy chọn mã khác")
        if value.id in series and value.series != value.id:
            yield found.problem(("id",), f"mã «{value.id}» đang là mã của một chuỗi khác; hãy chọn mã khác")
        if ids.setdefault(value.id, found.entry.file) != found.entry.file:
            yield found.problem(("id",), f"mã «{value.id}» đã dùng trong {ids[value.id]}; hãy chọn mã khác")
