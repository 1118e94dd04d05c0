"""The pages of notices to schools, as offices and schools see them."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest

from tests import factories, staff
from tests.noticeboard.circulars.conftest import AREA
from vocational.noticeboard.circulars import follow_up, queries
from vocational.storage import db
from vocational.web import clock

SENT, RECEIVED = "/ban-lam-viec/gui-truong", "/ban-lam-viec/thong-bao-den"


@pytest.fixture
def sender(app, office):
    """The browser of the editor of the office."""
    return staff.signed_in(app, role="editor", unit=office)


def pages_of(row):
    own = f"{SENT}/{row.id}"
    parts = ("", "/lich-su", "/in", "/danh-sach.csv", "/danh-sach.xlsx", "/nhac", "/thu-hoi", "/ban/1")
    return [own + part for part in parts]


def test_a_notice_is_written_chosen_looked_at_and_sent(sender, school_a):
    data = {"title": "Lịch tư vấn", "text": "Kính gửi các trường", "confirm_by": "2026-12-01"}
    extras = sender.post(f"{SENT}/moi", data=data).location
    own = extras.removesuffix("/kem-theo")
    sender.get(f"{own}/truong?xem=1&dia-ban={AREA}")
    choice = {"dia-ban": AREA, "truong": f"u{school_a.id}"}
    preview = sender.get(sender.post(f"{own}/truong", data=choice).location).text
    mark = preview.split('name="danh-sach" value="')[1].split('"')[0]

    page = sender.get(sender.post(f"{own}/gui", data={"danh-sach": mark}).location).text

    assert "0/1 trường đã xác nhận" in page
    assert "01/12/2026" in page


def test_what_was_typed_stays_when_something_is_missing(sender):
    answer = sender.post(f"{SENT}/moi", data={"title": "", "text": "Đã gõ dài rồi"})

    assert answer.status_code == 422
    assert "Hãy viết tiêu đề." in answer.text
    assert "Đã gõ dài rồi" in answer.text


def test_two_texts_stand_side_by_side_when_two_write_at_once(sender, editor, write):
    row = write(editor)
    data = {"title": "Bản một", "text": "Của tôi", "revision": "1"}
    sender.post(f"{SENT}/{row.id}/soan", data=data)

    answer = sender.post(f"{SENT}/{row.id}/soan", data=data | {"title": "Bản hai", "text": "Của bạn"})

    assert answer.status_code == 409
    assert "Bản một" in answer.text and "Của bạn" in answer.text
    again = sender.post(f"{SENT}/{row.id}/soan", data=data | {"title": "Bản hai", "revision": "2"})
    assert again.status_code == 303


def test_a_programme_is_found_by_words_and_attached(sender, editor, write):
    factories.programme("han", name="Hàn", levels=["trung-cap"])
    row = write(editor)
    assert "Kèm «Hàn»" in sender.get(f"{SENT}/{row.id}/kem-theo?q=han&loai=programme").text

    data = {"kind": "programme", "key": "han", "q": "han"}
    page = sender.get(sender.post(f"{SENT}/{row.id}/kem-theo/them", data=data).location)

    assert "Bỏ «Hàn»" in page.text


def test_what_is_not_on_the_site_cannot_be_attached(sender, editor, write):
    row = write(editor)
    data = {"kind": "policy", "key": "../../etc"}

    assert sender.post(f"{SENT}/{row.id}/kem-theo/them", data=data).status_code == 404


def test_a_school_reads_confirms_and_the_sender_sees_it(app, sender, editor, send, school_a):
    row = send(editor)
    counselor = staff.signed_in(app, role="counselor", unit=school_a)
    assert "Thông báo cần đọc và xác nhận" in counselor.get("/ban-lam-viec/").text
    assert "Chưa mở" in counselor.get(f"{RECEIVED}/").text
    assert "Kính gửi <strong>các trường</strong>" in counselor.get(f"{RECEIVED}/{row.id}").text
    (recipient,) = queries.recipients(row.id)
    data = {"recipient_id": recipient.id, "version": 1, "note": "Đã phổ biến cho 4 lớp 9."}

    assert counselor.post(f"{RECEIVED}/{row.id}/xac-nhan", data=data).status_code == 303

    page = sender.get(f"{SENT}/{row.id}").text
    assert "1/1 trường đã xác nhận" in page
    assert "Đã phổ biến cho 4 lớp 9." in page
    assert "xác nhận đã đọc (THCS An Hải)" in sender.get(f"{SENT}/{row.id}/lich-su").text


def test_one_school_opens_and_confirms_nothing_of_another(app, editor, send, school_a, school_b):
    row = send(editor, left_out=[f"u{school_b.id}"])
    stranger = staff.signed_in(app, role="counselor", unit=school_b)
    (recipient,) = queries.recipients(row.id)
    data = {"recipient_id": recipient.id, "version": 1}

    assert stranger.get(f"{RECEIVED}/{row.id}").status_code == 404
    assert stranger.post(f"{RECEIVED}/{row.id}/xac-nhan", data=data).status_code == 404
    assert "Chỉ tiêu năm 2027" not in stranger.get(f"{RECEIVED}/").text


def test_a_school_that_has_it_cannot_confirm_for_its_neighbour(app, editor, send, school_a, school_b):
    row = send(editor)
    own = staff.signed_in(app, role="counselor", unit=school_a)
    theirs = next(one for one in queries.recipients(row.id) if one.unit_id == school_b.id)

    answer = own.post(f"{RECEIVED}/{row.id}/xac-nhan", data={"recipient_id": theirs.id, "version": 1})

    assert answer.status_code == 403


def test_schools_open_none_of_the_senders_pages(app, editor, send, school_a):
    row = send(editor)
    counselor = staff.signed_in(app, role="counselor", unit=school_a)

    assert {counselor.get(page).status_code for page in pages_of(row)} == {403}


def test_an_office_elsewhere_opens_none_of_them(app, editor, send, school_a):
    row = send(editor)
    other = staff.unit("Phòng khác", "education-office", "cu-dak-lak")
    stranger = staff.signed_in(app, role="editor", unit=other)

    assert {stranger.get(page).status_code for page in pages_of(row)} == {404}
    changing = ("gui", "sua", "hieu-luc-lai", "bo-ban-thao", "nhac", "thu-hoi", "kem-theo/bo")
    answers = [stranger.post(f"{SENT}/{row.id}/{part}", data={"reason": "x"}) for part in changing]
    assert {answer.status_code for answer in answers} == {404}


def test_a_draft_is_no_page_for_schools(app, editor, write, school_a):
    row = write(editor)
    counselor = staff.signed_in(app, role="counselor", unit=school_a)

    assert counselor.get(f"{RECEIVED}/{row.id}").status_code == 404


def test_after_withdrawal_schools_read_why(app, editor, send, school_a):
    row = send(editor)
    follow_up.withdraw(row.id, reason="Sai số chỗ học.", by=editor, now=clock.now())
    counselor = staff.signed_in(app, role="counselor", unit=school_a)

    page = counselor.get(f"{RECEIVED}/{row.id}").text

    assert "Sai số chỗ học." in page
    assert "Xác nhận đã đọc" not in page


def test_files_hold_every_school_and_no_formula(app, sender, editor, send, places):
    staff.unit("=HYPERLINK(1) THCS", "school", AREA)
    row = send(editor)

    text = sender.get(f"{SENT}/{row.id}/danh-sach.csv").get_data().decode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(sender.get(f"{SENT}/{row.id}/danh-sach.xlsx").data))

    (line,) = csv.DictReader(io.StringIO(text))
    assert line["Trường"] == "'=HYPERLINK(1) THCS"
    cell = book.active["A2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1) THCS", "s")


def test_the_history_can_be_taken_away_and_that_is_part_of_it(sender, editor, send, school_a):
    row = send(editor)
    address = f"{SENT}/{row.id}/lich-su.csv"

    once, twice = (sender.get(address).get_data().decode("utf-8-sig").splitlines() for _time in range(2))

    assert once[0] == "Lúc,Chức danh,Việc"
    assert any("gửi đến 1 trường" in line for line in once)
    assert len(twice) == len(once) + 1


def test_schools_without_anybody_have_a_line_to_sign(sender, editor, send, school_a, school_b):
    staff.account(role="counselor", unit=school_b)
    row = send(editor)

    page = sender.get(f"{SENT}/{row.id}/in").text

    assert "THCS An Hải" in page
    assert "THCS Bắc Sơn" not in page


def test_a_reminder_is_ready_to_copy(sender, editor, send, school_a):
    staff.account(role="counselor", unit=school_a)
    row = send(editor)

    page = sender.get(f"{SENT}/{row.id}/nhac").text
    answer = sender.post(f"{SENT}/{row.id}/nhac", data={"nhung-ai": "tat-ca"})

    assert f"http://localhost{RECEIVED}/{row.id}" in page
    assert "Đã nhắc 1 trường" in sender.get(answer.location).text


def test_the_desk_of_the_sender_counts_what_is_late(app, sender, editor, send, school_a):
    row = send(editor, confirm_by=clock.today())
    assert "0/1 đã xác nhận" in sender.get("/ban-lam-viec/").text
    row.version.confirm_by = clock.today() - timedelta(days=1)
    db.session.commit()

    assert "0/1 đã xác nhận, quá hạn" in sender.get("/ban-lam-viec/").text


def test_paper_cannot_be_handed_over_tomorrow(sender, editor, send, school_a):
    row = send(editor)
    (recipient,) = queries.recipients(row.id)
    data = {"recipient_id": recipient.id, "on": "2026-11-23", "to": "Cô Lan"}

    answer = sender.post(f"{SENT}/{row.id}/ban-giay", data=data)

    assert answer.status_code == 422
    assert "không thể trước ngày gửi hoặc sau hôm nay" in answer.text


def test_500_schools_with_long_names_ask_no_more_of_the_database_than_two(
    app, sender, editor, send, places, statements
):
    for number in range(2):
        staff.unit(f"Trường {number}", "school", AREA)
    few = send(editor)
    sender.get(f"{SENT}/{few.id}")
    with statements() as small:
        sender.get(f"{SENT}/{few.id}")
    for number in range(60):
        staff.unit(f"Trường phổ thông dân tộc bán trú số {number} {'dài ' * 35}", "school", AREA)
    many = send(editor)
    sender.get(f"{SENT}/{many.id}")
    with statements() as large:
        answer = sender.get(f"{SENT}/{many.id}")

    assert answer.status_code == 200
    assert len(large) == len(small)


def test_every_page_is_in_order(app, sender, editor, send, write, school_a, visitor):
    row, draft = send(editor), write(editor)
    counselor = staff.signed_in(app, role="counselor", unit=school_a)
    visitor.client = sender
    # The first form gives the browser the token against forgery.
    sender.get(f"{SENT}/moi"), counselor.get("/ban-lam-viec/")
    own = f"{SENT}/{draft.id}"
    drafts = [own + part for part in ("/soan", "/kem-theo?q=a", f"/truong?xem=1&dia-ban={AREA}", "/xem-lai")]
    for address in [
        f"{SENT}/",
        f"{SENT}/moi",
        *drafts,
        *pages_of(row)[:4],
        *pages_of(row)[5:],
        f"{SENT}/?q=khong",
    ]:
        visitor.opens(address)

    visitor.client = counselor
    assert visitor.opens(f"{RECEIVED}/").heading == "Thông báo đến"
    assert visitor.opens(f"{RECEIVED}/{row.id}").heading == "Chỉ tiêu năm 2027"
