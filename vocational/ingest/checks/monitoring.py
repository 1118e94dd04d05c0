"""Checks of targets against each other."""

from collections.abc import Iterator

from vocational.ingest.checks.areas import area_problems
from vocational.ingest.problems import Problem


def problems(content) -> Iterator[Problem]:
    """Yield unknown areas, and targets that a document seems to state twice."""
    yield from area_problems(content, "targets")
    seen = {}
    for found in content.found("targets"):
        target = found.value
        same = (target.document, target.area, target.indicator, target.by_year)
        other = seen.setdefault(same, target.id)
        if other != target.id:
            yield found.problem(
                ("indicator",), f"văn bản này đã có mục tiêu ấy cho năm đó ở «{other}»; giữ một"
            )
