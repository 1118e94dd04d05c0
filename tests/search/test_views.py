import shutil

import pytest

from tests import factories
from tests.conftest import TODAY
from vocational.search import service
from vocational.web import background


@pytest.fixture
def index(app):
    """The folder of the index; filled by `build`, empty at first."""
    folder = app.config["SEARCH_INDEX_DIR"]
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def build(folder):
    service.build(folder, today=TODAY)


def test_a_school_is_found_with_and_without_accents(visitor, index):
    factories.institution("truong-a", name="Trường Cao đẳng Đắk Mẫu")
    build(index)

    for words in ("Đắk Mẫu", "dak mau", "mẫu đắk"):
        assert "/truong/truong-a" in visitor.opens(f"/tim-kiem?q={words}").hrefs


def test_the_words_found_are_marked(visitor, index):
    factories.institution("truong-a", name="Trường Cao đẳng Đắk Mẫu")
    build(index)

    assert "<mark>" in visitor.opens("/tim-kiem?q=dak mau").html


def test_options_narrow_what_is_found(visitor, index):
    factories.institution("truong-a", name="Trường Điện Mẫu")
    factories.guide("lop-9", title="Điện cho em")
    build(index)

    links = visitor.opens("/tim-kiem?q=điện&loai=huong-dan").links

    assert "Điện cho em" in links and "Trường Điện Mẫu" not in links


def test_nothing_found_leads_on(visitor, index):
    build(index)

    page = visitor.opens("/tim-kiem?q=asdkjh qwe")

    assert "Không có trên trang này" in page.text
    assert "/truong/" in page.hrefs


def test_a_school_without_a_public_page_is_not_found(visitor, index):
    factories.institution("truong-b", name="Trung tâm Kín Mẫu", public=False)
    build(index)

    assert "/truong/truong-b" not in visitor.opens("/tim-kiem?q=trung tâm kín mẫu").hrefs


@pytest.fixture
def beside(monkeypatch):
    """What the site wanted to do beside answering; nothing of it has run yet."""
    work = []
    monkeypatch.setattr(background, "start_once", lambda _app, _name, task: work.append(task))
    return work


def test_without_an_index_the_page_says_so_and_the_rest_goes_on(visitor, index, beside):
    page = visitor.opens("/tim-kiem?q=hàn", status=503)

    assert "lập lại mục lục tìm kiếm" in page.text
    assert visitor.opens("/nguon/").status == 200
    assert visitor.client.get("/readyz").json["search"] == "missing"
    assert len(beside) == 2


def test_a_damaged_index_is_told_and_built_again(visitor, index, beside):
    factories.institution("truong-a", name="Trường Mẫu")
    build(index)
    for path in index.rglob("*.seg"):
        path.write_bytes(b"damaged")

    assert visitor.client.get("/readyz").json["search"] == "damaged"
    visitor.opens("/tim-kiem?q=mẫu", status=503)
    beside[0]()

    assert "Trường Mẫu" in visitor.opens("/tim-kiem?q=mẫu").links


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "a" * 10_000,
        "từ " * 300,
        "AND OR NOT ((",
        'title:* "abc',
        "*?*?" * 50,
        "'; DROP TABLE x;--",
        "<script>alert(1)</script>",
        "\u202eabc\u0301\u0301",
        "😀😀",
        "\u0301",
        "\x00\x01",
    ],
)
def test_no_words_are_an_error(visitor, index, words):
    build(index)

    answer = visitor.client.get("/tim-kiem", query_string={"q": words})

    assert answer.status_code in {200, 404}
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    "query", ["trang=0", "trang=-1", "trang=99999999999999", "trang=x", "loai=x", "sap-xep=x"]
)
def test_no_option_is_an_error(visitor, index, query):
    build(index)

    visitor.opens(f"/tim-kiem?q=a&{query}")
