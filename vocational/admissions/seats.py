"""What is asked of a year's lines of seats, and what they add up to."""

from collections.abc import Sequence
from dataclasses import dataclass

from vocational.admissions.words import COVERS, KINDS
from vocational.provenance import CERTAIN, Figure, Provenance


@dataclass(frozen=True)
class Asked:
    """What a reader narrows a year's lines to; an empty group means all of it."""

    words: str = ""
    level: Sequence[str] = ()
    area: Sequence[str] = ()
    kind: Sequence[str] = ()


@dataclass(frozen=True)
class SumProvenance(Provenance):
    """Provenance of a sum: its sources stand beside the lines it adds, so it has none of its own."""

    @property
    def is_certain(self) -> bool:
        """Whether every line added is certain."""
        return self.confidence in CERTAIN


@dataclass(frozen=True)
class Total:
    """Lines of one kind, width, level and unit added up; totals are never added to each other."""

    kind: str
    covers: str
    level: str
    figure: Figure
    schools: int
    lines: int
    missing: int

    @property
    def kind_name(self) -> str:
        """What the figures count, in words."""
        return KINDS[self.kind]

    @property
    def covers_name(self) -> str:
        """How much of a school each line covers, in words."""
        return COVERS[self.covers]


@dataclass(frozen=True)
class Overview:
    """What the lines that match add up to, and how many each option of a filter would give."""

    lines: int
    totals: list[Total]
    kinds: dict[str, int]
    levels: dict[str, int]
    areas: dict[str, int]
