"""Pages of review: the queue, one item, its versions, and each step through its form."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from tests import factories, staff
from tests.noticeboard import written
from tests.noticeboard.written import NOW
from vocational.noticeboard.items import queries as items
from vocational.noticeboard.items.kinds import Standing
from vocational.noticeboard.publication import records, service


@pytest.fixture
def school(app):
    return staff.unit("Trường A")


@pytest.fixture
def counselor(app, school):
    return staff.signed_in(app, role="counselor", unit=school)


@pytest.fixture
def editor(app):
    return staff.signed_in(app, role="editor")


@pytest.fixture
def waiting(school):
    by = staff.actor(unit=school)
    made = written.item("tin", unit=school, by=by, title="Ngày hội nghề", site_wide=True)
    service.submit(made.id, number=1, by=by, now=NOW)
    return SimpleNamespace(id=made.id, unit_id=school.id)


def sent(client, id, what, **data):
    return client.post(f"/ban-lam-viec/bai/{id}/{what}", data={"number": "1"} | data)


def standing(id):
    return items.item(id, for_change=True).standing(NOW)


def test_the_queue_names_what_waits(editor, waiting):
    page = editor.get("/ban-lam-viec/duyet").text

    assert "Ngày hội nghề" in page and "1 bài đang chờ" in page
    assert "Chờ duyệt" in editor.get("/ban-lam-viec/").text


def test_an_empty_queue_says_so(editor):
    assert "Không có bài nào chờ duyệt" in editor.get("/ban-lam-viec/duyet").text


def test_a_counselor_has_no_queue(counselor):
    assert counselor.get("/ban-lam-viec/duyet").status_code == 403


def test_an_editor_reads_and_approves(editor, waiting):
    page = editor.get(f"/ban-lam-viec/bai/{waiting.id}").text
    assert "Duyệt" in page and "Trả lại để sửa" in page and "Hẹn giờ đăng" in page

    answer = sent(editor, waiting.id, "duyet")

    assert answer.location == f"/ban-lam-viec/bai/{waiting.id}"
    assert "Đã duyệt." in editor.get(answer.location).text
    assert "Ngày hội nghề" in editor.get("/thong-bao/").text


def test_returning_needs_a_reason_and_keeps_the_page(editor, counselor, waiting):
    refused = sent(editor, waiting.id, "tra-lai", reason=" ")
    assert refused.status_code == 422 and "Hãy viết lý do." in refused.text

    sent(editor, waiting.id, "tra-lai", reason="Thiếu <i>hạn</i>")

    page = counselor.get(f"/ban-lam-viec/bai/{waiting.id}").text
    assert "Thiếu &lt;i&gt;hạn&lt;/i&gt;" in page
    assert "Bài bị trả lại" in counselor.get("/ban-lam-viec/").text


@pytest.mark.parametrize("at", ["", "x", "2026-11-01T07:00"])
def test_a_time_that_does_not_do_is_told_and_stays(editor, waiting, at):
    refused = sent(editor, waiting.id, "hen-gio", at=at)

    assert refused.status_code == 422 and "Chưa hẹn giờ đăng được" in refused.text
    assert f'value="{at}"' in refused.text
    assert standing(waiting.id) is Standing.REVIEW


def test_a_text_is_scheduled_by_the_clock_on_the_wall(editor, waiting):
    sent(editor, waiting.id, "hen-gio", at="2026-11-23T07:30")

    assert items.item(waiting.id, for_change=True).publish_at == NOW + timedelta(hours=22, minutes=30)


def test_a_step_that_cannot_be_taken_gives_a_clear_page(editor, waiting):
    sent(editor, waiting.id, "duyet")

    again = sent(editor, waiting.id, "duyet")

    assert again.status_code == 409 and "Không có gì bị đổi" in again.text


def test_undo_stands_on_the_page_and_works(editor, waiting):
    sent(editor, waiting.id, "duyet")
    last = records.last_step(waiting.id).id
    assert "Hoàn tác: duyệt" in editor.get(f"/ban-lam-viec/bai/{waiting.id}").text

    sent(editor, waiting.id, "hoan-tac", last=str(last))

    assert standing(waiting.id) is Standing.REVIEW


def test_withdrawing_and_restoring_through_the_page(editor, counselor, waiting):
    sent(editor, waiting.id, "duyet")

    sent(counselor, waiting.id, "go", reason="Đổi ngày")
    assert "Đổi ngày" in editor.get("/thong-bao/tin").text
    sent(editor, waiting.id, "dang-lai")

    assert editor.get("/thong-bao/tin").status_code == 200


@pytest.mark.parametrize("what", ["gui", "lay-lai", "duyet", "dang", "hen-gio", "go", "dang-lai", "hoan-tac"])
def test_somebody_of_another_school_gets_nowhere(app, waiting, what):
    other = staff.signed_in(app, unit=staff.unit("Trường khác"))
    before = standing(waiting.id)

    answer = sent(other, waiting.id, what, reason="x", at="2026-12-01T07:00", last="1")

    assert answer.status_code == 403 and standing(waiting.id) is before


@pytest.mark.parametrize("page", ["", "/ban/1", "/so-sanh?tu=1&den=1"])
def test_pages_of_an_item_are_for_its_unit_and_editors(app, editor, counselor, waiting, page):
    address = f"/ban-lam-viec/bai/{waiting.id}{page}"
    other = staff.signed_in(app, unit=staff.unit("Trường khác"))

    assert [client.get(address).status_code for client in (editor, counselor, other)] == [200, 200, 403]
    assert app.test_client().get(address).status_code == 303


def test_versions_are_kept_and_compared_in_words(counselor, waiting):
    written.version(items.item(waiting.id), title="Ngày hội nghề", body="Nội dung mới", site_wide=True)

    page = counselor.get(f"/ban-lam-viec/bai/{waiting.id}/so-sanh?tu=1&den=2").text

    assert "[Bỏ:" in page and "[Thêm:" in page
    assert "Bản 1" in counselor.get(f"/ban-lam-viec/bai/{waiting.id}/ban/1").text
    assert counselor.get(f"/ban-lam-viec/bai/{waiting.id}/ban/9").status_code == 404
    assert counselor.get(f"/ban-lam-viec/bai/{waiting.id}/so-sanh?tu=7&den=8").status_code == 404


@pytest.mark.parametrize("query", ["tu=x", "tu=-1", "den=1", "tu=1&den=1"])
def test_a_comparison_of_nothing_is_no_error(counselor, waiting, query):
    address = f"/ban-lam-viec/bai/{waiting.id}/so-sanh?{query}"

    assert counselor.get(address).status_code == 200


def test_fields_that_no_form_has_change_nothing(editor, waiting):
    sent(editor, waiting.id, "duyet", unit_id="99", slug="khac", state="draft", by_account="1")

    row = items.item(waiting.id, for_change=True)
    assert (row.slug, row.unit_id) == ("tin", waiting.unit_id)


def test_a_forged_form_changes_nothing(app, editor, waiting, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)

    assert sent(editor, waiting.id, "duyet").status_code in {400, 403, 422}
    assert standing(waiting.id) is Standing.REVIEW


def test_what_is_judged_is_told_in_words_schools_by_name_and_wages_as_money(app):
    factories.institution("truong-a", name="Trường Cao đẳng A")
    pay = {"deadline": date(2026, 12, 20), "wage_low": 6_000_000, "wage_high": 8_000_000}
    made = written.item("tho", kind="vacancy", vacancy=pay, institutions=["truong-a"], site_wide=True)

    page = staff.signed_in(app, role="editor").get(f"/ban-lam-viec/bai/{made.id}").text

    assert "6.000.000–8.000.000 đồng/tháng" in page
    assert "Trường Cao đẳng A" in page
