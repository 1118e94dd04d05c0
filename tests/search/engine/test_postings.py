import numpy as np
import pytest
from whoosh.index import open_dir
from whoosh.query import Term
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from vocational.search.engine import generations, index
from vocational.search.engine.postings import Postings, Segment, saturation

VOICES = ["hàn", "điện", "may", "nghề", "học"]


def documents(count):
    return [
        {
            "id": f"x/{number}",
            "title": "nghề " + " ".join(VOICES[: number % 5]),
            "body": " ".join(VOICES[(number * step) % 5] for step in range(number % 9)),
        }
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("postings")
    index.build(folder, documents(600), {})
    index.apply(
        folder, {"x/3": None, "x/7": {"title": "hàn hàn hàn", "body": "may"}, "x/new": {"title": "hàn"}}
    )
    return folder


@pytest.fixture(scope="module")
def reader(folder):
    return open_dir(folder / "generation-000001").reader()


@pytest.fixture
def postings(folder):
    parts = generations.open_current(folder).parts
    return Postings((Segment(part.reader()), part.deleted) for part in parts)


@pytest.mark.parametrize("field", ["title", "body"])
@pytest.mark.parametrize("word", ["han\u0300", "may", "nghê\u0300"])
def test_scores_are_those_of_whoosh_document_by_document(reader, postings, field, word):
    searcher = Searcher(reader, weighting=BM25F())
    expected = {hit.docnum: hit.score for hit in searcher.search(Term(field, word), limit=None)}
    numbers, counts = postings.term(field, word)
    shares = saturation(counts, postings.lengths(field)[numbers], postings.average_length(field), b=0.75)
    scores = shares * searcher.idf(field, word)

    assert dict(zip(numbers.tolist(), scores.tolist(), strict=True)) == pytest.approx(expected, rel=1e-4)


def test_deleted_documents_are_left_out(reader, postings):
    assert postings.alive.sum() == reader.doc_count() == 600
    assert postings.alive[postings.term("title", "nghê\u0300")[0]].all()


def test_an_unknown_term_has_no_postings(postings):
    assert postings.term("title", "xyz")[0].size == 0


def test_numbers_of_a_term_are_decoded_once(postings):
    assert postings.term("title", "may") is postings.term("title", "may")
    assert postings.term("title", "may")[0].dtype == np.int32


def test_a_term_that_only_deleted_documents_hold_is_held_by_nobody(tmp_path):
    index.build(tmp_path, [{"id": "x/1", "title": "hàn"}, {"id": "x/2", "title": "hàn may"}], {})
    index.apply(tmp_path, {"x/1": None, "x/2": None, "x/3": {"title": "may"}})
    parts = generations.open_current(tmp_path).parts
    postings = Postings((Segment(part.reader()), part.deleted) for part in parts)

    assert postings.term("title", "han\u0300")[0].size == 0
    assert postings.term("title", "may")[0].size == 1
