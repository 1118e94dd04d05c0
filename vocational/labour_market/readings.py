"""Figures of one series side by side: what says the same, what contradicts, what may share a chart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from vocational.labour_market.periods import Period
from vocational.provenance import Figure

FEWEST_IN_TIME = 3


@dataclass(frozen=True)
class Reading:
    """What is known of one period and group: one figure, or several where sources contradict each other."""

    period: Period
    group: str
    figures: tuple[Figure, ...]
    ids: tuple[str, ...]

    @property
    def is_disputed(self) -> bool:
        """Whether sources give different values for the same thing."""
        return len(self.figures) > 1


@dataclass(frozen=True)
class ChartSeries:
    """What the chart macro draws."""

    title: str
    unit: str
    kind: str
    points: tuple[tuple[str, float | None], ...]


def readings_of(observations: Iterable) -> list[Reading]:
    """Return observations (`id`, `starts`, `ends`, `figure`) by period and group, newest period first."""
    met: dict[tuple, list] = {}
    for one in observations:
        met.setdefault((one.ends, one.starts, one.period, one.counts), []).append(one)
    found = [_reading(*key, together) for key, together in met.items()]
    return sorted(found, key=lambda reading: (reading.period.ends, reading.period.starts), reverse=True)


def _reading(ends, starts, words, group, together) -> Reading:
    values: dict[tuple, Figure] = {}
    for one in together:
        figure = one.figure
        same = (figure.state, figure.value, figure.value_to)
        values[same] = _united(values[same], figure) if same in values else figure
    return Reading(
        Period(starts, ends, words), group, tuple(values.values()), tuple(one.id for one in together)
    )


def _united(first: Figure, second: Figure) -> Figure:
    """Return one figure for two that say the same, with the sources and notes of both."""
    sources = tuple(dict.fromkeys(first.provenance.sources + second.provenance.sources))
    notes = first.note if second.note.rstrip(".") in first.note else f"{first.note} {second.note}".strip()
    return replace(
        first,
        qualifier=first.qualifier or second.qualifier,
        note=notes,
        provenance=replace(first.provenance, sources=sources),
    )


def charts_of(title: str, unit: str, readings: Sequence[Reading]) -> list[ChartSeries]:
    """Return the charts that the readings of one series allow; none for what cannot be compared.

    Periods share a chart only when they last equally long; a single point makes no chart.
    """
    groups = {reading.group for reading in readings}
    fewest = FEWEST_IN_TIME if len(groups) > 1 else 2
    return [*_in_time(title, unit, readings, fewest), *_side_by_side(title, unit, readings)]


def _in_time(title, unit, readings, fewest):
    def likeness(reading):
        return reading.group, reading.period.rhythm

    for (group, _rhythm), alike in groupby(sorted(readings, key=likeness), key=likeness):
        run = sorted(alike, key=lambda reading: reading.period.starts)
        points = tuple(point for reading in run for point in _points(reading, reading.period.words))
        if len(run) >= fewest:
            name = f"{title}: {group}" if group else title
            yield ChartSeries(name, unit, "line" if _is_even(run) else "bar", points)


def _side_by_side(title, unit, readings):
    """Yield a chart of the groups of the newest period that has several."""
    for _period, together in groupby(readings, key=lambda reading: reading.period):
        run = list(together)
        if len(run) > 1:
            words = run[0].period.words
            points = tuple(point for reading in run for point in _points(reading, reading.group or "chung"))
            yield ChartSeries(f"{title}, {words}", unit, "bar", points)
            return


def _points(reading: Reading, label: str) -> list[tuple[str, float | None]]:
    """Return a point for each figure; the label says what is a range's lower end, and what is in doubt."""
    points = []
    for number, figure in enumerate(reading.figures, start=1):
        words = f"{label} (nguồn thứ {number})" if reading.is_disputed else label
        words = f"{words}, mức thấp" if figure.value_to is not None else words
        words = words if figure.provenance.is_certain else f"{words} (chưa kiểm chứng)"
        points.append((words, figure.value))
    return points


def _is_even(run: Sequence[Reading]) -> bool:
    """Whether the periods follow each other at equal steps without doubt: only then may a line join them."""
    if len(run) < FEWEST_IN_TIME or any(reading.is_disputed for reading in run):
        return False
    months = [reading.period.starts.year * 12 + reading.period.starts.month for reading in run]
    return len({after - before for before, after in pairwise(months)}) == 1
