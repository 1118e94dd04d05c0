"""Reading seats, rounds and deadlines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from sqlalchemy import ColumnElement, Integer, Row, Select, case, cast, func, or_, select
from sqlalchemy.orm import contains_eager

from vocational.admissions.deadlines import Deadline, DeadlineList
from vocational.admissions.models import (
    SAME,
    AdmissionArea,
    AdmissionProgress,
    AdmissionYear,
    Quota,
    QuotaGroup,
    QuotaSum,
    Round,
)
from vocational.admissions.seats import Asked, Overview, SumProvenance, Total
from vocational.admissions.words import level_words
from vocational.noticeboard import queries as noticeboard
from vocational.provenance import Confidence, Figure, State
from vocational.storage import db
from vocational.vietnamese import fold

AT_ONCE = 1000

SCHOOL = (QuotaGroup.rank, QuotaGroup.id, Quota.position)
SCHOOL_DOWN = (QuotaGroup.rank.desc(), QuotaGroup.id.desc(), Quota.position.desc())
ORDERS = {
    "ten": SCHOOL,
    "ten-giam": SCHOOL_DOWN,
    "bac": (QuotaGroup.level_rank, *SCHOOL),
    "bac-giam": (QuotaGroup.level_rank.desc(), *SCHOOL_DOWN),
    "so": (Quota.seats.asc().nulls_last(), Quota.id),
    "so-giam": (Quota.seats.desc().nulls_last(), Quota.id),
}
"""Ways to sort lines: by school, level or seats; «-giam» is downwards. Unknown seats always come last."""
BY_LINE = {"so", "so-giam"}


def years() -> list[AdmissionYear]:
    """Return the years that hold lines, newest first."""
    return list(db.session.scalars(select(AdmissionYear).order_by(AdmissionYear.year.desc())))


def latest_year() -> int | None:
    """Return the newest year that holds lines; None when there are none at all."""
    return db.session.scalar(select(func.max(AdmissionYear.year)))


def lines(year: int, asked: Asked, *, order: str, offset: int, limit: int) -> list[Quota]:
    """Return part of a year's lines that match, with their groups."""
    return list(db.session.scalars(_lines(year, asked, order).offset(offset).limit(limit)))


def all_lines(year: int, asked: Asked, *, order: str) -> Iterator[Quota]:
    """Yield every line of a year that matches, few of them in memory at a time."""
    rows = db.session.scalars(_lines(year, asked, order).execution_options(yield_per=AT_ONCE))
    for part in rows.partitions():
        yield from part


def overview(year: int, asked: Asked) -> Overview:
    """Return what the lines that match add up to, and the lines that each option of a filter would give.

    The counts of one filter leave its own choice out; a line of two levels counts under both.
    """
    sums = _sums(year, asked)
    matching = [row for row in sums if _is_kind(row, asked) and _is_level(row, asked)]
    return Overview(
        lines=sum(row.lines for row in matching),
        totals=[_total(row) for row in matching],
        kinds=_counted((row.kind, row.lines) for row in sums if _is_level(row, asked)),
        levels=_counted(
            (level, row.lines) for row in sums if _is_kind(row, asked) for level in row.level.split()
        ),
        areas=_area_counts(year, asked),
    )


def seats_summary() -> tuple[AdmissionYear, list[Total]] | None:
    """Return the newest year and its totals; None when no year holds lines."""
    newest = db.session.scalar(select(AdmissionYear).order_by(AdmissionYear.year.desc()).limit(1))
    return (newest, [_total(row) for row in _sums(newest.year, Asked())]) if newest else None


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


def last_days() -> dict[str, list[str]]:
    """Return the last days of all rounds of each school, as ISO dates in order."""
    rows = select(Round.institution, Round.closes).where(Round.closes.is_not(None)).order_by(Round.closes)
    days: dict[str, list[str]] = {}
    for school, closes in db.session.execute(rows):
        days.setdefault(school, []).append(closes.isoformat())
    return days


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


def _sums(year: int, asked: Asked) -> Sequence[QuotaSum | Row]:
    """Return the lines that match words and areas, added up by what they have in common."""
    if not asked.words and not asked.area:
        order = (QuotaSum.kind, QuotaSum.level_rank, QuotaSum.covers, QuotaSum.level)
        return db.session.scalars(select(QuotaSum).where(QuotaSum.year == year).order_by(*order)).all()
    same = [getattr(QuotaGroup, name) for name in SAME]
    sums = [
        func.sum(getattr(QuotaGroup, name)).label(name) for name in ("seats", "lines", "known", "uncertain")
    ]
    others = [
        func.min(QuotaGroup.qualifier).label("qualifier"),
        func.max(QuotaGroup.qualifier).label("other_qualifier"),
        # Within such a sum each school has exactly one group.
        func.count().label("schools"),
    ]
    rows = select(*same, *sums, *others).where(*_matching(year, Asked(words=asked.words, area=asked.area)))
    order = (QuotaGroup.kind, QuotaGroup.level_rank, QuotaGroup.covers, QuotaGroup.level)
    return db.session.execute(rows.group_by(*same).order_by(*order)).all()


def _is_kind(row: QuotaSum | Row, asked: Asked) -> bool:
    return not asked.kind or row.kind in asked.kind


def _is_level(row: QuotaSum | Row, asked: Asked) -> bool:
    return not asked.level or not set(row.level.split()).isdisjoint(asked.level)


def _counted(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for name, count in pairs:
        counts[name] += count
    return dict(counts)


def _area_counts(year: int, asked: Asked) -> dict[str, int]:
    but = Asked(words=asked.words, level=asked.level, kind=asked.kind)
    # The lines of a school are added up before they meet its areas: far fewer rows to bring together.
    schools = select(QuotaGroup.institution, func.sum(QuotaGroup.lines).label("lines"))
    schools = schools.where(*_matching(year, but)).group_by(QuotaGroup.institution).subquery()
    rows = select(AdmissionArea.area, cast(func.sum(schools.c.lines), Integer)).join(
        schools, schools.c.institution == AdmissionArea.institution
    )
    return dict(db.session.execute(rows.group_by(AdmissionArea.area)).all())


def _total(row: QuotaSum | Row) -> Total:
    confidence = Confidence.LOW if row.uncertain else Confidence.MEDIUM
    figure = Figure(
        value=int(row.seats) if row.known else None,
        state=State.KNOWN if row.known else State.UNKNOWN,
        unit=row.unit,
        qualifier=row.qualifier if row.qualifier == row.other_qualifier else "khoảng",
        period=f"năm {row.year}",
        provenance=SumProvenance(as_of=str(row.year), confidence=confidence),
    )
    return Total(
        kind=row.kind,
        covers=row.covers,
        level=level_words(row.level, row.level_words),
        figure=figure,
        schools=row.schools,
        lines=row.lines,
        missing=row.lines - row.known,
    )


def _lines(year: int, asked: Asked, order: str) -> Select:
    rows = select(Quota).join(Quota.group).options(contains_eager(Quota.group))
    if order in BY_LINE:
        # Tells the database to walk the lines in order of seats; otherwise it walks the groups.
        rows = rows.where(Quota.year == year)
    return rows.where(*_matching(year, asked)).order_by(*ORDERS[order])


def _matching(year: int, asked: Asked) -> list[ColumnElement[bool]]:
    """Return the conditions that a group must meet."""
    conditions = [QuotaGroup.year == year]
    conditions += [QuotaGroup.words.contains(word, autoescape=True) for word in fold(asked.words).split()]
    if asked.kind:
        conditions.append(QuotaGroup.kind.in_(asked.kind))
    if asked.level:
        levels = " " + QuotaGroup.level + " "
        conditions.append(or_(*[levels.contains(f" {level} ") for level in asked.level]))
    if asked.area:
        there = select(AdmissionArea.institution).where(AdmissionArea.area.in_(asked.area))
        conditions.append(QuotaGroup.institution.in_(there))
    return conditions
