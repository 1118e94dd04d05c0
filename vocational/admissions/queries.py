"""Reading seats, rounds and deadlines."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import contains_eager

from vocational.admissions.deadlines import Deadline, DeadlineList
from vocational.admissions.models import AdmissionArea, AdmissionProgress, Quota, QuotaGroup, Round
from vocational.admissions.seats import Asked, SumProvenance, Total, Year
from vocational.admissions.words import level_words
from vocational.noticeboard import queries as noticeboard
from vocational.provenance import Confidence, Figure, State
from vocational.storage import db
from vocational.vietnamese import fold

KEPT_IN_CALENDAR = timedelta(days=365)
AT_ONCE = 1000

SCHOOL = (QuotaGroup.rank, QuotaGroup.id, Quota.position)
ORDERS = {
    "ten": SCHOOL,
    "ten-giam": (QuotaGroup.rank.desc(), QuotaGroup.id.desc(), Quota.position.desc()),
    "bac": (QuotaGroup.level_rank, *SCHOOL),
    "bac-giam": (QuotaGroup.level_rank.desc(), *SCHOOL),
    "so": (Quota.seats.asc().nulls_last(), Quota.id),
    "so-giam": (Quota.seats.desc().nulls_last(), Quota.id),
}
"""Ways to sort lines: by school, level or seats; «-giam» is downwards. Unknown seats always come last."""


def years() -> list[Year]:
    """Return the years that hold lines, newest first."""
    schools = func.count(QuotaGroup.institution.distinct())
    rows = select(QuotaGroup.year, func.sum(QuotaGroup.lines), schools).group_by(QuotaGroup.year)
    return [Year(*row) for row in db.session.execute(rows.order_by(QuotaGroup.year.desc()))]


def latest_year() -> int | None:
    """Return the newest year that holds lines; None when there are none at all."""
    return db.session.scalar(select(func.max(QuotaGroup.year)))


def codes_in(year: int) -> tuple[set[str], set[str]]:
    """Return the levels and the kinds of figures that a year's lines have."""
    rows = select(QuotaGroup.level, QuotaGroup.kind).where(QuotaGroup.year == year).distinct()
    found = db.session.execute(rows).all()
    return {level for levels, _kind in found for level in levels.split()}, {kind for _levels, kind in found}


def line_count(year: int, asked: Asked) -> int:
    """Return how many lines of a year match."""
    rows = select(func.coalesce(func.sum(QuotaGroup.lines), 0)).where(*_matching(year, asked))
    return db.session.scalar(rows)


def lines(year: int, asked: Asked, *, order: str, offset: int, limit: int) -> list[Quota]:
    """Return part of a year's lines that match, with their groups."""
    return list(db.session.scalars(_lines(year, asked, order).offset(offset).limit(limit)))


def all_lines(year: int, asked: Asked, *, order: str) -> Iterator[Quota]:
    """Yield every line of a year that matches, few of them in memory at a time."""
    rows = db.session.scalars(_lines(year, asked, order).execution_options(yield_per=AT_ONCE))
    for part in rows.partitions():
        yield from part


def totals(year: int, asked: Asked) -> list[Total]:
    """Return the sums of what matches, one for each kind, width, level and unit."""
    group = QuotaGroup
    together = (group.kind, group.covers, group.level, group.level_words, group.unit)
    sums = [func.sum(column) for column in (group.seats, group.lines, group.known, group.uncertain)]
    words = (func.min(group.qualifier), func.max(group.qualifier))
    schools = func.count(group.institution.distinct())
    rows = select(*together, *sums, *words, schools).where(*_matching(year, asked)).group_by(*together)
    order = (group.kind, func.min(group.level_rank), group.covers, group.level, group.level_words, group.unit)
    return [_total(year, *row) for row in db.session.execute(rows.order_by(*order))]


def level_counts(year: int, asked: Asked) -> dict[str, int]:
    """Return lines by level, the other filters as asked; a line of two levels counts under both."""
    counts: dict[str, int] = {}
    for levels, count in _counts(QuotaGroup.level, year, asked, but="level"):
        for level in levels.split():
            counts[level] = counts.get(level, 0) + count
    return counts


def kind_counts(year: int, asked: Asked) -> dict[str, int]:
    """Return lines by kind of figure, the other filters as asked."""
    return dict(_counts(QuotaGroup.kind, year, asked, but="kind"))


def area_counts(year: int, asked: Asked) -> dict[str, int]:
    """Return lines by area, the other filters as asked."""
    return dict(_counts(AdmissionArea.area, year, asked, but="area"))


def areas(year: int) -> list[tuple[str, str]]:
    """Return (id, name) of the areas that the year's schools lie in, present provinces first."""
    here = select(QuotaGroup.institution).where(QuotaGroup.year == year)
    rows = (
        select(AdmissionArea.area, AdmissionArea.name).where(AdmissionArea.institution.in_(here)).distinct()
    )
    found = db.session.execute(rows.order_by(AdmissionArea.area)).all()
    return [(area, name) for area, name in found]


def seats_summary() -> tuple[Year, list[Total]] | None:
    """Return the newest year and its totals; None when no year holds lines."""
    found = years()
    return (found[0], totals(found[0].year, Asked())) if found else None


def quotas_of(institution: str) -> list[tuple[int, list[Quota]]]:
    """Return a school's (year, lines), newest year first."""
    rows = select(Quota).join(Quota.group).options(contains_eager(Quota.group))
    rows = rows.where(QuotaGroup.institution == institution).order_by(Quota.year.desc(), Quota.position)
    found = groupby(db.session.scalars(rows), key=lambda quota: quota.year)
    return [(year, list(lines)) for year, lines in found]


def rounds_of(institution: str) -> list[Round]:
    """Return a school's rounds, newest first."""
    rows = select(Round).where(Round.institution == institution)
    return list(db.session.scalars(rows.order_by(Round.year.desc(), Round.closes.desc(), Round.id)))


def progress_of(institution: str) -> list[AdmissionProgress]:
    """Return what is told of a school's admission on the way, newest first."""
    rows = select(AdmissionProgress).where(AdmissionProgress.institution == institution)
    return list(db.session.scalars(rows.order_by(AdmissionProgress.year.desc(), AdmissionProgress.id)))


def progress_in(year: int, limit: int = 20) -> list[AdmissionProgress]:
    """Return what is told of schools' admission in a year."""
    rows = select(AdmissionProgress).where(AdmissionProgress.year == year)
    return list(
        db.session.scalars(rows.order_by(AdmissionProgress.school, AdmissionProgress.id).limit(limit))
    )


def closing_soon(today: date, limit: int) -> list[Deadline]:
    """Return the next deadlines of rounds and notices, the nearest first."""
    return deadlines(today, ahead=limit, passed=0).ahead


def deadlines(today: date, *, ahead: int, passed: int) -> DeadlineList:
    """Return the next deadlines and the last ones that passed, with how many of each there are."""
    notices = _notice_deadlines()
    still = [notice for notice in notices if notice.closes >= today]
    over = [notice for notice in notices if notice.closes < today]
    coming = select(Round).where(Round.closes >= today).order_by(Round.closes, Round.school, Round.id)
    gone = select(Round).where(Round.closes < today).order_by(Round.closes.desc(), Round.school, Round.id)
    # A round that a notice tells of as well counts once.
    own = case((Round.notice.is_(None), 1), else_=0)
    counts = select(_sum_where(Round.closes >= today, own), _sum_where(Round.closes < today, own))
    coming_count, gone_count = db.session.execute(counts).one()
    return DeadlineList(
        ahead=sorted(_merged(coming.limit(ahead), still), key=_by_day)[:ahead],
        ahead_count=coming_count + len(still),
        passed=sorted(_merged(gone.limit(passed), over), key=_by_day, reverse=True)[:passed],
        passed_count=gone_count + len(over),
    )


def deadlines_for_calendar(today: date) -> list[Deadline]:
    """Return the deadlines ahead and those of the last year, so that calendars keep what they showed."""
    since = today - KEPT_IN_CALENDAR
    rows = select(Round).where(Round.closes >= since).order_by(Round.closes, Round.id)
    return _merged(rows, [notice for notice in _notice_deadlines() if notice.closes >= since])


def _sum_where(condition: ColumnElement[bool], column: ColumnElement) -> ColumnElement:
    return func.coalesce(func.sum(case((condition, column), else_=0)), 0)


def _merged(rows: Select, notices: list[Deadline]) -> list[Deadline]:
    """Return rounds and notices, without the notices that a round already stands for."""
    rounds = _of_rounds(rows)
    told = {deadline.notice for deadline in rounds}
    return [*rounds, *(notice for notice in notices if notice.notice not in told)]


def _of_rounds(rows: Select) -> list[Deadline]:
    return [
        Deadline(
            id=row.id,
            closes=row.closes,
            title=row.school,
            about=row.name,
            opens=row.opens,
            method=row.method,
            institution=row.institution,
            notice=row.notice or "",
            board="announcement",
            provenance=row.provenance,
        )
        for row in db.session.scalars(rows)
    ]


def _notice_deadlines() -> list[Deadline]:
    return [
        Deadline(
            id=row.slug,
            closes=row.deadline,
            title=row.title,
            about=row.organiser,
            notice=row.slug,
            board=row.board,
        )
        for row in noticeboard.deadlines()
    ]


def _by_day(deadline: Deadline):
    return deadline.closes, deadline.title


def _total(
    year, kind, covers, level, own, unit, seats, lines, known, uncertain, least, most, schools
) -> Total:
    confidence = Confidence.LOW if uncertain else Confidence.MEDIUM
    figure = Figure(
        value=int(seats) if known else None,
        state=State.KNOWN if known else State.UNKNOWN,
        unit=unit,
        qualifier=least if least == most else "khoảng",
        period=f"năm {year}",
        provenance=SumProvenance(as_of=str(year), confidence=confidence),
    )
    return Total(kind, covers, level_words(level, own), figure, schools, lines, lines - known)


def _lines(year: int, asked: Asked, order: str) -> Select:
    rows = select(Quota).join(Quota.group).options(contains_eager(Quota.group))
    return rows.where(Quota.year == year, *_matching(year, asked)).order_by(*ORDERS[order])


def _counts(column: ColumnElement, year: int, asked: Asked, *, but: str):
    rows = select(column, func.sum(QuotaGroup.lines)).where(*_matching(year, asked, but))
    if column is AdmissionArea.area:
        rows = rows.join(AdmissionArea, AdmissionArea.institution == QuotaGroup.institution)
    return db.session.execute(rows.group_by(column)).all()


def _matching(year: int, asked: Asked, but: str = "") -> list[ColumnElement[bool]]:
    """Return the conditions that a group must meet, save those of the filter `but`."""
    conditions = [QuotaGroup.year == year]
    conditions += [QuotaGroup.words.contains(word, autoescape=True) for word in fold(asked.words).split()]
    if asked.kind and but != "kind":
        conditions.append(QuotaGroup.kind.in_(asked.kind))
    if asked.level and but != "level":
        levels = " " + QuotaGroup.level + " "
        conditions.append(or_(*[levels.contains(f" {level} ") for level in asked.level]))
    if asked.area and but != "area":
        there = select(AdmissionArea.institution).where(AdmissionArea.area.in_(asked.area))
        conditions.append(QuotaGroup.institution.in_(there))
    return conditions
