from flask import Response
from werkzeug.datastructures import Accept

from vocational.web.page_cache import PageCache, encoding_key


def test_a_kept_page_comes_back_as_it_was():
    cache = PageCache(1000)
    cache.keep(("a",), Response("trang", 200, {"X-Test": "1"}))

    found = cache.find(("a",))

    assert (found.get_data(as_text=True), found.headers["X-Test"]) == ("trang", "1")


def test_the_page_not_used_for_longest_makes_room():
    cache = PageCache(10)
    cache.keep(("old",), Response("123456"))
    cache.keep(("new",), Response("123456"))

    assert cache.find(("old",)) is None and cache.find(("new",))


def test_a_page_larger_than_the_cache_is_not_kept():
    cache = PageCache(3)
    cache.keep(("a",), Response("1234"))

    assert cache.find(("a",)) is None


def test_readers_that_accept_other_compressions_get_other_copies():
    assert encoding_key(Accept([("gzip", 1)])) != encoding_key(Accept([("br", 1), ("gzip", 1)]))


def test_a_kept_page_is_answered_with_all_its_headers(visitor, app, monkeypatch):
    monkeypatch.setitem(app.extensions, "page_cache", PageCache(10**6))

    first, second = visitor.opens("/nguon/"), visitor.opens("/nguon/")

    assert dict(first.headers) == dict(second.headers) and first.html == second.html


def test_the_number_of_small_answers_is_bounded(monkeypatch):
    monkeypatch.setattr("vocational.web.page_cache.MOST_PAGES", 2)
    cache = PageCache(1000)
    for name in "abc":
        cache.keep((name,), Response("x"))

    assert [cache.find((name,)) is None for name in "abc"] == [True, False, False]
