"""What can be done with an index folder."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from vocational.search.engine import index
from vocational.search.engine.answers import IndexDamaged, Request, Results, Status, Suggestion
from vocational.search.engine.kept import Kept
from vocational.search.engine.search import answer

_kept = Kept()


def build(folder: str | Path, documents: Iterable[dict], vocabulary: dict) -> Status:
    """Build the whole index anew and switch to it; raise IndexBusy when somebody else is writing."""
    return _seen(folder, index.build(folder, documents, vocabulary))


def apply(folder: str | Path, changes: Mapping[str, dict | None]) -> Status:
    """Commit changes, id → document or None to delete; raise IndexMissing, IndexDamaged or IndexBusy."""
    return _seen(folder, index.apply(folder, changes))


def revise(folder: str | Path, vocabulary: dict) -> Status:
    """Replace the vocabulary of the living index; raise IndexMissing, IndexDamaged or IndexBusy."""
    return _seen(folder, index.revise(folder, vocabulary))


def search(folder: str | Path, request: Request) -> Results:
    """Return the answer to a request; no words are an error; raise IndexMissing or IndexDamaged."""
    try:
        return answer(_kept.of(folder), request)
    except IndexDamaged:
        _kept.close(folder)
        raise


def suggest(folder: str | Path, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """Return completions of what is being typed; raise IndexMissing or IndexDamaged."""
    try:
        return _kept.of(folder).completions.starting_with(prefix, limit)
    except IndexDamaged:
        _kept.close(folder)
        raise


def fresh(folder: str | Path) -> None:
    """Wait until this process answers from what the folder holds now; raise IndexMissing or IndexDamaged.

    Changes made in this process need no waiting for; those of others are seen a moment later without it.
    """
    _kept.fresh(folder)


def stamp(folder: str | Path) -> tuple[int, int] | None:
    """Return a value that changes whenever the answers of this process may; None without an index."""
    return _kept.stamp(folder)


def status(folder: str | Path) -> Status:
    """Return the state of the index folder; never raises."""
    return index.status(folder)


def _seen(folder, status):
    """Return the status of a change when this process, if it searches the folder, answers from it."""
    if status.state == "ready":
        _kept.follow(folder)
    return status
