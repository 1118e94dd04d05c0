"""The pages on which staff write, as their writers use them."""

import errno
import re
from contextlib import closing
from io import BytesIO

import pytest
from werkzeug.test import EnvironBuilder

from tests import staff
from tests.noticeboard.test_uploads import PDF, picture
from tests.visitor import Visitor
from vocational.noticeboard import uploads
from vocational.noticeboard.items import queries
from vocational.noticeboard.items.models import Attachment, Item
from vocational.storage import db

NEW = "/ban-lam-viec/bai/moi"


@pytest.fixture
def school(app):
    return staff.unit("Trường A", needs_approval=False)


@pytest.fixture
def browser(app, school):
    client = staff.signed_in(app, unit=school)
    # The first page with a form gives the cookie its token against forgery.
    client.get("/ban-lam-viec/")
    return client


def typed(unit, **more):
    values = {"key": "k1", "base": "0", "unit": str(unit.id), "title": "Ngày hội", "body": "Mời các em."}
    return values | {"topic": "news", "expire_on": "2026-12-22", "do": "save"} | more


def file(data=PDF, name="Kế hoạch.pdf"):
    return {"files": [(BytesIO(data), name)]}


def only_item():
    return db.session.scalar(db.select(Item))


def newest(item):
    return queries.version(item.id, item.number)


@pytest.mark.parametrize("kind", ["thong-bao", "su-kien", "viec-lam"])
def test_the_form_is_a_page_in_order(browser, kind):
    page = Visitor(browser).opens(f"{NEW}?loai={kind}")

    assert page.heading.startswith("Viết ")


def test_a_draft_is_saved_and_opened_again(browser, school):
    answer = browser.post(NEW, data=typed(school))

    assert answer.status_code == 303
    assert "Đã lưu nháp." in browser.get(answer.location).text
    assert "Mời các em." in Visitor(browser).opens(answer.location).html


def test_a_title_is_asked_for_and_the_rest_stays(browser, school):
    answer = browser.post(NEW, data=typed(school, title=" ", body="Giữ lại <b>"))

    assert answer.status_code == 422
    assert "Hãy viết tiêu đề." in answer.text
    assert "Giữ lại &lt;b&gt;" in answer.text


def test_sending_puts_up_what_nobody_has_to_approve(browser, school):
    answer = browser.post(NEW, data=typed(school, do="send"), follow_redirects=True)

    assert "Bài đã lên trang." in answer.text
    assert only_item().state == "approved"


def test_sending_hands_in_what_somebody_has_to_approve(browser, school):
    answer = browser.post(NEW, data=typed(school, do="send", site_wide="y"), follow_redirects=True)

    assert "Đã gửi, biên tập viên sẽ duyệt." in answer.text
    assert only_item().state == "review"


def test_a_hasty_second_press_changes_nothing(browser, school):
    form = typed(school, do="send")

    for _press in range(2):
        assert browser.post(NEW, data=form).status_code == 303

    assert only_item().number == 1


def test_what_pushes_away_from_grade_10_is_saved_but_not_sent(browser, school):
    answer = browser.post(NEW, data=typed(school, do="send", body="Nộp đơn xin không thi lớp 10"))

    assert answer.status_code == 422
    assert "quyền đăng ký vào lớp 10" in answer.text
    assert only_item().state == "draft"


def test_what_is_to_be_looked_at_goes_on_once_it_was(browser, school):
    sent = typed(school, do="send", body="Gọi em Lan 0912 345 678")

    answer = browser.post(NEW, data=sent)
    assert (answer.status_code, only_item().state) == (422, "draft")
    assert "Tôi đã xem lại" in answer.text
    browser.post(NEW, data=sent | {"seen": "1"})
    assert only_item().state == "approved"


def test_links_to_pages_that_are_not_there_are_refused(browser, school):
    assert browser.post(NEW, data=typed(school, do="send", body="[a](/khong-co)")).status_code == 422
    assert browser.post(NEW, data=typed(school, do="send", body="[a](/truong/)")).status_code == 303


def test_a_preview_saves_nothing(browser, school):
    answer = browser.post(NEW, data=typed(school, do="preview", body="**đậm**"))

    assert "<strong>đậm</strong>" in answer.text
    assert only_item() is None


def test_the_live_preview_holds_nothing_that_runs(browser):
    body = "<script>alert(1)</script> [a](javascript:alert(1)) ![x](https://a.vn/x.png) <https://b.vn>"
    answer = browser.post("/ban-lam-viec/bai/xem-truoc", data={"body": body})

    assert "<script" not in answer.text
    assert re.findall('href="([^"]*)', answer.text) == ["https://b.vn"]
    assert "<img" not in answer.text


def test_what_is_typed_keeps_itself_and_waits_on_the_form(browser):
    kept = browser.post("/ban-lam-viec/bai/nhap", data={"key": "k9", "kind": "su-kien", "title": "Dở dang"})

    assert kept.json == {"at": "09:00"}
    assert "Dở dang" in browser.get("/ban-lam-viec/").text
    page = Visitor(browser).opens(f"{NEW}?loai=su-kien&tiep=k9")
    assert 'value="Dở dang"' in page.html
    assert 'value="k9"' in page.html


def test_a_kept_draft_is_thrown_away_on_request(browser):
    browser.post("/ban-lam-viec/bai/nhap", data={"key": "k9", "title": "Dở dang"})
    browser.post("/ban-lam-viec/bai/nhap/bo", data={"key": "k9", "item": ""})

    assert "Dở dang" not in browser.get(f"{NEW}?tiep=k9").text


def test_two_writers_see_both_texts_and_join_them(app, school, browser):
    browser.post(NEW, data=typed(school, body="Một\n\nHai"))
    edit = f"/ban-lam-viec/bai/{only_item().id}/sua"
    other = staff.signed_in(app, unit=school)
    other.post(edit, data=typed(school, base="1", body="Một của họ\n\nHai", title="Tên của họ"))

    mine = typed(school, base="1", body="Một\n\nHai của tôi")
    page = browser.post(edit, data=mine)
    assert page.status_code == 409
    assert "Một của họ" in page.text
    assert "Hai của tôi" in page.text
    kept = re.findall(r'name="keep" value="(\d+)" checked', page.text)
    merge = mine | {"number": "2", "keep": kept, "take_title": "theirs", "do": "merge"}
    joined = browser.post(edit, data=merge)
    assert "Một của họ\n\nHai của tôi" in joined.text
    assert 'value="Tên của họ"' in joined.text
    assert 'name="base" type="hidden" value="2"' in joined.text
    assert only_item().number == 2


def test_the_text_of_a_conflict_that_was_left_is_still_there(app, school, browser):
    browser.post(NEW, data=typed(school))
    edit = f"/ban-lam-viec/bai/{only_item().id}/sua"
    staff.signed_in(app, unit=school).post(edit, data=typed(school, base="1", body="Của họ"))
    browser.post(edit, data=typed(school, base="1", body="Của tôi"))

    page = Visitor(browser).opens(edit)
    assert "Của tôi" in page.html
    assert "viết dở" in page.text


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_school_may_not_open_it(app, school, browser, method):
    browser.post(NEW, data=typed(school))
    stranger = staff.signed_in(app, unit=staff.unit("Trường B"))

    answer = getattr(stranger, method)(f"/ban-lam-viec/bai/{only_item().id}/sua")
    assert answer.status_code == 403


def test_nobody_writes_in_the_name_of_another_school(app, school, browser):
    answer = browser.post(NEW, data=typed(staff.unit("Trường B")))

    assert answer.status_code == 422
    assert only_item() is None


def test_fields_that_the_form_does_not_have_do_nothing(browser, school):
    more = {
        "state": "approved",
        "public_number": "1",
        "slug": "x",
        "is_demo": "1",
        "by_account": "99",
        "id": "7",
    }
    browser.post(NEW, data=typed(school, **more))

    item = only_item()
    assert (item.state, item.public_number, item.slug, item.is_demo) == (
        "draft",
        None,
        "ngay-hoi-2026-11-22",
        False,
    )
    assert item.by_account == browser.account_id


def test_a_file_goes_with_the_text_and_is_fetched_by_its_writer(browser, school):
    browser.post(NEW, data=typed(school) | file())

    row = newest(only_item()).attachments[0]
    answer = browser.get(f"/tap-tin/{row.stored_name}", buffered=True)
    assert (row.title, answer.data, answer.mimetype) == ("Kế hoạch", PDF, "application/pdf")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == "attachment; filename=ke-hoach.pdf"


def test_readers_get_a_file_only_with_a_page_that_is_public(app, browser, school):
    browser.post(NEW, data=typed(school) | file())
    address = f"/tap-tin/{newest(only_item()).attachments[0].stored_name}"

    assert app.test_client().get(address).status_code == 404
    assert staff.signed_in(app, unit=staff.unit("Trường B")).get(address).status_code == 404
    shown = str(newest(only_item()).attachments[0].id)
    edit = f"/ban-lam-viec/bai/{only_item().id}/sua"
    browser.post(edit, data=typed(school, base="1", file=shown, do="send"))
    assert app.test_client().get(address, buffered=True).status_code == 200


@pytest.mark.parametrize("name", ["..%2F..%2Fsite.db", "secret.key", "%2e%2e", "a/b"])
def test_nothing_but_attached_files_is_served(browser, name):
    assert browser.get(f"/tap-tin/{name}").status_code == 404


def test_a_file_stays_when_something_else_has_to_be_put_right(browser, school):
    answer = browser.post(NEW, data=typed(school, title="") | file())

    assert answer.status_code == 422
    (id,) = re.findall(r'name="file" value="(\d+)"', answer.text)
    browser.post(NEW, data=typed(school, file=id))
    assert [row.title for row in newest(only_item()).attachments] == ["Kế hoạch"]


def test_a_wrong_file_is_refused_and_the_text_stays(browser, school):
    answer = browser.post(NEW, data=typed(school) | file(b"MZ a program", "anh.png"))

    assert answer.status_code == 422
    assert "không phải loại tệp nhận được" in answer.text
    assert "Mời các em." in answer.text


def test_a_file_of_fifty_megabytes_is_refused_and_the_text_stays(browser, school):
    builder = EnvironBuilder(NEW, method="POST", data=typed(school) | file(b"%PDF-" + b"0" * 50_000_000))
    sent = builder.get_environ()
    with closing(sent["wsgi.input"]) as body:
        answer = browser.post(NEW, input_stream=body, content_type=sent["CONTENT_TYPE"])
    builder.close()

    assert answer.status_code == 422
    assert "lớn hơn 10 MB" in answer.text
    assert "Mời các em." in answer.text


def test_far_too_much_is_answered_by_a_page_that_says_so(browser, school):
    answer = browser.post(NEW, data=typed(school), environ_overrides={"CONTENT_LENGTH": "300000000"})

    assert answer.status_code == 413
    assert "lớn quá" in answer.text


def test_a_picture_is_asked_for_its_words_before_it_is_sent(browser, school):
    answer = browser.post(NEW, data=typed(school, do="send") | file(picture(), "anh.jpg"))

    assert answer.status_code == 422
    assert "người không nhìn thấy ảnh" in answer.text
    (id,) = re.findall(r'name="file" value="(\d+)"', answer.text)
    edit = f"/ban-lam-viec/bai/{only_item().id}/sua"
    words = {"file": id, f"file_alt_{id}": "Sân trường", f"file_title_{id}": "Ảnh", "do": "send", "base": "1"}
    assert browser.post(edit, data=typed(school) | words).status_code == 303


def test_a_file_is_taken_off_again(browser, school):
    browser.post(NEW, data=typed(school) | file())
    id = str(newest(only_item()).attachments[0].id)
    edit = f"/ban-lam-viec/bai/{only_item().id}/sua"

    browser.post(edit, data=typed(school, base="1", file=id, **{f"file_drop_{id}": "on"}))
    assert not newest(only_item()).attachments


def test_the_file_of_somebody_else_cannot_be_named(app, browser, school):
    stranger = staff.signed_in(app, unit=staff.unit("Trường B"))
    stranger.post(NEW, data={"unit": "0", "key": "k2"} | file())
    theirs = db.session.scalar(db.select(Attachment.id))

    browser.post(NEW, data=typed(school, file=str(theirs)))
    assert not newest(only_item()).attachments


def test_a_full_disk_keeps_the_text_on_the_page(browser, school, monkeypatch):
    def full(_folder, _name, _data):
        raise uploads.StorageFull(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(uploads, "_write", full)
    answer = browser.post(NEW, data=typed(school) | file())

    assert answer.status_code == 507
    assert "chưa lưu" in answer.text
    assert "Mời các em." in answer.text


def test_what_was_typed_after_the_session_ended_is_shown_again(app, browser, school):
    browser.post("/ban-lam-viec/dang-xuat")

    answer = browser.post(NEW, data=typed(school, body="Đừng mất nhé") | file())
    assert answer.status_code == 400
    assert "Đừng mất nhé" in answer.text


def test_a_form_without_its_token_changes_nothing(app, browser, school):
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        answer = browser.post(NEW, data=typed(school, body="Đừng mất nhé"))
    finally:
        app.config["WTF_CSRF_ENABLED"] = False

    assert answer.status_code == 400
    assert "Đừng mất nhé" in answer.text
    assert only_item() is None


@pytest.mark.parametrize(
    "more",
    [
        {"expire_on": "31/02/2027"},
        {"base": "x"},
        {"topic": "event"},
        {"audience": "khong-co"},
        {"body": "x" * 60_001},
        {"publish_at": "hôm qua"},
        {"key": ""},
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_saved(browser, school, more):
    assert browser.post(NEW, data=typed(school, **more)).status_code == 422
    assert only_item() is None


@pytest.mark.parametrize("body", ["\x00nul", "e\u0301", "😀"])
def test_odd_letters_are_taken(browser, school, body):
    assert browser.post(NEW, data=typed(school, body=body)).status_code == 303


def test_an_event_is_written_with_time_and_place(browser, school):
    more = {
        "starts": "2026-12-05T07:30",
        "place": "Sân trường",
        "event_area": "ninh-thuan",
        "capacity": "300",
    }
    answer = browser.post(f"{NEW}?loai=su-kien", data=typed(school, topic="event", do="send", **more))

    event = newest(only_item()).event
    assert answer.status_code == 303
    assert (event.starts.isoformat(), event.capacity) == ("2026-12-05T00:30:00+00:00", 300)
    assert 'value="2026-12-05T07:30"' in browser.get(f"{answer.location}/sua").text


def test_a_wage_range_does_not_run_backwards(browser, school):
    more = {"topic": "vacancy", "wage_low": "9000000", "wage_high": "7000000"}

    assert browser.post(f"{NEW}?loai=viec-lam", data=typed(school, **more)).status_code == 422


def test_somebody_without_unit_to_write_for_is_refused(app):
    assert staff.signed_in(app, role="partner").get(NEW).status_code == 403
