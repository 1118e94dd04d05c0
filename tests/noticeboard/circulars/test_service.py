"""Writing notices to schools, sending, correcting and taking them back."""

import pytest
from sqlalchemy import select

from tests import factories, staff
from tests.noticeboard.circulars.conftest import AREA, send_draft
from vocational.accounts.models import AuditEntry
from vocational.errors import NotAcceptable, NotAllowed, NotFound
from vocational.noticeboard.circulars import follow_up, queries, receiving, references, service
from vocational.noticeboard.circulars.following import Standing, following
from vocational.storage import db
from vocational.web import clock


def standings(row):
    return {one.recipient.name: one.standing for one in following(reloaded(row), day=clock.today()).rows}


def reloaded(row):
    db.session.expire_all()
    return db.session.get(type(row), row.id)


def verbs():
    rows = select(AuditEntry.verb).where(AuditEntry.verb.startswith("circular."))
    return list(db.session.scalars(rows.order_by(AuditEntry.id)))


def confirm(row, by, **values):
    found = queries.received_one(row.id, by, day=clock.today())
    common = {"recipient_id": found.recipients[0].id, "version": row.current}
    return receiving.confirm(row.id, **common | values, by=by, now=clock.now(), today=clock.today())


def test_what_is_sent_goes_to_the_schools_of_the_area_but_those_left_out(editor, send, school_a, school_b):
    row = send(editor, left_out=[f"u{school_b.id}"])

    assert [one.name for one in queries.recipients(row.id)] == ["THCS An Hải"]
    assert verbs() == ["circular.write", "circular.choose", "circular.send"]


def test_nothing_is_sent_when_the_list_changed_meanwhile(editor, write, school_a):
    row = write(editor)
    service.choose(row.id, areas=[AREA], kinds=(), left_out=(), by=editor, now=clock.now())

    with pytest.raises(NotAcceptable, match="vừa thay đổi, nay là 1 trường"):
        service.send(row.id, expected="old", by=editor, now=clock.now(), today=clock.today())
    assert not reloaded(row).is_sent


def test_nothing_is_sent_to_nobody(editor, write):
    with pytest.raises(NotAcceptable, match="Chưa chọn trường nào"):
        send_draft(write(editor).id, editor)


def test_nothing_is_sent_that_pushes_pupils_away_from_grade_10(editor, send, school_a):
    with pytest.raises(NotAcceptable, match="quyền đăng ký vào lớp 10"):
        send(editor, text="Đề nghị các trường cho học sinh làm đơn xin không thi lớp 10.")


def test_what_was_sent_cannot_be_sent_again(editor, send, school_a):
    row = send(editor)

    with pytest.raises(NotFound):
        send_draft(row.id, editor)


def test_the_second_of_two_who_write_is_told(editor, write):
    row = write(editor)
    values = {
        "title": "Bản của tôi",
        "text": "Nội dung",
        "confirm_by": None,
        "by": editor,
        "now": clock.now(),
    }
    service.edit(row.id, **values, revision=1)

    with pytest.raises(NotAcceptable, match="đã lưu bản khác"):
        service.edit(row.id, **values | {"title": "Bản khác"}, revision=1)


def test_what_staff_write_holds_no_markup(editor, write):
    row = write(editor, text="<script>alert(1)</script> [đây](javascript:alert(1))")

    assert "<script" not in row.version.html
    assert "javascript:" not in row.version.html.replace("[đây](javascript:alert(1))", "")


def test_a_reference_keeps_what_the_site_said_and_tells_what_changed(editor, write, send, school_a):
    program = factories.programme(levels=["trung-cap"])
    row = write(editor)
    asked = {"kind": "programme", "key": "han", "by": editor, "now": clock.now(), "today": clock.today()}
    service.refer(row.id, **asked)
    service.refer(row.id, **asked)
    service.choose(row.id, areas=[AREA], kinds=(), left_out=(), by=editor, now=clock.now())
    send_draft(row.id, editor)
    db.session.get(type(program), "han").levels = ["cao-dang"]
    db.session.commit()

    (one,) = references.compared(reloaded(row).version.references, day=clock.today())
    assert [(change.name, change.then, change.now) for change in one.changes] == [
        ("Trình độ", "Trung cấp", "Cao đẳng")
    ]


def test_a_reference_that_is_gone_still_says_what_it_said(editor, write, school_a):
    factories.eligibility_field()
    factories.policy("mien-hoc-phi")
    row = write(editor)
    asked = {"by": editor, "now": clock.now(), "today": clock.today()}
    service.refer(row.id, kind="policy", key="mien-hoc-phi", **asked)
    service.choose(row.id, areas=[AREA], kinds=(), left_out=(), by=editor, now=clock.now())
    send_draft(row.id, editor)
    for table in ("policy_audience", "benefit", "policy"):
        db.session.execute(db.metadata.tables[table].delete())
    db.session.commit()

    (one,) = references.compared(reloaded(row).version.references, day=clock.today())
    assert one.is_gone and dict(one.says)["Tình trạng"] == "Đang áp dụng"


def test_a_thing_that_does_not_exist_cannot_be_referred_to(editor, write):
    with pytest.raises(NotFound):
        asked = {"by": editor, "now": clock.now(), "today": clock.today()}
        service.refer(write(editor).id, kind="quota", key="khong-co", **asked)


def test_schools_stand_where_they_are(editor, send, school_a, school_b):
    staff.unit("THCS Cam Ranh", "school", AREA)
    staff.account(role="counselor", unit=school_b)
    counselor = staff.actor(role="counselor", unit=school_a)
    row = send(editor)
    receiving.open_(row.id, by=counselor, now=clock.now(), today=clock.today())

    assert standings(row) == {
        "THCS An Hải": Standing.OPENED,
        "THCS Bắc Sơn": Standing.UNOPENED,
        "THCS Cam Ranh": Standing.NOBODY,
    }


def test_a_school_of_the_list_reads_it_once_it_has_an_account(editor, send, places):
    factories.secondary_school("thcs-d", name="THCS Đông Hải", level="THCS", former_unit=AREA, province="56")
    row = send(editor)
    assert standings(row) == {"THCS Đông Hải": Standing.NOBODY}

    unit = staff.unit("THCS Đông Hải mới", "school", AREA, secondary_school="thcs-d")
    counselor = staff.actor(role="counselor", unit=unit)

    confirm(row, counselor)
    assert standings(row) == {"THCS Đông Hải": Standing.CONFIRMED}


def test_one_post_confirms_for_the_school_and_may_leave_a_note(editor, send, school_a):
    counselor = staff.actor(role="counselor", unit=school_a)
    row = send(editor)

    confirm(row, counselor, note="Xin thêm 50 tờ rơi.")
    confirm(row, counselor, note="Xin thêm 60 tờ rơi.")

    (one,) = following(reloaded(row), day=clock.today()).rows
    assert (one.confirmation.post, one.notes[0].note) == (counselor.post, "Xin thêm 60 tờ rơi.")
    assert verbs()[-2:] == ["circular.confirm", "circular.confirm"]


def test_opening_is_noted_once_per_post(editor, send, school_a):
    counselor = staff.actor(role="counselor", unit=school_a)
    row = send(editor)
    asked = {"by": counselor, "now": clock.now(), "today": clock.today()}

    receiving.open_(row.id, **asked)
    receiving.open_(row.id, **asked)

    assert verbs().count("circular.open") == 1


def test_a_correction_asks_every_school_again(editor, send, school_a):
    counselor = staff.actor(role="counselor", unit=school_a)
    row = send(editor)
    confirm(row, counselor)
    service.correct(row.id, by=editor, now=clock.now())
    values = {"title": "Chỉ tiêu năm 2027", "text": "Đã sửa.", "confirm_by": None}
    service.edit(row.id, **values, change_note="Sửa số chỗ học.", revision=1, by=editor, now=clock.now())
    send_draft(row.id, editor)

    (one,) = following(reloaded(row), day=clock.today()).rows
    assert (one.standing, one.confirmed_earlier) == (Standing.UNOPENED, True)
    assert queries.received(counselor, day=clock.today())[0].waits


def test_a_correction_says_what_it_corrects(editor, send, school_a):
    row = send(editor)
    service.correct(row.id, by=editor, now=clock.now())

    with pytest.raises(NotAcceptable, match="đã sửa gì"):
        send_draft(row.id, editor)


def test_whoever_read_the_old_version_cannot_confirm_the_new(editor, send, school_a):
    counselor = staff.actor(role="counselor", unit=school_a)
    row = send(editor)

    with pytest.raises(NotAcceptable, match="vừa có bản sửa"):
        confirm(row, counselor, version=0)


def test_reminding_marks_those_who_have_somebody_and_have_not_confirmed(editor, send, school_a, school_b):
    done, late = staff.actor(role="counselor", unit=school_a), staff.actor(role="counselor", unit=school_b)
    staff.unit("THCS Cam Ranh", "school", AREA)
    row = send(editor)
    confirm(row, done)

    rows = follow_up.remind(row.id, by=editor, now=clock.now(), today=clock.today())

    assert [one.recipient.name for one in rows] == ["THCS Bắc Sơn"]
    assert queries.received(late, day=clock.today())[0].reminded_at


def test_paper_that_was_handed_over_is_noted_and_can_be_unnoted(editor, send, school_a):
    row = send(editor)
    (recipient,) = queries.recipients(row.id)
    asked = {"recipient_id": recipient.id, "by": editor, "now": clock.now(), "today": clock.today()}

    follow_up.hand_over(row.id, on=clock.today(), to="Cô Lan", **asked)
    assert standings(row) == {"THCS An Hải": Standing.PAPER}

    follow_up.hand_over(row.id, on=None, to="", **asked)
    assert standings(row) == {"THCS An Hải": Standing.NOBODY}


def test_what_was_taken_back_waits_for_nobody_until_it_holds_again(editor, send, school_a):
    counselor = staff.actor(role="counselor", unit=school_a)
    row = send(editor)
    follow_up.withdraw(row.id, reason="Sai số liệu.", by=editor, now=clock.now())

    assert not queries.received(counselor, day=clock.today())[0].waits
    with pytest.raises(NotAcceptable, match="thu hồi"):
        confirm(row, counselor)

    follow_up.restore(row.id, by=editor, now=clock.now())
    assert queries.received(counselor, day=clock.today())[0].waits


def test_a_draft_that_is_thrown_away_stays_in_the_audit(editor, write):
    row = write(editor)
    service.discard(row.id, by=editor, now=clock.now())

    assert verbs()[-1] == "circular.discard"
    with pytest.raises(NotFound):
        queries.circular(row.id, editor)


def test_a_counselor_may_send_nothing(app, write, school_a):
    with pytest.raises(NotAllowed):
        write(staff.actor(role="counselor", unit=school_a))


def test_an_editor_elsewhere_finds_none_of_it(editor, send, school_a):
    row = send(editor)
    other = staff.actor(role="editor", unit=staff.unit("Phòng khác", "education-office", "cu-dak-lak"))

    with pytest.raises(NotFound):
        follow_up.withdraw(row.id, reason="Không phải của tôi", by=other, now=clock.now())
    assert queries.sent(other, day=clock.today()) == []


def test_a_school_that_was_left_out_finds_none_of_it(editor, send, school_a, school_b):
    stranger = staff.actor(role="counselor", unit=school_b)
    row = send(editor, left_out=[f"u{school_b.id}"])

    with pytest.raises(NotFound):
        receiving.open_(row.id, by=stranger, now=clock.now(), today=clock.today())


def test_nobody_confirms_for_another_school(editor, send, school_a, school_b):
    own, other = staff.actor(role="counselor", unit=school_a), school_b
    row = send(editor)
    theirs = next(one for one in queries.recipients(row.id) if one.unit_id == other.id)

    with pytest.raises(NotAllowed):
        confirm(row, own, recipient_id=theirs.id)


def test_who_only_reads_for_the_area_leaves_no_trace(editor, send, school_a):
    partner = staff.actor(role="partner", unit=staff.unit("Đoàn thanh niên", "agency", AREA))
    row = send(editor)

    found = receiving.open_(row.id, by=partner, now=clock.now(), today=clock.today())

    assert found.recipients == ()
    assert "circular.open" not in verbs()
