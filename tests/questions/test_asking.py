"""Asking and reading without an account."""

import re

from sqlalchemy import func, select

from tests import staff
from tests.questions.conftest import AREA
from vocational.questions import queries, service
from vocational.questions.models import Question
from vocational.storage import db
from vocational.web import clock
from vocational.web.limits import Limit

ASK, READ = "/hoi-dap/hoi", "/hoi-dap/tra-loi"
FIELDS = {"topic": "nganh-nghe", "area": AREA, "text": "Em học xong lớp 9 thì học nghề ở đâu?"}


def total():
    return db.session.scalar(select(func.count()).select_from(Question))


def code_of(answer):
    return re.search(r'id="ma-so"[^>]*>([^<]+)<', answer.text)[1]


def test_the_form_warns_above_the_box_and_asks_for_nothing_about_the_person(writer, visitor):
    page = visitor.opens(ASK)

    assert page.html.index("Đừng ghi tên, số điện thoại") < page.html.index("<textarea")
    names = set(re.findall(r'<(?:input|select|textarea)[^>]* name="([^"]+)"', page.html.partition("<h1>")[2]))
    assert names == {"phieu", "trang-web", "topic", "area", "text"}


def test_a_question_is_sent_and_read_by_its_code_without_any_cookie(writer):
    answer = writer.sends(ASK, **FIELDS)
    page = writer.sends(READ, code=code_of(answer))

    assert "Chưa có trả lời" in page.text
    assert FIELDS["text"] in page.text
    assert not [one for one in (answer, page) if "Set-Cookie" in one.headers]
    assert answer.headers["Cache-Control"] == page.headers["Cache-Control"] == "no-store"


def test_the_code_is_kept_nowhere(writer):
    code = code_of(writer.sends(ASK, **FIELDS)).replace(" ", "")
    row = db.session.scalar(select(Question))

    assert len(code) == 28
    assert code not in "".join(str(getattr(row, column.key)) for column in Question.__table__.columns)


def test_the_same_form_sent_twice_makes_one_question_and_shows_the_same_code(writer):
    ticket = writer.opens(ASK)
    first = writer.sends(ASK, ticket=ticket, **FIELDS)
    second = writer.sends(ASK, ticket=ticket, **FIELDS)

    assert total() == 1
    assert code_of(first) == code_of(second)


def test_what_tells_who_asks_is_pointed_out_before_it_is_kept(writer):
    answer = writer.sends(ASK, **FIELDS | {"text": "Em tên là Lan, lớp 9A, học nghề ở đâu ạ?"})

    assert answer.status_code == 422
    assert "<mark>Em tên là Lan</mark>" in answer.text
    assert "Em tên là Lan, lớp 9A" in answer.text.partition("<textarea")[2]
    assert total() == 0


def test_it_can_be_taken_out_by_the_site(writer):
    answer = writer.sends(ASK, **FIELDS | {"text": "Em tên là Lan, học nghề ở đâu?", "viec": "bo"})

    assert "[…], học nghề ở đâu?" in answer.text
    assert total() == 0


def test_it_can_be_sent_anyway(writer):
    writer.sends(ASK, **FIELDS | {"text": "Trường THPT Buôn Hồ có tuyển không?", "viec": "van-gui"})

    assert total() == 1


def test_faults_are_told_and_the_text_stays(writer):
    answer = writer.sends(ASK, topic="", area=AREA, text="Ngắn")

    assert answer.status_code == 422
    assert "Em chọn một mục." in answer.text
    assert ">\r\nNgắn</textarea>" in answer.text or ">Ngắn</textarea>" in answer.text.replace("\r\n", "")
    assert writer.sends(ASK, **FIELDS | {"text": "a" * 2001}).status_code == 422
    assert writer.sends(ASK, **FIELDS | {"topic": "<script>"}).status_code == 422


def test_machines_are_kept_out_and_nobody_loses_her_text(writer):
    ticket = writer.opens(ASK)
    refused = [
        writer.sends(ASK, ticket=ticket, after=1, **FIELDS),
        writer.sends(ASK, ticket="", **FIELDS),
        writer.sends(ASK, ticket=writer.opens(READ), **FIELDS),
        writer.sends(ASK, **FIELDS | {"trang-web": "http://spam"}),
        writer.sends(ASK, ticket=ticket, after=13 * 3600, **FIELDS),
    ]

    assert {answer.status_code for answer in refused} == {422}
    assert all(FIELDS["text"] in answer.text for answer in refused)
    assert total() == 0


def test_other_sites_cannot_make_a_browser_ask(writer):
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        assert writer.sends(ASK, headers=headers, **FIELDS).status_code == 422

    assert writer.sends(ASK, headers={"Sec-Fetch-Site": "same-origin"}, **FIELDS).status_code == 200
    assert writer.sends(ASK, headers={"Origin": "http://localhost"}, **FIELDS).status_code == 200


def test_a_flood_from_one_address_is_slowed_and_the_text_stays(app, writer, monkeypatch):
    monkeypatch.setitem(app.extensions["sending"], "question", Limit(1 / 20, 40))
    answers = [writer.sends(ASK, **FIELDS | {"text": f"Câu hỏi thứ {number} của em?"}) for number in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
    assert "Câu hỏi thứ 3" in answers[3].text
    assert int(answers[3].headers["Retry-After"]) > 0


def test_a_full_box_says_so(writer, monkeypatch):
    monkeypatch.setattr(service, "MOST_WAITING", 0)

    answer = writer.sends(ASK, **FIELDS)

    assert answer.status_code == 503
    assert FIELDS["text"] in answer.text


def test_reading_tells_nothing_without_the_right_code(writer, asked):
    _row, code = asked()
    slip = ("A" if code[0] != "A" else "B") + code[1:]

    assert writer.sends(READ, code=slip).status_code == 422
    assert writer.sends(READ, code="").status_code == 422
    assert writer.client.get(f"{READ}?code={code}").text.count("Em học xong lớp 9") == 0


def test_an_answer_is_read_by_its_code(writer, asked):
    row, code = asked()
    moment = {"now": clock.now(), "today": clock.today()}
    service.answer(row.id, version=1, answer="Ở **Phan Rang** <script>x</script>", by=staff.actor(), **moment)

    page = writer.sends(READ, code=code)

    assert "<strong>Phan Rang</strong>" in page.text
    assert "<script>x" not in page.text
    assert "Nội dung này tự xóa ngày 22/12/2026" in page.text


def test_a_scanned_code_may_be_sent_at_once(writer, asked):
    _row, code = asked()

    answer = writer.sends(READ, ticket=writer.opens(READ), after=0, code=code)

    assert answer.status_code == 200
    assert "Chưa có trả lời" in answer.text


def test_nobody_reads_the_text_after_its_time_even_before_it_is_tidied(app, writer, asked):
    row, code = asked()
    moment = {"now": clock.now(), "today": clock.today()}
    service.answer(row.id, version=1, answer="Ở Phan Rang", by=staff.actor(), **moment)
    app.config["TODAY"] = clock.today().replace(month=12, day=22)

    page = writer.sends(READ, code=code)

    app.config["TODAY"] = clock.today().replace(month=11, day=22)
    assert "Ở Phan Rang" in page.text
    assert "Em học xong lớp 9" not in page.text
    assert "Nội dung câu hỏi đã xóa" in page.text
    assert queries.question(row.id).text is not None
