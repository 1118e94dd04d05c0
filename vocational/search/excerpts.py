"""The piece of a found page that a result shows."""

from collections.abc import Iterable
from datetime import date

Segment = tuple[str, bool]


def beyond(segments: Iterable[Segment], summary: str) -> list[Segment]:
    """Return an excerpt without the summary that it begins with: the result says that above it already."""
    kept = list(segments or [])
    left = len(summary) if "".join(text for text, _marked in kept).startswith(summary) else 0
    rest = []
    for text, marked in kept:
        if text[left:]:
            rest.append((text[left:], marked))
        left = max(left - len(text), 0)
    if rest:
        rest[0] = (rest[0][0].lstrip(" ."), rest[0][1])
    return rest


def date_of(text: str) -> date | None:
    """Return the day that the index wrote down; None where it has none."""
    return date.fromisoformat(text) if text else None


def about(summary: str, kind: str) -> str:
    """Return a summary without the kind of page that it begins with: a mark beside it says that."""
    first, _, rest = summary.partition(". ")
    return rest if first == kind else summary
