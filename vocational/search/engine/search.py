"""One request answered: read, rank, filter, count, cut out the page, and say how it was understood."""

from dataclasses import replace

import numpy as np

from vocational.search.engine import facets, order, snippets
from vocational.search.engine.answers import Hit, Request, Results, Understood
from vocational.search.engine.candidates import Candidates
from vocational.search.engine.naming import Naming
from vocational.search.engine.query import Query, read
from vocational.search.engine.records import words
from vocational.search.engine.repair import neighbours
from vocational.search.engine.scoring import Ranking, Scorer, asked_of
from vocational.search.engine.snapshot import Snapshot

_NEARBY = 5
_NEARLY_BEST = 0.8
"""What bears the name goes first unless something fits far better: «thợ sửa xe» names two sorts of pages."""
_LOOKED_AT = 10


def answer(snapshot: Snapshot, request: Request) -> Results:
    """Return the results of a request; words that say nothing browse everything the filters let through."""
    query = read(request.q, snapshot.lexicon, snapshot.vocabulary, snapshot.spelling)
    candidates, ranking = _ranked(snapshot, query, request)
    masks = facets.filter_masks(candidates, request.filters)
    found = facets.passing(masks, ranking.answers)
    total = int(np.count_nonzero(found))
    page = _Page(snapshot, request, query)
    places = order.page(candidates, ranking, found, request).tolist()
    named = page.named(candidates, places) if request.sort == "relevance" and not request.offset else []
    first = [place for place in named if ranking.scores[place] >= _NEARLY_BEST * ranking.scores[places[0]]]
    places = first + [place for place in places if place not in first]
    return Results(
        total=total,
        hits=page.hits(candidates, ranking.scores, places, named),
        facets=facets.counts(snapshot.facet_tables, candidates, masks, ranking.answers),
        understood=_understood(query),
        did_you_mean=_did_you_mean(snapshot, query),
        nearby=() if total else _nearby(snapshot, query, request, page),
    )


def _ranked(snapshot, query, request):
    """Return the documents that may answer, and their ranking."""
    if query.units:
        candidates = Candidates(snapshot, asked_of(snapshot, query))
        return candidates, Scorer(candidates).rank(query)
    everything = Candidates(snapshot, None)
    asked = bool(request.q.strip())
    return everything, Ranking(snapshot.popularity + 0.0, everything.alive & (not asked))


def _nearby(snapshot, query, request, page):
    """Return what is merely near: now every document counts that holds any of the words."""
    candidates = Candidates(snapshot, None)
    scores = Scorer(candidates).rank(query).scores if query.units else snapshot.popularity
    near = facets.passing(facets.filter_masks(candidates, request.filters), scores > 0)
    return page.hits(candidates, scores, order.best(scores, near, _NEARBY).tolist())


class _Page:
    """Makes hits of documents."""

    def __init__(self, snapshot, request, query):
        self._snapshot = snapshot
        self._request = request
        self._query = query
        self._records = {}
        self._marker = snippets.Marker(
            query,
            lambda form: snapshot.strengths.leniency(form, query.marked) > 0,
            lambda folded: snapshot.lexicon.variants.get(folded, ()),
        )

    def named(self, candidates, places) -> list[int]:
        """Return which of the best places have the whole query as their name or number."""
        naming, postings = Naming(self._query, self._snapshot.vocabulary), self._snapshot.postings
        bearers = {int(number) for code in naming.codes for number in postings.term("code", code)[0]}
        numbers = {place: int(candidates.numbers[place]) for place in places[:_LOOKED_AT]}
        return [
            place
            for place, number in numbers.items()
            if number in bearers or naming.is_name_of(self._record(number))
        ]

    def hits(self, candidates, scores, places, named=()) -> tuple[Hit, ...]:
        """Return the hits for places in the row of candidates."""
        numbers = candidates.numbers
        return tuple(self._hit(int(numbers[at]), float(scores[at]), at in named) for at in places)

    def _record(self, number):
        if number not in self._records:
            self._records[number] = self._snapshot.postings.stored(number)
        return self._records[number]

    def _hit(self, number, score, exact):
        record = self._record(number)
        title_words, text_words = words(record.title_words), words(record.text_words)
        title_marks = self._marker.marks(title_words, record.title_words[0])
        text_marks = self._marker.marks(text_words, record.text_words[0])
        return Hit(
            id=record.id,
            kind=record.kind,
            title=record.title,
            url=record.url,
            score=score,
            summary=record.summary,
            date=record.date,
            archived=record.archived,
            covers=record.covers,
            title_segments=snippets.marked(record.title, title_words, title_marks),
            snippet=snippets.snippet(record.text, text_words, text_marks),
            exact=exact,
            due=order.next_due(record.due, self._request.today),
            distance=order.distance(record.areas, self._request.near),
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
    changed = list(query.words)
    changed[place] = replace(changed[place], exact=better, folded=better)
    for other in range(max(0, place - 1), min(len(changed), place + 2)):
        if other == place or (not query.marked and changed[other] in content):
            shown = snapshot.spelling.accented(changed[other].folded, *neighbours(changed, other))
            changed[other] = replace(changed[other], shown=shown)
    return " ".join(word.shown for word in changed)


def _understood(query: Query):
    return Understood(
        words=tuple(word.shown for unit in query.units for word in unit.words),
        readings=query.readings,
        conditions=query.conditions,
        kinds=query.kinds,
        not_here=tuple(
            " ".join(word.shown for word in unit.words) for unit in query.units if unit.role == "elsewhere"
        ),
    )
