"""Reading what staff write."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from vocational.accounts.roles import Actor, Reach
from vocational.errors import NotFound
from vocational.noticeboard.items.kinds import Standing, State
from vocational.noticeboard.items.models import Attachment, Draft, Item, Version, version_attachment
from vocational.storage import db


def item(id: int, *, for_change: bool = False) -> Item:
    """Return an item with its unit; raises NotFound. Inside a change it is read anew and held."""
    held = {"with_for_update": True, "populate_existing": True} if for_change else {}
    found = db.session.get(Item, id, options=[selectinload(Item.unit)], **held)
    if found is None:
        raise NotFound(f"no item {id}")
    return found


def version(item_id: int, number: int) -> Version:
    """Return a version with all that belongs to it; raises NotFound."""
    found = db.session.scalar(
        select(Version).where(Version.item_id == item_id, Version.number == number).options(*version_parts())
    )
    if found is None:
        raise NotFound(f"item {item_id} has no version {number}")
    return found


def version_parts() -> tuple:
    """Return what is loaded with a version to show it."""
    return (
        selectinload(Version.facets),
        selectinload(Version.attachments),
        joinedload(Version.event),
        joinedload(Version.vacancy),
    )


def item_begun_with(key: str) -> Item | None:
    """Return the item that a form made; None when it was not saved yet."""
    return db.session.scalar(select(Item).where(Item.key == key).options(selectinload(Item.unit)))


def slugs_like(start: str, but: int | None) -> set[str]:
    """Return the names of addresses that begin in a way, without that of one item."""
    rows = select(Item.slug).where(Item.slug.startswith(start, autoescape=True), Item.id != (but or 0))
    return set(db.session.scalars(rows))


@dataclass(frozen=True)
class Asked:
    """What somebody narrows the list of items to; empty means all."""

    words: str = ""
    standing: str = ""
    kind: str = ""
    ends_by: datetime | None = None


def item_total(reach: Reach, asked: Asked, *, now: datetime) -> int:
    """Return how many items within somebody's reach match."""
    return db.session.scalar(select(func.count()).select_from(_narrowed(reach, asked, now).subquery()))


def items(
    reach: Reach, asked: Asked, *, now: datetime, offset: int = 0, limit: int | None = None
) -> list[Item]:
    """Return the items within somebody's reach that match, with unit and newest text.

    What was changed last comes first; of those that end by a moment, what ends first.
    """
    rows = _narrowed(reach, asked, now).options(joinedload(Item.unit), joinedload(Item.newest))
    first = [Item.expire_at] if asked.ends_by else []
    rows = rows.order_by(*first, Item.changed_at.desc(), Item.id.desc()).offset(offset).limit(limit)
    return list(db.session.scalars(rows))


def _narrowed(reach: Reach, asked: Asked, now: datetime) -> Select:
    rows = select(Item)
    if not reach.everywhere:
        rows = rows.where(or_(Item.unit_id.in_(reach.unit_ids), _in_areas(reach)))
    if asked.kind:
        rows = rows.where(Item.kind == asked.kind)
    if asked.standing:
        rows = rows.where(*_stands(Standing(asked.standing), now))
    if asked.ends_by:
        rows = rows.where(Item.expire_at <= asked.ends_by)
    if asked.words:
        said = Version.title.icontains(asked.words, autoescape=True)
        said |= Version.body.icontains(asked.words, autoescape=True)
        rows = rows.where(Item.newest.has(said))
    return rows


def _in_areas(reach: Reach):
    unit = Item.unit.property.mapper.class_
    return Item.unit.has(unit.area.in_(reach.areas))


def _stands(standing: Standing, now: datetime) -> list:
    if standing in {Standing.SCHEDULED, Standing.PUBLIC, Standing.EXPIRED}:
        times = {
            Standing.SCHEDULED: Item.publish_at > now,
            Standing.PUBLIC: (Item.publish_at <= now) & (Item.expire_at.is_(None) | (Item.expire_at > now)),
            Standing.EXPIRED: (Item.publish_at <= now) & (Item.expire_at <= now),
        }
        return [Item.state == State.APPROVED.value, times[standing]]
    return [Item.state == standing.value]


def attachment(id: int) -> Attachment:
    """Return a file; raises NotFound."""
    found = db.session.get(Attachment, id)
    if found is None:
        raise NotFound(f"no attachment {id}")
    return found


def attachments(ids: Iterable[int]) -> dict[int, Attachment]:
    """Return files by id; those that are not there are left out."""
    ids = list(ids)
    rows = db.session.scalars(select(Attachment).where(Attachment.id.in_(ids))) if ids else []
    return {row.id: row for row in rows}


def images(ids: Iterable[int]) -> frozenset[int]:
    """Return which of some files are pictures."""
    return frozenset(id for id, row in attachments(ids).items() if row.is_image)


def was_shown_by(attachment_id: int, item_id: int) -> bool:
    """Return whether some version of an item shows a file."""
    shown = version_attachment.join(Version.__table__, Version.id == version_attachment.c.version_id)
    where = (version_attachment.c.attachment_id == attachment_id) & (Version.item_id == item_id)
    return db.session.scalar(select(exists(select(1).select_from(shown).where(where))))


def files_named(stored_name: str) -> list[Attachment]:
    """Return what a file in the folder of uploads is called, by whoever attached it."""
    rows = select(Attachment).where(Attachment.stored_name == stored_name)
    return list(db.session.scalars(rows.order_by(Attachment.id.desc())))


def items_showing(attachment_id: int) -> list[tuple[Item, int]]:
    """Return the items that show a file in some version, with the number of the version."""
    link = version_attachment
    rows = select(Item, Version.number).join(Version, Version.item_id == Item.id)
    rows = rows.join(link, link.c.version_id == Version.id).where(link.c.attachment_id == attachment_id)
    return [(item, number) for item, number in db.session.execute(rows.options(joinedload(Item.unit)))]


def draft(key: str, by: Actor) -> Draft | None:
    """Return what somebody typed into a form and did not save; None when there is nothing."""
    return db.session.scalar(select(Draft).where(Draft.key == key, Draft.account_id == by.account_id))


def drafts(by: Actor) -> list[Draft]:
    """Return all that somebody typed and did not save, the latest first."""
    rows = select(Draft).where(Draft.account_id == by.account_id)
    return list(db.session.scalars(rows.order_by(Draft.at.desc(), Draft.id.desc())))


def draft_total(by: Actor) -> int:
    """Return how many texts somebody typed and did not save."""
    rows = select(func.count()).select_from(Draft).where(Draft.account_id == by.account_id)
    return db.session.scalar(rows)
