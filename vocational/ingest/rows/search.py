"""The search vocabulary as a row."""

from collections.abc import Iterator

from vocational.search.models import Vocabulary

TABLES = (Vocabulary,)


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield the one vocabulary."""
    for vocabulary in content.entries("vocabulary"):
        yield Vocabulary, {"id": 1, "data": vocabulary.model_dump(exclude_none=True)}
