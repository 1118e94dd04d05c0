"""An event from a counselor's form to the archive: returned, corrected, scheduled, read, kept."""

from datetime import datetime

import feedparser
import icalendar
import pytest

from tests.journeys.office import IN_ALL_WAYS, Office, soon
from vocational.web.clock import ZONE

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
NINE, HALF_PAST = datetime(2026, 11, 22, 9, tzinfo=ZONE), datetime(2026, 11, 22, 9, 30, tzinfo=ZONE)
DAY_AFTER = datetime(2026, 11, 24, 8, tzinfo=ZONE)
WRONG, RIGHT = "Cổng mở lúc 6 giờ.", "Cổng mở lúc 7 giờ."
REASON = "Cổng mở lúc 7 giờ, không phải 6 giờ."


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The site of an office as it runs, with a counselor of a school and an editor."""
    office = Office(tmp_path_factory.mktemp("publishing"), TESTING=False, PAGE_CACHE_BYTES=2**20)
    office.turns_to(NINE)
    office.indexes()
    office.counselor, office.editor = office.person("counselor"), office.person("editor")
    yield office
    office.close()


@pytest.fixture
def people(browser, office, way):
    """A counselor, an editor and a reader, each with a browser, in the morning."""
    office.turns_to(NINE)
    people = [office.comes(browser, way, name) for name in (office.counselor, office.editor, "")]
    yield people
    for one in people:
        one.page.context.close()


def writes(counselor, title):
    """Write an event with a file beside it and hand it in."""
    counselor.opens("/ban-lam-viec/")
    page = counselor.follows("Viết sự kiện")
    page.get_by_label("Tiêu đề", exact=True).fill(title)
    page.get_by_label("Bắt đầu").fill("2026-11-23T07:30")
    page.get_by_label("Kết thúc").fill("2026-11-23T11:30")
    page.get_by_label("Địa điểm").fill("Sân trường THCS Cư Bao")
    page.get_by_label("Nội dung").fill(f"Các em xem thợ làm.\n\n- {WRONG}")
    page.get_by_label("Hiện đến hết ngày").fill("2026-11-23")
    page.get_by_label("Thêm tệp").set_input_files(
        {"name": "Chương trình.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    page.get_by_text("Thêm: tóm tắt").click()
    page.get_by_label("Đăng cho cả vùng").check()
    counselor.presses("Gửi đăng")
    assert page.get_by_text("Đã gửi, biên tập viên sẽ duyệt.").is_visible()


def gives_back(editor, title):
    """Find the event among what waits and return it with a reason."""
    editor.opens("/ban-lam-viec/")
    page = editor.follows(title)
    assert page.get_by_text(WRONG).is_visible()
    page.get_by_text("Trả lại để sửa").first.click()
    page.locator("#reason-return").fill(REASON)
    editor.presses("Trả lại để sửa")
    assert page.get_by_text("Đã trả lại").is_visible()


def corrects(counselor, title):
    """Read the reason on the desk, put the event right and hand it in again."""
    page = counselor.opens("/ban-lam-viec/")
    assert page.get_by_role("link", name="Bài bị trả lại").is_visible()
    counselor.follows(title)
    assert page.get_by_text(REASON).first.is_visible()
    counselor.follows("Sửa bài")
    assert page.get_by_label("Tên tệp 1").input_value() == "Chương trình"
    body = page.get_by_label("Nội dung")
    body.fill(body.input_value().replace(WRONG, RIGHT))
    counselor.presses("Gửi đăng")


def schedules(editor, title):
    """See what was changed and let the event out at half past nine."""
    editor.opens("/ban-lam-viec/")
    page = editor.follows(title)
    editor.follows("so bản 2 với bản 1")
    assert page.locator("ins", has_text="7").count() and page.locator("del", has_text="6").count()
    page.go_back()
    page.get_by_text("Hẹn giờ đăng").first.click()
    page.get_by_label("Ngày và giờ đăng").fill("2026-11-22T09:30")
    editor.presses("Hẹn giờ đăng")
    assert page.get_by_text("sẽ lên lúc 09:30 ngày 22/11/2026").is_visible()


def finds(reader, word):
    """Search the whole site for a word and return the results that hold it."""
    page = reader.opens(f"/tim-kiem?q={word}")
    return page.get_by_role("heading", level=2).get_by_role("link", name=f"Ngày hội thợ {word}")


def fetched(reader, path):
    """Return what the site sends under a path."""
    answer = reader.page.request.get(reader.address + path)
    assert answer.status == 200, path
    return answer.body()


@IN_ALL_WAYS
def test_an_event_goes_from_a_desk_to_readers_and_into_the_archive(office, people, way):
    counselor, editor, reader = people
    title, word = f"Ngày hội thợ {way.word}", way.word
    writes(counselor, title)
    gives_back(editor, title)
    corrects(counselor, title)
    schedules(editor, title)
    assert title not in reader.opens("/su-kien/").content() and not finds(reader, word).count()

    office.turns_to(HALF_PAST)
    soon(lambda: finds(reader, word).count())
    reader.follows(title)
    page, address = reader.page, reader.page.url.removeprefix(reader.address)
    assert page.get_by_text(RIGHT).is_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Chương trình").click()
    assert download.value.path().read_bytes() == PDF
    assert download.value.suggested_filename.endswith(".pdf")
    reader.opens("/su-kien/")
    reader.follows(title)
    [entry] = [
        one for one in feedparser.parse(fetched(reader, "/su-kien.atom")).entries if one.title == title
    ]
    assert entry.link == page.url
    for path in ("/lich.ics", f"{address}.ics"):
        events = icalendar.Calendar.from_ical(fetched(reader, path)).walk("VEVENT")
        [event] = [one for one in events if title in one["SUMMARY"]]
        assert event.decoded("DTSTART") == datetime(2026, 11, 23, 7, 30, tzinfo=ZONE)

    office.turns_to(DAY_AFTER)
    reader.opens(address)
    assert page.get_by_text("Tin này đã qua, giữ lại để tra cứu").is_visible()
    reader.opens("/su-kien/")
    assert page.locator("#luu-tru ~ article").get_by_role("link", name=title).count() == 1
    assert page.locator("article").get_by_role("link", name=title).count() == 1
    assert title not in reader.opens("/").locator("main").inner_text()
