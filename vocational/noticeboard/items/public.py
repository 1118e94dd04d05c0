"""Reading what readers have of the items of staff. Nothing that was not approved comes from here."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, literal, or_, select
from sqlalchemy.orm import joinedload

from vocational.accounts.models import Unit
from vocational.errors import NotFound
from vocational.noticeboard.dates import day_of, end_of
from vocational.noticeboard.items.kinds import Facet, Standing
from vocational.noticeboard.items.models import EventDetails, Item, VacancyDetails, Version, VersionFacet
from vocational.noticeboard.items.posted import Posted
from vocational.noticeboard.items.queries import version_parts
from vocational.noticeboard.kinds import Board
from vocational.noticeboard.queries import Asked
from vocational.storage import db

OPEN_AT_MOST = 50
NEWEST_FIRST = (Item.publish_at.desc(), Item.id.desc())
GROUPS = ("kind", "area", "audience", "institution", "unit")


def page(board: Board, slug: str, *, now: datetime) -> Posted | Item:
    """Return what an address shows: a posted item, or the bare item where the page was taken down.

    Raises NotFound for what readers never had.
    """
    item = db.session.scalar(
        select(Item).where(Item.slug == slug, Item.kind == board.value).options(joinedload(Item.unit))
    )
    if item is None or item.first_public_at is None or item.first_public_at > now:
        raise NotFound(slug)
    if item.public_standing(now) in {Standing.PUBLIC, Standing.EXPIRED}:
        return Posted(item, version(item, item.public_number), now)
    return item


def unit_of(board: Board, slug: str) -> Unit | None:
    """Return the unit that wrote the item at an address; None where it is no item of staff."""
    query = select(Unit).join(Item, Item.unit_id == Unit.id)
    return db.session.scalar(query.where(Item.slug == slug, Item.kind == board.value))


def version(item: Item, number: int) -> Version:
    """Return a version of an item with its parts."""
    query = select(Version).where(Version.item_id == item.id, Version.number == number)
    return db.session.scalar(query.options(*version_parts()))


def open_items(board: Board, asked: Asked, *, now: datetime) -> list[Posted]:
    """Return what holds or lies ahead."""
    rows = narrowed(board, asked, now).where(~_over(now)).order_by(Item.expire_at, Item.id)
    return _posted(rows.limit(OPEN_AT_MOST), now)


def archived_total(board: Board, asked: Asked, *, now: datetime) -> int:
    """Return how many items of the archive match."""
    rows = narrowed(board, asked, now).where(_over(now)).with_only_columns(Item.id)
    return db.session.scalar(select(func.count()).select_from(rows.subquery()))


def archived_keys(board: Board, asked: Asked, *, now: datetime) -> Select:
    """Return a query for (what it is, key, day it is filed under, last day) of the archive."""
    filed = func.coalesce(EventDetails.starts, Item.publish_at)
    rows = narrowed(board, asked, now).where(_over(now))
    return rows.with_only_columns(
        literal("item").label("what"),
        cast(Item.id, String).label("key"),
        func.date(filed).label("filed"),
        func.date(Item.expire_at).label("ends"),
    )


def by_ids(ids: list[int], *, now: datetime) -> dict[int, Posted]:
    """Return posted items by id."""
    rows = _posted(_all(now).where(Item.id.in_(ids)), now) if ids else []
    return {row.item.id: row for row in rows}


def newest(*, now: datetime, limit: int) -> list[Posted]:
    """Return what came last for everybody and still holds, on all boards."""
    rows = _all(now).where(Version.site_wide, ~_over(now)).order_by(*NEWEST_FIRST).limit(limit)
    return _posted(rows, now)


def latest(board: Board, asked: Asked, *, now: datetime, limit: int) -> list[Posted]:
    """Return what came last of what matches on a board."""
    return _posted(narrowed(board, asked, now).order_by(*NEWEST_FIRST).limit(limit), now)


def posted_on(page_ids: set[str] | None, *, now: datetime) -> list[Posted]:
    """Return the posted items of some pages (None is all), with all of their parts."""
    rows = _all(now)
    if page_ids is not None:
        rows = rows.where(Item.slug.in_({id.partition("/")[2] for id in page_ids}))
    return _posted(rows.order_by(Item.id), now)


def speaking_of(institution: str, *, now: datetime, limit: int) -> list[Posted]:
    """Return the newest items that are marked with a vocational school, or that the school wrote itself."""
    rows = _all(now).where(_seen([institution]), _about([institution])).order_by(*NEWEST_FIRST)
    return _posted(rows.limit(limit), now)


def dated(*, now: datetime, limit: int) -> list[Posted]:
    """Return the events with a known time and the work with a last day to apply, newest first."""
    dated = or_(EventDetails.starts.is_not(None), VacancyDetails.deadline.is_not(None))
    rows = _all(now).where(dated, Version.site_wide).order_by(*NEWEST_FIRST)
    return _posted(rows.limit(limit), now)


def units_on(board: Board, *, now: datetime) -> list[Unit]:
    """Return the units that have something on a board."""
    ids = _all(now).where(Item.kind == board.value).with_only_columns(Item.unit_id)
    return list(db.session.scalars(select(Unit).where(Unit.id.in_(ids)).order_by(Unit.name, Unit.id)))


def institutions_on(board: Board, *, now: datetime) -> list[str]:
    """Return the slugs of the institutions that items of a board are marked with."""
    rows = _all(now).where(Item.kind == board.value).join(VersionFacet, VersionFacet.version_id == Version.id)
    rows = rows.where(VersionFacet.facet == Facet.INSTITUTION.value)
    return list(db.session.scalars(rows.with_only_columns(VersionFacet.value).distinct()))


def counts(board: Board, asked: Asked, *, now: datetime) -> dict[str, dict[str, int]]:
    """Return for each group of filters how many items each option gives, the other groups as chosen.

    What is marked with no area or audience counts for all of them, under the empty name.
    """
    return {group: _counts_by(board, asked, group, now) for group in GROUPS}


def narrowed(board: Board, asked: Asked, now: datetime, but: str = "") -> Select:
    """Return the items of a board that match every group asked for, save the group `but`.

    Without a unit asked for these are the items for everybody; those for one school come with the school.
    """
    matches = {
        "kind": Version.topic.in_(asked.kind),
        "area": _marked(Facet.AREA, asked.area),
        "audience": _marked(Facet.AUDIENCE, asked.audience),
        "institution": _about(asked.institution),
        "unit": Item.unit_id.in_([int(id) for id in asked.unit if id.isdigit()]),
    }
    wanted = [match for name, match in matches.items() if name != but and getattr(asked, name)]
    if not asked.unit and but != "unit":
        wanted.append(_seen(asked.institution if but != "institution" else ()))
    return _all(now).where(Item.kind == board.value, *wanted)


def _about(institutions) -> ColumnElement:
    """Return that an item is marked with one of some vocational schools, or was written there."""
    return or_(_facets(Facet.INSTITUTION, VersionFacet.value.in_(institutions)), _written_at(institutions))


def _seen(institutions) -> ColumnElement:
    """Return that an item is for everybody, or for those who look at the vocational schools that wrote it."""
    return or_(Version.site_wide, _written_at(institutions))


def _written_at(institutions) -> ColumnElement:
    return Item.unit_id.in_(select(Unit.id).where(Unit.institution.in_(institutions)))


def _all(now: datetime) -> Select:
    """Return the query for all items that readers have now, with the version that they have."""
    shown = and_(Version.item_id == Item.id, Version.number == Item.public_number)
    return (
        select(Item, Version)
        .join(Version, shown)
        .outerjoin(EventDetails, EventDetails.version_id == Version.id)
        .outerjoin(VacancyDetails, VacancyDetails.version_id == Version.id)
        .where(Item.withdrawn_at.is_(None), Item.publish_at <= now)
    )


def _posted(rows: Select, now: datetime) -> list[Posted]:
    rows = rows.options(joinedload(Item.unit), *version_parts())
    return [Posted(item, shown, now) for item, shown in db.session.execute(rows).unique()]


def _over(now: datetime) -> ColumnElement:
    """Return the condition for what belongs into the archive; the same as `Posted.is_over`."""
    today = day_of(now)
    last = func.coalesce(EventDetails.ends, EventDetails.starts)
    return or_(
        and_(Item.expire_at.is_not(None), Item.expire_at <= now),
        and_(last.is_not(None), last < end_of(today - timedelta(days=1))),
        and_(VacancyDetails.deadline.is_not(None), VacancyDetails.deadline < today),
    )


def _facets(facet: Facet, *more: ColumnElement) -> ColumnElement:
    rows = select(VersionFacet.id).where(
        VersionFacet.version_id == Version.id, VersionFacet.facet == facet.value, *more
    )
    return rows.correlate(Version).exists()


def _marked(facet: Facet, values) -> ColumnElement:
    """Return the condition for what is marked with one of some values, or with none at all."""
    return or_(_facets(facet, VersionFacet.value.in_(values)), ~_facets(facet))


def _counts_by(board: Board, asked: Asked, group: str, now: datetime) -> dict[str, int]:
    rows = narrowed(board, asked, now, but=group)
    if group in {"kind", "unit"}:
        column = Version.topic if group == "kind" else cast(Item.unit_id, String)
        return dict(db.session.execute(rows.with_only_columns(column, func.count()).group_by(column)).all())
    marked = and_(VersionFacet.version_id == Version.id, VersionFacet.facet == group)
    rows = rows.outerjoin(VersionFacet, marked)
    column = func.coalesce(VersionFacet.value, "")
    return dict(db.session.execute(rows.with_only_columns(column, func.count()).group_by(column)).all())
