"""Reading questions, answers for all and reports: the public list, desks, and by return code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from vocational.accounts.roles import Reach
from vocational.errors import NotFound
from vocational.questions import codes, keeping
from vocational.questions.kinds import FaqState, ReportState, State
from vocational.questions.models import Faq, Question, Report
from vocational.storage import db
from vocational.vietnamese import fold


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to; an empty value means all."""

    state: str = ""
    topic: str = ""
    area: str = ""


def faq(slug: str) -> Faq:
    """Return an answer for all that is or was public, by slug; raises NotFound."""
    found = db.session.scalar(select(Faq).where(Faq.slug == slug))
    if found is None or found.published_on is None:
        raise NotFound(slug)
    return found


def faqs() -> list[Faq]:
    """Return all public answers, newest first."""
    rows = select(Faq).where(Faq.state == FaqState.PUBLISHED.value)
    return list(db.session.scalars(rows.order_by(Faq.changed_on.desc(), Faq.id.desc())))


def faqs_holding(words: str, rows: Sequence[Faq]) -> list[Faq]:
    """Return those that hold all words, accents or not: for when the search index cannot answer."""
    wanted = fold(words).split()
    return [row for row in rows if all(word in fold(f"{row.question} {row.answer}") for word in wanted)]


def slugs() -> list[tuple[str, date | None]]:
    """Return (slug, day of the newest words) of every public answer."""
    rows = select(Faq.slug, Faq.changed_on).where(Faq.state == FaqState.PUBLISHED.value)
    return [(slug, day) for slug, day in db.session.execute(rows.order_by(Faq.slug))]


def faq_by_id(id: int) -> Faq:
    """Return an answer for all in whatever state; raises NotFound."""
    found = db.session.get(Faq, id, options=[joinedload(Faq.unit)])
    if found is None:
        raise NotFound(f"no faq {id}")
    return found


def faq_drafts(reach: Reach, state: str) -> list[Faq]:
    """Return the answers for all within reach that are in a state, oldest first."""
    rows = select(Faq).options(joinedload(Faq.unit)).where(Faq.state == state).order_by(Faq.id)
    return [row for row in db.session.scalars(rows) if reach.covers(row.place)]


def question(id: int) -> Question:
    """Return a question; raises NotFound."""
    parts = [joinedload(Question.unit), joinedload(Question.faq)]
    found = db.session.get(Question, id, options=parts)
    if found is None:
        raise NotFound(f"no question {id}")
    return found


def question_total(reach: Reach, wanted: Wanted, *, today: date) -> int:
    """Return how many questions within reach match."""
    return _total(_questions(reach, wanted, today))


def questions(
    reach: Reach, wanted: Wanted, *, today: date, offset: int = 0, limit: int = 20
) -> list[Question]:
    """Return the questions within reach that match, oldest first while they wait, else newest first."""
    waits = wanted.state == State.WAITING
    order = (Question.asked_on, Question.id) if waits else (Question.asked_on.desc(), Question.id.desc())
    rows = _questions(reach, wanted, today).options(joinedload(Question.unit)).order_by(*order)
    return list(db.session.scalars(rows.offset(offset).limit(limit)))


def waiting_total() -> int:
    """Return how many questions wait on the whole site."""
    return _total(select(Question).where(Question.state == State.WAITING.value))


def report(id: int) -> Report:
    """Return a report; raises NotFound."""
    found = db.session.get(Report, id, options=[joinedload(Report.unit)])
    if found is None:
        raise NotFound(f"no report {id}")
    return found


def report_total(reach: Reach, state: str, *, today: date) -> int:
    """Return how many reports within reach are in a state; «open» is all that wait."""
    return _total(_reports(reach, state, today))


def reports(reach: Reach, state: str, *, today: date, offset: int = 0, limit: int = 20) -> list[Report]:
    """Return the reports within reach that are in a state, oldest first while they wait."""
    order = (Report.id,) if state == "open" else (Report.id.desc(),)
    rows = _reports(reach, state, today).options(joinedload(Report.unit)).order_by(*order)
    return list(db.session.scalars(rows.offset(offset).limit(limit)))


def open_reports_of(page: str, *, today: date) -> int:
    """Return how many open reports speak of a page."""
    everywhere = Reach(True, frozenset(), frozenset())
    return _total(_reports(everywhere, "open", today).where(Report.page == page))


def by_code(code: str) -> Question | Report | None:
    """Return what a return code belongs to; None when there is nothing."""
    key = codes.key_of(code)
    for table in (Question, Report):
        found = db.session.scalar(select(table).where(table.key == key))
        if found is not None and codes.is_key_of(found.key, code):
            return found
    return None


def _questions(reach: Reach, wanted: Wanted, today: date) -> Select:
    rows = _within(select(Question), Question, reach)
    kept = Question.asked_on > today - keeping.UNANSWERED
    if wanted.state == State.FORGOTTEN:
        late = (Question.state == State.WAITING.value) & ~kept
        rows = rows.where(or_(Question.state == State.FORGOTTEN.value, late))
    elif wanted.state:
        rows = rows.where(Question.state == wanted.state)
        rows = rows.where(kept) if wanted.state == State.WAITING else rows
    if wanted.topic:
        rows = rows.where(Question.topic == wanted.topic)
    return rows.where(Question.area == wanted.area) if wanted.area else rows


def _reports(reach: Reach, state: str, today: date) -> Select:
    rows = _within(select(Report), Report, reach)
    if state == "open":
        still = (ReportState.NEW.value, ReportState.CHECKED.value)
        return rows.where(Report.state.in_(still), Report.asked_on > today - keeping.UNANSWERED)
    return rows.where(Report.state == state) if state else rows


def _within(rows: Select, table, reach: Reach) -> Select:
    if reach.everywhere:
        return rows
    return rows.where(or_(table.unit_id.in_(reach.unit_ids), table.area.in_(reach.areas)))


def _total(rows: Select) -> int:
    return db.session.scalar(select(func.count()).select_from(rows.order_by(None).subquery()))
