"""Pages that changed: noted with the change itself, brought to the index after it.

A service notes the ids of pages (addresses without the first slash) inside its own transaction. What is
noted is brought to the index by whoever comes first: this process after its commit, or any other one later.
A crash in between loses nothing. A change that the clock brings is noted ahead, with its moment.
"""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import delete, select

from vocational.noticeboard.dates import end_of
from vocational.search import documents
from vocational.search.engine import api
from vocational.search.engine.answers import IndexBusy, IndexUnusable
from vocational.search.models import SearchChange
from vocational.storage import db, writing

NOTED = "search_changes"
MOST_AT_ONCE = 500


def note(ids: Iterable[str], *, now: datetime) -> None:
    """Note inside the caller's `storage.writing()` that pages appeared, changed or went away."""
    db.session.add_all(SearchChange(page=id, at=now) for id in dict.fromkeys(ids))
    db.session.info[NOTED] = True


def drop(ids: Iterable[str], *, now: datetime) -> None:
    """Note inside the caller's `storage.writing()` that pages are gone, and nothing comes of them later."""
    ids = list(dict.fromkeys(ids))
    db.session.execute(delete(SearchChange).where(SearchChange.page.in_(ids)))
    note(ids, now=now)


def were_noted() -> bool:
    """Return whether this thread noted anything since it was asked last."""
    return db.session.info.pop(NOTED, False)


def waiting(*, now: datetime) -> bool:
    """Return whether some page waits to be brought to the index."""
    return db.session.scalar(select(SearchChange.id).where(SearchChange.at <= now).limit(1)) is not None


def apply(folder: Path, *, today: date, now: datetime | None = None) -> bool:
    """Bring the index up to date with all that was noted for now; False when it cannot take it yet.

    Without `now` the day is taken to be over. Whoever holds the index looks again before letting go, so that
    one who found it busy need not wait.
    """
    now = now or end_of(today)
    while rows := _next(now):
        try:
            api.apply(folder, documents.documents_of({row.page for row in rows}, today, now))
        except (IndexBusy, IndexUnusable):
            return False
        done = [row.id for row in rows]
        with writing():
            db.session.execute(delete(SearchChange).where(SearchChange.id.in_(done)))
    return True


def _next(now: datetime) -> list[SearchChange]:
    # A new transaction, to see what others committed meanwhile.
    db.session.rollback()
    due = select(SearchChange).where(SearchChange.at <= now).order_by(SearchChange.id)
    return list(db.session.scalars(due.limit(MOST_AT_ONCE)))
