"""Labour-market entries as rows."""

from collections.abc import Iterator
from itertools import chain

from vocational.ingest import markdown
from vocational.labour_market import periods
from vocational.labour_market.models import (
    IndicatorSeries,
    LabourMarketGap,
    LabourMarketNote,
    Observation,
)

TABLES = (IndicatorSeries, Observation, LabourMarketNote, LabourMarketGap)
OF_SERIES = ("topic", "indicator", "area", "place", "scope", "kind", "unit")


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield the series, their figures, the notes and the gaps, each in the order of the files."""
    for row in _series(content).values():
        yield IndicatorSeries, row
    for position, entry in enumerate(_observations(content)):
        yield Observation, _observation(entry, position)
    for position, note in enumerate(content.entries("labour_market_notes")):
        own = note.model_dump(include={"slug", "title", "about", "area", "place", "note"})
        texts = {"html": markdown.html_of(note.body), "text": note.body, "position": position}
        yield LabourMarketNote, own | texts | note.provenance_row()
    for position, gap in enumerate(content.entries("labour_market_gaps")):
        yield LabourMarketGap, gap.model_dump() | {"position": position}


def _observations(content) -> Iterator:
    return chain(content.entries("indicators"), content.entries("student_flow"))


def _series(content) -> dict[str, dict]:
    series: dict[str, dict] = {}
    for entry in _observations(content):
        own = {name: getattr(entry, name) for name in OF_SERIES}
        first = own | {"slug": entry.series, "position": len(series), "is_headline": False}
        row = series.setdefault(entry.series, first)
        row["is_headline"] = row["is_headline"] or entry.headline
    return series


def _observation(entry, position: int) -> dict:
    period = periods.read(entry.period)
    placed = {"id": entry.id, "series_slug": entry.series, "position": position}
    bounds = {"period": period.words, "starts": period.starts, "ends": period.ends}
    return entry.figure_row() | placed | bounds
