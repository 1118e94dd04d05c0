"""Feeds, calendars and texts, read as foreign programs read them."""

from datetime import UTC, date, datetime
from html import unescape

import feedparser
import icalendar
import pytest

from tests import factories, staff
from tests.noticeboard import written
from tests.noticeboard.written import NOW
from vocational.noticeboard.publication import service

HARMFUL = "<script>alert(1)</script> & ]]> \" ' \u202e"


def feed(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    read = feedparser.parse(answer.data)
    assert not read.bozo, read.get("bozo_exception")
    return read


def calendar(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return icalendar.Calendar.from_ical(answer.data).walk("VEVENT")


@pytest.fixture
def client(app):
    return app.test_client()


def test_a_feed_holds_what_staff_and_the_office_published(client):
    factories.notice("cu", title="Tin của Sở", date="2026-11-20")
    written.published("moi", title="Tin của trường", summary="Tóm tắt", html="<p>Nội dung</p>")

    read = feed(client, "/thong-bao.atom")

    first, second = read.entries
    assert (first.title, second.title) == ("Tin của trường", "Tin của Sở")
    assert first.link == first.id == "http://localhost/thong-bao/moi"
    assert datetime(*first.updated_parsed[:6], tzinfo=UTC) == NOW
    assert (first.summary, first.content[0].value) == ("Tóm tắt", "<p>Nội dung</p>")


@pytest.mark.parametrize("address", ["/thong-bao.atom", "/su-kien.atom", "/viec-lam.atom"])
def test_an_empty_feed_is_a_feed(client, address):
    read = feed(client, address)

    assert read.feed.title and not read.entries
    assert read.feed.id == f"http://localhost{address}"


def test_a_feed_escapes_what_was_typed_and_drops_what_xml_cannot_hold(client):
    written.published("xau", title=f"{HARMFUL}\x0b\x01", summary=HARMFUL)

    entry = feed(client, "/thong-bao.atom").entries[0]

    assert entry.title == HARMFUL and entry.title_detail.type == "text/plain"
    assert b"<script>" not in client.get("/thong-bao.atom").data


def test_a_feed_can_be_narrowed_to_a_school_or_an_area(client):
    school = staff.unit("Trường A")
    written.published("rieng", title="Riêng", unit=school, site_wide=False)
    written.published("vung", title="Ninh Thuận", areas=["ninh-thuan"])

    def titles(query):
        return [entry.title for entry in feed(client, f"/thong-bao.atom?{query}").entries]

    assert titles(f"don-vi={school.id}") == ["Riêng"]
    assert titles("khu-vuc=ninh-thuan") == ["Ninh Thuận"]
    assert titles("khu-vuc=buon-ho") == [] and titles("khu-vuc=x&don-vi=y") == ["Ninh Thuận"]


def test_drafts_and_what_was_taken_down_are_in_no_feed(client):
    written.item("nhap", site_wide=True)
    made = written.published("go")
    service.withdraw(made.id, reason="Sai", by=staff.actor(role="editor"), now=NOW)

    assert not feed(client, "/thong-bao.atom").entries


def test_an_event_is_a_calendar_entry_with_time_and_place(client):
    ends = datetime(2026, 12, 5, 3, 0, tzinfo=UTC)
    written.published("hoi", kind="event", title="Ngày hội", event=written.event(ends=ends))

    [entry] = calendar(client, "/su-kien/hoi.ics")

    assert entry["SUMMARY"] == "Ngày hội" and entry["LOCATION"] == "Sân trường"
    assert entry["DTSTART"].dt == datetime(2026, 12, 5, 0, 30, tzinfo=UTC)
    assert entry["DTEND"].dt == ends and entry["URL"] == "http://localhost/su-kien/hoi"


def test_the_calendar_of_all_holds_events_and_last_days(client):
    factories.notice("cu", kind="event", title="Hội cũ", date="2026-03-21")
    factories.notice("mo", kind="event", title="Chỉ biết tháng", date="2026-04")
    written.published("hoi", kind="event", title="Ngày hội", event=written.event())
    written.published("viec", kind="vacancy", title="Thợ hàn", vacancy={"deadline": date(2026, 12, 1)})

    found = {str(entry["SUMMARY"]) for entry in calendar(client, "/lich.ics")}

    assert found == {"Ngày hội", "Hạn: Thợ hàn", "Hội cũ"}


def test_what_has_no_day_has_no_calendar(client):
    written.published("tin")

    assert client.get("/thong-bao/tin.ics").status_code == 404


def test_the_message_to_copy_is_short_plain_and_ends_with_the_address(visitor):
    written.published(
        "hoi", kind="event", title="Ngày hội nghề", event=written.event(), html="<p>x &amp; y</p>" * 900
    )

    page = visitor.opens("/su-kien/hoi/chia-se")
    text = unescape(page.html.split('id="zalo"')[1].split(">", 1)[1].split("</textarea>")[0])

    assert len(text) <= 2000 and text.endswith("http://localhost/su-kien/hoi")
    assert "7 giờ 30, thứ bảy, ngày 5 tháng 12 năm 2026" in text
    assert "utm" not in text and "còn nữa" in text


def test_the_text_for_the_loudspeaker_has_no_digits(visitor):
    written.published(
        "hoi", kind="event", title="TT GDNN-GDTX mở lớp 9+", event=written.event(), contact="0912 345 678"
    )

    page = visitor.opens("/su-kien/hoi/chia-se")
    text = page.html.split('id="loa"')[1].split(">", 1)[1].split("</textarea>")[0]

    assert not any(letter.isdigit() for letter in text)
    assert "Trung tâm Giáo dục nghề nghiệp" in text and "không chín một hai" in text


def test_the_sheet_names_its_version_and_bears_a_code(visitor):
    made = written.published("tin")
    written.version(made, title="Tin moi", site_wide=True)
    service.publish(made.id, number=2, by=staff.actor(role="editor"), now=NOW)

    page = visitor.opens("/thong-bao/tin/to-in")

    assert "http://localhost/thong-bao/tin?ban=2" in page.text
    assert "Bản 2" in page.text and "<svg" in page.html


@pytest.mark.parametrize("end", ["", ".ics", "/chia-se", "/to-in"])
def test_curated_and_unknown_names_do_no_harm(client, end):
    factories.notice("cu", date="2026-11-20")

    assert client.get(f"/thong-bao/khong-co{end}").status_code == 404
    assert client.get(f"/thong-bao/cu{end}").status_code in {200, 404}
