"""Made-up questions, answers for all and reports of what is wrong: asked, answered, published and removed."""

import secrets

from sqlalchemy import delete, or_, select, update

from vocational.accounts import audit
from vocational.accounts import demo as people
from vocational.accounts.demo import NINH_THUAN, Stage
from vocational.accounts.roles import SERVER
from vocational.noticeboard import demo as notices
from vocational.questions import codes, faqs, reports, service
from vocational.questions.faqs import Words
from vocational.questions.kinds import ReportState, State, Topic
from vocational.questions.models import Faq, Question, Report
from vocational.search import changes
from vocational.storage import db, writing

MARK = "Mẫu, không phải câu hỏi thật:"
ASKED = {
    "waiting": (Topic.ADMISSION, f"{MARK} em học xong lớp 9, nộp hồ sơ vào trường nghề thì cần giấy tờ gì?"),
    "answered": (
        Topic.FAMILY,
        f"{MARK} con muốn học nghề sửa ô tô, gia đình chưa yên tâm thì bắt đầu từ đâu?",
    ),
    "published": (Topic.MONEY, f"{MARK} học trung cấp nghề sau lớp 9 có phải đóng học phí không ạ?"),
}
ANSWER = """**Mẫu:** câu trả lời này dựng ra để dùng thử trang.

Anh chị và con cùng đến xem xưởng của một trường nghề, hỏi thầy cô tư vấn ở trường con đang học."""
FAQS = {
    "published": Words(
        Topic.MONEY,
        "",
        "Mẫu – Học trung cấp sau lớp 9 có phải đóng học phí không?",
        "**Mẫu:** câu trả lời này dựng ra để dùng thử trang. Xem mục Chính sách để biết quy định thật.",
        (("Chính sách", "/chinh-sach/"),),
        is_reread=True,
    ),
    "waiting": Words(
        Topic.TRADE,
        NINH_THUAN,
        "Mẫu – Chọn nghề theo sở thích hay theo việc làm?",
        "**Mẫu:** câu trả lời này chờ biên tập viên duyệt.",
        is_reread=True,
    ),
}
WRONG = "Mẫu, không phải báo sai thật: giờ bắt đầu ghi trên trang khác giờ trường báo."


def load(stage: Stage) -> list[str]:
    """Let made-up pupils and parents ask and report, and made-up posts answer; return the return codes."""
    asked = {name: _ask(topic, text, stage) for name, (topic, text) in ASKED.items()}
    _answer(asked["answered"][0], stage)
    _publish(asked["published"][0], stage)
    faqs.write(FAQS["waiting"], by=stage.actor("tuvan1"), now=stage.now, today=stage.today)
    sent = [_report(page, stage) for page in notices.public_pages(stage)[:2]]
    _check(sent[-1], stage)
    with writing():
        for row in [*(row for row, _code in asked.values()), *sent]:
            row.is_demo = True
        db.session.execute(update(Faq).where(Faq.unit_id.in_(people.unit_ids())).values(is_demo=True))
    said = [f"  {State(row.state).label}: {codes.grouped(code)}" for row, code in asked.values()]
    return ["Mã đọc trả lời của câu hỏi mẫu:", *said]


def things() -> set[str]:
    """Return what the audit calls made-up questions, reports, and answers of made-up units."""
    ids = {"question": _ids(Question), "report": _ids(Report), "faq": _faq_ids()}
    return {f"{name}:{id}" for name, rows in ids.items() for id in db.session.scalars(rows)}


def unsaved() -> list[str]:
    """Return in words what was typed and never saved: nothing, there are no such texts here."""
    return []


def remove(stage: Stage) -> None:
    """Take all that is made-up away; what real people asked made-up units waits at the office again."""
    theirs = people.unit_ids()
    pages = [row.page for row in db.session.scalars(select(Faq).where(Faq.id.in_(_faq_ids())))]
    with writing():
        count = sum(len(db.session.scalars(_ids(table)).all()) for table in (Question, Report))
        for table in (Question, Report):
            db.session.execute(delete(table).where(table.is_demo))
            own = update(table).where(table.unit_id.in_(theirs))
            db.session.execute(own.values(unit_id=None, version=table.version + 1))
        _ask_again()
        db.session.execute(delete(Faq).where(Faq.id.in_(_faq_ids())))
        changes.drop(pages, now=stage.now)
        audit.record(
            SERVER, "demo.remove", "questions", {"count": count, "faqs": len(pages)}, None, stage.now
        )


def _ask_again() -> None:
    """Let questions of real people wait again whose answer goes away with a made-up unit."""
    lost = update(Question).where(Question.faq_id.in_(_faq_ids()))
    again = {"state": State.WAITING.value, "closed_on": None, "answered_as": "", "faq_id": None}
    db.session.execute(lost.values(version=Question.version + 1, **again))


def _ask(topic: Topic, text: str, stage: Stage) -> tuple[Question, str]:
    code = codes.derived(secrets.token_bytes(16), "demo", text)
    return service.ask(topic=topic, area=NINH_THUAN, text=text, code=code, today=stage.today), code


def _answer(row: Question, stage: Stage) -> None:
    when = {"now": stage.now, "today": stage.today}
    unit_id = people.unit_named("school-1").id
    service.hand_on(row.id, version=1, unit_id=unit_id, by=stage.actor("bientap"), **when)
    service.answer(row.id, version=2, answer=ANSWER, by=stage.actor("tuvan1"), **when)


def _publish(row: Question, stage: Stage) -> None:
    when = {"now": stage.now, "today": stage.today}
    written = faqs.write(FAQS["published"], question_id=row.id, by=stage.actor("tuvan1"), **when)
    faqs.publish(written.id, version=written.version, by=stage.actor("bientap"), **when)


def _report(page: str, stage: Stage) -> Report:
    code = codes.derived(secrets.token_bytes(16), "demo", page)
    return reports.send(
        page=page, text=WRONG, right_source="Mẫu – giấy mời của trường", code=code, today=stage.today
    )


def _check(row: Report, stage: Stage) -> None:
    reports.handle(
        row.id,
        version=1,
        state=ReportState.CHECKED,
        reason="",
        by=stage.actor("bientap"),
        now=stage.now,
        today=stage.today,
    )


def _ids(table):
    return select(table.id).where(table.is_demo)


def _faq_ids():
    return select(Faq.id).where(or_(Faq.is_demo, Faq.unit_id.in_(people.unit_ids())))
