"""Reading the labour market: series with their newest figures, one series, notes, gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, selectinload

from vocational.errors import Moved, NotFound
from vocational.labour_market.models import (
    IndicatorSeries,
    LabourMarketGap,
    LabourMarketNote,
    Observation,
)
from vocational.labour_market.periods import Period
from vocational.labour_market.readings import ChartSeries, Reading, charts_of, readings_of
from vocational.labour_market.topics import TOPICS
from vocational.storage import db

# The address of pupils' ways after lower secondary school; the figures are those of this topic.
AFTER_GRADE_9 = "sau-lop-9"
POLICY_NOTES = ("chinh-sach",)
FILTERS = {"topics": IndicatorSeries.topic, "areas": IndicatorSeries.area, "kinds": IndicatorSeries.kind}


@dataclass(frozen=True)
class Summary:
    """A series in a list: its newest readings, and how many periods it covers."""

    series: IndicatorSeries
    newest: tuple[Reading, ...]
    is_past: bool

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.series.slug


@dataclass(frozen=True)
class SeriesPage:
    """All of one series: readings newest first, charts, and the ids of the figures it shows."""

    series: IndicatorSeries
    readings: list[Reading]
    covers: tuple[str, ...]
    is_past: bool

    @property
    def charts(self) -> list[ChartSeries]:
        """The charts that the readings allow."""
        return charts_of(self.series.title, self.series.unit, self.readings)

    @property
    def has_groups(self) -> bool:
        """Whether some readings are about one group only."""
        return any(reading.group for reading in self.readings)

    @property
    def newest(self) -> list[Reading]:
        """The readings of the newest period."""
        first = self.readings[0].period
        return [reading for reading in self.readings if reading.period == first]

    @property
    def is_disputed(self) -> bool:
        """Whether sources contradict each other somewhere."""
        return any(reading.is_disputed for reading in self.readings)


@dataclass(frozen=True)
class Asked:
    """Which series a list is about; an empty part means all."""

    topics: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    headlines: bool = False

    def narrowed(self, query: Select, *, without: str = "") -> Select:
        """Return a query kept to what was asked, leaving out one part (to count its options)."""
        for name, column in FILTERS.items():
            chosen = getattr(self, name)
            if chosen and name != without:
                query = query.where(column.in_(chosen))
        return query.where(IndicatorSeries.is_headline) if self.headlines else query


def series_list(asked: Asked, *, today: date) -> list[Summary]:
    """Return the series asked for with their newest figures, in the order of the files."""
    order = func.rank().over(
        partition_by=Observation.series_slug,
        order_by=[Observation.ends.desc(), Observation.starts.desc()],
    )
    ranked = select(Observation.id, order.label("place")).subquery()
    query = (
        select(Observation)
        .join(ranked, (ranked.c.id == Observation.id) & (ranked.c.place == 1))
        .join(Observation.series)
        .options(contains_eager(Observation.series))
        .order_by(IndicatorSeries.position, Observation.position)
    )
    rows = db.session.scalars(asked.narrowed(query))
    return [_summary(list(group), today) for _slug, group in groupby(rows, key=lambda row: row.series_slug)]


def by_topic(summaries: Sequence[Summary]) -> list[tuple[str, str, list[Summary]]]:
    """Return (topic, its words, series) in the order of the topics; past targets come last."""
    groups: dict[str, list[Summary]] = {topic: [] for topic in TOPICS}
    past = []
    for summary in summaries:
        (past if summary.is_past else groups[summary.series.topic]).append(summary)
    found = [(topic, TOPICS[topic], group) for topic, group in groups.items() if group]
    return [*found, ("da-het-ky", "Mục tiêu của các kế hoạch đã hết kỳ", past)] if past else found


def option_counts(asked: Asked) -> dict[str, dict[str, int]]:
    """Return how many series each option of each filter would give beside the other filters."""
    return {name: _counted(asked, name, column) for name, column in FILTERS.items()}


def _counted(asked: Asked, name: str, column) -> dict[str, int]:
    query = asked.narrowed(select(column, func.count()), without=name).group_by(column)
    return {option: count for option, count in db.session.execute(query)}


def places() -> list[tuple[str, str]]:
    """Return (area, its name as of then) of every place that has figures, in the order of the files."""
    query = select(IndicatorSeries.area, func.min(IndicatorSeries.place)).group_by(IndicatorSeries.area)
    found = db.session.execute(query.order_by(func.min(IndicatorSeries.position)))
    return [(area, place) for area, place in found]


def series_page(slug: str, *, today: date) -> SeriesPage:
    """Return one series; raises Moved for the id of one of its figures, NotFound for anything else."""
    found = db.session.get(IndicatorSeries, slug, options=[selectinload(IndicatorSeries.observations)])
    if found is None:
        owner = db.session.scalar(select(Observation.series_slug).where(Observation.id == slug))
        raise Moved(owner) if owner else NotFound(slug)
    return _page(found, today)


def related_series(series: IndicatorSeries, limit: int = 6) -> list[IndicatorSeries]:
    """Return other series of the same topic, those of the same place first."""
    query = select(IndicatorSeries).where(
        IndicatorSeries.topic == series.topic, IndicatorSeries.slug != series.slug
    )
    nearest = (IndicatorSeries.area != series.area, IndicatorSeries.position)
    return list(db.session.scalars(query.order_by(*nearest).limit(limit)))


def headline_figures(limit: int, *, today: date) -> list[Summary]:
    """Return the series that the office wants on the first page, with their newest figures."""
    chosen = series_list(Asked(headlines=True), today=today)
    return [one for one in chosen if not one.is_past][:limit]


def after_grade_9(*, today: date) -> list[tuple[str, list[tuple[Period, list]]]]:
    """Return (place, [(period, [(series, reading)])]) of pupils' ways after lower secondary school.

    The newest period comes first; targets of the past are left out.
    """
    query = (
        select(IndicatorSeries)
        .where(IndicatorSeries.topic == AFTER_GRADE_9)
        .options(selectinload(IndicatorSeries.observations))
        .order_by(IndicatorSeries.position)
    )
    places: dict[str, list] = {}
    for series in db.session.scalars(query):
        readings = readings_of(series.observations)
        if not _is_past(series, readings, today):
            places.setdefault(series.full_place, []).extend((series, reading) for reading in readings)
    return [(place, _by_period(pairs)) for place, pairs in places.items()]


def _by_period(pairs):
    def newest_first(pair):
        return pair[1].period.ends, pair[1].period.starts, pair[1].period.words

    ordered = sorted(pairs, key=newest_first, reverse=True)
    groups = [list(group) for _key, group in groupby(ordered, key=newest_first)]
    return [(group[0][1].period, group) for group in groups]


def policy_notes() -> list[LabourMarketNote]:
    """Return the notes on rules and plans of the state."""
    return _notes(LabourMarketNote.about.in_(POLICY_NOTES))


def employers_and_zones() -> list[LabourMarketNote]:
    """Return the notes on employers, zones, plans and surveys."""
    return _notes(LabourMarketNote.about.not_in(POLICY_NOTES))


def _notes(condition) -> list[LabourMarketNote]:
    return list(
        db.session.scalars(select(LabourMarketNote).where(condition).order_by(LabourMarketNote.position))
    )


def note(slug: str) -> LabourMarketNote:
    """Return one note; raises NotFound."""
    found = db.session.get(LabourMarketNote, slug)
    if found is None:
        raise NotFound(slug)
    return found


def gaps(topic: str = "") -> list[LabourMarketGap]:
    """Return what was looked for and not found, of one topic or of all."""
    query = select(LabourMarketGap).order_by(LabourMarketGap.position)
    return list(db.session.scalars(query.where(LabourMarketGap.topic == topic) if topic else query))


def series_for_search(*, today: date) -> list[SeriesPage]:
    """Return every series with its readings and the ids it covers."""
    query = select(IndicatorSeries).options(selectinload(IndicatorSeries.observations))
    found = db.session.scalars(query.order_by(IndicatorSeries.position))
    return [_page(series, today) for series in found]


def series_slugs() -> list[str]:
    """Return the slug of every series."""
    return list(db.session.scalars(select(IndicatorSeries.slug).order_by(IndicatorSeries.position)))


def note_slugs() -> list[tuple[str, date | None]]:
    """Return (slug, day of the last check) of every note."""
    rows = select(LabourMarketNote.slug, LabourMarketNote.checked_on)
    return [tuple(row) for row in db.session.execute(rows.order_by(LabourMarketNote.slug))]


def _page(series: IndicatorSeries, today: date) -> SeriesPage:
    readings = readings_of(series.observations)
    ids = tuple(one.id for one in series.observations)
    return SeriesPage(series, readings, ids, _is_past(series, readings, today))


def _summary(newest: list[Observation], today: date) -> Summary:
    series = newest[0].series
    readings = tuple(readings_of(newest))
    return Summary(series, readings, _is_past(series, readings, today))


def _is_past(series: IndicatorSeries, readings: Sequence[Reading], today: date) -> bool:
    """Whether the series is a target whose last year is over: history, no aim of today."""
    return series.kind == "muc-tieu" and all(reading.period.ends < today for reading in readings)
