"""Building the index; what staff add to the vocabulary; writing down what was looked for."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from vocational.accounts import audit
from vocational.accounts.roles import Actor, require
from vocational.errors import NotAcceptable, NotFound
from vocational.ingest.problems import worded
from vocational.ingest.schemas.search import Abbreviation, SynonymGroup
from vocational.search import changes, documents, queries
from vocational.search.additions import ABBREVIATIONS, LIVING, SYNONYMS, Addition, says_all
from vocational.search.engine import api
from vocational.search.engine.answers import IndexBusy, IndexUnusable, Status
from vocational.search.models import VocabularyAddition, WordsCount
from vocational.storage import db, writing

KEPT_DAYS = 90
# Whoever sends made-up words without end must not fill the disk: on a full day only known words count on.
MOST_WORDS_A_DAY = 20_000
LONGEST_POST = 200
SCHEMAS = {SYNONYMS: SynonymGroup, ABBREVIATIONS: Abbreviation}
_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Change:
    """An addition after somebody changed it; when not `in_use`, the next build of the index will follow."""

    addition: Addition
    in_use: bool


def build(folder: Path, *, today: date, now: datetime | None = None) -> Status:
    """Build the whole index from what is published and switch to it; raises IndexBusy.

    Without `now` it is that of the end of the day.
    """
    vocabulary = queries.vocabulary()
    status = api.build(folder, documents.documents(today, now), vocabulary)
    # What staff changed meanwhile could not reach an index that was still being built.
    _see_what_others_wrote()
    if queries.vocabulary() != vocabulary:
        renew_vocabulary(folder)
    # Nor could what they published.
    changes.apply(folder, today=today, now=now)
    return status


def renew_vocabulary(folder: Path) -> bool:
    """Give the living index the vocabulary as it is now; False when there is no index that can take it."""
    try:
        while True:
            _see_what_others_wrote()
            vocabulary = queries.vocabulary()
            api.revise(folder, vocabulary)
            _see_what_others_wrote()
            # Another process may have changed it since we read, and have come to the index before us.
            if queries.vocabulary() == vocabulary:
                return True
    except (IndexBusy, IndexUnusable):
        return False


def add_synonyms(
    folder: Path,
    *,
    words: list[str],
    means: list[str],
    weight: float,
    note: str,
    by: Actor,
    today: date,
    now: datetime,
) -> Change:
    """Add ways to say the same thing, used from the next search on; raises NotAcceptable."""
    data = {"words": words, "means": means, "weight": weight, "note": note}
    return _add(folder, SYNONYMS, data, by, today, now)


def add_abbreviation(
    folder: Path,
    *,
    short: str,
    means: list[str],
    capitals: bool,
    both_ways: bool,
    note: str,
    by: Actor,
    today: date,
    now: datetime,
) -> Change:
    """Add a short form and what it stands for, used from the next search on; raises NotAcceptable."""
    data = {"short": short, "means": means, "capitals": capitals, "both_ways": both_ways, "note": note}
    return _add(folder, ABBREVIATIONS, data, by, today, now)


def withdraw(folder: Path, id: int, *, by: Actor, today: date, now: datetime) -> Change:
    """Take an addition back; the next search uses it no more. Raises NotFound."""
    require(by, "search.teach", None)
    with writing():
        row = db.session.get(VocabularyAddition, id)
        if row is None:
            raise NotFound(f"no addition {id}")
        if row.withdrawn_on is None:
            row.withdrawn_on = today
            audit.record(by, "search.withdraw", f"addition:{id}", row.data, None, now)
    return _changed(folder, row)


def record(counts: Mapping[tuple[date, str], tuple[int, int]]) -> None:
    """Add counts, (day, words) → (times, times without result), to what is there, in one transaction."""
    with writing():
        for day in sorted({day for day, _words in counts}):
            rows = [
                {"day": day, "words": words, "times": times, "without_result": without_result}
                # In one order for all processes: two that wait for each other's rows would wait for ever.
                for (of, words), (times, without_result) in sorted(counts.items())
                if of == day
            ]
            _record_day(day, rows)


def forget_old(*, today: date) -> None:
    """Delete what was looked for before the last ninety days."""
    with writing():
        db.session.execute(delete(WordsCount).where(WordsCount.day <= today - timedelta(days=KEPT_DAYS)))


def _add(folder, part, written, by, today, now) -> Change:
    require(by, "search.teach", None)
    data = _accepted(part, written, by.post)
    with writing():
        _refuse_what_is_there(part, data)
        row = VocabularyAddition(part=part, data=data, post=_clean(by.post), added_on=today)
        db.session.add(row)
        db.session.flush()
        audit.record(by, "search.teach", f"addition:{row.id}", None, data, now)
    return _changed(folder, row)


def _changed(folder, row) -> Change:
    in_use = renew_vocabulary(folder)
    return Change(queries.addition_of(row, queries.content_vocabulary()), in_use)


def _accepted(part, written, post) -> dict:
    """Return an entry as `content/synonyms.yaml` would give it: empty values are left out, then checked."""
    data = {name: _clean(value) for name, value in written.items()}
    if len(post) > LONGEST_POST:
        raise NotAcceptable([f"post: dài quá {LONGEST_POST} ký tự; hãy viết ngắn lại"])
    try:
        entry = SCHEMAS[part].model_validate(
            {name: value for name, value in data.items() if value not in ("", [])}
        )
    except ValidationError as error:
        problems = worded("", lambda _path: 0, error)
        raise NotAcceptable([f"{problem.field}: {problem.says}" for problem in problems]) from error
    return entry.model_dump(exclude_defaults=True)


def _clean(value):
    """Return typed text in the form of letters that the content has, without control characters."""
    if isinstance(value, list):
        return [text for text in map(_clean, value) if text]
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _refuse_what_is_there(part, data):
    if says_all(queries.content_vocabulary().get(part) or (), part, data):
        raise NotAcceptable(["nội dung (synonyms.yaml) đã có điều này"])
    for addition in queries.additions():
        if addition.state == LIVING and addition.part == part and says_all([addition.data], part, data):
            raise NotAcceptable([f"đã có người thêm điều này (số {addition.id})"])


def _record_day(day, rows):
    known = func.count(WordsCount.words)
    if db.session.scalar(select(known).where(WordsCount.day == day)) >= MOST_WORDS_A_DAY:
        for row in rows:
            same = (WordsCount.day == day) & (WordsCount.words == row["words"])
            db.session.execute(
                update(WordsCount).where(same).values(_sums(row["times"], row["without_result"]))
            )
        return
    insert = _INSERTS[db.engine.dialect.name](WordsCount)
    more = _sums(insert.excluded.times, insert.excluded.without_result)
    db.session.execute(insert.on_conflict_do_update(index_elements=["day", "words"], set_=more), rows)


def _sums(times, without_result) -> dict:
    return {
        "times": WordsCount.times + times,
        "without_result": WordsCount.without_result + without_result,
    }


def _see_what_others_wrote():
    """End the reading transaction: the next look at the database sees what was committed meanwhile."""
    db.session.rollback()
