"""Reading what staff write."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from vocational.errors import NotFound
from vocational.noticeboard.items.models import Item, Version
from vocational.storage import db


def item(id: int) -> Item:
    """Return an item with its unit; raises NotFound."""
    found = db.session.get(Item, id, options=[joinedload(Item.unit)])
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
