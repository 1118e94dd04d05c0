"""What readers get of the items of staff: lists, pages, the archive, and what was taken down."""

import json
import re
from datetime import date, timedelta

import pytest

from tests import factories, staff
from tests.noticeboard import written
from tests.noticeboard.test_views import statements
from tests.noticeboard.written import NOW
from vocational.noticeboard.publication import records, service

EDITOR = {"role": "editor"}


def json_ld(page):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html)
    return [data for data in map(json.loads, found) if data["@type"] in {"Event", "JobPosting"}]


def test_a_published_item_hangs_on_its_list_beside_the_curated_ones(visitor):
    factories.notice("cu", title="Tin của Sở", date="2026-11-20")
    written.published("moi", title="Tin của trường")

    page = visitor.opens("/thong-bao/")

    assert {"Tin của Sở", "Tin của trường"} <= set(page.links)
    assert "Còn hiệu lực đến 22/12/2026" in page.text


def test_nothing_of_a_draft_is_to_be_seen(visitor):
    written.item("nhap", title="Bí mật", site_wide=True)

    assert "Bí mật" not in visitor.opens("/thong-bao/").text
    visitor.opens("/thong-bao/nhap", status=404)
    visitor.opens("/thong-bao/nhap/chia-se", status=404)


def test_what_is_scheduled_waits_for_its_hour(visitor):
    made = written.item("hen", title="Bí mật", site_wide=True)
    at = NOW + timedelta(hours=1)
    service.schedule(made.id, number=1, at=at, by=staff.actor(**EDITOR), now=NOW)

    assert "Bí mật" not in visitor.opens("/thong-bao/").text
    visitor.opens("/thong-bao/hen", status=404)


def test_scheduled_items_come_out_when_the_clock_says_so(app, visitor, monkeypatch):
    made = written.item("hen", title="Đúng giờ", site_wide=True)
    service.schedule(made.id, number=1, at=NOW + timedelta(hours=1), by=staff.actor(**EDITOR), now=NOW)

    monkeypatch.setitem(app.config, "NOW", NOW + timedelta(hours=1))

    assert "Đúng giờ" in visitor.opens("/thong-bao/").links
    assert visitor.opens("/thong-bao/hen").heading == "Đúng giờ"


def test_what_has_expired_moves_to_the_archive_and_answers_on(app, visitor, monkeypatch):
    written.published("cu", title="Hết hạn rồi", expire_at=NOW + timedelta(days=1))

    monkeypatch.setitem(app.config, "NOW", NOW + timedelta(days=2))
    monkeypatch.setitem(app.config, "TODAY", date(2026, 11, 24))

    page = visitor.opens("/thong-bao/")
    assert "Lưu trữ (1)" in page.text and "Hết hạn rồi" in page.links
    assert "Tin này đã qua" in visitor.opens("/thong-bao/cu").text


def test_an_event_is_over_when_its_day_is(app, visitor, monkeypatch):
    written.published("hoi", kind="event", event=written.event(date(2026, 11, 23)))
    assert "Sắp tới" in visitor.opens("/su-kien/").text

    monkeypatch.setitem(app.config, "NOW", NOW + timedelta(days=2))

    assert "Lưu trữ (1)" in visitor.opens("/su-kien/").text


def test_the_archive_mixes_both_kinds_newest_first(app, visitor, monkeypatch):
    factories.notice("a", title="Tin A", date="2025-08-20")
    written.published("b", title="Tin B", expire_at=NOW + timedelta(days=1))
    factories.notice("c", title="Tin C", date="2024-01-02")
    monkeypatch.setitem(app.config, "NOW", NOW + timedelta(days=2))

    links = visitor.opens("/thong-bao/").links

    assert [link for link in links if link.startswith("Tin ")][-3:] == ["Tin B", "Tin A", "Tin C"]


def test_what_a_school_tells_its_own_pupils_shows_when_the_school_is_chosen(visitor):
    school = staff.unit("Trường A")
    written.published("rieng", title="Họp lớp", unit=school, site_wide=False)

    assert "Họp lớp" not in visitor.opens("/thong-bao/").links
    assert "Trường A" in visitor.opens("/thong-bao/").text
    assert "Họp lớp" in visitor.opens(f"/thong-bao/?don-vi={school.id}").links
    assert visitor.opens("/thong-bao/rieng").heading == "Họp lớp"


def test_the_list_keeps_to_area_and_audience_and_shows_what_is_for_all(visitor):
    written.published("a", title="Cho Ninh Thuận", areas=["ninh-thuan"], audiences=["lop-9"])
    written.published("b", title="Cho Buôn Hồ", areas=["buon-ho"])
    written.published("c", title="Cho mọi người")

    links = visitor.opens("/thong-bao/?khu-vuc=ninh-thuan&danh-cho=lop-9").links

    assert {"Cho Ninh Thuận", "Cho mọi người"} <= set(links)
    assert "Cho Buôn Hồ" not in links


@pytest.mark.parametrize("query", ["don-vi=x", "don-vi=99999999999999999999", "don-vi=1&trang=9", "ban=1"])
def test_no_query_is_an_error(visitor, query):
    visitor.opens(f"/thong-bao/?{query}")


def test_what_was_taken_down_says_why_at_its_address(visitor):
    made = written.published("sai", title="Tin sai")
    service.withdraw(made.id, reason="Sai ngày thi <b>", by=staff.actor(**EDITOR), now=NOW)

    page = visitor.opens("/thong-bao/sai", status=410)

    assert "Lý do: Sai ngày thi <b>" in page.text
    assert "Tin sai" not in visitor.opens("/thong-bao/").links
    visitor.opens("/thong-bao/sai/to-in", status=404)


def test_an_address_that_was_public_for_a_minute_answers_on(visitor):
    made = written.published("voi")
    last = records.last_step(made.id)
    service.undo(made.id, step_id=last.id, by=staff.actor(**EDITOR), now=NOW)

    assert "đang xem lại" in visitor.opens("/thong-bao/voi", status=410).text


def test_an_item_answers_on_its_own_board_only(visitor):
    written.published("tin")

    visitor.opens("/su-kien/tin", status=404)


def test_a_sheet_of_an_older_version_says_what_changed(visitor):
    made = written.published("doi", html="<p>Hạn 30/8, mang học bạ</p>", contact="Cô Mai")
    written.version(
        made, html="<p>Hạn <b>15/9</b>, mang học bạ</p>", contact="Cô Mai", site_wide=True, title="Tin doi"
    )
    service.publish(made.id, number=2, by=staff.actor(**EDITOR), now=NOW)

    old = visitor.opens("/thong-bao/doi?ban=1")

    assert "Bản in này đã cũ" in old.text
    assert "[Bỏ: 30/8, ]" in old.text and "[Thêm: 15/9, ]" in old.text
    assert "đã cũ" not in visitor.opens("/thong-bao/doi?ban=2").text


@pytest.mark.parametrize("number", ["0", "2", "9", "-1", "1x", "99999999"])
def test_a_version_that_readers_never_had_stays_unseen(visitor, number):
    made = written.published("doi", body="Công khai")
    written.version(made, body="Chưa duyệt")
    written.version(made, body="Ba")

    page = visitor.opens(f"/thong-bao/doi?ban={number}")

    assert "Chưa duyệt" not in page.text and "đã cũ" not in page.text


def test_machines_are_told_of_an_event_that_lies_ahead(visitor):
    written.published("hoi", kind="event", event=written.event(), title="Ngày hội")

    told = json_ld(visitor.opens("/su-kien/hoi"))[0]

    assert told["@type"] == "Event" and told["startDate"] == "2026-12-05T07:30+07:00"
    assert told["location"]["name"] == "Sân trường"


def test_machines_are_told_of_work_with_a_last_day(visitor):
    vacancy = {"employer": "Công ty A", "occupation": "Thợ hàn", "wage_low": 8_000_000}
    written.published("co-han", kind="vacancy", vacancy=vacancy | {"deadline": date(2026, 12, 1)})
    written.published("khong-han", kind="vacancy", vacancy=vacancy)

    told = json_ld(visitor.opens("/viec-lam/co-han"))[0]

    assert (told["title"], told["validThrough"]) == ("Thợ hàn", "2026-12-01")
    assert not json_ld(visitor.opens("/viec-lam/khong-han"))
    assert "Hạn 01/12/2026, còn 9 ngày" in visitor.opens("/viec-lam/").text


def test_a_list_costs_as_many_statements_for_many_items_as_for_few(visitor):
    unit = staff.unit("Trường A")
    written.published("a0", unit=unit)
    visitor.opens("/thong-bao/")
    few = statements(visitor, "/thong-bao/")
    for number in range(1, 12):
        written.published(f"a{number}", unit=unit)

    assert statements(visitor, "/thong-bao/") == few


def test_the_front_page_tells_the_newest(visitor):
    written.published("moi", title="Tin nóng")

    assert "Tin nóng" in visitor.opens("/").links


def test_the_front_page_leaves_out_what_is_over(app, visitor, monkeypatch):
    written.published("cu", title="Tin nguội", expire_at=NOW + timedelta(days=1))
    monkeypatch.setitem(app.config, "NOW", NOW + timedelta(days=2))

    assert "Tin nguội" not in visitor.opens("/").links


def test_the_page_of_a_school_shows_what_speaks_of_it_and_what_it_wrote_itself(visitor):
    factories.institution("truong-a", name="Trường A")
    own = staff.unit("Trường A", "institution", institution="truong-a")
    factories.notice("cu", title="Tin của Sở", date="2026-11-20", institutions=["truong-a"])
    written.published("cho", title="Chỉ cho Trường A", unit=own, site_wide=False)
    written.published("ve", title="Nói về Trường A", institutions=["truong-a"])
    written.published("khac", title="Tin của nơi khác")

    page = visitor.opens("/truong/truong-a")
    titles = {"Tin của Sở", "Chỉ cho Trường A", "Nói về Trường A", "Tin của nơi khác"}

    assert titles & set(page.links) == titles - {"Tin của nơi khác"}
    assert titles & set(visitor.opens("/thong-bao/?truong=truong-a").links) == titles - {"Tin của nơi khác"}
    assert "Chỉ cho Trường A" not in visitor.opens("/thong-bao/").links


@pytest.mark.parametrize("path", ["/thong-bao/", "/su-kien/", "/viec-lam/"])
def test_a_list_tells_programs_that_read_news_where_its_feed_is(visitor, path):
    [link] = re.findall(
        r'<link rel="alternate" type="application/atom\+xml" [^>]*>', visitor.opens(path).html
    )

    assert f'href="{path.strip("/")}.atom"' in link.replace('href="/', 'href="')
