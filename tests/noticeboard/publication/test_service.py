"""Steps from a draft to a public page and off it again."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests import staff
from tests.noticeboard import written
from tests.noticeboard.written import NOW
from vocational.accounts import audit, passwords, queries
from vocational.accounts.models import AuditEntry
from vocational.accounts.roles import SERVER
from vocational.errors import NotAcceptable, NotAllowed
from vocational.noticeboard.items.kinds import Standing
from vocational.noticeboard.publication import records, service
from vocational.noticeboard.publication.steps import TABLE, IllegalStep, Step
from vocational.search.models import SearchChange
from vocational.storage import db

LATER = NOW + timedelta(hours=3)


@pytest.fixture
def school(app):
    return staff.unit("Trường A", needs_approval=True)


@pytest.fixture
def editor(app):
    return staff.actor(role="editor")


@pytest.fixture
def counselor(school):
    return staff.actor(role="counselor", unit=school)


def submitted(school, by, **values):
    made = written.item("tin", unit=school, by=by, **values)
    return service.submit(made.id, number=1, by=by, now=NOW)


def noted():
    return [(row.page, row.at) for row in db.session.scalars(select(SearchChange).order_by(SearchChange.id))]


def entries(verb):
    return list(db.session.scalars(select(AuditEntry).where(AuditEntry.verb == verb)))


def test_every_step_has_a_rule():
    assert set(TABLE) == set(Step)


def test_a_text_of_a_school_that_asks_for_approval_waits_for_an_editor(school, counselor, editor):
    made = submitted(school, counselor)
    assert made.standing(NOW) is Standing.REVIEW and made.public_number is None

    service.approve(made.id, number=1, by=editor, now=NOW)

    assert made.standing(NOW) is Standing.PUBLIC and made.publish_at == NOW


def test_a_text_of_a_school_that_needs_no_approval_goes_live_at_once(app):
    school = staff.unit("Trường B", needs_approval=False)
    by = staff.actor(unit=school)

    assert submitted(school, by).standing(NOW) is Standing.PUBLIC


def test_a_text_for_the_whole_site_waits_even_there(app):
    school = staff.unit("Trường B", needs_approval=False)
    by = staff.actor(unit=school)

    assert submitted(school, by, site_wide=True).standing(NOW) is Standing.REVIEW
    with pytest.raises(NotAllowed):
        service.publish(1, number=1, by=by, now=NOW)


def test_a_counselor_can_not_let_out_what_needs_approval(school, counselor):
    made = submitted(school, counselor)

    for step in (service.approve, service.publish):
        with pytest.raises(NotAllowed):
            step(made.id, number=1, by=counselor, now=NOW)


def test_somebody_of_another_school_can_do_nothing(school, counselor):
    made, other = submitted(school, counselor), staff.actor(unit=staff.unit("Trường khác"))

    for step in (service.take_back, service.approve, service.publish):
        with pytest.raises(NotAllowed):
            step(made.id, number=1, by=other, now=NOW)
    with pytest.raises(NotAllowed):
        service.undo(made.id, step_id=records.last_step(made.id).id, by=other, now=NOW)


def test_an_editor_of_another_area_can_not_approve(school, counselor):
    office = staff.unit("Phòng khác", kind="education-office", area="cu-dak-lak-thi-xa-buon-ho")
    made = submitted(school, counselor)

    with pytest.raises(NotAllowed):
        service.approve(made.id, number=1, by=staff.actor(role="editor", unit=office), now=NOW)


def test_a_text_goes_back_with_a_reason_and_comes_again(school, counselor, editor):
    made = submitted(school, counselor)

    service.send_back(made.id, number=1, reason=" Thiếu  hạn nộp ", by=editor, now=NOW)
    assert (made.standing(NOW), made.said) == (Standing.RETURNED, "Thiếu hạn nộp")

    assert service.submit(made.id, number=1, by=counselor, now=NOW).said == ""


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 1001])
def test_returning_and_withdrawing_need_a_reason(school, counselor, editor, reason):
    made = submitted(school, counselor)

    with pytest.raises(NotAcceptable):
        service.send_back(made.id, number=1, reason=reason, by=editor, now=NOW)
    with pytest.raises(NotAcceptable):
        service.withdraw(made.id, reason=reason, by=editor, now=NOW)


def test_nobody_approves_what_she_never_read(school, counselor, editor):
    made = submitted(school, counselor)
    written.version(made, title="Bản khác")

    with pytest.raises(IllegalStep, match="bản 2"):
        service.publish(made.id, number=1, by=editor, now=NOW)


def test_approving_twice_is_refused_and_changes_nothing(school, counselor, editor):
    made = submitted(school, counselor)
    service.approve(made.id, number=1, by=editor, now=NOW)

    with pytest.raises(IllegalStep, match="Đang đăng"):
        service.approve(made.id, number=1, by=editor, now=LATER)
    assert made.publish_at == NOW and len(records.steps_of(made.id)) == 2


def test_a_scheduled_text_comes_out_by_itself(school, counselor, editor):
    made = submitted(school, counselor)

    service.schedule(made.id, number=1, at=LATER, by=editor, now=NOW)

    assert made.standing(NOW) is Standing.SCHEDULED
    assert made.standing(LATER) is Standing.PUBLIC
    assert noted()[-3:] == [
        ("thong-bao/tin", NOW),
        ("thong-bao/tin", LATER),
        ("thong-bao/tin", made.expire_at),
    ]


def test_approval_keeps_the_time_that_the_writer_asked_for(school, counselor, editor):
    made = submitted(school, counselor, publish_at=LATER)

    assert service.approve(made.id, number=1, by=editor, now=NOW).standing(NOW) is Standing.SCHEDULED


def test_a_time_that_has_passed_can_not_be_scheduled(school, counselor, editor):
    made = submitted(school, counselor)

    with pytest.raises(NotAcceptable):
        service.schedule(made.id, number=1, at=NOW, by=editor, now=NOW)


def test_what_expires_before_it_comes_out_is_refused(school, counselor, editor):
    made = submitted(school, counselor, expire_at=NOW + timedelta(hours=1))

    with pytest.raises(NotAcceptable):
        service.approve(made.id, number=1, by=editor, now=LATER)
    assert made.standing(NOW) is Standing.REVIEW and not entries("item.approve")


def test_what_has_to_be_put_right_first_is_not_let_out(school, counselor, editor):
    made = written.item("tin", unit=school, by=counselor, body="Các em lớp 9 nên xin không thi lớp 10.")

    with pytest.raises(NotAcceptable):
        service.submit(made.id, number=1, by=counselor, now=NOW)
    with pytest.raises(NotAcceptable):
        service.publish(made.id, number=1, by=editor, now=NOW)


def test_a_page_that_is_rewritten_stays_until_the_new_text_is_approved(school, counselor, editor):
    made = submitted(school, counselor)
    service.approve(made.id, number=1, by=editor, now=NOW)
    written.version(made, title="Bản hai")
    assert (made.standing(NOW), made.public_standing(NOW)) == (Standing.DRAFT, Standing.PUBLIC)

    service.submit(made.id, number=2, by=counselor, now=LATER)
    assert made.public_number == 1
    service.approve(made.id, number=2, by=editor, now=LATER)

    assert made.public_number == 2 and made.publish_at == NOW


def test_a_page_is_taken_down_with_a_reason_and_put_up_again(school, counselor, editor):
    made = submitted(school, counselor)
    service.approve(made.id, number=1, by=editor, now=NOW)

    service.withdraw(made.id, reason="Sai ngày", by=counselor, now=LATER)
    assert made.standing(LATER) is Standing.WITHDRAWN and made.withdrawn_because == "Sai ngày"

    service.restore(made.id, by=editor, now=LATER)
    assert made.standing(LATER) is Standing.PUBLIC


def test_what_an_editor_took_down_its_writer_can_not_put_up(app, editor):
    school = staff.unit("Trường B", needs_approval=False)
    by = staff.actor(unit=school)
    made = submitted(school, by)
    service.withdraw(made.id, reason="Sai", by=editor, now=NOW)

    with pytest.raises(NotAllowed):
        service.restore(made.id, by=by, now=NOW)

    service.restore(made.id, by=editor, now=NOW)
    service.withdraw(made.id, reason="Sai thật", by=by, now=NOW)
    assert service.restore(made.id, by=by, now=NOW).standing(NOW) is Standing.PUBLIC


def test_the_last_step_can_be_taken_back(school, counselor, editor):
    made = submitted(school, counselor)
    service.approve(made.id, number=1, by=editor, now=NOW)

    service.undo(made.id, step_id=records.last_step(made.id).id, by=editor, now=LATER)

    assert made.standing(LATER) is Standing.REVIEW and made.public_number is None
    assert made.first_public_at == NOW
    assert [row.step for row in records.steps_of(made.id)] == ["undo", "approve", "submit"]


def test_undo_of_a_withdrawal_puts_the_page_up(school, counselor, editor):
    made = submitted(school, counselor)
    service.approve(made.id, number=1, by=editor, now=NOW)
    service.withdraw(made.id, reason="Nhầm", by=counselor, now=NOW)

    service.undo(made.id, step_id=records.last_step(made.id).id, by=counselor, now=NOW)

    assert made.standing(NOW) is Standing.PUBLIC


def test_a_step_that_is_not_the_last_or_is_old_stays(school, counselor, editor):
    made = submitted(school, counselor)
    first = records.last_step(made.id).id
    service.approve(made.id, number=1, by=editor, now=NOW)

    with pytest.raises(IllegalStep):
        service.undo(made.id, step_id=first, by=editor, now=NOW)
    with pytest.raises(IllegalStep):
        service.undo(made.id, step_id=first + 1, by=editor, now=NOW + timedelta(days=2))
    with pytest.raises(IllegalStep):
        service.undo(made.id, step_id=first + 1, by=counselor, now=NOW)


def test_nobody_approves_her_own_text_for_the_whole_site(app):
    office = staff.unit("Phòng", kind="office", area="")
    account, other = (staff.account(role="editor", unit=office) for _ in range(2))
    for row in (account, other):
        passwords.set_at_server(row.id, staff.PASSWORD, by=SERVER, now=NOW)
    by, colleague = (queries.actor(row, NOW.date()) for row in (account, other))
    made = submitted(office, by, site_wide=True)

    with pytest.raises(IllegalStep, match="tự duyệt"):
        service.approve(made.id, number=1, by=by, now=NOW)
    with pytest.raises(IllegalStep, match="tự duyệt"):
        service.publish(made.id, number=1, by=by, now=NOW)

    assert service.approve(made.id, number=1, by=colleague, now=NOW).standing(NOW) is Standing.PUBLIC


def test_whoever_is_the_only_editor_may_and_the_audit_says_so(app):
    office = staff.unit("Phòng", kind="office", area="")
    by = staff.actor(role="editor", unit=office)
    made = submitted(office, by, site_wide=True)

    service.approve(made.id, number=1, by=by, now=NOW)

    assert records.last_step(made.id).alone
    assert entries("item.approve")[0].after["alone"] is True


def test_every_step_is_written_down_with_what_it_changed(school, counselor, editor):
    made = submitted(school, counselor)
    service.send_back(made.id, number=1, reason="Thiếu hạn", by=editor, now=NOW)

    entry = entries("item.return")[0]

    assert (entry.object, entry.post) == (f"item:{made.id}", editor.post)
    assert entry.before == {"state": "review", "said": ""}
    assert entry.after["said"] == entry.after["reason"] == "Thiếu hạn"
    assert not list(audit.faults())


def test_a_step_that_fails_leaves_nothing_behind(school, counselor, editor, monkeypatch):
    made = submitted(school, counselor)
    before = len(noted())

    def broken(*_arguments):
        raise RuntimeError("disk full")

    monkeypatch.setattr(audit, "record", broken)
    with pytest.raises(RuntimeError):
        service.approve(made.id, number=1, by=editor, now=NOW)

    db.session.rollback()
    assert made.standing(NOW) is Standing.REVIEW and len(noted()) == before
    assert len(records.steps_of(made.id)) == 1
