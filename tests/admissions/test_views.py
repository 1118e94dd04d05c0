import csv
import io
from datetime import date

import pytest
from icalendar import Calendar
from python_calamine import CalamineWorkbook
from sqlalchemy import event

from tests import factories
from vocational.admissions import views
from vocational.admissions.models import AdmissionArea, AdmissionProgress
from vocational.storage import db


@pytest.fixture(autouse=True)
def schools(app):
    factories.source("inst-1", title="Báo Khánh Hòa")
    factories.institution("truong-a", name="Trường A")
    factories.institution("truong-b", name="Trường B")
    factories.keep(AdmissionArea(institution="truong-a", area="66"))
    factories.keep(AdmissionArea(institution="truong-b", area="56"))


def file_of(app, address):
    answer = app.test_client().get(address)
    assert answer.status_code == 200
    return answer


def csv_rows(answer):
    return list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"), newline="")))


def test_without_any_content_the_page_helps(visitor):
    page = visitor.opens("/tuyen-sinh/")

    assert "Chưa có hạn nào sắp tới mà trang biết" in page.text
    assert "Trang chưa có chỉ tiêu của năm nào" in page.text


def test_the_entry_page_leads_to_each_year(visitor):
    factories.quota(year=2025)
    factories.quota(year=2024)

    hrefs = visitor.opens("/tuyen-sinh/").hrefs

    assert [href for href in hrefs if href.startswith("/tuyen-sinh/20")] == [
        "/tuyen-sinh/2025",
        "/tuyen-sinh/2024",
    ]


@pytest.mark.parametrize(
    ("closes", "words"),
    [
        (date(2026, 11, 22), "Sắp hết hạn hôm nay là ngày cuối"),
        (date(2026, 12, 1), "01/12/2026 Trường A Sắp hết hạn còn 9 ngày"),
        (date(2027, 8, 30), "Đang mở còn 281 ngày"),
        (date(2026, 8, 31), "Hạn đã qua (1)"),
        (date(2026, 8, 31), "31/08/2026 Trường A Đã đóng"),
    ],
)
def test_a_deadline_says_how_it_stands(visitor, closes, words):
    factories.admission_round(closes=closes)

    assert words in visitor.opens("/tuyen-sinh/").text


def test_a_round_that_is_not_open_yet_says_when_it_opens(visitor):
    factories.admission_round(opens=date(2027, 6, 1), closes=date(2027, 8, 30))

    assert "Mở từ 01/06/2027" in visitor.opens("/tuyen-sinh/").text


def test_the_calendar_holds_whole_days_with_a_link(app):
    factories.admission_round(closes=date(2026, 12, 5), method="Xét học bạ")

    answer = file_of(app, "/tuyen-sinh/han.ics")
    days = Calendar.from_ical(answer.get_data()).walk("VEVENT")

    assert answer.mimetype == "text/calendar"
    assert [(day["summary"], day["dtstart"].dt) for day in days] == [("Hạn: Trường A", date(2026, 12, 5))]
    assert days[0]["description"] == "Đợt 1. Xét học bạ"


def test_the_calendar_says_what_is_uncertain(app):
    factories.admission_round(closes=date(2026, 12, 5), confidence="low")

    day = Calendar.from_ical(file_of(app, "/tuyen-sinh/han.ics").get_data()).walk("VEVENT")[0]

    assert "Chưa kiểm chứng" in day["description"]


def test_an_empty_calendar_is_still_a_calendar(app):
    assert Calendar.from_ical(file_of(app, "/tuyen-sinh/han.ics").get_data()).walk("VEVENT") == []


def test_a_line_shows_its_figure_and_source(visitor):
    factories.quota(seats=1529, level="so-cap lai-xe", scope="11 nghề gộp chung", qualifier="khoảng")

    text = visitor.opens("/tuyen-sinh/2025").text

    assert "khoảng 1.529 chỗ" in text
    assert "Sơ cấp Đào tạo lái xe 11 nghề gộp chung" in text
    assert "Báo Khánh Hòa" in text


def test_unknown_withheld_and_nought_read_differently(visitor):
    factories.quota(seats=None, level="cao-dang")
    factories.quota(seats=0, level="trung-cap")
    factories.quota(seats=None, level="so-cap", state="withheld")

    text = visitor.opens("/tuyen-sinh/2025").text

    assert "Chưa có thông tin" in text and "0 chỗ" in text and "Không công bố" in text


def test_an_uncertain_line_says_so(visitor):
    factories.quota(confidence="low")

    assert "chưa kiểm chứng" in visitor.opens("/tuyen-sinh/2025").text


def test_a_past_year_says_that_it_is_past(visitor):
    factories.quota(year=2023)

    assert "Đây là số của năm 2023" in visitor.opens("/tuyen-sinh/2023").text


def test_the_year_page_tells_how_admission_went(visitor):
    factories.quota()
    factories.keep(
        AdmissionProgress(
            id="a",
            institution="truong-a",
            school="Trường A",
            year=2025,
            text="Tuyển được hơn một nửa.",
            **factories.SOURCED,
        )
    )

    assert "Trường A : Tuyển được hơn một nửa." in visitor.opens("/tuyen-sinh/2025").text


def test_filters_stand_in_the_address(visitor):
    factories.quota(school="Trường A")
    factories.quota("truong-b", school="Trường B")

    links = visitor.opens("/tuyen-sinh/2025?khu-vuc=56&truong=truong").links

    assert "Trường B" in links and "Trường A" not in links


def test_nothing_found_leads_on(visitor):
    factories.quota()

    assert "Không có dòng nào khớp" in visitor.opens("/tuyen-sinh/2025?truong=zzz").text


@pytest.mark.parametrize(
    "query",
    [
        "trang=99",
        "trang=-1",
        "trang=abc",
        "sap-xep=drop",
        "bac=x&bac=y",
        "khu-vuc=%00",
        "truong=%25_%27%5c",
        "loai=",
        "truong=" + "a" * 5000,
    ],
)
def test_no_address_is_an_error(visitor, query):
    factories.quota()

    visitor.opens(f"/tuyen-sinh/2025?{query}")


@pytest.mark.parametrize("year", ["1999", "0", "99999999999999999999999"])
def test_a_year_without_lines_leads_to_those_that_have_some(visitor, year):
    factories.quota(year=2025)

    page = visitor.opens(f"/tuyen-sinh/{year}", status=404)

    assert "/tuyen-sinh/2025" in page.hrefs


@pytest.mark.parametrize(
    "address", ["/tuyen-sinh/abc", "/tuyen-sinh/1999.csv", "/tuyen-sinh/9999999999999999999.xlsx"]
)
def test_other_addresses_are_a_404(visitor, address):
    visitor.opens(address, status=404)


@pytest.mark.parametrize(
    ("query", "sort"), [("", "ascending"), ("?sap-xep=ten", "ascending"), ("?sap-xep=ten-giam", "descending")]
)
def test_the_head_of_the_sorted_column_says_its_order(visitor, query, sort):
    factories.quota()

    assert visitor.opens(f"/tuyen-sinh/2025{query}").html.count(f'aria-sort="{sort}"') == 1


def test_a_second_press_on_a_head_turns_the_order_round(visitor):
    factories.quota()

    hrefs = visitor.opens("/tuyen-sinh/2025?sap-xep=so&trang=3&bac=cao-dang").hrefs

    assert "/tuyen-sinh/2025?sap-xep=so-giam&bac=cao-dang" in hrefs


def test_the_second_page_goes_on_where_the_first_ended(visitor):
    for number in range(21):
        factories.quota(seats=number + 1, position=number, note=f"dòng thứ {number}.")

    assert "dòng thứ 20." in visitor.opens("/tuyen-sinh/2025?trang=2").text


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_page_leads_to_downloads_of_the_same_choice(visitor, suffix):
    factories.quota()

    assert f"/tuyen-sinh/2025.{suffix}?bac=cao-dang" in visitor.opens("/tuyen-sinh/2025?bac=cao-dang").hrefs


def test_the_csv_file_holds_exactly_what_is_filtered(app):
    factories.quota(seats=7, note="=1+1", closes=date(2025, 8, 31))
    factories.quota("truong-b", level="trung-cap")

    answer = file_of(app, "/tuyen-sinh/2025.csv?bac=cao-dang")
    row = csv_rows(answer)[0]

    assert len(csv_rows(answer)) == 1
    assert (row["Số lượng"], row["Hết hạn"], row["Ghi chú"]) == ("7", "2025-08-31", "'=1+1")
    assert (row["Nguồn"], row["Thời điểm của số liệu"], row["Độ tin cậy"]) == ("Báo Khánh Hòa", "2025", "cao")
    assert "chi-tieu-2025-cao-dang.csv" in answer.headers["Content-Disposition"]


def test_an_unknown_number_is_an_empty_cell_with_its_state(app):
    factories.quota(seats=None)

    row = csv_rows(file_of(app, "/tuyen-sinh/2025.csv"))[0]

    assert (row["Số lượng"], row["Tình trạng số liệu"]) == ("", "chưa có thông tin")


def test_the_excel_file_holds_exactly_what_is_filtered(app):
    factories.quota(seats=7, checked_on=date(2026, 11, 22))
    factories.quota("truong-b", school="Trường B")

    answer = file_of(app, "/tuyen-sinh/2025.xlsx?truong=truong+a")
    header, *rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(answer.get_data())).get_sheet_by_index(0).to_python()
    )
    row = dict(zip(header, rows[0], strict=True))

    assert len(rows) == 1
    assert (row["Trường"], row["Số lượng"], row["Ngày kiểm tra"]) == ("Trường A", 7.0, date(2026, 11, 22))


def test_too_long_a_list_for_excel_is_given_as_csv(visitor, monkeypatch):
    monkeypatch.setattr(views, "LARGEST_SHEET", 0)
    factories.quota()

    page = visitor.opens("/tuyen-sinh/2025")
    answer = visitor.client.get("/tuyen-sinh/2025.xlsx?bac=cao-dang")

    assert "/tuyen-sinh/2025.csv" in page.hrefs and "/tuyen-sinh/2025.xlsx" not in page.hrefs
    assert answer.headers["Location"] == "/tuyen-sinh/2025.csv?bac=cao-dang"


def selects(visitor, address):
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.extend([statement] if statement.startswith("SELECT") else [])

    event.listen(db.engine, "before_cursor_execute", note)
    visitor.opens(address)
    event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)


@pytest.mark.parametrize(
    "address", ["/tuyen-sinh/", "/tuyen-sinh/2025", "/tuyen-sinh/2025?bac=cao-dang&khu-vuc=66"]
)
def test_pages_cost_the_same_number_of_statements_however_much_they_show(visitor, address):
    factories.quota()
    factories.admission_round(closes=date(2026, 12, 1))
    visitor.opens(address)
    few = selects(visitor, address)
    for number in range(30):
        factories.quota(seats=number, year=2025 - number % 3)
        factories.admission_round(closes=date(2027, 1, number + 1))

    assert selects(visitor, address) == few
