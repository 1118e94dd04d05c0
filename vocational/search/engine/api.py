"""The five things that can be done with an index folder."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from vocational.search.engine import index
from vocational.search.engine.answers import Request, Results, Status, Suggestion
from vocational.search.engine.search import answer
from vocational.search.engine.snapshot import Kept

_kept = Kept()


def build(folder: str | Path, documents: Iterable[dict], vocabulary: dict) -> Status:
    """Build the whole index anew and switch to it; raise IndexBusy when somebody else is writing."""
    return index.build(folder, documents, vocabulary)


def apply(folder: str | Path, changes: Mapping[str, dict | None]) -> Status:
    """Commit changes, id → document or None to delete; raise IndexMissing, IndexDamaged or IndexBusy."""
    return index.apply(folder, changes)


def search(folder: str | Path, request: Request) -> Results:
    """Return the answer to a request; no words are an error; raise IndexMissing or IndexDamaged."""
    return answer(_kept.of(folder), request)


def suggest(folder: str | Path, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """Return completions of what is being typed; raise IndexMissing or IndexDamaged."""
    return _kept.of(folder).completions.starting_with(prefix, limit)


def status(folder: str | Path) -> Status:
    """Return the state of the index folder; never raises."""
    return index.status(folder)
