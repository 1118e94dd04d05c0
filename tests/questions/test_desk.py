"""What staff do with questions."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests import staff
from tests.questions.conftest import AREA
from vocational.accounts import audit
from vocational.accounts.models import AuditEntry
from vocational.accounts.roles import SERVER
from vocational.errors import NotAcceptable, NotAllowed
from vocational.questions import queries, service
from vocational.questions.kinds import State
from vocational.storage import db
from vocational.web import clock

DESK = "/ban-lam-viec/hoi-dap"
OTHER = "cu-dak-lak-thi-xa-buon-ho"
TEXT = "Em học xong lớp 9 thì học nghề ở đâu?"


def moment(day=None):
    return {"now": clock.now(), "today": day or clock.today()}


def trail():
    return db.session.scalars(select(AuditEntry).where(AuditEntry.object.startswith("question"))).all()


def test_a_counselor_sees_the_questions_of_her_area_only(app, asked):
    asked("Câu của Ninh Thuận", area=AREA)
    asked("Câu của Buôn Hồ", area=OTHER)
    asked("Câu không nói khu vực", area="")

    hers = staff.signed_in(app, role="counselor").get(DESK).text
    office = staff.signed_in(app, role="editor").get(DESK).text

    assert "Câu của Ninh Thuận" in hers
    assert "Câu của Buôn Hồ" not in hers
    assert "không nói khu vực" not in hers.lower().replace("không nói khu vực.", "")
    assert all(
        words in office for words in ("Câu của Ninh Thuận", "Câu của Buôn Hồ", "Câu không nói khu vực")
    )


def test_the_list_is_narrowed_by_state_topic_and_area(app, asked):
    asked("Câu đang chờ")
    client = staff.signed_in(app, role="editor")

    assert "Câu đang chờ" in client.get(f"{DESK}?chu-de=nganh-nghe&khu-vuc={AREA}").text
    assert "Câu đang chờ" not in client.get(f"{DESK}?chu-de=lop-10").text
    assert "Câu đang chờ" not in client.get(f"{DESK}?trang-thai=answered").text


def test_a_question_of_another_area_cannot_be_opened_or_answered(app, asked):
    row, _code = asked(area=OTHER)
    client = staff.signed_in(app, role="counselor")

    assert client.get(f"{DESK}/{row.id}").status_code == 403
    for deed, fields in (("tra-loi", {"answer": "x"}), ("tu-choi", {"reason": "x"}), ("mo-lai", {})):
        assert client.post(f"{DESK}/{row.id}/{deed}", data={"version": "1"} | fields).status_code == 403
    assert queries.question(row.id).state == "waiting"


@pytest.mark.parametrize("role", ["reporting-officer", "partner", "administrator"])
def test_who_does_not_answer_questions_does_not_read_them(app, asked, role):
    row, _code = asked()

    assert staff.signed_in(app, role=role).get(f"{DESK}/{row.id}").status_code == 403


def test_a_counselor_answers_and_the_audit_holds_nothing_of_what_was_written(app, asked):
    row, _code = asked()

    answer = staff.signed_in(app).post(
        f"{DESK}/{row.id}/tra-loi", data={"version": "1", "answer": "Ở Phan Rang"}
    )

    assert answer.status_code == 303
    assert queries.question(row.id).state == "answered"
    [entry] = trail()
    assert entry.verb == "question.answer"
    assert "Phan Rang" not in str((entry.before, entry.after))
    assert TEXT not in str((entry.before, entry.after))
    assert not list(audit.faults())


def test_an_empty_answer_is_sent_back_with_what_to_do(app, asked):
    row, _code = asked()

    answer = staff.signed_in(app).post(f"{DESK}/{row.id}/tra-loi", data={"version": "1", "answer": " "})

    assert answer.status_code == 422
    assert "Hãy viết câu trả lời." in answer.text


def test_two_who_answer_at_once_do_not_overwrite_each_other(app, asked):
    row, _code = asked()
    service.answer(row.id, version=1, answer="Câu thứ nhất", by=staff.actor(), **moment())

    late = staff.signed_in(app).post(
        f"{DESK}/{row.id}/tra-loi", data={"version": "1", "answer": "Câu thứ hai"}
    )

    assert late.status_code == 422
    assert "Người khác vừa xử lý" in late.text
    assert "Câu thứ hai" in late.text
    assert queries.question(row.id).answer == "Câu thứ nhất"


def test_a_refusal_says_why_and_can_be_taken_back(app, asked):
    row, _code = asked()
    by = staff.actor(role="editor")
    service.refuse(row.id, version=1, reason="Em hỏi thầy cô nhé.", by=by, **moment())

    service.reopen(row.id, version=2, by=by, **moment())

    found = queries.question(row.id)
    assert (found.state, found.reason, found.closed_on) == ("waiting", "", None)


def test_a_question_handed_on_is_on_the_desk_of_that_unit(app, asked):
    row, _code = asked(area=OTHER)
    school = staff.unit("Trường nghề", "institution", AREA)
    officer = staff.actor(role="institution-officer", unit=school)
    with pytest.raises(NotAllowed):
        service.answer(row.id, version=1, answer="x", by=officer, **moment())

    service.hand_on(row.id, version=1, unit_id=school.id, by=staff.actor(role="editor"), **moment())
    service.answer(row.id, version=2, answer="Trường trả lời", by=officer, **moment())

    assert queries.question(row.id).answered_as == "Trường nghề"


def test_what_waits_stands_on_the_desk(app, asked):
    asked()

    assert "Câu hỏi chờ trả lời" in staff.signed_in(app).get("/ban-lam-viec/").text


def test_words_go_thirty_days_after_the_answer_and_ninety_days_without_one(app, asked):
    start = date(2026, 6, 1)
    answered, _code = asked("Câu đã trả lời xong", on=start)
    waiting, _code = asked("Câu chưa ai trả lời", on=start)
    service.answer(answered.id, version=1, answer="Rồi", by=staff.actor(), **moment(start))
    day = start + timedelta(days=30)

    assert answered.text_on(day - timedelta(days=1)) and waiting.text_on(day)
    assert answered.text_on(day) is None
    assert waiting.text_on(start + timedelta(days=90)) is None
    assert waiting.state_on(start + timedelta(days=90)) is State.FORGOTTEN


def test_tidying_takes_away_what_is_due_and_says_how_many(app, asked):
    young, _code = asked("Câu mới đây")
    old, _code = asked("Câu cũ chưa trả lời", on=date(2026, 8, 1))

    result = app.test_cli_runner().invoke(args=["questions", "tidy"])

    assert "1 câu hỏi" in result.output
    assert (queries.question(old.id).text, queries.question(old.id).state) == (None, "forgotten")
    assert queries.question(young.id).text
    assert trail()[-1].after == {"count": 1}
    assert service.tidy(by=SERVER, **moment()) == 0


def test_writing_tidies_too(app, asked):
    old, _code = asked("Câu cũ chưa trả lời", on=date(2026, 8, 1))

    asked("Câu mới đây")

    db.session.expire_all()
    assert queries.question(old.id).text is None


def test_a_forgotten_question_cannot_be_answered_and_its_page_says_so(app, asked):
    row, _code = asked("Câu cũ chưa trả lời", on=date(2026, 8, 1))

    with pytest.raises(NotAcceptable):
        service.answer(row.id, version=1, answer="Muộn", by=staff.actor(), **moment())

    assert "đã xóa theo hạn giữ" in staff.signed_in(app).get(f"{DESK}/{row.id}").text


def test_reopening_does_not_lengthen_the_time_that_words_are_kept(app, asked):
    start = clock.today() - timedelta(days=100)
    row, _code = asked("Câu hỏi từ lâu", on=start)
    by = staff.actor(role="editor")
    closed = start + timedelta(days=80)
    service.refuse(row.id, version=1, reason="Không", by=by, now=clock.now(), today=closed)

    with pytest.raises(NotAcceptable):
        service.reopen(row.id, version=2, by=by, **moment())
