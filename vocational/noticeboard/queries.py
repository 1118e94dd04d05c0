"""Reading notices: what holds, what is coming, the archive, and what other rooms show of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, literal, select
from sqlalchemy.orm import selectinload

from vocational.errors import NotFound
from vocational.noticeboard.kinds import BOARD_KINDS, Board, Kind
from vocational.noticeboard.models import Notice, NoticeAudience, NoticeInstitution
from vocational.storage import db

NEWEST_FIRST = (Notice.starts_on.desc(), Notice.shown_until.desc(), Notice.slug)
OPEN_AT_MOST = 50


@dataclass(frozen=True)
class Asked:
    """What a reader narrows a board to; an empty group means all of it."""

    kind: Sequence[str] = ()
    area: Sequence[str] = ()
    audience: Sequence[str] = ()
    institution: Sequence[str] = ()
    unit: Sequence[str] = ()


@dataclass(frozen=True)
class Deadline:
    """A day on which something closes, with what and where it is told."""

    title: str
    deadline: date
    board: Board
    slug: str
    organiser: str


def notice(board: Board, slug: str) -> Notice:
    """Return a notice of a board; raises NotFound, also when it hangs on another board."""
    found = notice_or_none(board, slug)
    if found is None:
        raise NotFound(slug)
    return found


def notice_or_none(board: Board, slug: str) -> Notice | None:
    """Return a notice of a board; None when there is none on it."""
    found = db.session.get(Notice, slug, options=_parts())
    return found if found and found.board is board else None


def open_notices(board: Board, asked: Asked, *, today: date) -> list[Notice]:
    """Return what holds or lies ahead, what ends first first."""
    rows = _narrowed(board, asked).where(Notice.shown_until >= today)
    return list(db.session.scalars(rows.order_by(Notice.shown_until, Notice.slug).limit(OPEN_AT_MOST)))


def archived_total(board: Board, asked: Asked, *, today: date) -> int:
    """Return how many notices of the archive match."""
    rows = _narrowed(board, asked).where(Notice.shown_until < today)
    return db.session.scalar(select(func.count()).select_from(rows.subquery()))


def archived(board: Board, asked: Asked, *, today: date, offset: int, limit: int) -> list[Notice]:
    """Return part of the archive, newest first."""
    rows = _narrowed(board, asked).where(Notice.shown_until < today)
    return list(db.session.scalars(rows.order_by(*NEWEST_FIRST).offset(offset).limit(limit)))


def archived_keys(board: Board, asked: Asked, *, today: date) -> Select:
    """Return a query for (what it is, key, day it is filed under, last day) of the archive."""
    rows = _narrowed(board, asked).where(Notice.shown_until < today)
    return rows.with_only_columns(
        literal("notice").label("what"),
        Notice.slug.label("key"),
        func.date(Notice.starts_on).label("filed"),
        func.date(Notice.shown_until).label("ends"),
    )


def by_slugs(slugs: list[str]) -> dict[str, Notice]:
    """Return notices by slug."""
    rows = select(Notice).where(Notice.slug.in_(slugs))
    return {row.slug: row for row in db.session.scalars(rows)} if slugs else {}


def counts(board: Board, asked: Asked) -> dict[str, dict[str, int]]:
    """Return for each group of filters how many notices each option gives, the other groups as chosen."""
    return {name: _counts_by(column, board, asked, name) for name, column in _columns().items()}


def institutions_on(board: Board) -> list[str]:
    """Return the slugs of the institutions that notices of a board speak of."""
    rows = _of(board).join(Notice.institutions).with_only_columns(NoticeInstitution.institution).distinct()
    return list(db.session.scalars(rows))


def newest(limit: int) -> list[Notice]:
    """Return the newest notices of all boards, the archive included."""
    return list(db.session.scalars(select(Notice).order_by(*NEWEST_FIRST).limit(limit)))


def newest_on(board: Board, asked: Asked, limit: int) -> list[Notice]:
    """Return the newest notices of a board that match."""
    return list(db.session.scalars(_narrowed(board, asked).order_by(*NEWEST_FIRST).limit(limit)))


def exact_events(limit: int) -> list[Notice]:
    """Return the newest events of which the source knows the day."""
    exact = func.length(Notice.date) == len("2026-11-22")
    rows = _of(Board.EVENT).where(exact, ~Notice.date_is_estimated).order_by(*NEWEST_FIRST).limit(limit)
    return list(db.session.scalars(rows))


def newest_of(board: Board) -> Notice | None:
    """Return the newest notice of a board; None when the board is empty."""
    return db.session.scalar(_of(board).order_by(*NEWEST_FIRST).limit(1))


def deadlines() -> list[Deadline]:
    """Return everything with a closing day, in the order of the days."""
    rows = select(Notice).where(Notice.deadline.is_not(None)).order_by(Notice.deadline, Notice.slug)
    return [
        Deadline(row.title, row.deadline, row.board, row.slug, row.organiser)
        for row in db.session.scalars(rows)
    ]


def notices_of(institution: str, limit: int = 20) -> list[Notice]:
    """Return the newest notices that speak of an institution."""
    theirs = Notice.institutions.any(NoticeInstitution.institution == institution)
    return list(db.session.scalars(select(Notice).where(theirs).order_by(*NEWEST_FIRST).limit(limit)))


def notices_for_search() -> list[Notice]:
    """Return all notices with audiences and institutions."""
    return list(db.session.scalars(select(Notice).options(*_parts()).order_by(Notice.slug)))


def slugs() -> list[tuple[Board, str, date | None]]:
    """Return (board, slug, day of the last check) of every notice."""
    rows = select(Notice.kind, Notice.slug, Notice.checked_on).order_by(Notice.slug)
    return [(Kind(kind).board, slug, day) for kind, slug, day in db.session.execute(rows)]


def _parts():
    return (selectinload(Notice.audiences), selectinload(Notice.institutions))


def _of(board: Board) -> Select:
    return select(Notice).where(Notice.kind.in_([kind.value for kind in BOARD_KINDS[board]]))


def _narrowed(board: Board, asked: Asked, but: str = "") -> Select:
    """Return the notices of a board that match every group asked for, save the group `but`."""
    matches = {
        "kind": Notice.kind.in_(asked.kind),
        "area": Notice.area.in_(asked.area),
        "audience": Notice.audiences.any(NoticeAudience.audience.in_(asked.audience)),
        "institution": Notice.institutions.any(NoticeInstitution.institution.in_(asked.institution)),
    }
    wanted = [match for name, match in matches.items() if name != but and getattr(asked, name)]
    return _of(board).where(*wanted)


def _columns() -> dict[str, ColumnElement]:
    return {
        "kind": Notice.kind,
        "area": Notice.area,
        "audience": NoticeAudience.audience,
        "institution": NoticeInstitution.institution,
    }


def _counts_by(column: ColumnElement, board: Board, asked: Asked, name: str) -> dict[str, int]:
    rows = _narrowed(board, asked, but=name)
    if name == "audience":
        rows = rows.join(Notice.audiences)
    if name == "institution":
        rows = rows.join(Notice.institutions)
    return dict(db.session.execute(rows.with_only_columns(column, func.count()).group_by(column)).all())
