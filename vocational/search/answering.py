"""What the search page shows for a request: results, from where distances count, and what would give more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vocational.places.gazetteer import Gazetteer, Surroundings
from vocational.search import queries
from vocational.search.engine.answers import Condition, Hit, Request, Results
from vocational.search.kinds import DISTANCES

MOST_WIDENINGS = 6


@dataclass(frozen=True)
class Answered:
    """The answer to a request; `around` tells distances, None when it is not known from where."""

    request: Request
    results: Results
    around: Surroundings | None

    def distance(self, hit: Hit) -> str:
        """Return how far away a found page is, in words; nothing when that cannot be told."""
        if self.around is None or hit.distance is None or hit.kind not in DISTANCES:
            return ""
        return DISTANCES[hit.kind] + self.around.told(hit.distance)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What was read as a condition; nothing where the whole query is the name of a page."""
        return _conditions(self.results)

    @property
    def tells_distances(self) -> bool:
        """Whether a distance stands beside any of the results."""
        return any(map(self.distance, self.results.hits))


@dataclass(frozen=True)
class Widening:
    """One thing that could be left out of a request, and how many results there would be then.

    Either `facet` and `value` are set, or `rest` holds the words that would remain.
    """

    total: int
    facet: str = ""
    value: str = ""
    rest: str | None = None


def answered(folder: Path, request: Request, *, start: str, gazetteer: Gazetteer) -> Answered:
    """Return the answer to a request, its last page when it asks for one behind; raises SearchUnavailable.

    Distances count from the area `start`, else from a place in the words, else from the one chosen area.
    """
    results = queries.answer(folder, request)
    if results.total and not results.hits and request.limit:
        request = replace(request, offset=(results.total - 1) // request.limit * request.limit)
        results = queries.answer(folder, request)
    origin = _origin(start, results, request.filters, gazetteer)
    # «In the same province» beside every result would say nothing.
    if origin is None or (origin.kind == "tinh" and request.sort != "nearest"):
        return Answered(request, results, None)
    around = gazetteer.around(origin.id)
    request = replace(request, near=around.steps)
    return Answered(request, queries.answer(folder, request), around)


def _origin(start: str, results: Results, filters: Mapping[str, list[str]], gazetteer: Gazetteer):
    chosen = filters.get("area") or []
    if gazetteer.area(start):
        return gazetteer.area(start)
    for condition in _conditions(results):
        if condition.kind == "place" and (place := place_of(condition, gazetteer)):
            return place
    return gazetteer.area(chosen[0]) if len(chosen) == 1 else None


def _conditions(results: Results) -> tuple[Condition, ...]:
    is_name = any(hit.exact for hit in results.hits[:1])
    return () if is_name else results.understood.conditions


def place_of(condition, gazetteer: Gazetteer):
    """Return the area that a condition of kind «place» speaks of; None when several or none bear the name."""
    bearers = [area for id in condition.value.split() if (area := gazetteer.area(id))]
    return gazetteer.widest(bearers) if bearers else gazetteer.named(condition.label)


def widenings(folder: Path, found: Answered) -> list[Widening]:
    """Return what could be left out to find something, what would give most first."""
    bare = replace(found.request, offset=0, limit=0)
    asked = [
        replace(one, total=queries.answer(folder, wider).total)
        for one, wider in list(_wider(bare, found.results))[:MOST_WIDENINGS]
    ]
    return sorted((one for one in asked if one.total), key=lambda one: -one.total)


def _wider(request: Request, results: Results) -> Iterator[tuple[Widening, Request]]:
    for facet, values in request.filters.items():
        for value in values:
            left = [other for other in values if other != value]
            yield Widening(0, facet, value), replace(request, filters=request.filters | {facet: left})
    for condition in results.understood.conditions:
        if condition.rest:
            yield Widening(0, rest=condition.rest), replace(request, q=condition.rest)
