"""Telling that something on a page is wrong, and what becomes of it."""

import re

import pytest
from sqlalchemy import select

from tests import factories, staff
from tests.questions.conftest import AREA
from vocational.accounts.models import AuditEntry
from vocational.noticeboard.items.models import Item
from vocational.questions import codes, queries, reports
from vocational.questions.kinds import ReportState
from vocational.questions.models import Report
from vocational.storage import db, writing
from vocational.web import clock

FORM, DESK = "/bao-sai", "/ban-lam-viec/bao-sai"
FIELDS = {"page": "/truong/a", "text": "Số điện thoại đã đổi", "right_source": "Thông báo ngày 01/11"}


@pytest.fixture
def reported(app):
    def make(page="/nghe/tho-han", text="Mức lương đã cũ"):
        code = codes.derived("test", page, text)
        sent = {"page": page, "text": text, "right_source": ""}
        return reports.send(**sent, code=code, today=clock.today()), code

    return make


def test_every_page_leads_to_the_form_with_its_own_address(app, visitor):
    factories.institution("a")

    assert visitor.opens("/truong/a").hrefs.count("/bao-sai?trang=/truong/a") == 2
    assert 'value="/truong/a"' in visitor.opens("/bao-sai?trang=/truong/a").html
    assert "/bao-sai?trang=/nganh/" in visitor.opens("/nganh/").hrefs


def test_a_report_lands_on_the_desk_of_the_school_that_the_page_is_of(app, writer):
    school = staff.unit("Trường nghề A", "institution", AREA, institution="a")
    writer.sends(FORM, **FIELDS)

    own = staff.signed_in(app, role="institution-officer", unit=school).get(DESK)
    others = staff.signed_in(app, role="institution-officer", unit=staff.unit("B", "institution")).get(DESK)

    assert "/truong/a" in own.text
    assert "/truong/a" not in others.text


def test_a_report_of_what_a_school_wrote_lands_on_the_desk_of_that_school(app, writer):
    school = staff.unit("Trường phổ thông A", "school", AREA)
    with writing():
        db.session.add(
            Item(
                kind="announcement",
                unit_id=school.id,
                slug="tin-a",
                key="k",
                created_at=clock.now(),
                changed_at=clock.now(),
            )
        )
    writer.sends(FORM, **FIELDS | {"page": "/thong-bao/tin-a"})

    assert "/thong-bao/tin-a" in staff.signed_in(app, role="counselor", unit=school).get(DESK).text


def test_everything_else_lands_at_the_office(app, reported):
    row, _code = reported()

    assert row.unit_id is None
    assert "/nghe/tho-han" in staff.signed_in(app, role="editor").get(DESK).text
    assert staff.signed_in(app, role="counselor").get(f"{DESK}/{row.id}").status_code == 403


def test_it_is_declined_with_a_reason_only(app, reported):
    row, _code = reported()
    client = staff.signed_in(app, role="editor")

    without = client.post(f"{DESK}/{row.id}", data={"version": "1", "state": "declined", "reason": ""})
    with_reason = client.post(
        f"{DESK}/{row.id}", data={"version": "1", "state": "declined", "reason": "Đúng rồi"}
    )

    assert (without.status_code, with_reason.status_code) == (422, 303)
    assert queries.report(row.id).state == "declined"


def test_who_reported_reads_what_became_of_it(app, writer):
    answer = writer.sends(FORM, **FIELDS)
    code = re.search(r'id="ma-so"[^>]*>([^<]+)<', answer.text)[1]
    [row] = db.session.scalars(select(Report))
    moment = {"now": clock.now(), "today": clock.today()}
    by = staff.actor(role="editor")
    reports.handle(row.id, version=1, state=ReportState.FIXED, reason="Đã sửa, cảm ơn.", by=by, **moment)

    page = writer.sends("/hoi-dap/tra-loi", code=code).text

    assert "Đã sửa, cảm ơn." in page
    assert "Số điện thoại đã đổi" in page


def test_the_audit_holds_nothing_of_what_was_sent(app, reported):
    row, _code = reported()
    staff.signed_in(app, role="editor").post(f"{DESK}/{row.id}", data={"version": "1", "state": "checked"})

    [entry] = db.session.scalars(select(AuditEntry).where(AuditEntry.verb == "correction.handle"))
    assert entry.after["state"] == "checked"
    assert "Mức lương" not in str((entry.before, entry.after))


def test_a_report_is_handed_on_and_back(app, reported):
    row, _code = reported()
    school = staff.unit("Trường nghề A", "institution", AREA)
    staff.signed_in(app, role="editor").post(
        f"{DESK}/{row.id}/chuyen", data={"version": "1", "unit_id": school.id}
    )
    assert queries.report(row.id).unit_id == school.id

    officer = staff.signed_in(app, role="institution-officer", unit=school)
    officer.post(f"{DESK}/{row.id}/chuyen", data={"version": "2", "unit_id": "0"})

    assert queries.report(row.id).unit_id is None


@pytest.mark.parametrize(
    "typed",
    [
        "//evil.example/x",
        "/%2Fevil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a b",
        "/<b>",
        "/\\evil",
    ],
)
def test_only_pages_of_this_site_can_be_reported(writer, typed):
    assert writer.sends(FORM, **FIELDS | {"page": typed}).status_code == 422
    assert not db.session.scalars(select(Report)).all()


def test_the_whole_address_is_taken_as_well(writer):
    writer.sends(FORM, **FIELDS | {"page": "http://localhost/truong/a?x=1#y"})

    assert db.session.scalar(select(Report.page)) == "/truong/a"


def test_a_page_takes_only_so_many_open_reports(writer, monkeypatch):
    monkeypatch.setattr(reports, "MOST_OF_A_PAGE", 1)
    writer.sends(FORM, **FIELDS)

    assert writer.sends(FORM, **FIELDS | {"text": "Lại sai nữa"}).status_code == 503


def test_open_reports_stand_on_the_desk(app, reported):
    reported()

    assert "Báo thông tin sai" in staff.signed_in(app, role="editor").get("/ban-lam-viec/").text
