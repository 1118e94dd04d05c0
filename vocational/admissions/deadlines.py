"""When a round is open, closes soon or has closed, and deadlines in months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

SOON = timedelta(days=14)


@dataclass(frozen=True)
class Deadline:
    """A day on which something closes: a school's round (`institution`), a notice (`notice`) or both."""

    id: str
    closes: date
    title: str
    about: str = ""
    opens: date | None = None
    method: str = ""
    institution: str = ""
    notice: str = ""
    board: str = ""
    provenance: object = None

    @property
    def caution(self) -> str:
        """What to say wherever no mark can stand beside the date; empty when it is certain."""
        is_certain = self.provenance is None or self.provenance.is_certain
        return "" if is_certain else "Chưa kiểm chứng: hãy gọi trường hỏi lại"

    def days_left(self, today: date) -> int:
        """Return the days until the last day; 0 is today, less has passed."""
        return (self.closes - today).days

    def state(self, today: date) -> str:
        """Return «coming», «open», «closing» or «closed»."""
        if self.closes < today:
            return "closed"
        if self.opens and self.opens > today:
            return "coming"
        return "closing" if self.closes - today <= SOON else "open"


@dataclass(frozen=True)
class DeadlineList:
    """The nearest deadlines ahead and the last ones that passed; the counts are of all there are."""

    ahead: list[Deadline]
    ahead_count: int
    passed: list[Deadline]
    passed_count: int


def by_month(deadlines: Iterable[Deadline]) -> list[tuple[str, list[Deadline]]]:
    """Return deadlines that stand in order as («Tháng 8/2027», deadlines of that month)."""
    months = groupby(deadlines, key=lambda deadline: f"Tháng {deadline.closes.month}/{deadline.closes.year}")
    return [(month, list(group)) for month, group in months]
