"""What is done to items as a whole: submitted, approved, returned, published, withdrawn, and taken back.

Each step, its audit row and its search change are one transaction. A step names the version that somebody
looked at: had it been rewritten meanwhile, she would let out what she never read.
"""

from datetime import datetime

from vocational.accounts import roles
from vocational.accounts.roles import Actor
from vocational.errors import NotAcceptable, NotFound
from vocational.noticeboard.items import queries as items
from vocational.noticeboard.items import readiness
from vocational.noticeboard.items.kinds import Standing, State
from vocational.noticeboard.items.models import Item, Version
from vocational.noticeboard.publication import records, steps
from vocational.noticeboard.publication.models import ItemStep
from vocational.noticeboard.publication.rights import asking
from vocational.noticeboard.publication.steps import IllegalStep, Step
from vocational.storage import db, writing

NO_SCHEDULE = "Bài đang có trên trang: bản mới thay bản cũ ngay khi đăng, không hẹn giờ được."


def submit(id: int, *, number: int, by: Actor, now: datetime) -> Item:
    """Hand a text in; where nobody has to approve it, readers get it at once."""

    def handed_in(item, version, who):
        if who.needs_approval:
            readiness.require_ready(version, now=now)
            item.state, item.said = State.REVIEW, ""
        else:
            _let_out(item, version, at=version.publish_at, now=now)

    return _taken(Step.SUBMIT, id, number, by, now, handed_in)


def take_back(id: int, *, number: int, by: Actor, now: datetime) -> Item:
    """Take back a text that was handed in and not yet judged."""
    return _taken(Step.TAKE_BACK, id, number, by, now, lambda item, *_: _set(item, state=State.DRAFT))


def approve(id: int, *, number: int, by: Actor, now: datetime) -> Item:
    """Let a text out at the time it asks for, or at once."""
    return _taken(
        Step.APPROVE, id, number, by, now, lambda item, v, _: _let_out(item, v, at=v.publish_at, now=now)
    )


def send_back(id: int, *, number: int, reason: str, by: Actor, now: datetime) -> Item:
    """Give a text back to whoever wrote it, with the reason."""
    said = _reason(reason)
    return _taken(
        Step.RETURN, id, number, by, now, lambda item, *_: _set(item, state=State.RETURNED, said=said), said
    )


def publish(id: int, *, number: int, by: Actor, now: datetime) -> Item:
    """Let a text out at once, whatever time it asks for."""
    return _taken(Step.PUBLISH, id, number, by, now, lambda item, v, _: _let_out(item, v, at=None, now=now))


def schedule(id: int, *, number: int, at: datetime, by: Actor, now: datetime) -> Item:
    """Let a text out at a later time."""
    if at <= now:
        raise NotAcceptable(["at: Giờ hẹn đã qua. Hãy chọn giờ sau lúc này, hoặc bấm «Đăng ngay»."])
    return _taken(Step.SCHEDULE, id, number, by, now, lambda item, v, _: _let_out(item, v, at=at, now=now))


def withdraw(id: int, *, reason: str, by: Actor, now: datetime) -> Item:
    """Take a page down; its address tells the reason."""
    said = _reason(reason)

    def taken_down(item, _version, _who):
        item.withdrawn_at, item.withdrawn_because = now, said
        if item.state == State.APPROVED:
            item.state = State.WITHDRAWN

    return _taken(Step.WITHDRAW, id, None, by, now, taken_down, said)


def restore(id: int, *, by: Actor, now: datetime) -> Item:
    """Put up again what was taken down."""

    def put_up(item, _version, _who):
        item.withdrawn_at, item.withdrawn_because = None, ""
        if item.state == State.WITHDRAWN:
            item.state = State.APPROVED

    return _taken(Step.RESTORE, id, None, by, now, put_up)


def undo(id: int, *, step_id: int, by: Actor, now: datetime) -> Item:
    """Put an item back to where it stood before the last step."""
    with writing():
        item = items.item(id)
        db.session.refresh(item, with_for_update=True)
        last = records.last_step(id)
        _require_undo(by, item, last, step_id, now)
        before, first = records.standing_of(item), item.first_public_at
        records.put_back(item, last.before)
        if first is not None and first <= now:
            # Readers had the address: it never becomes that of something else.
            item.first_public_at = first
        seen = items.version(item.id, last.number)
        records.write_down(Step.UNDO, item, seen, by=by, now=now, before=before)
    return item


def can_undo(by: Actor, item: Item, last: ItemStep | None, *, now: datetime) -> bool:
    """Return whether the last step is still as it was left, fresh, and this person's to take back."""
    if last is None or last.step == Step.UNDO or now - last.at > steps.UNDO_WITHIN:
        return False
    if item.number != last.number or records.standing_of(item) != last.after:
        return False
    own = by.account_id is not None and last.account_id == by.account_id
    own = own and roles.may(by, "notice.write", item.unit)
    return own or roles.may(by, "notice.approve", item.unit)


def _require_undo(by: Actor, item: Item, last: ItemStep | None, step_id: int, now: datetime) -> None:
    roles.require(by, "notice.write", item.unit)
    if last is None or last.id != step_id:
        raise IllegalStep("Đã có bước khác sau bước ấy, nên không hoàn tác được nữa.")
    if not can_undo(by, item, last, now=now):
        raise IllegalStep(
            "Bước này không hoàn tác được: đã quá một ngày, bài đã được sửa, hoặc bước do người khác làm."
        )


def _taken(step: Step, id: int, number: int | None, by: Actor, now: datetime, change, said="") -> Item:
    """Take a step in one transaction; `change` takes the item, its newest version and who asks."""
    with writing():
        item, version = _seen(id, number)
        who = asking(by, item, version, now=now)
        who.require(step)
        steps.check(step, text=item.standing(now), page=item.public_standing(now))
        before = records.standing_of(item)
        change(item, version, who)
        alone = step.rule.lets_out and who.alone
        records.write_down(step, item, version, by=by, now=now, before=before, said=said, alone=alone)
    return item


def _seen(id: int, number: int | None) -> tuple[Item, Version]:
    item = items.item(id, for_change=True)
    if number is not None and number != item.number:
        raise IllegalStep(
            f"Bài vừa được sửa: nay là bản {item.number}, anh chị đang xem bản {number}. Hãy xem lại bản mới."
        )
    if not item.number:
        raise NotFound(f"item {id} has no version")
    return item, items.version(id, item.number)


def _let_out(item: Item, version: Version, *, at: datetime | None, now: datetime) -> None:
    readiness.require_ready(version, now=now)
    at = at if at is not None and at > now else now
    if version.expire_at is not None and version.expire_at <= at:
        raise NotAcceptable(["Ngày hết hạn của bài đến trước ngày đăng. Hãy sửa ngày hết hạn rồi đăng."])
    was_public = item.public_standing(now) in {Standing.PUBLIC, Standing.EXPIRED}
    if was_public and at > now:
        raise NotAcceptable([NO_SCHEDULE])
    item.state, item.said, item.public_number = State.APPROVED, "", version.number
    # A new text of a page that readers have keeps the day on which it came.
    item.publish_at = item.publish_at if was_public else at
    item.expire_at = version.expire_at
    item.withdrawn_at, item.withdrawn_because = None, ""
    if item.first_public_at is None or item.first_public_at > now:
        item.first_public_at = item.publish_at


def _set(item: Item, **values) -> None:
    for name, value in values.items():
        setattr(item, name, value)


def _reason(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise NotAcceptable(["reason: Hãy viết lý do."])
    if len(text) > steps.LONGEST_REASON:
        raise NotAcceptable([f"reason: Hãy viết lý do trong {steps.LONGEST_REASON} ký tự."])
    return text
