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
MONTH = re.compile(
    r"(?<!\d)(?:((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(\d\d))?|(0?[1-9]|1[0-2])/((?:19|20)\d\d))(?!\d)"
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def end_of(as_of: str) -> date | None:
    """Return the day until which a date in words («2025-09-05», «08-12/2025», «khoảng 2012») speaks.

    A month counts to its end. A year alone may mean any of its days, and a school year («2024-2025») ends
    in the middle of its second year: 30 June stands for both. None means that the words name no year.
    """
    days = [_end_of_month(*found.groups()) for found in MONTH.finditer(as_of)]
    days = days or [date(int(year), 6, 30) for year in YEAR.findall(as_of)]
    return max(days, default=None)


def _end_of_month(year, month, day, other_month, other_year) -> date:
    year, month = int(year or other_year), int(month or other_month)
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(max(int(day or last), 1), last))


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
        """The day until which the fact speaks; None when its date is not known."""
        return end_of(self.as_of)

    def freshness(self, today: date) -> str:
        """Return «checked», «recheck», «old» or «undated», as ux.md's freshness badge has them.

        A figure ages with the time it describes; having looked it up again does not make it younger.
        What is not certain was not checked, whenever somebody looked.
        """
        described = self.described_until
        if described is None:
            return "undated"
        if today - described > OLD_AFTER:
            return "old"
        if self.is_certain and self.checked_on and today - self.checked_on <= FRESH_FOR:
            return "checked"
        return "recheck"

    def standing(self, today: date) -> str:
        """Return the freshness of what stays true until changed, such as a law: by its last check."""
        if self.checked_on is None:
            return "undated"
        age = today - self.checked_on
        if age > OLD_AFTER:
            return "old"
        return "checked" if self.is_certain and age <= FRESH_FOR else "recheck"


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
