"""Files that no text and no notice to schools shows any more, for good."""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import delete, select

from vocational.noticeboard.circulars.models import circular_attachment
from vocational.noticeboard.items.models import Attachment, version_attachment
from vocational.storage import db

LINKS = (version_attachment, circular_attachment)


def rows_of(link, versions) -> set[int]:
    """Return the ids of the files that some versions show; `versions` selects their ids."""
    return set(db.session.scalars(select(link.c.attachment_id).where(link.c.version_id.in_(versions))))


def drop(ids: Iterable[int]) -> set[str]:
    """Drop, inside the caller's transaction, those files that nothing shows; return what they are called."""
    loose = set(ids)
    for link in LINKS:
        loose -= set(db.session.scalars(select(link.c.attachment_id)))
    names = set(db.session.scalars(select(Attachment.stored_name).where(Attachment.id.in_(loose))))
    db.session.execute(delete(Attachment).where(Attachment.id.in_(loose)))
    return names


def clear(names: Iterable[str], folder: Path) -> None:
    """Take files out of the folder of uploads unless something still goes by their name; after a commit."""
    names = set(names)
    used = set(db.session.scalars(select(Attachment.stored_name).where(Attachment.stored_name.in_(names))))
    for name in names - used:
        (folder / name).unlink(missing_ok=True)
