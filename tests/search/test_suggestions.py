import shutil

import pytest

from tests import factories
from tests.conftest import TODAY
from vocational.search import service, suggestions
from vocational.search.engine.answers import Suggestion
from vocational.web import background
from vocational.web.limits import Limit


@pytest.fixture
def asks(app):
    """Ask for suggestions; an index with two schools is built."""
    folder = app.config["SEARCH_INDEX_DIR"]
    factories.institution("truong-a", name="Trường Cao đẳng Đắk Mẫu")
    factories.institution("truong-b", name="Trường Trung cấp Mẫu Đơn")
    service.build(folder, today=TODAY)
    client = app.test_client()
    yield lambda words, **more: client.get("/goi-y", query_string={"q": words}, **more)
    shutil.rmtree(folder, ignore_errors=True)


def test_a_name_goes_on_as_it_is_typed_without_accents(asks):
    found = asks("cao dang dak").json

    assert found == [
        {
            "text": [["Trường ", 0], ["Cao đẳng Đắk", 1], [" Mẫu", 0]],
            "kind": "Trường",
            "url": "/truong/truong-a",
            "page": "",
        }
    ]


def test_another_name_says_which_page_it_leads_to():
    found = Suggestion("sửa xe", "nghe/x", "nghe", "/nghe/x", (("sửa", True), (" xe", False)), "Thợ máy")

    assert suggestions.as_json([found], "/duoi")[0]["page"] == "Thợ máy"
    assert suggestions.as_json([found], "/duoi")[0]["url"] == "/duoi/nghe/x"


@pytest.mark.parametrize("words", ["", " ", "\x00", "a" * 10_000, "((", "'; DROP", "\u0301", "😀", "\u202ea"])
def test_nothing_typed_is_an_error(asks, words):
    assert asks(words).json == []


def test_a_browser_may_show_them_again_for_a_while(asks, app):
    answer = asks("mau")

    assert answer.cache_control.max_age == 300 and answer.headers["ETag"]
    assert asks("mau", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_they_do_not_push_pages_out_of_the_memory(asks, app, monkeypatch):
    monkeypatch.setattr(app.extensions["page_cache"], "limit", 10**6)
    asks("mau")

    assert not app.extensions["page_cache"]._pages


def test_who_asks_too_fast_is_told_when_to_come_back(asks, app, monkeypatch):
    monkeypatch.setitem(app.extensions, "limit", Limit(0.5))
    assert asks("mau").status_code == 200

    refused = asks("ma")

    assert refused.status_code == 429 and int(refused.headers["Retry-After"]) >= 1
    assert refused.mimetype == "application/problem+json" and refused.cache_control.no_store


def test_without_an_index_the_script_is_told_to_wait(app, monkeypatch):
    work = []
    monkeypatch.setattr(background, "start_once", lambda _app, _name, task: work.append(task))

    answer = app.test_client().get("/goi-y?q=a")

    assert (answer.status_code, answer.headers["Retry-After"], len(work)) == (503, "10", 1)
    assert answer.json["title"].startswith("Mục lục tìm kiếm đang được lập lại")
