"""What happens to an answer for all: written, returned, published, changed, withdrawn, put back."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from vocational.accounts import audit, roles
from vocational.accounts import queries as accounts
from vocational.accounts.roles import Actor, require
from vocational.errors import NotAcceptable
from vocational.ingest.markdown import html_of
from vocational.noticeboard import wording
from vocational.questions import personal_data, queries
from vocational.questions.kinds import FaqState, State, Topic
from vocational.questions.models import Faq, Place, Question
from vocational.questions.service import CONFLICT
from vocational.search import changes
from vocational.storage import db, writing
from vocational.vietnamese import fold, slug

RESERVED = {"hoi", "tra-loi"}
"""Addresses below /hoi-dap/ that are pages of their own."""
PUBLIC_WORDS = ("topic", "area", "question", "answer", "links")


@dataclass(frozen=True)
class Words:
    """What somebody wrote for all: `links` are (title, address); `is_reread` says that she looked again
    for what could tell who asked."""

    topic: Topic
    area: str
    question: str
    answer: str
    links: tuple[tuple[str, str], ...] = ()
    is_reread: bool = False

    def columns(self) -> dict:
        """Return the columns of the row."""
        links = [{"title": title, "url": url} for title, url in self.links]
        told = {"topic": self.topic.value, "area": self.area, "question": self.question}
        return told | {"answer": self.answer, "answer_html": html_of(self.answer), "links": links}


def write(words: Words, *, question_id: int | None = None, by: Actor, now: datetime, today: date) -> Faq:
    """Write an answer for all, for an editor to approve; it can come from a question, which it closes."""
    unit = _unit_of(by)
    require(by, "question.answer", unit)
    with writing():
        asked = _asked(question_id, by)
        refuse_words(words, asked.text_on(today) if asked else None)
        row = Faq(
            slug=_free_slug(words.question), unit_id=unit.id or None, written_on=today, **words.columns()
        )
        row.written_by = by.account_id
        db.session.add(row)
        db.session.flush()
        if asked is not None:
            asked.faq_id, asked.version = row.id, asked.version + 1
        # What is not approved could still hold words of whoever asked: the audit tells it after that only.
        audit.record(by, "faq.write", f"faq:{row.id}", None, {"question_id": question_id}, now)
    return row


def change(id: int, words: Words, *, version: int, by: Actor, now: datetime, today: date) -> Faq:
    """Change an answer for all; what readers see may only be changed by who may publish, and at once."""
    with writing():
        row = _taken(id, version, "question.answer", by)
        if row.is_published:
            require(by, "faq.publish", row.place)
        refuse_words(words, _raw(row, today))
        before = _told(row)
        for name, value in words.columns().items():
            setattr(row, name, value)
        row.version += 1
        if row.is_published:
            row.changed_on = today
            changes.note([row.page], now=now)
            audit.record(by, "faq.change", f"faq:{id}", *audit.changes(before, _told(row)), now)
        else:
            row.state = FaqState.WAITING.value if row.state == FaqState.RETURNED else row.state
            audit.record(by, "faq.write", f"faq:{id}", None, None, now)
    return row


def publish(id: int, *, version: int, by: Actor, now: datetime, today: date) -> Faq:
    """Put an answer before all readers; questions that it came from are answered with it."""
    with writing():
        row = _taken(id, version, "faq.publish", by)
        says = wording.pushes(f"{row.question}\n{row.answer}")
        if says:
            raise NotAcceptable(says)
        before = {"state": row.state}
        row.state, row.note, row.version = FaqState.PUBLISHED.value, "", row.version + 1
        row.published_on, row.changed_on = row.published_on or today, today
        row.approved_by = by.account_id
        answered = _answer_askers(row, by, today)
        changes.note([row.page], now=now)
        after = _told(row) | {"answered": answered}
        audit.record(by, "faq.publish", f"faq:{id}", before, after, now)
    return row


def give_back(id: int, *, version: int, note: str, by: Actor, now: datetime) -> Faq:
    """Return an answer that is not public yet to who wrote it, with a reason."""
    with writing():
        row = _taken(id, version, "faq.publish", by)
        if row.state != FaqState.WAITING:
            raise NotAcceptable(["Câu này không chờ duyệt nữa."])
        _stand(row, FaqState.RETURNED, note)
        audit.record(by, "faq.return", f"faq:{id}", None, {"state": row.state, "note": note}, now)
    return row


def withdraw(id: int, *, version: int, note: str, by: Actor, now: datetime) -> Faq:
    """Take an answer away from readers; its address goes on to say why."""
    with writing():
        row = _taken(id, version, "faq.publish", by)
        if not row.is_published:
            raise NotAcceptable(["Câu này không đăng trên trang."])
        _stand(row, FaqState.WITHDRAWN, note)
        changes.note([row.page], now=now)
        audit.record(
            by, "faq.withdraw", f"faq:{id}", {"state": "published"}, {"state": row.state, "note": note}, now
        )
    return row


def refuse_words(words: Words, raw: str | None) -> None:
    """Raise NotAcceptable for words that must not stand before all readers."""
    said = [f"answer: {says}" for says in wording.pushes(f"{words.question}\n{words.answer}")]
    if raw is not None and len(raw) > 40 and fold(raw) in fold(words.question):
        said.append("question: Đừng chép nguyên câu của người hỏi; hãy viết lại thành câu chung.")
    found = personal_data.found_in(words.question)
    if found and not words.is_reread:
        told = ", ".join(f"«{one.text}»" for one in found)
        said.append(f"question: Có thể cho biết ai hỏi: {told}. Bỏ đi, hoặc đánh dấu đã đọc lại ở dưới.")
    if said:
        raise NotAcceptable(said)


def _taken(id: int, version: int, verb: str, by: Actor) -> Faq:
    row = queries.faq_by_id(id)
    require(by, verb, row.place)
    if row.version != version:
        raise NotAcceptable([CONFLICT])
    return row


def _stand(row: Faq, state: FaqState, note: str) -> None:
    row.state, row.note, row.version = state.value, note, row.version + 1


def _asked(id: int | None, by: Actor) -> Question | None:
    if id is None:
        return None
    row = queries.question(id)
    require(by, "question.answer", row.place)
    return row


def _raw(row: Faq, today: date) -> str | None:
    texts = [one.text_on(today) for one in _askers(row)]
    return next((text for text in texts if text), None)


def _askers(row: Faq) -> list[Question]:
    return list(db.session.scalars(select(Question).where(Question.faq_id == row.id)))


def _answer_askers(row: Faq, by: Actor, today: date) -> list[int]:
    """Close the questions that waited for this answer, and return their numbers."""
    waiting = [one for one in _askers(row) if one.state_on(today) is State.WAITING]
    for one in waiting:
        one.state, one.closed_on, one.version = State.ANSWERED.value, today, one.version + 1
        one.answered_as = by.assignments[0].unit if by.assignments else ""
    return [one.id for one in waiting]


def _told(row: Faq) -> dict:
    return {name: getattr(row, name) for name in PUBLIC_WORDS} | {"state": row.state}


def _unit_of(by: Actor) -> Place:
    """Return the unit that somebody writes for: the first where she may answer."""
    own = [held for held in by.assignments if "question.answer" in roles.ROLES[held.role]]
    if not own or not own[0].unit_id:
        return Place(0, "")
    unit = accounts.unit(own[0].unit_id)
    return Place(unit.id, unit.area)


def _free_slug(question: str) -> str:
    base = slug(question)[:80].strip("-") or "cau-hoi"
    taken = set(db.session.scalars(select(Faq.slug).where(Faq.slug.startswith(base)))) | RESERVED
    number = 2
    name = base
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name
