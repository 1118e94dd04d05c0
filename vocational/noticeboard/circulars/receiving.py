"""What schools do with a notice: opening it, downloading from it, confirming that they have read it."""

from datetime import date, datetime

from vocational.accounts import audit
from vocational.accounts.roles import Actor
from vocational.errors import NotAcceptable, NotAllowed
from vocational.noticeboard.circulars import queries
from vocational.noticeboard.circulars.models import CircularReceipt, CircularRecipient
from vocational.noticeboard.circulars.queries import Received
from vocational.storage import db, writing

LONGEST_NOTE = 1000


def open_(id: int, *, by: Actor, now: datetime, today: date) -> Received:
    """Return a notice for a reader, and note that she opened it; raises NotFound."""
    found = queries.received_one(id, by, day=today)
    if found.opened or found.circular.is_withdrawn:
        return found
    with writing():
        found = queries.received_one(id, by, day=today)
        if not found.opened:
            for recipient in found.recipients:
                _receipt(recipient, found, by, now)
            audit.record(by, "circular.open", f"circular:{id}", None, _told(found), now)
    return found


def download(id: int, *, what: str, by: Actor, now: datetime, today: date) -> Received:
    """Note that a reader downloaded something of a notice; raises NotFound."""
    found = queries.received_one(id, by, day=today)
    if not found.recipients:
        return found
    with writing():
        found = queries.received_one(id, by, day=today)
        rows = [_receipt(recipient, found, by, now) for recipient in found.recipients]
        if any(row.downloaded_at is None for row in rows):
            for row in rows:
                row.downloaded_at = row.downloaded_at or now
            audit.record(by, "circular.download", f"circular:{id}", None, _told(found) | {"what": what}, now)
    return found


def confirm(
    id: int, *, recipient_id: int, version: int, note: str = "", by: Actor, now: datetime, today: date
) -> Received:
    """Confirm for a school that it has read a notice; `version` is the one that the reader had before her.

    A second time only changes the note. Raises NotFound, NotAllowed for another school, NotAcceptable.
    """
    if len(note) > LONGEST_NOTE:
        raise NotAcceptable([f"note: Lời nhắn dài nhất {LONGEST_NOTE} ký tự."])
    with writing():
        found = queries.received_one(id, by, day=today)
        recipient = next((one for one in found.recipients if one.id == recipient_id), None)
        if recipient is None:
            raise NotAllowed(f"{by.post} may not confirm for recipient {recipient_id}")
        _refuse(found, version)
        row = _receipt(recipient, found, by, now)
        before = {"note": row.note} if row.confirmed_at else None
        row.confirmed_at, row.note = row.confirmed_at or now, note.strip()
        if before is None or before["note"] != row.note:
            after = {"school": recipient.name, "version": found.circular.current, "note": row.note}
            audit.record(by, "circular.confirm", f"circular:{id}", before, after, now)
    return found


def _refuse(found: Received, version: int) -> None:
    if found.circular.is_withdrawn:
        raise NotAcceptable(["Thông báo này vừa được thu hồi, không cần xác nhận nữa."])
    if version != found.circular.current:
        raise NotAcceptable(["Thông báo vừa có bản sửa. Hãy đọc bản mới bên dưới rồi xác nhận."])


def _receipt(recipient: CircularRecipient, found: Received, by: Actor, now: datetime) -> CircularReceipt:
    row = queries.receipt(recipient.id, found.version.id, by.account_id)
    if row is None:
        row = CircularReceipt(
            recipient_id=recipient.id,
            version_id=found.version.id,
            account_id=by.account_id,
            post=by.post,
            opened_at=now,
        )
        db.session.add(row)
        db.session.flush()
    return row


def _told(found: Received) -> dict:
    return {"schools": [one.name for one in found.recipients], "version": found.circular.current}
