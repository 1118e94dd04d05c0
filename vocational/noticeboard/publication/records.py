"""What is kept of a step: where the item stood, who did it, what the search has to be told."""

from datetime import datetime

from sqlalchemy import select

from vocational.accounts import audit
from vocational.accounts.roles import Actor
from vocational.noticeboard.dates import day_of, end_of
from vocational.noticeboard.items import queries as items
from vocational.noticeboard.items.models import Item, Version
from vocational.noticeboard.publication.models import ItemStep
from vocational.noticeboard.publication.steps import Step
from vocational.search import changes
from vocational.storage import db

KEPT = (
    "state",
    "public_number",
    "publish_at",
    "expire_at",
    "first_public_at",
    "said",
    "withdrawn_at",
    "withdrawn_because",
)
MOMENTS = {"publish_at", "expire_at", "first_public_at", "withdrawn_at"}


def standing_of(item: Item) -> dict:
    """Return where an item stands, as JSON can hold it."""
    values = {name: getattr(item, name) for name in KEPT}
    return {name: value.isoformat() if name in MOMENTS and value else value for name, value in values.items()}


def put_back(item: Item, kept: dict) -> None:
    """Let an item stand where it stood."""
    for name in KEPT:
        value = kept[name]
        setattr(item, name, datetime.fromisoformat(value) if name in MOMENTS and value else value)


def last_step(item_id: int) -> ItemStep | None:
    """Return the last step taken with an item; None when there was none."""
    query = select(ItemStep).where(ItemStep.item_id == item_id).order_by(ItemStep.id.desc()).limit(1)
    return db.session.scalar(query)


def steps_of(item_id: int) -> list[ItemStep]:
    """Return all steps taken with an item, newest first."""
    query = select(ItemStep).where(ItemStep.item_id == item_id).order_by(ItemStep.id.desc())
    return list(db.session.scalars(query))


def withdrawn_by(item: Item) -> int | None:
    """Return the account that took the page down last."""
    query = select(ItemStep.account_id).where(ItemStep.item_id == item.id, ItemStep.step == Step.WITHDRAW)
    return db.session.scalar(query.order_by(ItemStep.id.desc()).limit(1))


def public_numbers(item_id: int) -> set[int]:
    """Return the numbers of all versions that readers were ever meant to have."""
    return {step.after["public_number"] for step in steps_of(item_id)} - {None}


def authors(item: Item) -> set[int | None]:
    """Return the accounts that wrote at a text since readers saw it last."""
    since = (item.public_number or 0) if item.number != item.public_number else 0
    query = select(Version.by_account).where(Version.item_id == item.id, Version.number > since)
    return set(db.session.scalars(query))


def write_down(
    step: Step, item: Item, version: Version, *, by: Actor, now, before: dict, said="", alone=False
):
    """Keep a step, tell the search, and write the audit, inside the transaction that takes it."""
    item.changed_at = now
    db.session.flush()
    after = standing_of(item)
    row = ItemStep(item_id=item.id, step=step.value, number=version.number)
    row.account_id, row.post = by.account_id, by.post
    row.at, row.said, row.alone, row.before, row.after = now, said, alone, before, after
    db.session.add(row)
    _tell_search(item, version, now)
    was, is_now = audit.changes(before, after)
    is_now |= {"version": version.number, "title": version.title}
    is_now |= {"reason": said} if said else {}
    is_now |= {"alone": True} if alone else {}
    audit.record(by, f"item.{step}", f"item:{item.id}", was, is_now, now)


def _tell_search(item: Item, seen: Version, now: datetime) -> None:
    """Note the page: now, and at the moments at which the clock will change it."""
    moments = {item.publish_at, item.expire_at}
    if item.public_number is not None:
        is_seen = item.public_number == seen.number
        shown = seen if is_seen else items.version(item.id, item.public_number)
        moments |= {end_of_event(shown), end_of_vacancy(shown)}
    later = sorted(moment for moment in moments if moment is not None and moment > now)
    for moment in (now, *later):
        changes.note([item.page], now=moment)


def end_of_event(version: Version) -> datetime | None:
    """Return the moment at which the last day of an event is over."""
    last = version.event and (version.event.ends or version.event.starts)
    return end_of(day_of(last)) if last else None


def end_of_vacancy(version: Version) -> datetime | None:
    """Return the moment at which the last day to apply is over."""
    return end_of(version.vacancy.deadline) if version.vacancy and version.vacancy.deadline else None
