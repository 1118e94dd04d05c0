import json
import re
from datetime import date

import pytest
from sqlalchemy import event

from tests import factories
from vocational.storage import db


def statements(visitor, address):
    """Return how many statements one page costs."""
    seen = []

    def note(*arguments):
        seen.append(arguments[2])

    db.session.remove()
    event.listen(db.engine, "before_cursor_execute", note)
    visitor.opens(address)
    event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)


def json_ld(page):
    return [
        json.loads(text)
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html)
    ]


def events_of(page):
    return [data for data in json_ld(page) if data.get("@type") == "Event"]


@pytest.mark.parametrize("address", ["/thong-bao/", "/su-kien/", "/viec-lam/"])
def test_an_empty_board_says_where_to_ask(visitor, address):
    page = visitor.opens(address)

    assert "Hiện" in page.text and "Lưu trữ (0)" in page.text


def test_a_past_notice_is_filed_under_its_year_and_says_why(visitor):
    factories.notice("a", title="Trường A nhận hồ sơ", date="2026-07-08", deadline=date(2026, 8, 31))

    page = visitor.opens("/thong-bao/")

    assert "Trường A nhận hồ sơ" in page.links
    assert "Năm 2026" in page.text and "Lưu trữ: đã qua ngày 31/08/2026" in page.text


def test_the_empty_state_says_how_old_the_newest_notice_is(visitor):
    factories.notice("a", title="Trường A nhận hồ sơ", date="2025-08")

    page = visitor.opens("/thong-bao/")

    assert "Hiện không có thông báo nào còn hạn" in page.text
    assert "Tin mới nhất trên trang: tháng 8/2025" in page.text


def test_what_holds_stands_first_with_the_days_left(visitor):
    factories.notice(
        "a", title="Học bổng A", kind="scholarship", date="2026-11-01", deadline=date(2026, 12, 1)
    )

    page = visitor.opens("/thong-bao/")

    assert "Hạn 01/12/2026, còn 9 ngày" in page.text
    assert "Hiện không có thông báo" not in page.text


def test_the_list_keeps_to_the_chosen_area(visitor):
    factories.notice("a", title="Tin Buôn Hồ", area="buon-ho")
    factories.notice("b", title="Tin Ninh Thuận", area="ninh-thuan")

    page = visitor.opens("/thong-bao/?khu-vuc=buon-ho")

    assert "Tin Buôn Hồ" in page.links and "Tin Ninh Thuận" not in page.links
    assert "Ninh Thuận cũ (1)" in page.text


def test_the_list_keeps_to_the_chosen_school(visitor):
    factories.institution("truong-a", name="Trường A")
    factories.notice("a", title="Tin một", institutions=["truong-a"])
    factories.notice("b", title="Tin hai")

    page = visitor.opens("/thong-bao/?truong=truong-a")

    assert "Tin một" in page.links and "Tin hai" not in page.links


def test_the_archive_goes_on_to_a_second_page(visitor):
    for number in range(23):
        factories.notice(f"tin-{number:02}", date=f"2025-08-{number + 1:02}")

    assert "Tin tin-00" in visitor.opens("/thong-bao/?trang=2").links
    assert "Tin tin-22" in visitor.opens("/thong-bao/").links


@pytest.mark.parametrize(
    "query",
    [
        "trang=99999",
        "trang=-1",
        "trang=x",
        "khu-vuc=nowhere",
        "khu-vuc=%00",
        "loai=&truong='--",
        "danh-cho=lop-9&" * 50,
    ],
)
def test_no_query_is_an_error(visitor, query):
    factories.notice("a")

    visitor.opens(f"/thong-bao/?{query}")


def test_a_page_past_the_end_shows_the_last(visitor):
    factories.notice("a", title="Tin duy nhất")

    assert "Tin duy nhất" in visitor.opens("/thong-bao/?trang=999").links


def test_a_notice_shows_its_facts_and_where_they_come_from(visitor):
    factories.source("inst-1", title="Bài báo một")
    factories.notice(
        "a", facts=["Học 6 tháng"], place="phường Tân An", note="Nguồn không nêu hạn.", audience=["lop-9"]
    )

    page = visitor.opens("/thong-bao/a")

    assert "Học 6 tháng" in page.text and "phường Tân An" in page.text
    assert "Nguồn không nêu hạn." in page.text and "Học sinh lớp 9" in page.text
    assert "Bài báo một" in page.links


def test_an_institution_without_a_page_is_named_but_not_linked(visitor):
    factories.institution("mo", name="Trường Mở")
    factories.institution("dong", name="Trung tâm Đóng", public=False)
    factories.notice("a", institutions=["mo", "dong"])

    page = visitor.opens("/thong-bao/a")

    assert "Trường Mở" in page.links
    assert "Trung tâm Đóng" in page.text and "Trung tâm Đóng" not in page.links


def test_an_institution_without_a_page_is_no_filter(visitor):
    factories.institution("dong", name="Trung tâm Đóng", public=False)
    factories.notice("a", institutions=["dong"])

    assert "Trung tâm Đóng" not in visitor.opens("/thong-bao/").text


@pytest.mark.parametrize("address", ["/thong-bao/khong-co", "/su-kien/a", "/viec-lam/a"])
def test_an_unknown_notice_or_the_wrong_board_is_a_404(visitor, address):
    factories.notice("a")

    visitor.opens(address, status=404)


def test_an_old_vacancy_never_looks_open(visitor):
    factories.notice("a", kind="vacancy", title="Cần 300 thợ may", date="2025-02")

    page = visitor.opens("/viec-lam/a")

    assert "không phải chỗ đang tuyển" in page.text
    assert not [data for data in json_ld(page) if data.get("@type") == "JobPosting"]


def test_an_event_is_told_to_machines_as_exactly_as_it_is_known(visitor):
    factories.notice("a", kind="event", title="Ngày hội", date="2025-09", date_end="2025-11", place="Buôn Hồ")

    (data,) = events_of(visitor.opens("/su-kien/a"))

    assert (data["startDate"], data["endDate"]) == ("2025-09", "2025-11")
    assert data["location"]["name"] == "Buôn Hồ"


def test_a_guessed_date_says_so_and_is_not_told_to_machines(visitor):
    factories.notice("a", kind="event", date="2023", date_is_estimated=True)

    page = visitor.opens("/su-kien/a")

    assert "năm 2023 (ước đoán)" in page.text
    assert not events_of(page)


@pytest.mark.parametrize("address", ["/thong-bao/", "/thong-bao/?khu-vuc=dak-lak&truong=truong-a"])
def test_a_list_costs_as_many_statements_for_many_notices_as_for_few(visitor, address):
    factories.institution("truong-a", name="Trường A")
    for number in range(3):
        factories.notice(f"it-{number}", audience=["lop-9"], institutions=["truong-a"])
    visitor.opens(address)
    few = statements(visitor, address)
    for number in range(60):
        factories.notice(f"nhieu-{number}", audience=["lop-9"], institutions=["truong-a"])

    assert statements(visitor, address) == few
