"""Files beside a notice: kept like those of announcements, but fetched only by its schools and its sender."""

from datetime import date, datetime

from vocational.accounts import audit
from vocational.accounts.roles import Actor
from vocational.errors import NotAcceptable, NotFound
from vocational.noticeboard.circulars import queries, receiving, service
from vocational.noticeboard.circulars.models import CircularVersion
from vocational.noticeboard.items.models import Attachment
from vocational.noticeboard.uploads import Stored
from vocational.storage import db, writing

MOST_FILES = 8


def attach(id: int, *, stored: Stored, title: str, by: Actor, now: datetime) -> Attachment:
    """Add a file that was kept to a draft; raises NotAcceptable when there are too many."""
    with writing():
        row, draft = service.draft_of(id, by)
        if len(draft.attachments) >= MOST_FILES:
            raise NotAcceptable([f"files: Mỗi thông báo kèm nhiều nhất {MOST_FILES} tệp."])
        file = Attachment.of(stored, title=title, by=by.account_id, at=now)
        draft.attachments.append(file)
        db.session.flush()
        audit.record(by, "circular.attach", f"circular:{row.id}", None, file.told, now)
    return file


def detach(id: int, *, file_id: int, by: Actor, now: datetime) -> None:
    """Take a file out of a draft; versions that were sent keep it."""
    with writing():
        row, draft = service.draft_of(id, by)
        gone = next((one for one in draft.attachments if one.id == file_id), None)
        if gone is not None:
            draft.attachments.remove(gone)
            audit.record(by, "circular.detach", f"circular:{row.id}", {"title": gone.title}, None, now)


def file_of_sender(id: int, *, file_id: int, by: Actor) -> Attachment:
    """Return a file of any version of a notice for whoever may send it; raises NotFound."""
    return _one(queries.circular(id, by).versions, file_id)


def file_received(id: int, *, file_id: int, by: Actor, now: datetime, today: date) -> Attachment:
    """Return a file of a notice that was sent, and note that a school fetched it; raises NotFound."""
    found = queries.received_one(id, by, day=today)
    file = _one(found.circular.sent_versions, file_id)
    receiving.download(id, what=f"tệp «{file.title}»", by=by, now=now, today=today)
    return file


def _one(versions: list[CircularVersion], file_id: int) -> Attachment:
    for version in versions:
        for file in version.attachments:
            if file.id == file_id:
                return file
    raise NotFound(f"no file {file_id}")
