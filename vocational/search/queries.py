"""Searching: what a visitor typed and chose in, found pages out; and what staff learn about it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import func, select

from vocational.errors import SearchUnavailable
from vocational.search import gazetteer
from vocational.search.additions import Addition, merged, state
from vocational.search.engine import api
from vocational.search.engine.answers import IndexUnusable, Request, Results, Suggestion
from vocational.search.models import Vocabulary, VocabularyAddition, WordsCount
from vocational.storage import db

# Fewer searches for the same words could be those of one person.
SHOWN_FROM = 3


def answer(folder: Path, request: Request) -> Results:
    """Return the engine's answer to a request; raises SearchUnavailable."""
    try:
        return api.search(folder, request)
    except IndexUnusable as error:
        raise SearchUnavailable(str(error)) from error


def suggestions(folder: Path, *, words: str) -> tuple[Suggestion, ...]:
    """Return at most eight names of pages that go on as the words do; raises SearchUnavailable."""
    try:
        return api.suggest(folder, words)
    except IndexUnusable as error:
        raise SearchUnavailable(str(error)) from error


def index_state(folder: Path) -> str:
    """Return «ok», «missing» or «damaged»."""
    state = api.status(folder).state
    return "ok" if state == "ready" else state


def open_index(folder: Path) -> None:
    """Open the index in this process, which takes seconds; does nothing when there is none to open."""
    with suppress(IndexUnusable):
        api.fresh(folder)


def version(folder: Path) -> str:
    """Return a text that changes whenever the answers of this process may; costs one look at a file."""
    return "-".join(f"{part:x}" for part in api.stamp(folder) or (0,))


def index_size(folder: Path) -> int:
    """Return how many pages the index holds."""
    return api.status(folder).documents


def vocabulary() -> dict:
    """Return what the search knows of how people type: the content, what staff added to it, and places."""
    return merged(content_vocabulary(), additions()) | {"places": gazetteer.places()}


def content_vocabulary() -> dict:
    """Return what the content says of how people type; empty before the first load."""
    return db.session.scalar(select(Vocabulary.data)) or {}


def additions() -> list[Addition]:
    """Return all that staff ever added to the vocabulary, oldest first."""
    content = content_vocabulary()
    rows = db.session.scalars(select(VocabularyAddition).order_by(VocabularyAddition.id))
    return [addition_of(row, content) for row in rows]


def addition_of(row: VocabularyAddition, content: dict) -> Addition:
    """Return a row as a value, with its state beside what the content says."""
    now = state(row.part, row.data, content, is_withdrawn=row.withdrawn_on is not None)
    return Addition(row.id, row.part, row.data, row.post, row.added_on, row.withdrawn_on, now)


@dataclass(frozen=True)
class LookedFor:
    """Words that people looked for in some days, how often, and how often nothing was found."""

    words: str
    times: int
    without_result: int

    @property
    def share_without_result(self) -> float:
        """From 0 (always something) to 1 (never anything)."""
        return self.without_result / self.times


def looked_for(
    *, today: date, days: int = 30, only_without_result: bool = False, limit: int = 50
) -> list[LookedFor]:
    """Return the words most looked for in the last days, today included; rare ones are kept back."""
    times, nothing = func.sum(WordsCount.times), func.sum(WordsCount.without_result)
    found = select(WordsCount.words, times, nothing).group_by(WordsCount.words)
    found = found.where(WordsCount.day > today - timedelta(days=days)).having(times >= SHOWN_FROM)
    if only_without_result:
        found = found.having(nothing > 0).order_by(nothing.desc())
    rows = db.session.execute(found.order_by(times.desc(), WordsCount.words).limit(limit))
    return [LookedFor(words, int(total), int(empty)) for words, total, empty in rows]
