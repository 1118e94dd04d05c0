"""Answers of the search as JSON: plain values under the names that the description of the API gives."""

import re
from collections.abc import Callable, Mapping


def as_json(found, *, offset: int, address: Callable, labels: Mapping[str, Mapping]) -> dict:
    """Return what was found, an `answering.Answered`, as JSON values.

    `address` makes the full address of a page out of its path; `labels` names the values of each facet.
    Behind the last result, at `offset`, nothing is shown; the search page would show its last part there.
    """
    results = found.results
    hits = results.hits if found.request.offset == offset else ()
    return {
        "total": results.total,
        "results": [_page(hit, address, found.distance(hit)) for hit in hits],
        "nearby": [_page(hit, address, found.distance(hit)) for hit in results.nearby],
        "did_you_mean": results.did_you_mean,
        "understood": _understood(results.understood),
        "facets": {name: _options(counts, labels[name]) for name, counts in results.facets.items()},
    }


def _options(counts, labels) -> list[dict]:
    return [{"value": value, "label": labels.get(value, value), "count": count} for value, count in counts]


def _page(hit, address, distance) -> dict:
    return {
        "id": hit.id,
        "title": hit.title,
        "kind": hit.kind,
        "url": address(hit.url),
        "summary": hit.summary,
        "snippet": _snippet(hit.snippet),
        "date": hit.date or None,
        "due": hit.due or None,
        "distance": distance or None,
        "archived": hit.archived,
        "exact": hit.exact,
        "covers": list(hit.covers),
    }


def _snippet(segments) -> dict:
    pieces = [(re.sub(r"\s+", " ", text), marked) for text, marked in segments]
    return {
        "text": "".join(text for text, _marked in pieces),
        "segments": [{"text": text, "marked": marked} for text, marked in pieces],
    }


def _understood(understood) -> dict:
    return {
        "words": list(understood.words),
        "kinds": list(understood.kinds),
        "readings": [
            {"kind": one.kind, "typed": one.typed, "read_as": one.read_as} for one in understood.readings
        ],
        "conditions": [
            {
                "kind": one.kind,
                "typed": one.typed,
                "label": one.label,
                "values": one.value.split(),
                "rest": one.rest,
            }
            for one in understood.conditions
        ],
    }
