"""The order of found documents: by relevance, date, next due date or distance, and cutting out one page.

A tie is broken by relevance (under relevance: by date), then by the order of the index. Documents without a
due date or without a known distance come last, in order of relevance. Only the documents up to the end of the
wanted page are sorted; the rest is set apart by one selection.
"""

import re
from collections.abc import Mapping

import numpy as np

from vocational.search.engine.schema import date_number

MOST_HITS = 100
_LAST = np.iinfo(np.int32).max
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def page(candidates, ranking, found: np.ndarray, request) -> np.ndarray:
    """Return the places (in the row of candidates) of the documents of the wanted page, in order."""
    offset = max(0, int(request.offset))
    limit = max(0, min(int(request.limit), MOST_HITS))
    places = found.nonzero()[0]
    numbers = candidates.numbers[places]
    scores = -ranking.scores[places].round(6)
    first = _first(candidates, numbers, request)
    keys = (first, scores) if first is not None else (scores, -candidates.dates[places].astype(np.int64))
    return places[_smallest(keys, offset + limit)][offset:]


def best(scores: np.ndarray, among: np.ndarray, most: int) -> np.ndarray:
    """Return the places of the best scores."""
    places = among.nonzero()[0]
    return places[_smallest((-scores[places], places), most)]


def next_due(dates: tuple[str, ...], today: str) -> str:
    """Return the first of sorted dates that is not before today, "" when there is none."""
    return next((date for date in dates if date >= today), "") if today else (dates[:1] or ("",))[0]


def distance(areas: tuple[str, ...], near: Mapping[str, float]) -> float | None:
    """Return how far the nearest of some areas is, None when none of them is in the map."""
    return min((near[area] for area in areas if area in near), default=None) if near else None


def _first(candidates, numbers, request):
    """Return what is sorted by before relevance, smallest first; None when relevance comes first."""
    if request.sort == "newest":
        return -candidates.snapshot.dates[numbers].astype(np.int64)
    if request.sort == "deadline":
        return _due(candidates.snapshot, numbers, request.today)
    if request.sort == "nearest" and request.near:
        return _distances(candidates.snapshot.postings, request.near)[numbers]
    return None


def _due(snapshot, numbers, today):
    """Return the next due date of each document as a number, a large one when there is none."""
    owners, dates = snapshot.due
    since = date_number(today) if _DAY.fullmatch(today or "") else 0
    following = np.full(snapshot.postings.size, _LAST, np.int64)
    open_dates = dates >= since
    np.minimum.at(following, owners[open_dates], dates[open_dates])
    return following[numbers]


def _distances(postings, near):
    nearest = np.full(postings.size, np.inf)
    for area, away in near.items():
        numbers = postings.term("area", area)[0]
        nearest[numbers] = np.minimum(nearest[numbers], away)
    return nearest


def _smallest(keys, most):
    """Return the places of the `most` smallest entries by several keys, in order; ties keep their order."""
    first = keys[0]
    among = np.arange(first.size)
    if first.size > 4 * most + 64:
        among = (first <= np.partition(first, most)[most]).nonzero()[0]
    return among[np.lexsort([key[among] for key in reversed(keys)])][:most]
