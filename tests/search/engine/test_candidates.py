"""Scoring candidates only gives what scoring every document gives: no answer depends on speed."""

from random import Random

import numpy as np
import pytest

from tests.endurance.odd_queries import ORDINARY, odd_queries
from tests.search.engine.conftest import DOCUMENTS, VOCABULARY
from vocational.search.engine import api, facets
from vocational.search.engine.candidates import Candidates
from vocational.search.engine.query import read
from vocational.search.engine.scoring import Scorer, asked_of
from vocational.search.engine.snapshot import Snapshot

COPIES = 12


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """Many documents of mixed sentences, some replaced and deleted, in two segments."""
    made, random = tmp_path_factory.mktemp("many"), Random(3)
    bodies = [document.get("body", "") for document in DOCUMENTS]
    documents = [
        {**document, "id": f"{document['id']}-{copy}", "body": " ".join(random.sample(bodies, 2))}
        for document in DOCUMENTS
        for copy in range(COPIES)
    ]
    api.build(made, documents, VOCABULARY)
    changed = {document["id"]: document for document in random.sample(documents, 20)}
    api.apply(made, changed | {documents[5]["id"]: None})
    return Snapshot(made)


def queries():
    random = Random(5)
    titles = [document["title"].lower().split() for document in DOCUMENTS]
    mixed = (
        " ".join(random.choice(random.choice(titles)) for _ in range(random.randint(1, 5)))
        for _ in range(150)
    )
    return [*ORDINARY, *mixed, *odd_queries(44)]


def ranked(snapshot, candidates, query):
    """Return what matters of a ranking: (number, score) of each answer."""
    ranking = Scorer(candidates).rank(query)
    found = candidates.numbers[ranking.answers]
    return dict(zip(found.tolist(), ranking.scores[ranking.answers].tolist(), strict=True))


def test_candidates_are_ranked_as_among_all_documents(snapshot):
    narrowed = 0
    for text in queries():
        query = read(text, snapshot.lexicon, snapshot.vocabulary, snapshot.spelling)
        if not query.units:
            continue
        asked = asked_of(snapshot, query)
        narrowed += asked is not None

        among_all = ranked(snapshot, Candidates(snapshot, None), query)

        assert ranked(snapshot, Candidates(snapshot, asked), query) == pytest.approx(among_all, rel=1e-6), (
            text
        )
    assert narrowed > 50


@pytest.mark.parametrize("every", [1, 2, 7, 60])
def test_what_candidates_hold_is_cut_out_of_what_all_hold(snapshot, every):
    everything = Candidates(snapshot, None)
    numbers = np.arange(0, snapshot.postings.size, every)
    some = Candidates(snapshot, numbers)

    for form in ("han\u0300", "tru\u031bo\u031bng", "ho\u0323c", "xyz"):
        assert (some.word(form, 0.5)[0] == everything.word(form, 0.5)[0][numbers]).all()
        assert (some.phrase((form, "may"))[1] == everything.phrase((form, "may"))[1][numbers]).all()
    assert (some.has("kind", "truong") == everything.has("kind", "truong")[numbers]).all()
    assert (some.popularity == snapshot.popularity[numbers]).all()


def test_deleted_documents_are_never_candidates(snapshot):
    query = read("trường", snapshot.lexicon, snapshot.vocabulary, snapshot.spelling)

    assert snapshot.alive[list(ranked(snapshot, Candidates(snapshot, None), query))].all()


def test_counts_by_combination_are_counts_by_value(snapshot):
    random = np.random.default_rng(1)
    found = random.random(snapshot.postings.size) < 0.3
    found &= snapshot.alive
    everything = Candidates(snapshot, None)

    counted = facets.counts(snapshot.facet_tables, everything, {}, found)

    for name, values in counted.items():
        by_hand = {
            value: int(found[snapshot.postings.term(name, value)[0]].sum())
            for value in snapshot.postings.lexicon(name)
        }
        assert dict(values) == {value: count for value, count in by_hand.items() if count}


def test_a_facet_of_more_values_than_bits_is_counted():
    documents = [np.array([number, (number + 1) % 200]) for number in range(200)]
    table = facets.FacetTable([f"{number:03}" for number in range(200)], documents, 200)

    assert dict(table.counts(np.array([5]))) == {"004": 1, "005": 1}
    assert sum(count for _, count in table.counts(np.arange(200))) == 400
