"""The piece of a found page that a result shows."""

from collections.abc import Iterable

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
