"""The engines that are compared, each behind the same calls and in a process of its own (worker.py)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


@dataclass
class Answer:
    """One answer: ids in order, exact total, and the count of each value of each facet."""

    ids: list[str]
    total: int
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    snippets: list[str] = field(default_factory=list)


class Engine(Protocol):
    """What is asked of an engine; the folder is its own, and empty before `build`."""

    takes: str
    """Which file it builds from: "documents" as the site makes them, or "records" (texts.record)."""

    def __init__(self, folder: Path, settings: dict): ...

    def build(self, documents: Iterable[dict]) -> None:
        """Build the index and leave it complete on disk."""

    def open(self) -> None:
        """Make ready to search."""

    def search(self, query: str, limit: int) -> Answer:
        """Answer a query as a visitor typed it: the best pages with snippets, total and facet counts."""

    def bytes(self) -> int:
        """Return the size of the index."""

    def close(self) -> None:
        """Leave nothing running."""


def size_of(folder: Path) -> int:
    """Return the bytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
