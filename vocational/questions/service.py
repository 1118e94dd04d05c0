"""What happens to a question: asked, answered, refused, handed on, opened again, forgotten."""

from datetime import date, datetime

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from vocational.accounts import audit
from vocational.accounts import queries as accounts
from vocational.accounts.roles import Actor, require
from vocational.errors import NotAcceptable
from vocational.ingest.markdown import html_of
from vocational.questions import codes, keeping, queries
from vocational.questions.kinds import ReportState, State, Topic
from vocational.questions.models import Question, Report
from vocational.storage import db, writing

MOST_WAITING = 3000
"""More than this the office cannot read; whoever floods the box must not drown what came before."""
CONFLICT = "Người khác vừa xử lý mục này. Xem lại bên trên; phần anh chị viết vẫn còn trong ô."


def ask(*, topic: Topic, area: str, text: str, code: str, today: date) -> Question:
    """Put a question into the box, once for each code; raises NotAcceptable when the box is full."""
    row = Question(key=codes.key_of(code), topic=topic.value, area=area, text=text, asked_on=today)
    return put(row, code, full=queries.waiting_total() >= MOST_WAITING, today=today)


def put(row: Question | Report, code: str, *, full: bool, today: date) -> Question | Report:
    """Write down what somebody sent unless it is there already, and forget what is due."""
    try:
        with writing():
            forget_due(today)
            if known := queries.by_code(code):
                return known
            if full:
                raise NotAcceptable(["Hộp thư đang đầy nên trang chưa nhận thêm được. Hãy thử lại ngày mai."])
            db.session.add(row)
    except IntegrityError:
        # Sent twice at the same moment, on a database with several writers.
        return queries.by_code(code)
    return row


def answer(id: int, *, version: int, answer: str, by: Actor, now: datetime, today: date) -> Question:
    """Answer whoever asked, readable by the code alone; an answer can be put right later."""
    with writing():
        row = _taken(id, version, "question.answer", by, today)
        before = told(row)
        row.answer, row.answer_html, row.reason, row.faq_id = answer, html_of(answer), "", None
        _close(row, State.ANSWERED, by, today)
        audit.record(by, "question.answer", f"question:{id}", *audit.changes(before, told(row)), now)
    return row


def answer_by_faq(id: int, *, version: int, faq_id: int, by: Actor, now: datetime, today: date) -> Question:
    """Answer with what stands on the site for all."""
    with writing():
        row = _taken(id, version, "question.answer", by, today)
        faq = queries.faq_by_id(faq_id)
        if not faq.is_published:
            raise NotAcceptable(["faq_id: Câu này chưa đăng hoặc đã gỡ; hãy chọn câu khác."])
        before = told(row)
        row.answer = row.answer_html = row.reason = ""
        row.faq_id = faq.id
        _close(row, State.ANSWERED, by, today)
        audit.record(by, "question.merge", f"question:{id}", *audit.changes(before, told(row)), now)
    return row


def refuse(id: int, *, version: int, reason: str, by: Actor, now: datetime, today: date) -> Question:
    """Say kindly why there will be no answer here."""
    with writing():
        row = _taken(id, version, "question.moderate", by, today)
        before = told(row)
        row.answer = row.answer_html = ""
        row.reason, row.faq_id = reason, None
        _close(row, State.REFUSED, by, today)
        audit.record(by, "question.refuse", f"question:{id}", *audit.changes(before, told(row)), now)
    return row


def hand_on(id: int, *, version: int, unit_id: int, by: Actor, now: datetime, today: date) -> Question:
    """Lay a question on the desk of another unit; raises NotFound."""
    with writing():
        row = _taken(id, version, "question.moderate", by, today)
        unit, before = accounts.unit(unit_id), told(row)
        row.unit_id, row.area = unit.id, unit.area or row.area
        row.version += 1
        audit.record(by, "question.hand-on", f"question:{id}", *audit.changes(before, told(row)), now)
    return row


def reopen(id: int, *, version: int, by: Actor, now: datetime, today: date) -> Question:
    """Take a closed question up again, as long as its words are there."""
    with writing():
        row = _taken(id, version, "question.moderate", by, today)
        if today >= keeping.text_ends(row.asked_on, None):
            raise NotAcceptable(["Câu hỏi đã quá 90 ngày nên không mở lại được."])
        before = told(row)
        row.answer = row.answer_html = row.reason = row.answered_as = ""
        row.state, row.closed_on, row.faq_id = State.WAITING.value, None, None
        row.version += 1
        audit.record(by, "question.reopen", f"question:{id}", *audit.changes(before, told(row)), now)
    return row


def tidy(*, by: Actor, now: datetime, today: date) -> int:
    """Forget all that is due and return how many questions and reports it was."""
    with writing():
        total = forget_due(today)
        if total:
            audit.record(by, "question.forget", "question", None, {"count": total}, now)
    return total


def forget_due(today: date) -> int:
    """Take away words that have been kept long enough, inside the caller's transaction; tell of how many."""
    answered, unanswered = today - keeping.AFTER_ANSWER, today - keeping.UNANSWERED
    forgotten = 0
    open_states = [State.WAITING.value, ReportState.NEW.value, ReportState.CHECKED.value]
    for table, late, gone in (
        (Question, State.FORGOTTEN, {}),
        (Report, ReportState.FORGOTTEN, {"right_source": ""}),
    ):
        has_words = table.text.is_not(None)
        closed = update(table).where(has_words, table.closed_on <= answered)
        open_ = update(table).where(has_words, table.closed_on.is_(None), table.asked_on <= unanswered)
        forgotten += db.session.execute(closed.values(text=None, **gone)).rowcount
        values = {"text": None, "state": late.value, "version": table.version + 1} | gone
        forgotten += db.session.execute(open_.where(table.state.in_(open_states)).values(values)).rowcount
    old = update(Question).where(Question.closed_on <= today - keeping.ANSWER, Question.answer != "")
    db.session.execute(old.values(answer="", answer_html=""))
    return forgotten


def told(row: Question) -> dict:
    """Return what the audit keeps of a question: nothing of what was asked or answered."""
    return {"state": row.state, "unit": row.unit_id, "area": row.area, "faq": row.faq_id}


def unit_name(by: Actor, unit_ids) -> str:
    """Return the name of the unit that somebody acts for."""
    own = [held for held in by.assignments if held.unit_id in unit_ids] or list(by.assignments)
    return own[0].unit if own else ""


def _taken(id: int, version: int, verb: str, by: Actor, today: date) -> Question:
    row = queries.question(id)
    require(by, verb, row.place)
    if row.version != version:
        raise NotAcceptable([CONFLICT])
    if row.text_on(today) is None:
        raise NotAcceptable(["Nội dung câu hỏi này đã hết hạn giữ và đã xóa; không xử lý tiếp được."])
    return row


def _close(row: Question, state: State, by: Actor, today: date) -> None:
    row.state, row.version = state.value, row.version + 1
    row.closed_on = row.closed_on or today
    row.answered_as = unit_name(by, {row.unit_id})
