"""What only shows when notices are looked at together."""

from collections.abc import Iterator

from vocational.ingest.problems import Problem


def problems(content) -> Iterator[Problem]:
    """Yield a problem for each notice that says the same thing on the same day as an earlier one."""
    seen: dict[tuple, str] = {}
    for found in content.found("notices"):
        notice = found.value
        same = (notice.kind, notice.title.casefold(), notice.date)
        if same in seen:
            yield found.problem(
                ("title",), f"trùng tên và ngày với {seen[same]}; bỏ bớt một tệp hoặc sửa tên"
            )
        seen.setdefault(same, found.entry.file)
