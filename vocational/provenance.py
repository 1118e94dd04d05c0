"""What every published fact carries: where it comes from, how sure it is, what time it speaks of."""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class Confidence(StrEnum):
    """How far a fact may be trusted, best first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFERRED = "inferred"
    MEMORY = "memory"
    UNKNOWN = "unknown"


class State(StrEnum):
    """Whether a figure has a value; unknown, withheld and zero are three different things."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    WITHHELD = "withheld"


CERTAIN = frozenset({Confidence.HIGH, Confidence.MEDIUM})
FRESH_FOR = timedelta(days=90)
OLD_AFTER = timedelta(days=365)


def end_of(as_of: str) -> date | None:
    """Return the last day that a date in words («2025-09-05», «2017-07», «khoảng 2012») can mean.

    None means that the words name no year.
    """
    exact = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", as_of)
    if exact:
        return date(*map(int, exact.groups()))
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", as_of)
    if month:
        year, number = map(int, month.groups())
        return date(year, number, calendar.monthrange(year, number)[1])
    years = [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", as_of)]
    return date(max(years), 12, 31) if years else None


@dataclass(frozen=True)
class Provenance:
    """Where one fact comes from, what date it speaks of and when it was last checked."""

    sources: tuple[str, ...] = ()
    as_of: str = ""
    confidence: Confidence = Confidence.UNKNOWN
    checked_on: date | None = None

    @property
    def is_certain(self) -> bool:
        """Whether the fact may be shown without the mark «chưa kiểm chứng»."""
        return bool(self.sources) and self.confidence in CERTAIN

    @property
    def described_until(self) -> date | None:
        """The last day the fact speaks of; None when its date is not known."""
        return end_of(self.as_of)

    def freshness(self, today: date) -> str:
        """Return «checked», «recheck», «old» or «undated», as ux.md's freshness badge has them.

        A figure ages with the time it describes; having looked it up again does not make it younger.
        """
        described = self.described_until
        if described is None:
            return "undated"
        if today - described > OLD_AFTER:
            return "old"
        if self.checked_on and today - self.checked_on <= FRESH_FOR:
            return "checked"
        return "recheck"

    def standing(self, today: date) -> str:
        """Return the freshness of what stays true until changed, such as a law: by its last check."""
        if self.checked_on is None:
            return "undated"
        age = today - self.checked_on
        return "checked" if age <= FRESH_FOR else "recheck" if age <= OLD_AFTER else "old"


@dataclass(frozen=True)
class Figure:
    """A number that is never bare: value or state, unit, what it counts, level, period, provenance.

    `value_to` is the upper end of a range; `qualifier` the source's own word («khoảng», «trên»).
    """

    value: float | None
    unit: str = ""
    state: State = State.KNOWN
    value_to: float | None = None
    qualifier: str = ""
    counts: str = ""
    level: str = ""
    period: str = ""
    note: str = ""
    provenance: Provenance = field(default_factory=Provenance)
