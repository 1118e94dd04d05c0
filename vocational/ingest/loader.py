"""Replacing the published tables by what the content folder says, all of it or nothing."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import groupby, islice
from pathlib import Path

from sqlalchemy import delete, insert

from vocational.guides.models import ContentVersion
from vocational.ingest.content import Content
from vocational.ingest.problems import Problem
from vocational.ingest.rooms import ROWS
from vocational.storage import db, writing

BATCH = 2000
CODE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Outcome:
    """What a load did: problems (then nothing changed), or how many rows now stand in the tables."""

    digest: str
    problems: list[Problem] = field(default_factory=list)
    rows: int = 0
    unchanged: bool = False

    @property
    def says(self) -> str:
        """The outcome in one line, for the person who gave the command."""
        return "Nội dung không đổi, không phải nạp lại." if self.unchanged else f"Đã nạp {self.rows} dòng."


def load(content: Content, *, today: date, force: bool = False) -> Outcome:
    """Publish a content folder in one transaction; nothing happens when it has problems or is unchanged."""
    digest = hashlib.sha256(f"{content.digest()}{code_digest()}".encode()).hexdigest()
    if not force and digest == loaded_digest():
        return Outcome(digest, unchanged=True)
    problems = content.problems()
    if problems:
        return Outcome(digest, problems)
    with writing():
        _clear()
        count = sum(_insert(room.rows(content)) for room in ROWS)
        db.session.add(ContentVersion(digest=digest, loaded_on=today, rows=count))
    return Outcome(digest, rows=count)


@cache
def code_digest() -> str:
    """Return a hash of the program: a newer one may make other rows of the same files."""
    digest = hashlib.sha256()
    for path in sorted(CODE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def loaded_digest() -> str | None:
    """Return the digest of the content that is published now; None before the first load."""
    return db.session.scalar(db.select(ContentVersion.digest))


def _clear() -> None:
    db.session.execute(delete(ContentVersion))
    for room in reversed(ROWS):
        for table in reversed(room.TABLES):
            db.session.execute(delete(table))


def _insert(rows: Iterable[tuple[type, dict]]) -> int:
    """Write (table, values) pairs in bounded batches and return how many there were."""
    count = 0
    for table, group in groupby(rows, key=lambda row: row[0]):
        for batch in _batches(values for _table, values in group):
            db.session.execute(insert(table), batch)
            count += len(batch)
    return count


def _batches(items: Iterable[dict]) -> Iterator[list[dict]]:
    items = iter(items)
    while batch := list(islice(items, BATCH)):
        yield batch
