"""Facets: filters as sets of documents, and counts in which each group ignores its own filter."""

import numpy as np

from vocational.search.engine.schema import FACETS

COUNTED = ("kind", "area", "level", "entry", "field")


def filter_masks(snapshot, filters: dict) -> dict[str, np.ndarray]:
    """Return facet name → the documents with any of its values; unknown names and values do no harm."""
    masks = {}
    for name, values in filters.items():
        values = [values] if isinstance(values, str) else [value for value in values if value]
        if name in FACETS and values:
            masks[name] = np.logical_or.reduce([snapshot.has(name, value) for value in values])
    return masks


def passing(masks: dict[str, np.ndarray], found: np.ndarray, without: str = "") -> np.ndarray:
    """Return which found documents pass all filters, except the one of the facet `without`."""
    for name, mask in masks.items():
        if name != without:
            found = found & mask
    return found


def counts(
    snapshot, masks: dict[str, np.ndarray], found: np.ndarray
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return for each facet its values with the number of hits, most first, empty ones left out.

    A group's own filter is ignored while counting it, so that a reader sees what choosing another value would
    give.
    """
    counted = {}
    for name in COUNTED:
        open_hits = passing(masks, found, without=name)
        numbers = [
            (value, int(open_hits[snapshot.postings.term(name, value)[0]].sum()))
            for value in snapshot.facet_values[name]
        ]
        counted[name] = tuple(sorted((one for one in numbers if one[1]), key=lambda one: (-one[1], one[0])))
    return counted
