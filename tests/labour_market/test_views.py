import pytest
from sqlalchemy import event

from tests import factories
from vocational.storage import db


@pytest.fixture
def series(visitor):
    """One series with two years, its source, and the reader."""
    factories.source()
    factories.observation("vn-vieclam-2024", period="2024", value=51.3)
    factories.observation("vn-vieclam-2025", period="2025", value=52.4, note="Ước tính.")
    return visitor


def statements(visitor, address):
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.extend([statement] if statement.startswith("SELECT") else [])

    event.listen(db.engine, "before_cursor_execute", note)
    visitor.opens(address)
    event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)


def test_the_overview_shows_each_series_with_place_figure_time_and_kind(series):
    page = series.opens("/thi-truong/")

    assert "Lao động có việc làm Việt Nam 52,4 triệu người" in page.text
    assert "triệu người 1 2025" in page.text
    assert "/thi-truong/vn-vieclam" in page.hrefs


def test_the_overview_keeps_to_a_filter(series):
    factories.observation("luong-2026", series=factories.indicator_series("luong", topic="thu-nhap").slug)

    page = series.opens("/thi-truong/?chu-de=thu-nhap")

    assert "1 mục số liệu" in page.text
    assert "/thi-truong/vn-vieclam" not in page.hrefs


def test_the_overview_says_what_is_not_known(series):
    factories.labour_market_gap(text="Chưa có tỷ lệ thất nghiệp của Đắk Lắk mới.")

    assert "Chưa có tỷ lệ thất nghiệp của Đắk Lắk mới." in series.opens("/thi-truong/").text


@pytest.mark.parametrize(
    "query", ["?chu-de=khong", "?noi=%00&loai='", "?chu-de=viec-lam&noi=66", "?trang=9999999"]
)
def test_any_filter_gets_a_page(series, query):
    assert series.opens(f"/thi-truong/{query}").heading == "Thị trường lao động"


def test_an_empty_list_offers_next_steps(visitor):
    assert "Chưa có số liệu nào khớp" in visitor.opens("/thi-truong/").text


def test_a_series_answers_first_and_lists_every_figure(series):
    page = series.opens("/thi-truong/vn-vieclam")

    assert page.text.index("52,4 triệu người") < page.text.index("51,3 triệu người")
    assert "Ước tính." in page.text and "Bài báo inst-1" in page.text


def test_the_id_of_a_figure_leads_to_its_series(series):
    answer = series.client.get("/thi-truong/vn-vieclam-2025")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/thi-truong/vn-vieclam")


def test_a_series_of_one_figure_has_no_chart(visitor):
    factories.observation()

    assert (
        "<svg viewBox"
        not in visitor.opens("/thi-truong/vn-vieclam").html.partition("<main")[2].split("</main")[0]
    )


def test_a_series_of_more_has_a_chart(series):
    assert 'class="chart"' in series.opens("/thi-truong/vn-vieclam").html


def test_a_past_target_is_marked(visitor):
    factories.indicator_series("cu", kind="muc-tieu")
    factories.observation("cu-2025", series="cu", period="2025")

    page = visitor.opens("/thi-truong/cu")

    assert "đã hết kỳ" in page.text and "không phải chỉ tiêu hiện nay" in page.text


@pytest.mark.parametrize(
    ("area", "says"), [("cu-dak-lak", "địa giới trước tháng 7/2025"), ("66", "địa giới từ tháng 7/2025")]
)
def test_a_place_is_named_as_of_then(visitor, area, says):
    factories.indicator_series("viec", area=area)
    factories.observation("viec-2025", series="viec")

    assert says in visitor.opens("/thi-truong/viec").text


def test_trained_and_certified_are_told_apart(visitor):
    factories.indicator_series("dao-tao", topic="trinh-do")
    factories.observation("dao-tao-2025", series="dao-tao")

    assert "không so được với “có bằng, chứng chỉ”" in visitor.opens("/thi-truong/dao-tao").text


def test_an_uncertain_figure_is_marked(visitor):
    factories.observation(confidence="low")

    assert "chưa kiểm chứng" in visitor.opens("/thi-truong/vn-vieclam").text


@pytest.mark.parametrize("slug", ["khong-co", "x" * 3000, "%00", "..%2f", "99999999999999999999"])
def test_an_unknown_series_is_not_found(visitor, slug):
    visitor.opens(f"/thi-truong/{slug}", status=404)


def test_ways_after_grade_9_stand_by_school_year(visitor):
    factories.indicator_series("lop-10", topic="sau-lop-9", indicator="Tỷ lệ vào lớp 10", unit="%")
    factories.observation("lop-10-2022", series="lop-10", period="năm học 2022-2023", value=78.7, unit="%")

    page = visitor.opens("/thi-truong/sau-lop-9")

    assert "Năm học 2022–2023" in page.text and "78,7 %" in page.text


def test_employers_are_shown_with_source_and_date(visitor):
    factories.labour_market_note()

    page = visitor.opens("/thi-truong/doanh-nghiep-khu-cong-nghiep")

    assert "Khu công nghiệp Hòa Phú" in page.text and "Hơn 3.400 lao động." in page.text
    assert "01/10/2026" in page.text


def test_a_note_has_a_page(visitor):
    factories.labour_market_note("luat", about="chinh-sach", title="Nghị định mới")

    assert visitor.opens("/thi-truong/ghi-chu/luat").heading == "Nghị định mới"


def test_an_unknown_note_is_not_found(visitor):
    visitor.opens("/thi-truong/ghi-chu/khong-co", status=404)


@pytest.mark.parametrize("address", ["/thi-truong/", "/thi-truong/vn-vieclam", "/thi-truong/sau-lop-9"])
def test_pages_cost_the_same_number_of_statements_however_much_they_show(series, address):
    factories.observation("lop-10", series=factories.indicator_series("lop-10", topic="sau-lop-9").slug)
    statements(series, address)
    few = statements(series, address)

    for number in range(20):
        slug = factories.indicator_series(f"chuoi-{number}", topic=("viec-lam", "sau-lop-9")[number % 2]).slug
        factories.observation(f"{slug}-2025", series=slug)
        factories.observation(f"vn-vieclam-{1990 + number}", period=str(1990 + number))

    assert statements(series, address) == few
