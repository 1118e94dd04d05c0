import pytest

from vocational.search.engine import api
from vocational.search.engine.answers import Request


def page(name, **values):
    return {"id": f"x/{name}", "title": f"Lớp hàn {name}", **values}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("order")
    documents = [
        page("over", due=["2026-01-31"], areas=["nha-trang"]),
        page("soon", due=["2026-02-10", "2026-12-01"], areas=["tuy-hoa", "buon-ho"]),
        page("later", due=["2026-03-01"], areas=["dak-lak"]),
        page("undated", popularity=1.0, date="2026-01-01"),
        page("two", due=["2025-01-01", "2026-02-20"], areas=["buon-ho"], date="2025-01-01"),
    ]
    api.build(made, documents, {})
    return made


@pytest.fixture
def hits(folder):
    return lambda **rest: [
        (hit.id[2:], hit.due, hit.distance) for hit in api.search(folder, Request(q="hàn", **rest)).hits
    ]


def names(hits):
    return [name for name, _, _ in hits]


def test_the_next_deadline_comes_first_and_undated_pages_last(hits):
    found = hits(sort="deadline", today="2026-02-01")

    assert names(found)[:3] == ["soon", "two", "later"]
    assert [due for _, due, _ in found][:3] == ["2026-02-10", "2026-02-20", "2026-03-01"]


def test_deadlines_that_are_over_count_as_none(hits):
    found = hits(sort="deadline", today="2026-02-01")

    assert set(names(found)[3:]) == {"over", "undated"}
    assert {due for name, due, _ in found if name in ("over", "undated")} == {""}


def test_a_deadline_of_today_is_still_open(hits):
    assert names(hits(sort="deadline", today="2026-02-10"))[0] == "soon"


def test_the_nearest_area_of_a_page_counts(hits):
    found = hits(sort="nearest", near={"tuy-hoa": 90.0, "buon-ho": 1.5, "dak-lak": 40.0})

    assert names(found)[:2] in (["soon", "two"], ["two", "soon"])
    assert names(found)[2] == "later"
    assert {name: away for name, _, away in found}["soon"] == 1.5


def test_pages_of_unknown_distance_come_last(hits):
    found = hits(sort="nearest", near={"buon-ho": 1})

    assert [away for _, _, away in found][2:] == [None, None, None]


def test_nearest_without_a_place_is_relevance(hits):
    assert hits(sort="nearest") == hits()


def test_newest_first(hits):
    assert names(hits(sort="newest"))[:2] == ["undated", "two"]


@pytest.mark.parametrize("sort", ["relevance", "newest", "deadline", "nearest"])
def test_pages_follow_each_other_in_every_order(hits, sort):
    near, today = {"buon-ho": 1, "nha-trang": 2}, "2026-02-01"
    whole = hits(sort=sort, near=near, today=today)

    assert sum((hits(sort=sort, near=near, today=today, offset=at, limit=1) for at in range(5)), []) == whole


def test_nonsense_for_today_counts_every_date(hits):
    assert names(hits(sort="deadline", today="gestern"))[0] == "two"


def test_cutting_out_a_page_of_many_keeps_the_order(tmp_path):
    api.build(
        tmp_path, [page(f"{number:03}", date=f"20{number % 90 + 10}-01-01") for number in range(400)], {}
    )
    request = Request(q="hàn", sort="newest", limit=100)

    pages = [
        [hit.date for hit in api.search(tmp_path, Request(q="hàn", sort="newest", offset=at, limit=10)).hits]
        for at in range(0, 100, 10)
    ]

    assert sum(pages, []) == [hit.date for hit in api.search(tmp_path, request).hits]
    assert sum(pages, []) == sorted(sum(pages, []), reverse=True)
