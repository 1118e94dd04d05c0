"""Writing notices to schools and sending them; each change leaves an audit entry in the same transaction."""

from collections.abc import Collection
from datetime import date, datetime

from vocational.accounts import audit, roles
from vocational.accounts import queries as accounts
from vocational.accounts.roles import Actor
from vocational.errors import NotAcceptable, NotFound
from vocational.noticeboard import checks, wording
from vocational.noticeboard.circulars import queries, references
from vocational.noticeboard.circulars.models import (
    Circular,
    CircularRecipient,
    CircularReference,
    CircularVersion,
)
from vocational.noticeboard.circulars.schools import Choice, School, addressable, fingerprint
from vocational.noticeboard.items.rendering import html_of
from vocational.storage import db, writing

SEND = queries.SEND
MOST_REFERENCES = 30


def write(
    *, title: str, text: str, confirm_by: date | None, by: Actor, now: datetime, unit_id: int | None = None
) -> Circular:
    """Begin a notice and return it; `unit_id` is who sends, by default the first unit that may."""
    unit = accounts.unit(unit_id or _sender(by))
    roles.require(by, SEND, unit)
    with writing():
        row = Circular(unit_id=unit.id, unit_name=unit.name, created_at=now, is_demo=unit.is_demo)
        version = CircularVersion(number=1, edited_at=now, edited_by=by.post)
        _set_text(version, title, text, confirm_by, "")
        row.versions.append(version)
        db.session.add(row)
        db.session.flush()
        audit.record(by, "circular.write", _name(row), None, _told(version), now)
    return row


def edit(
    id: int,
    *,
    title: str,
    text: str,
    confirm_by: date | None,
    change_note: str = "",
    revision: int,
    by: Actor,
    now: datetime,
) -> Circular:
    """Change the draft of a notice; refused when somebody else changed it since `revision`."""
    with writing():
        row, draft = _draft(id, by)
        if draft.revision != revision:
            says = f"Trong lúc anh chị viết, {draft.edited_by} đã lưu bản khác của thông báo này."
            raise NotAcceptable([f"{says} Hãy so hai bản bên dưới; bấm Lưu lần nữa sẽ lấy bản của anh chị."])
        before = _told(draft)
        _set_text(draft, title, text, confirm_by, change_note)
        _touch(draft, by, now)
        _note_change(row, by, "circular.edit", before, _told(draft), now)
    return row


def choose(
    id: int,
    *,
    areas: Collection[str],
    kinds: Collection[str],
    left_out: Collection[str],
    by: Actor,
    now: datetime,
) -> Circular:
    """Choose the schools that a draft is for."""
    with writing():
        row, draft = _draft(id, by)
        before = _told_choice(draft)
        draft.areas, draft.kinds, draft.left_out = sorted(areas), sorted(kinds), sorted(left_out)
        _touch(draft, by, now)
        _note_change(row, by, "circular.choose", before, _told_choice(draft), now)
    return row


def refer(id: int, *, kind: str, key: str, by: Actor, now: datetime, today: date) -> Circular:
    """Let a draft refer to something of the site; twice is once. Raises NotFound and NotAcceptable."""
    with writing():
        row, draft = _draft(id, by)
        told = references.told([(kind, key)], day=today).get((kind, key))
        if told is None:
            raise NotFound(f"no {kind} {key}")
        if any((one.kind, one.key) == (kind, key) for one in draft.references):
            return row
        if len(draft.references) >= MOST_REFERENCES:
            raise NotAcceptable([f"Mỗi thông báo kèm được nhiều nhất {MOST_REFERENCES} mục."])
        draft.references.append(CircularReference(kind=kind, key=told.key, title=told.title))
        _touch(draft, by, now)
        audit.record(by, "circular.refer", _name(row), None, {"kind": kind, "title": told.title}, now)
    return row


def drop(id: int, *, reference_id: int, by: Actor, now: datetime) -> Circular:
    """Take a reference out of a draft; one that is not there any more is no error."""
    with writing():
        row, draft = _draft(id, by)
        gone = next((one for one in draft.references if one.id == reference_id), None)
        if gone is not None:
            draft.references.remove(gone)
            _touch(draft, by, now)
            audit.record(by, "circular.drop", _name(row), {"kind": gone.kind, "title": gone.title}, None, now)
    return row


def discard(id: int, *, by: Actor, now: datetime) -> None:
    """Throw a draft away: of a notice that was never sent all of it, otherwise the correction."""
    with writing():
        row, draft = _draft(id, by)
        audit.record(by, "circular.discard", _name(row), _told(draft), None, now)
        if row.is_sent:
            row.versions.remove(draft)
        else:
            db.session.delete(row)


def problems(circular: Circular, chosen: Collection[School], *, today: date) -> list[str]:
    """Return what has to be put right before the draft of a notice can be sent."""
    draft, said = circular.draft, []
    if not draft.text.strip():
        said.append("Chưa có nội dung.")
    words = f"{draft.title}\n{draft.text}\n{draft.change_note}"
    said += [f"{says} {checks.RIGHT}" for says in wording.pushes(words)]
    if draft.confirm_by and draft.confirm_by < today:
        said.append(f"Hạn xác nhận {draft.confirm_by:%d/%m/%Y} đã qua.")
    if not chosen and not circular.is_sent:
        said.append("Chưa chọn trường nào.")
    if circular.is_sent and not draft.change_note.strip():
        said.append("Bản sửa cần một câu cho các trường biết đã sửa gì.")
    return said


def send(id: int, *, expected: str, by: Actor, now: datetime, today: date) -> Circular:
    """Send the draft of a notice to its schools; `expected` marks the list that the sender has seen.

    A correction goes to every school that has the notice, and to those chosen anew.
    """
    with writing():
        row, draft = _draft(id, by)
        chosen = chosen_for(draft, by, day=today)
        if said := problems(row, chosen, today=today):
            raise NotAcceptable(said)
        if fingerprint(chosen) != expected:
            raise NotAcceptable(
                [f"Danh sách trường vừa thay đổi, nay là {len(chosen)} trường. Hãy xem lại rồi gửi."]
            )
        added = _add_recipients(row, draft, chosen)
        _keep_what_is_said(draft, today)
        draft.sent_at, draft.sent_by = now, by.post
        row.current, row.first_sent_at = draft.number, row.first_sent_at or now
        verb = "circular.send" if draft.number == 1 else "circular.correct"
        after = {"version": draft.number, "title": draft.title, "schools": added, "note": draft.change_note}
        audit.record(by, verb, _name(row), None, after, now)
    return row


def draft_of(id: int, by: Actor) -> tuple[Circular, CircularVersion]:
    """Return a notice and its draft for somebody who may send it; raises NotFound where there is none."""
    return _draft(id, by)


def chosen_for(version: CircularVersion, by: Actor, *, day: date) -> list[School]:
    """Return the schools that a draft is for."""
    choice = Choice(version.areas, version.kinds, version.left_out)
    return choice.chosen(addressable(by, day=day))


def correct(id: int, *, by: Actor, now: datetime) -> Circular:
    """Begin a correction of a notice that was sent, unless one has been begun already."""
    with writing():
        row = _own(id, by)
        if not row.is_sent or row.is_withdrawn:
            raise NotAcceptable(["Chỉ sửa được thông báo đã gửi và chưa thu hồi."])
        if row.draft is None:
            row.versions.append(_copy(row.version, by, now))
            db.session.flush()
            audit.record(by, "circular.begin_correction", _name(row), None, None, now)
    return row


def _copy(old: CircularVersion, by: Actor, now: datetime) -> CircularVersion:
    names = ("title", "text", "html", "confirm_by", "areas", "kinds", "left_out")
    fresh = CircularVersion(number=old.number + 1, edited_at=now, edited_by=by.post)
    for name in names:
        setattr(fresh, name, getattr(old, name))
    fresh.references = [
        CircularReference(kind=one.kind, key=one.key, title=one.title) for one in old.references
    ]
    fresh.attachments = list(old.attachments)
    return fresh


def _add_recipients(row: Circular, draft: CircularVersion, chosen: Collection[School]) -> int:
    there = {one.key: one for one in queries.recipients(row.id)}
    known = {one.school for one in there.values() if one.school}
    # What was handed over on paper was the version before.
    for one in there.values():
        one.paper_on, one.paper_to, one.reminded_at, one.reminded = None, "", None, 0
    fresh = [one for one in chosen if one.key not in there and (one.school or one.key) not in known]
    for one in fresh:
        values = {name: getattr(one, name) for name in ("key", "unit_id", "school", "name", "kind", "place")}
        db.session.add(
            CircularRecipient(circular_id=row.id, since_version=draft.number, sort_key=one.sort_key, **values)
        )
    return len(fresh)


def _keep_what_is_said(draft: CircularVersion, today: date) -> None:
    told = references.told([(one.kind, one.key) for one in draft.references], day=today)
    for one in draft.references:
        if (one.kind, one.key) in told:
            one.said = [list(pair) for pair in told[one.kind, one.key].says]


def _draft(id: int, by: Actor) -> tuple[Circular, CircularVersion]:
    row = _own(id, by)
    if row.draft is None:
        raise NotFound(f"circular {id} has no draft")
    return row, row.draft


def _own(id: int, by: Actor) -> Circular:
    row = queries.circular(id, by)
    roles.require(by, SEND, accounts.unit(row.unit_id))
    return row


def _sender(by: Actor) -> int:
    own = [held.unit_id for held in by.assignments if SEND in roles.ROLES[held.role]]
    if not own:
        roles.require(by, SEND, None)
        raise NotAcceptable(["unit: Hãy chọn đơn vị gửi."])
    return own[0]


def _set_text(version: CircularVersion, title: str, text: str, confirm_by: date | None, note: str) -> None:
    version.title, version.text = " ".join(title.split()), text.strip()
    version.html, version.confirm_by, version.change_note = html_of(version.text), confirm_by, note.strip()


def _touch(version: CircularVersion, by: Actor, now: datetime) -> None:
    version.revision, version.edited_at, version.edited_by = version.revision + 1, now, by.post


def _note_change(row: Circular, by: Actor, verb: str, before: dict, after: dict, now: datetime) -> None:
    told = audit.changes(before, after)
    if any(told):
        audit.record(by, verb, _name(row), *told, now)


def _name(row: Circular) -> str:
    return f"circular:{row.id}"


def _told(version: CircularVersion) -> dict:
    names = ("title", "text", "confirm_by", "change_note")
    return {name: value for name in names if (value := getattr(version, name)) not in (None, "")}


def _told_choice(version: CircularVersion) -> dict:
    return {"areas": version.areas, "kinds": version.kinds, "left_out": version.left_out}
