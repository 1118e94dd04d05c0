"""Files that were sent and that nothing came to refer to: of forms left open, or taken off again."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import exists, select

from vocational.accounts import audit
from vocational.accounts.roles import Actor
from vocational.noticeboard import loose_files
from vocational.noticeboard.items.models import Attachment, Draft
from vocational.storage import db, writing

KEPT = timedelta(days=7)
"""How long a form may lie open with a file that no text shows yet."""


def clear(folder: Path, *, by: Actor, now: datetime) -> int:
    """Take away old files that no version, no notice and no kept draft refers to; return how many."""
    if _ids(now):
        with writing():
            told = {"files": sorted(loose_files.drop(_ids(now)))}
            audit.record(by, "notice.forget-files", "attachment", None, told, now)
    return _clear_without_rows(folder, now)


def _ids(now: datetime) -> set[int]:
    """Return the files that no version shows, whoever sent them, and that nobody's draft names."""
    shown = [exists(select(1).where(link.c.attachment_id == Attachment.id)) for link in loose_files.LINKS]
    rows = select(Attachment.id).where(Attachment.at < now - KEPT, *(~one for one in shown))
    return set(db.session.scalars(rows)) - _in_drafts()


def _in_drafts() -> set[int]:
    named = (text for values in db.session.scalars(select(Draft.values)) for text in values.get("file", ()))
    return {int(text) for text in named if text.isascii() and text.isdigit() and len(text) < 10}


def _clear_without_rows(folder: Path, now: datetime) -> int:
    """Take away the files that go by no row: it was dropped, or never written down."""
    if not folder.is_dir():
        return 0
    known, count = set(db.session.scalars(select(Attachment.stored_name))), 0
    for path in folder.iterdir():
        # The same file sent again just now is young again.
        if path.name not in known and path.is_file() and path.stat().st_mtime < (now - KEPT).timestamp():
            path.unlink(missing_ok=True)
            count += 1
    return count
