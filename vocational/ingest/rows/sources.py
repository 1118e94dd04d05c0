"""Sources as rows."""

from collections.abc import Iterator

from vocational.sources.models import Source

TABLES = (Source,)


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield every source in the order of the file."""
    for position, source in enumerate(content.entries("sources")):
        yield Source, source.model_dump() | {"position": position}
