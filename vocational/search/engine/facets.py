"""Facets: filters as sets of documents, and counts in which each group ignores its own filter.

Documents share few combinations of values (the same levels, the same areas). Which combination a document has
is worked out once for each facet; counting then means counting combinations, in time that depends on the
found documents and not on the number of values.
"""

import numpy as np

from vocational.search.engine.schema import FACETS

COUNTED = ("kind", "area", "level", "entry", "field")
_BITS = 62


class FacetTable:
    """The values of one facet and which combination of them each document carries."""

    def __init__(self, values: list[str], documents: list[np.ndarray], size: int):
        """`documents`: for each value the numbers of those that carry it; `size`: how many there are."""
        self.values = values
        combined = np.zeros(size, np.int64)
        for start in range(0, len(values), _BITS):
            bits = np.zeros(size, np.int64)
            for place, numbers in enumerate(documents[start : start + _BITS]):
                bits[numbers] |= 1 << place
            _, bits = np.unique(bits, return_inverse=True)
            _, combined = np.unique(combined * (bits.max(initial=0) + 1) + bits, return_inverse=True)
        self.combination = combined.astype(np.int32)
        self._most = int(combined.max(initial=0)) + 1
        pairs = [
            (combination, value)
            for value, numbers in enumerate(documents)
            for combination in np.unique(self.combination[numbers]).tolist()
        ]
        self._of, self._value = np.array(pairs, np.intp).reshape(-1, 2).T

    def counts(self, numbers: np.ndarray) -> tuple[tuple[str, int], ...]:
        """Return the values among some documents with how many carry each, most first, none left out."""
        often = np.bincount(self.combination[numbers], minlength=self._most)
        sums = np.bincount(self._value, often[self._of], minlength=len(self.values))
        carried = [(self.values[place], int(sums[place])) for place in sums.nonzero()[0].tolist()]
        return tuple(sorted(carried, key=lambda one: (-one[1], one[0])))


def tables(postings) -> dict[str, FacetTable]:
    """Return the table of each facet of one generation."""
    made = {}
    for name in COUNTED:
        values = postings.lexicon(name)
        made[name] = FacetTable(values, [postings.term(name, value)[0] for value in values], postings.size)
    return made


def filter_masks(candidates, filters: dict) -> dict[str, np.ndarray]:
    """Return facet name → the documents with any of its values; unknown names and values do no harm."""
    masks = {}
    for name, values in filters.items():
        values = [values] if isinstance(values, str) else [value for value in values if value]
        if name in FACETS and values:
            masks[name] = np.logical_or.reduce([candidates.has(name, value) for value in values])
    return masks


def passing(masks: dict[str, np.ndarray], found: np.ndarray, without: str = "") -> np.ndarray:
    """Return which found documents pass all filters, except the one of the facet `without`."""
    for name, mask in masks.items():
        if name != without:
            found = found & mask
    return found


def counts(
    tables: dict[str, FacetTable], candidates, masks: dict[str, np.ndarray], found: np.ndarray
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return for each facet its values with the number of hits, most first, empty ones left out.

    A group's own filter is ignored while counting it, so that a reader sees what choosing another value would
    give.
    """
    everywhere = candidates.numbers[passing(masks, found)]
    return {
        name: tables[name].counts(
            candidates.numbers[passing(masks, found, without=name)] if name in masks else everywhere
        )
        for name in COUNTED
    }
