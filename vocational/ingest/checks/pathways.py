"""Checks of pathways against each other."""

from collections.abc import Iterator

from vocational.ingest.problems import Problem


def problems(content) -> Iterator[Problem]:
    """Yield passages whose id is taken, does not name their ends, or leads back to where it starts."""
    seen: set[str] = set()
    for found in content.found("pathways"):
        for number, passage in enumerate(found.value.passages):
            says = _fault(found.value.slug, passage, seen)
            if says:
                yield found.problem(("passages", number, "id"), says)
            seen.add(passage.id)


def _fault(start: str, passage, seen: set[str]) -> str:
    if passage.id in seen:
        return f"trùng mã «{passage.id}»; mỗi lối đi phải có mã riêng"
    if passage.to == start:
        return "lối đi dẫn về chính chặng này; xem lại to"
    ends = f"{start}__{passage.to}"
    if passage.id != ends and not passage.id.startswith(f"{ends}__"):
        return f"mã phải bắt đầu bằng «{ends}»"
    return ""
