"""Reading sources."""

from sqlalchemy import func, or_, select

from vocational.errors import NotFound
from vocational.sources.models import Source, SourceUse
from vocational.storage import db


def source(source_id: str) -> Source:
    """Return a source by id; raises NotFound."""
    found = db.session.get(Source, source_id)
    if found is None:
        raise NotFound(source_id)
    return found


def uses_of(source_id: str, *, offset: int, limit: int) -> list[SourceUse]:
    """Return some of the public pages that rest on a source, by kind and title."""
    rows = select(SourceUse).where(SourceUse.source_id == source_id).order_by(SourceUse.position)
    return list(db.session.scalars(rows.offset(offset).limit(limit)))


def use_total(source_id: str) -> int:
    """Return how many public pages rest on a source."""
    rows = select(func.count()).select_from(SourceUse).where(SourceUse.source_id == source_id)
    return db.session.scalar(rows)


def sources_by_id() -> dict[str, Source]:
    """Return all sources by id."""
    return {row.id: row for row in db.session.scalars(select(Source))}


def source_page(*, offset: int, limit: int, words: str = "") -> tuple[list[Source], int]:
    """Return some of the sources in order, and how many there are; `words` narrows by title or publisher."""
    asked = select(Source)
    if words:
        like = f"%{words.lower()}%"
        asked = asked.where(or_(func.lower(Source.title).like(like), func.lower(Source.publisher).like(like)))
    total = db.session.scalar(select(func.count()).select_from(asked.subquery()))
    rows = db.session.scalars(asked.order_by(Source.position).offset(offset).limit(limit))
    return list(rows), total
