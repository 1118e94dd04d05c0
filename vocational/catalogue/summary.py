"""What a school's page says first, drawn from its parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vocational.catalogue.vocabulary import level_words
from vocational.levels import LEVELS
from vocational.provenance import Confidence, Figure, Provenance

ORDER = list(LEVELS)


@dataclass(frozen=True)
class LevelGroup:
    """The offerings of a school at one level, or at levels that the source does not tell apart."""

    levels: tuple[str, ...]
    offerings: tuple

    @property
    def name(self) -> str:
        """The level in words."""
        return level_words(list(self.levels))

    @property
    def anchor(self) -> str:
        """Where on the page the group stands."""
        return "-".join(["nganh", *self.levels]) if self.levels else "nganh-chua-ro"

    def has(self, name: str) -> bool:
        """Whether any offering of the group tells this (`duration`, `price`, …)."""
        return any(getattr(offering, name) not in (None, "", []) for offering in self.offerings)

    def shared(self, name: str):
        """Return what all offerings of the group tell alike; None when they differ or do not tell."""
        first = getattr(self.offerings[0], name)
        return first if first and all(getattr(other, name) == first for other in self.offerings) else None


@dataclass(frozen=True)
class FigureGroup:
    """The figures of a school on one measure."""

    measure: str
    figures: tuple


def by_level(offerings: Iterable) -> list[LevelGroup]:
    """Return offerings by level, highest first, those of unknown level last."""
    groups: dict[tuple[str, ...], list] = {}
    for offering in offerings:
        groups.setdefault(tuple(offering.levels), []).append(offering)
    ranked = sorted(groups, key=lambda levels: -max((ORDER.index(level) for level in levels), default=-1))
    return [LevelGroup(levels, tuple(groups[levels])) for levels in ranked]


def by_measure(figures: Iterable) -> list[FigureGroup]:
    """Return figures by measure, in the order in which the measures first appear."""
    groups: dict[str, list] = {}
    for figure in figures:
        groups.setdefault(figure.measure, []).append(figure)
    return [FigureGroup(measure, tuple(found)) for measure, found in groups.items()]


def counts_of_today(figures: Iterable, today: date) -> list:
    """Return the numbers of programmes that are not old."""
    counts = [figure for figure in figures if figure.measure == "so-nganh"]
    return [count for count in counts if count.provenance.freshness(today) != "old"]


def entries_of(offerings: Iterable) -> list[str]:
    """Return the codes of entries that offerings take, in a fixed order."""
    found = {entry for offering in offerings for entry in offering.entries}
    return [entry for entry in ("lop-9", "lop-12", "khac") if entry in found]


def price_range(offerings: Sequence, entry: str = "") -> Figure | None:
    """Return the span of list prices, or of what is to pay after one entry; None unless all have one unit."""
    prices = [price for offering in offerings for price in _prices(offering, entry)]
    units = {price.unit for price in prices}
    if not prices or len(units) > 1:
        return None
    low, high = min(price.value for price in prices), max(price.value for price in prices)
    provenance = _together(prices)
    if low == 0 < high:
        return Figure(high, units.pop(), qualifier="từ miễn phí đến", provenance=provenance)
    return Figure(low, units.pop(), value_to=high if high > low else None, provenance=provenance)


def _prices(offering, entry):
    if not entry:
        return [offering.price_figure] if offering.price is not None else []
    return [figure for own, figure, _why in offering.payable_figures if own == entry]


def _together(prices: Sequence[Figure]) -> Provenance:
    parts = [price.provenance for price in prices]
    sources = dict.fromkeys(source for part in parts for source in part.sources)
    oldest = min(parts, key=lambda part: str(part.described_until or ""))
    weakest = max((part.confidence for part in parts), key=list(Confidence).index)
    return Provenance(tuple(sources), oldest.as_of, weakest, oldest.checked_on)
