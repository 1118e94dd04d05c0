"""Checks of partners and secondary schools against places."""

from collections.abc import Iterator

from vocational.ingest.checks.areas import area_problems
from vocational.ingest.problems import Problem


def problems(content) -> Iterator[Problem]:
    """Yield unknown areas, and schools whose commune lies in another province than they say."""
    yield from area_problems(content, "partners")
    provinces = {commune.code: commune.province for commune in content.entries("communes")}
    for found in content.found("secondary_schools"):
        school = found.value
        if school.commune and provinces.get(school.commune, school.province) != school.province:
            yield found.problem(("commune",), f"xã này không thuộc tỉnh {school.province}; xem lại hai mã")
