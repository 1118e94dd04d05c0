"""Targets, duties and notes on plans as rows."""

from collections.abc import Iterator

from vocational.monitoring.kinds import OPERATORS, SCHOOL_LEVELS
from vocational.monitoring.models import (
    Discrepancy,
    FrameworkNote,
    ReportingDuty,
    SiteMandate,
    Target,
    TargetFigure,
)

TABLES = (Target, TargetFigure, ReportingDuty, SiteMandate, FrameworkNote, Discrepancy)
SIMPLE = (
    ("reporting_duties", ReportingDuty),
    ("site_mandates", SiteMandate),
    ("framework_notes", FrameworkNote),
    ("discrepancies", Discrepancy),
)
OF_TARGET = {"id", "indicator", "area", "place", "document", "by_year", "year_is_sure", "status", "note"}


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield the targets with their figures, then everything around them, in the order of the files."""
    for position, target in enumerate(content.entries("targets")):
        words = {"measure": target.measure or "", "frequency": target.frequency or ""}
        own = target.model_dump(include=OF_TARGET) | words
        yield Target, own | {"position": position} | target.provenance_row()
    for target in content.entries("targets"):
        for position, (part, value) in enumerate(_levels(target)):
            yield TargetFigure, _figure(target, part, value) | {"position": position}
    for kind, table in SIMPLE:
        for position, entry in enumerate(content.entries(kind)):
            yield table, entry.model_dump() | {"position": position} | entry.provenance_row()


def _levels(target) -> list[tuple[str, float]]:
    """Return (what part it is for, value) of each level; those by school level stand for the whole."""
    levels = [(SCHOOL_LEVELS[code], value) for code, value in target.by_level.items()] or [("", target.value)]
    if target.disadvantaged_value is not None:
        levels.append(("vùng đặc biệt khó khăn", target.disadvantaged_value))
    if target.province_floor is not None:
        levels.append(("mỗi tỉnh", target.province_floor))
    return levels


def _figure(target, part: str, value: float) -> dict:
    qualifier = OPERATORS.get(target.operator, "ít nhất" if part == "mỗi tỉnh" else "")
    return target.provenance_row() | {
        "target_id": target.id,
        "value": value,
        "unit": target.unit,
        "qualifier": qualifier,
        "counts": part,
        "period": str(target.by_year),
    }
