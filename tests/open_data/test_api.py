import shutil

import pytest

from tests import factories
from tests.conftest import TODAY
from vocational.open_data import answers, openapi, parameters
from vocational.search import service
from vocational.search.answering import Answered
from vocational.search.engine.answers import Hit, Request, Results, Understood
from vocational.web import background
from vocational.web.limits import Limit

SEARCH = "/api/v1/search"


@pytest.fixture
def asks(app):
    """Ask the search of the API; an index with two schools and a guide is built."""
    folder = app.config["SEARCH_INDEX_DIR"]
    factories.institution("truong-a", name="Trường Cao đẳng Đắk Mẫu")
    factories.institution("truong-b", name="Trường Trung cấp Mẫu Đơn")
    factories.guide("lop-9", title="Mẫu cho em")
    service.build(folder, today=TODAY)
    client = app.test_client()
    yield lambda headers=None, **query: client.get(SEARCH, query_string=query, headers=headers)
    shutil.rmtree(folder, ignore_errors=True)


def told(answer):
    return {fault["parameter"]: fault["detail"] for fault in answer.json["errors"]}


def test_a_page_is_found_with_all_that_is_known_of_it(asks):
    answer = asks(q="cao dang dak mau").json

    found = answer["results"][0]
    assert (found["id"], found["kind"]) == ("truong/truong-a", "truong")
    assert found["title"] == "Trường Cao đẳng Đắk Mẫu"
    assert found["url"] == "http://localhost/truong/truong-a"
    assert found["covers"] == ["truong/truong-a"]
    assert found["snippet"]["text"] == "".join(piece["text"] for piece in found["snippet"]["segments"])
    assert answer["query"] == "cao dang dak mau" and answer["total"] >= 1


def test_facets_have_words_and_counts(asks):
    kinds = asks(q="mẫu").json["facets"]["kind"]

    assert {"value": "truong", "label": "Trường, trung tâm", "count": 2} in kinds


def test_repeated_values_are_alternatives(asks):
    one = asks(q="mẫu", kind="huong-dan").json
    both = asks(q="mẫu", kind=["huong-dan", "truong"]).json

    assert {page["kind"] for page in one["results"]} == {"huong-dan"}
    assert both["total"] == one["total"] + 2


def test_parts_follow_each_other_to_the_end(asks, app):
    first = asks(q="mẫu", limit=2).json
    second = app.test_client().get(first["next"]).json

    assert first["total"] == 3 and len(first["results"]) == 2
    assert second["offset"] == 2 and len(second["results"]) == 1 and second["next"] is None
    assert not {page["id"] for page in first["results"]} & {page["id"] for page in second["results"]}


def test_behind_the_last_result_there_is_nothing(asks):
    answer = asks(q="mẫu", offset=50).json

    assert (answer["total"], answer["results"], answer["offset"]) == (3, [], 50)


def hit(id):
    return Hit(
        id, "truong", "Trường", f"/{id}", 1.0, "", "", False, (id,), (), ((" a\n ", False), ("b", True))
    )


def test_what_is_no_confident_answer_stands_apart():
    results = Results(0, (), {}, Understood(), nearby=(hit("truong/a"),))
    found = Answered(Request(), results, None)

    answer = answers.as_json(found, offset=0, address=str, labels={})

    assert answer["results"] == [] and [page["id"] for page in answer["nearby"]] == ["truong/a"]


def test_snippets_are_one_line_in_pieces():
    found = Answered(Request(), Results(1, (hit("truong/a"),), {}, Understood()), None)

    snippet = answers.as_json(found, offset=0, address=str, labels={})["results"][0]["snippet"]

    assert snippet["text"] == " a b"
    assert snippet["segments"] == [{"text": " a ", "marked": False}, {"text": "b", "marked": True}]


@pytest.mark.parametrize(
    ("query", "name", "says"),
    [
        ({"limit": "0"}, "limit", "limit phải là số nguyên từ 1 đến 100."),
        ({"limit": "101"}, "limit", "limit phải là số nguyên từ 1 đến 100."),
        ({"limit": "ba"}, "limit", "limit phải là số nguyên từ 1 đến 100."),
        ({"limit": "٣"}, "limit", "limit phải là số nguyên từ 1 đến 100."),
        ({"offset": "-1"}, "offset", "offset phải là số nguyên từ 0 đến 10000."),
        ({"offset": "9" * 40}, "offset", "offset phải là số nguyên từ 0 đến 10000."),
        ({"sort": "best"}, "sort", "sort phải là một trong: relevance, newest, deadline, nearest."),
        ({"entry": "lop-8"}, "entry", "entry phải là một trong: lop-9, lop-12, khac."),
    ],
)
def test_a_parameter_that_cannot_be_read_is_named(asks, query, name, says):
    answer = asks(q="mẫu", **query)

    assert answer.status_code == 400 and answer.mimetype == "application/problem+json"
    assert told(answer) == {name: says}


def test_all_faults_are_told_at_once(asks):
    assert set(told(asks(limit="x", sort="y", kind="z", level=""))) == {"limit", "sort", "kind", "level"}


def test_unknown_parameters_areas_and_places_do_no_harm(asks):
    assert asks(q="mẫu", trang="x", sap_xep="y").json["total"] == 3
    assert asks(q="mẫu", area="nowhere").json["total"] == 0
    assert asks(q="mẫu", near="nowhere", sort="nearest").json["near"] is None


@pytest.mark.parametrize(
    "words", ["", " ", "\x00", "a" * 9999, "AND ((", "'; DROP", "\u0301", "😀", "từ " * 300]
)
def test_no_words_are_an_error(asks, words):
    answer = asks(q=words)

    assert answer.status_code == 200 and len(answer.json["query"]) <= 200


def test_other_sites_may_read_it_whatever_the_answer(asks):
    good = asks(q="mẫu")
    unchanged = asks(q="mẫu", headers={"If-None-Match": good.headers["ETag"]})

    answers = [good, unchanged, asks(limit="x")]
    assert [answer.status_code for answer in answers] == [200, 304, 400]
    assert {answer.headers["Access-Control-Allow-Origin"] for answer in answers} == {"*"}
    assert {answer.headers["Cross-Origin-Resource-Policy"] for answer in answers} == {"cross-origin"}


def test_pages_are_still_kept_from_other_sites(app):
    headers = app.test_client().get("/nguon/").headers

    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_who_asks_too_fast_is_told_when_to_come_back(asks, app, monkeypatch):
    monkeypatch.setitem(app.extensions, "limit", Limit(0.5))
    asks(q="mẫu")

    refused = asks(q="đơn")

    assert refused.status_code == 429 and int(refused.headers["Retry-After"]) >= 1
    assert refused.json["title"] == "Hỏi quá nhanh, hãy chờ rồi thử lại"


def test_without_an_index_it_says_when_to_come_back(app, monkeypatch):
    monkeypatch.setattr(background, "start_once", lambda *_args: None)

    answer = app.test_client().get(f"{SEARCH}?q=a")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize(("method", "address", "status"), [("get", "/x", 404), ("post", "/search", 405)])
def test_what_programs_get_wrong_is_told_in_json(app, method, address, status):
    answer = getattr(app.test_client(), method)(f"/api/v1{address}")

    assert answer.status_code == status == answer.json["status"]


def test_the_description_knows_every_parameter_and_every_value(app):
    answer = app.test_client().get("/api/v1/openapi.json").json

    asked = {one["name"]: one["schema"] for one in answer["paths"][SEARCH]["get"]["parameters"]}
    assert set(asked) == {"q", "limit", "offset", "sort", "near", *parameters.CHOICES, *parameters.FREE}
    assert asked["kind"]["items"]["enum"] == list(parameters.CHOICES["kind"])
    assert answer["servers"] == [{"url": "http://localhost"}]


def test_an_answer_has_just_the_members_that_are_described(asks):
    schemas = openapi.description(title="", server="")["components"]["schemas"]

    answer = asks(q="mẫu").json

    assert set(answer) == set(schemas["Answer"]["properties"])
    assert set(answer["results"][0]) == set(schemas["Page"]["properties"])
    assert set(answer["understood"]) == set(schemas["Answer"]["properties"]["understood"]["properties"])
