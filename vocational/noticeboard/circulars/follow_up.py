"""After a notice was sent: reminding schools, handing it over on paper, taking it back."""

from collections.abc import Collection
from datetime import date, datetime

from vocational.accounts import audit, roles
from vocational.accounts import queries as accounts
from vocational.accounts.roles import Actor
from vocational.errors import NotAcceptable, NotFound
from vocational.noticeboard.circulars import queries
from vocational.noticeboard.circulars.following import REMINDED, Row, Standing, following
from vocational.noticeboard.circulars.models import Circular
from vocational.storage import writing


def remind(
    id: int, *, standings: Collection[Standing] = REMINDED, by: Actor, now: datetime, today: date
) -> list[Row]:
    """Mark on the desks of schools that a notice waits for them, and return these schools."""
    with writing():
        row = _in_force(id, by)
        wanted = [one for one in REMINDED if one in standings]
        rows = following(row, day=today).those(wanted) if wanted else []
        if not rows:
            raise NotAcceptable(["Không có trường nào cần nhắc."])
        for one in rows:
            one.recipient.reminded_at, one.recipient.reminded = now, one.recipient.reminded + 1
        after = {"schools": [one.recipient.name for one in rows], "version": row.current}
        audit.record(by, "circular.remind", f"circular:{id}", None, after, now)
    return rows


def hand_over(
    id: int, *, recipient_id: int, on: date | None, to: str, by: Actor, now: datetime, today: date
) -> None:
    """Note that a school got a notice on paper, or with `on` None that it did not."""
    with writing():
        row = _in_force(id, by)
        school = next((one for one in queries.recipients(row.id) if one.id == recipient_id), None)
        if school is None:
            raise NotFound(f"no recipient {recipient_id} of circular {id}")
        if on is not None and not row.first_sent_at.date() <= on <= today:
            raise NotAcceptable(["on: Ngày giao không thể trước ngày gửi hoặc sau hôm nay."])
        before = {"on": school.paper_on, "to": school.paper_to}
        school.paper_on, school.paper_to = on, to.strip() if on else ""
        after = {"on": school.paper_on, "to": school.paper_to}
        told = audit.changes(before, after)
        if any(told):
            name = {"school": school.name}
            audit.record(by, "circular.hand_over", f"circular:{id}", name | told[0], name | told[1], now)


def withdraw(id: int, *, reason: str, by: Actor, now: datetime) -> Circular:
    """Take a notice back; schools keep seeing that it was sent, and why it no longer holds."""
    with writing():
        row = _in_force(id, by)
        if not reason.strip():
            raise NotAcceptable(["reason: Hãy viết lý do cho các trường biết."])
        row.withdrawn_at, row.withdrawn_by, row.withdrawn_because = now, by.post, reason.strip()
        audit.record(by, "circular.withdraw", f"circular:{id}", None, {"reason": reason.strip()}, now)
    return row


def restore(id: int, *, by: Actor, now: datetime) -> Circular:
    """Put a notice that was taken back into force again; receipts are as they were."""
    with writing():
        row = _own(id, by)
        if row.is_withdrawn:
            before = {"reason": row.withdrawn_because}
            row.withdrawn_at, row.withdrawn_by, row.withdrawn_because = None, "", ""
            audit.record(by, "circular.restore", f"circular:{id}", before, None, now)
    return row


def note_export(id: int, *, form: str, by: Actor, now: datetime) -> Circular:
    """Note that somebody took the list of schools, or the history, away as a file, and return the notice."""
    with writing():
        row = _own(id, by)
        audit.record(by, "circular.export", f"circular:{id}", None, {"form": form}, now)
    return row


def _in_force(id: int, by: Actor) -> Circular:
    row = _own(id, by)
    if not row.is_sent or row.is_withdrawn:
        raise NotAcceptable(["Thông báo này chưa gửi hoặc đã thu hồi."])
    return row


def _own(id: int, by: Actor) -> Circular:
    row = queries.circular(id, by)
    roles.require(by, queries.SEND, accounts.unit(row.unit_id))
    return row
