"""One request answered: read, rank, filter, count, cut out the page, and say how it was understood."""

from dataclasses import replace

import numpy as np

from vocational.search.engine import facets, snippets
from vocational.search.engine.answers import Hit, Request, Results, Understood
from vocational.search.engine.naming import Naming
from vocational.search.engine.query import Query, read
from vocational.search.engine.repair import neighbours
from vocational.search.engine.scoring import Ranking, Scorer
from vocational.search.engine.snapshot import Snapshot

MOST_HITS = 100
_NEARBY = 5
_LOOKED_AT = 10


def answer(snapshot: Snapshot, request: Request) -> Results:
    """Return the results of a request; words that say nothing browse everything the filters let through."""
    query = read(request.q, snapshot.lexicon, snapshot.vocabulary, snapshot.spelling)
    masks = facets.filter_masks(snapshot, request.filters)
    ranking = _ranking(snapshot, query, request)
    found = facets.passing(masks, ranking.answers)
    marker = snippets.Marker(query, lambda form: snapshot.strengths.leniency(form, query.marked) > 0)
    page = _page(snapshot, ranking, found, request)
    named = _named(snapshot, query, page) if request.sort == "relevance" and not request.offset else []
    page = [*named, *(number for number in page if number not in named)]
    return Results(
        total=int(found.sum()),
        hits=tuple(_hit(snapshot, number, ranking, marker, number in named) for number in page),
        facets=facets.counts(snapshot, masks, ranking.answers),
        understood=_understood(query),
        did_you_mean=_did_you_mean(snapshot, query),
        nearby=() if found.any() else _nearby(snapshot, ranking, masks, marker),
    )


def _ranking(snapshot, query, request):
    if query.units:
        return Scorer(snapshot).rank(query)
    everything = snapshot.postings.alive
    asked = bool(request.q.strip())
    return Ranking(snapshot.popularity + 0.0, everything & (not asked))


def _page(snapshot, ranking: Ranking, found, request):
    """Return the documents of the wanted page: best or newest first, ties by the other, then by order."""
    numbers = np.flatnonzero(found)
    dates, scores = snapshot.dates[numbers], ranking.scores[numbers].round(6)
    first, second = (dates, scores) if request.sort == "newest" else (scores, dates)
    order = np.lexsort((numbers, -second, -first))
    offset = max(0, int(request.offset))
    return numbers[order][offset : offset + max(0, min(int(request.limit), MOST_HITS))]


def _named(snapshot, query, page):
    """Return which of the best documents the whole query is the name or number of."""
    naming = Naming(query, snapshot.vocabulary)
    bearers = {int(number) for code in naming.codes for number in snapshot.postings.term("code", code)[0]}
    return [
        number
        for number in page[:_LOOKED_AT]
        if int(number) in bearers or naming.is_name_of(snapshot.postings.stored(int(number)))
    ]


def _nearby(snapshot, ranking, masks, marker):
    numbers = np.flatnonzero(facets.passing(masks, ranking.scores > 0))
    best = numbers[np.argsort(-ranking.scores[numbers], kind="stable")][:_NEARBY]
    return tuple(_hit(snapshot, number, ranking, marker) for number in best)


def _hit(snapshot, number, ranking, marker, exact=False):
    record = snapshot.postings.stored(int(number))
    text = " ".join(part for part in (record["summary"], record["body"]) if part)
    return Hit(
        id=record["id"],
        kind=record["kind"] or "",
        title=record["title"] or "",
        url=record["url"] or "",
        score=float(ranking.scores[number]),
        summary=record["summary"] or "",
        date=record["date"] or "",
        archived=bool(record["archived"]),
        covers=tuple(record["covers"] or ()),
        title_segments=snippets.marked(record["title"] or "", marker),
        snippet=snippets.snippet(text, marker),
        exact=exact,
    )


def _did_you_mean(snapshot, query: Query):
    """Return the query with the one content word changed that its neighbours speak most against, or None."""
    content = {
        word for unit in query.units if unit.role == "word" and unit.factor >= 1 for word in unit.words
    }
    offers = [
        (*snapshot.spelling.offered(word.folded, *neighbours(query.words, place, among=content)), place)
        for place, word in enumerate(query.words)
        if word in content
    ]
    count, better, place = max(offers, default=(0, None, 0), key=lambda offer: offer[0])
    if not count:
        return None
    words = list(query.words)
    words[place] = replace(words[place], exact=better, folded=better)
    for other in range(max(0, place - 1), min(len(words), place + 2)):
        if other == place or (not query.marked and words[other] in content):
            shown = snapshot.spelling.accented(words[other].folded, *neighbours(words, other))
            words[other] = replace(words[other], shown=shown)
    return " ".join(word.shown for word in words)


def _understood(query: Query):
    return Understood(
        words=tuple(word.shown for unit in query.units for word in unit.words),
        readings=query.readings,
        conditions=query.conditions,
        kinds=query.kinds,
    )
