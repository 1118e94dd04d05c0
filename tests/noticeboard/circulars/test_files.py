"""Files beside notices to schools."""

import io

from PIL import Image

from tests import staff
from tests.noticeboard.circulars.conftest import AREA, send_draft
from vocational.noticeboard.circulars import queries, service
from vocational.noticeboard.circulars.following import following
from vocational.web import clock

SENT, RECEIVED = "/ban-lam-viec/gui-truong", "/ban-lam-viec/thong-bao-den"


def picture():
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, "PNG")
    file.seek(0)
    return file, "Bảng chỉ tiêu.png"


def sent_with_a_file(app, editor, write, office):
    """Return a notice that was sent with a picture, and the id of its file."""
    row = write(editor)
    sender = staff.signed_in(app, role="editor", unit=office)
    sender.post(f"{SENT}/{row.id}/tep", data={"files": [picture()]})
    service.choose(row.id, areas=[AREA], kinds=(), left_out=(), by=editor, now=clock.now())
    row = send_draft(row.id, editor)
    return row, row.version.attachments[0].id


def test_a_school_fetches_a_file_and_the_sender_sees_when(app, editor, write, office, school_a):
    row, file = sent_with_a_file(app, editor, write, office)
    counselor = staff.signed_in(app, role="counselor", unit=school_a)

    answer = counselor.get(f"{RECEIVED}/{row.id}/tep/{file}")

    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    answer.close()
    (one,) = following(queries.circular(row.id, editor), day=clock.today()).rows
    assert one.downloaded_at == clock.now()


def test_who_did_not_get_the_notice_gets_no_file(app, editor, write, office, school_a, school_b):
    row, file = sent_with_a_file(app, editor, write, office)
    elsewhere = staff.unit("THCS Cao Nguyên", "school", "cu-dak-lak")
    stranger = staff.signed_in(app, role="counselor", unit=elsewhere)

    assert stranger.get(f"{RECEIVED}/{row.id}/tep/{file}").status_code == 404
    assert stranger.get(f"{SENT}/{row.id}/tep/{file}").status_code == 403
    name = row.version.attachments[0].stored_name
    assert stranger.get(f"/tap-tin/{name}").status_code == 404
    assert app.test_client().get(f"/tap-tin/{name}").status_code == 404


def test_a_file_of_another_notice_is_not_found_under_this_one(app, editor, write, send, office, school_a):
    _row, file = sent_with_a_file(app, editor, write, office)
    other = send(editor)
    counselor = staff.signed_in(app, role="counselor", unit=school_a)

    assert counselor.get(f"{RECEIVED}/{other.id}/tep/{file}").status_code == 404


def test_what_is_no_document_is_refused_with_the_reason(app, editor, write, office):
    row = write(editor)
    sender = staff.signed_in(app, role="editor", unit=office)
    data = {"files": [(io.BytesIO(b"<script>alert(1)</script>"), "cong-van.pdf")]}

    page = sender.get(sender.post(f"{SENT}/{row.id}/tep", data=data).location).text

    assert "không phải loại tệp nhận được" in page


def test_a_correction_keeps_the_files_until_they_are_taken_out(app, editor, write, office, school_a):
    row, file = sent_with_a_file(app, editor, write, office)
    service.correct(row.id, by=editor, now=clock.now())
    sender = staff.signed_in(app, role="editor", unit=office)

    sender.post(f"{SENT}/{row.id}/tep/bo", data={"file": file})

    row = queries.circular(row.id, editor)
    assert (len(row.draft.attachments), len(row.version.attachments)) == (0, 1)
