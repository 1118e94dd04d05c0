"""Which occupations are near each other.

Neighbours are ranked by three things, in this order:

1. how many programmes lead to both (more is nearer);
2. whether both stand in the same group;
3. Pearson's correlation of their six interest scores (1 means the same shape of interests).

Without a common programme or group an occupation counts as a neighbour only from a correlation of `ALIKE` on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

LETTERS = "RIASEC"
SHOWN = 6
ALIKE = 0.8


@dataclass(frozen=True)
class Profile:
    """What is compared of an occupation; `scores` in the order R I A S E C, empty when not known."""

    slug: str
    group: str
    programmes: frozenset[str]
    scores: tuple[float, ...] = ()


@dataclass(frozen=True)
class Neighbour:
    """A near occupation and what makes it near; a correlation that cannot be known is 0."""

    slug: str
    shared_programmes: int
    same_group: bool
    correlation: float


def correlation(left: tuple[float, ...], right: tuple[float, ...]) -> float:
    """Return Pearson's r of two profiles; 0 when one is missing or flat."""
    if not left or len(left) != len(right):
        return 0.0
    lefts, rights = _centred(left), _centred(right)
    spread = sqrt(sum(x * x for x in lefts) * sum(y * y for y in rights))
    return sum(x * y for x, y in zip(lefts, rights, strict=True)) / spread if spread else 0.0


def neighbours(of: Profile, among: Iterable[Profile]) -> list[Neighbour]:
    """Return the nearest occupations, nearest first, at most `SHOWN`."""
    compared = (_compared(of, other) for other in among if other.slug != of.slug)
    near = [one for one in compared if one.shared_programmes or one.same_group or one.correlation >= ALIKE]
    return sorted(near, key=_nearness)[:SHOWN]


def _compared(of: Profile, other: Profile) -> Neighbour:
    return Neighbour(
        other.slug,
        len(of.programmes & other.programmes),
        of.group == other.group,
        round(correlation(of.scores, other.scores), 4),
    )


def _nearness(one: Neighbour) -> tuple:
    return -one.shared_programmes, not one.same_group, -one.correlation, one.slug


def _centred(scores: tuple[float, ...]) -> list[float]:
    mean = sum(scores) / len(scores)
    return [score - mean for score in scores]
