"""What only shows when lines of seats are looked at together."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath

from vocational.ingest.problems import Problem


def problems(content) -> Iterator[Problem]:
    """Yield lines in the file of another year, and lines that say the same seats twice."""
    for file, lines in groupby(content.found("quotas"), key=lambda found: found.entry.file):
        year = PurePosixPath(file).stem
        seen: dict[tuple, set[str]] = {}
        for found in lines:
            if str(found.value.year) != year:
                yield found.problem(
                    ("year",), f"tệp này chỉ chứa năm {year}; chuyển dòng sang tệp {found.value.year}.csv"
                )
            yield from _overlaps(found, seen)


def _overlaps(found, seen: dict[tuple, set[str]]) -> Iterator[Problem]:
    """Yield a problem when seats of the same thing stand twice, or once as a whole and once by entry."""
    line = found.value
    what = (
        line.institution,
        line.kind,
        line.covers,
        *line.level,
        line.level_words,
        line.programme,
        line.scope,
        line.unit,
    )
    entries = seen.setdefault(what, set())
    entry = line.entry or ""
    if entry in entries:
        yield found.problem(
            (),
            "đã có dòng cùng trường, loại số, trình độ, ngành và đầu vào; giữ một dòng, ghi ý kia vào note",
        )
    elif entries and "" in entries | {entry}:
        yield found.problem(
            ("entry",), "vừa có số chung vừa có số theo đầu vào; chỉ giữ một cách ghi để không cộng hai lần"
        )
    entries.add(entry)
