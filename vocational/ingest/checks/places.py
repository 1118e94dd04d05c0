"""Checks of places against each other."""

from collections.abc import Iterator

from vocational.ingest.problems import Problem


def problems(content) -> Iterator[Problem]:
    """Yield links that lead to no present unit, and former units that lie in the wrong kind of parent."""
    present = content.keys("provinces") | content.keys("communes")
    for found in content.found("unit_links"):
        if found.value.present not in present:
            yield found.problem(("present",), f"không có tỉnh, xã nào mang mã «{found.value.present}»")
    kinds = {unit.id: unit.kind for unit in content.entries("former_units")}
    above = {"tinh": None, "huyen": "tinh", "xa": "huyen"}
    for found in content.found("former_units"):
        unit = found.value
        if kinds.get(unit.parent) != above[unit.kind]:
            yield found.problem(
                ("parent",), "xã phải thuộc một huyện, huyện thuộc một tỉnh, tỉnh để trống ô này"
            )
