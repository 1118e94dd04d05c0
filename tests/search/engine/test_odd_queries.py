from tests.endurance.odd_queries import odd_queries
from vocational.search.engine import api
from vocational.search.engine.answers import Request


def test_no_query_is_an_error(folder):
    answers = [api.search(folder, Request(q=query)) for query in odd_queries(330)]

    assert all(answer.total >= 0 for answer in answers)


def test_no_prefix_is_an_error(folder):
    assert all(len(api.suggest(folder, query)) <= 8 for query in odd_queries(330, seed=2))
