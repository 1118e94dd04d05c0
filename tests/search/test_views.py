import shutil
from datetime import date
from urllib.parse import unquote

import pytest

from tests import factories
from tests.conftest import TODAY
from vocational.search import service
from vocational.search.models import Vocabulary
from vocational.web import background


@pytest.fixture
def index(app):
    """The folder of the index; filled by `build`, empty at first."""
    folder = app.config["SEARCH_INDEX_DIR"]
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def build(folder):
    service.build(folder, today=TODAY)


def know(vocabulary):
    factories.keep(Vocabulary(id=1, data=vocabulary))


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


def test_kinds_stand_above_the_results_with_their_exact_numbers(visitor, index):
    factories.institution("truong-a", name="Trường Điện Mẫu")
    factories.institution("truong-b", name="Trường Điện Khác")
    factories.guide("lop-9", title="Điện cho em")
    build(index)

    page = visitor.opens("/tim-kiem?q=điện&loai=huong-dan&sap-xep=moi-nhat")

    assert {"Tất cả 3", "Trường 2", "Hướng dẫn 1"} <= set(page.links)
    assert "/tim-kiem?q=điện&loai=truong&sap-xep=moi-nhat" in map(unquote, page.hrefs)
    assert "/tim-kiem?q=điện&sap-xep=moi-nhat" in map(unquote, page.hrefs)


def test_what_was_read_as_a_condition_can_be_taken_off_and_filters_stay(visitor, index):
    know({"about": [{"words": ["hết lớp 9"], "entry": ["lop-9"], "label": "sau lớp 9"}]})
    factories.institution("truong-a", name="Trường Hàn Mẫu")
    factories.school_facets("truong-a", vao=["lop-9"])
    build(index)

    page = visitor.opens("/tim-kiem?q=hàn het lop 9&loai=truong&trang=1")

    chip = next(place for place, words in enumerate(page.links) if words.endswith("sau lớp 9"))
    assert unquote(page.hrefs[chip]) == "/tim-kiem?q=hàn&loai=truong"
    assert "Loại trang: Trường, trung tâm" in page.text


def test_a_name_typed_whole_shows_the_key_facts(visitor, index):
    factories.institution("truong-a", name="Trường Mẫu")
    factories.school_contact("truong-a", phone=["02623855155"])
    factories.admission_round("truong-a", closes=date(2026, 12, 1))
    build(index)

    page = visitor.opens("/tim-kiem?q=trường mẫu")

    assert "tel:+842623855155" in page.hrefs
    assert "Hạn nộp hồ sơ 01/12/2026 còn 9 ngày" in page.text
    assert "Còn chỗ Chưa có thông tin" in page.text


def test_a_programme_that_no_known_school_teaches_says_so(visitor, index):
    factories.programme("han", name="Hàn tàu")
    build(index)

    page = visitor.opens("/tim-kiem?q=hàn tàu")

    assert "Học ở đâu Chưa có thông tin" in page.text


def test_a_school_of_history_leads_to_the_one_that_took_its_place(visitor, index):
    factories.institution("moi", name="Trường Mới")
    factories.institution("cu", name="Trường Xưa", status="lich-su", status_note="Đã nhập vào trường khác.")
    factories.school_link("cu", "moi", role="successor")
    build(index)

    page = visitor.opens("/tim-kiem?q=trường xưa")

    assert "Hiện trạng Đã nhập vào trường khác. Em xem Trường Mới" in page.text
    assert "Còn chỗ" not in page.text


def test_words_too_narrow_are_told_what_each_filter_costs(visitor, index):
    factories.institution("truong-a", name="Trường Điện Mẫu")
    factories.guide("lop-9", title="Hàn cho em")
    build(index)

    page = visitor.opens("/tim-kiem?q=điện&loai=huong-dan")

    assert "Không có trang nào hợp với các lựa chọn" in page.text
    assert "Bỏ lọc “Hướng dẫn”" in page.links and "1 kết quả" in page.text


def test_a_page_past_the_end_shows_the_last_one(visitor, index):
    factories.institution("truong-a", name="Trường Điện Mẫu")
    build(index)

    assert "Trường Điện Mẫu" in visitor.opens("/tim-kiem?q=điện&trang=7").links


def test_the_nearest_first_asks_where_one_lives_and_remembers_it(visitor, index):
    factories.province()
    factories.commune("24305", latitude=12.9, longitude=108.3)
    factories.institution("truong-a", name="Trường Điện Mẫu")
    factories.school_facets("truong-a", **{"khu-vuc": ["24305"]})
    build(index)

    assert "Chưa biết em ở đâu" in visitor.opens("/tim-kiem?q=điện&sap-xep=gan-nhat").text
    page = visitor.opens("/tim-kiem?q=điện&sap-xep=gan-nhat&tu=24305")
    assert '<option selected value="24305">phường Buôn Hồ</option>' in page.html
    assert "tại phường Buôn Hồ" in page.text
    assert "chỉ gần đúng" in page.text


def test_results_can_be_ordered_by_the_next_deadline(visitor, index):
    for slug, name, closes in (("a", "Trường Điện Một", date(2026, 12, 20)), ("b", "Trường Điện Hai", TODAY)):
        factories.institution(slug, name=name)
        factories.admission_round(slug, closes=closes)
    build(index)

    page = visitor.opens("/tim-kiem?q=điện&sap-xep=han-nop")

    assert page.text.index("Trường Điện Hai") < page.text.index("Trường Điện Một")
    assert "hôm nay là ngày cuối" in page.text and "còn 28 ngày" in page.text


def test_before_anything_is_typed_kinds_of_pages_are_offered(visitor, index):
    factories.institution("truong-a", name="Trường Điện Mẫu")
    build(index)

    assert "1 Trường, trung tâm" in visitor.opens("/tim-kiem").links


def test_headings_keep_long_words_short_and_the_list_is_not_for_search_engines(visitor, index):
    build(index)

    page = visitor.opens("/tim-kiem?q=" + "học nghề " * 20)

    assert page.heading.endswith("học…”")
    assert page.headers["X-Robots-Tag"] == "noindex, follow"
    assert "X-Robots-Tag" not in visitor.opens("/tim-kiem").headers


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


def test_the_page_does_not_grow_with_the_length_of_what_was_typed(visitor, index):
    factories.institution("truong-a", name="Trường Điện Mẫu")
    build(index)

    page = visitor.opens("/tim-kiem?q=" + "điện " * 2_000)

    assert "Trường Điện Mẫu" in page.links
    assert len(page.html) < 40_000
