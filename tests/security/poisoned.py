"""A site in which every field that anybody can fill holds attacks, and the people who look at it.

The rows are written past the forms, which would cut them short: what leaves the site must be harmless
whatever is in the tables.
"""

from datetime import date, timedelta

from tests import staff
from tests.noticeboard import written
from tests.noticeboard.written import NOW
from tests.security.payloads import ALL
from vocational.accounts import audit, queries
from vocational.accounts.kinds import Role
from vocational.accounts.models import Account, Unit
from vocational.accounts.roles import SERVER
from vocational.noticeboard.circulars.models import (
    Circular,
    CircularReceipt,
    CircularRecipient,
    CircularReference,
    CircularVersion,
)
from vocational.noticeboard.items.desk_sheet import upload_folder
from vocational.noticeboard.items.models import Attachment, Draft
from vocational.noticeboard.publication import service as publication
from vocational.noticeboard.publication.models import ItemStep
from vocational.questions import codes
from vocational.questions.kinds import FaqState, ReportState, State
from vocational.questions.models import Faq, Question, Report
from vocational.search.models import VocabularyAddition, WordsCount
from vocational.storage import db

EVERYTHING = "\n\n".join(ALL)
NAME = "'\"><img/src=x/onerror=alert(1)>@evil.example"
AREA = "cu-ninh-thuan"
DAY = date(2026, 11, 22)
SOON = DAY + timedelta(days=20)
TEXTS = ("title", "summary", "body", "contact", "source", "note", "post")
CODES = {name: codes.derived("x", name) for name in ("waiting", "answered", "refused", "faq", "report")}


def fill(words: str, html: str) -> None:
    """Write `words` into every field there is, and `html` where a text was made into HTML."""
    office, school = staff.unit(words, "office", ""), staff.unit(f"{words} ", "school", AREA)
    boss = person(office, words, NAME, Role.ADMINISTRATOR, Role.EDITOR)
    teacher = person(school, words, f"a{NAME}", Role.COUNSELOR)
    _items(words, html, school, teacher, boss)
    _circulars(words, html, office, school, teacher)
    _questions(words, html, school)
    _search(words)
    by = queries.actor(boss, DAY)
    for before, after in ((None, {"title": words}), ({words[:99]: words}, {"list": list(ALL)})):
        audit.record(by, "item.write", "item:1", before, after, NOW)
        audit.record(by, words[:60], words[:200], before, after, NOW)
    db.session.commit()


def person(unit: Unit, post: str, email: str, *roles: Role) -> Account:
    """Return somebody new with roles at a unit."""
    row = staff.account(role=roles[0].value, unit=unit, post=post, email=email)
    row.holder = post
    for role in roles[1:]:
        staff.service.assign(row.id, role=role, unit_id=unit.id, since=DAY, by=SERVER, now=NOW)
    db.session.commit()
    return row


def _items(words, html, school, teacher, boss):
    by, editor = queries.actor(teacher, DAY), queries.actor(boss, DAY)
    for kind in ("announcement", "event", "vacancy"):
        for state in ("out", "down", "back"):
            part = {kind: {"starts": NOW + timedelta(days=9)} if kind == "event" else {"deadline": SOON}}
            part = {} if kind == "announcement" else part
            made = written.item(f"{kind}-{state}", unit=school, by=by, kind=kind, site_wide=True, **part)
            made.newest.attachments.append(_file(words, teacher, f"{kind}{state}.pdf"))
            db.session.commit()
            publication.submit(made.id, number=1, by=by, now=NOW)
            if state == "back":
                publication.send_back(made.id, number=1, reason="x", by=editor, now=NOW)
            else:
                publication.approve(made.id, number=1, by=editor, now=NOW)
            if state == "down":
                publication.withdraw(made.id, reason="x", by=editor, now=NOW)
            made.said = made.withdrawn_because = words
            # Past the checks, which refuse most of these links.
            _put(made.newest, dict.fromkeys(TEXTS, words) | {"html": html})
            _put(made.newest.event, dict.fromkeys(("place", "organiser"), words))
            _put(
                made.newest.vacancy, dict.fromkeys(("employer", "place", "occupation", "requirements"), words)
            )
    for step in db.session.query(ItemStep):
        step.said = step.post = words
    typed = {name: [words] for name in ("title", "summary", "body", "contact", "source", "note", "place")}
    db.session.add(Draft(account_id=teacher.id, key="k", kind="event", values=typed | {"key": ["k"]}, at=NOW))
    db.session.commit()


def _put(row, values):
    for name, value in values.items() if row else ():
        setattr(row, name, value)


def _file(words, by, name):
    (upload_folder() / name).parent.mkdir(exist_ok=True)
    (upload_folder() / name).write_bytes(b"x")
    values = {"stored_name": name, "sha256": "0", "media_type": "image/png", "size": 1, "at": NOW}
    return Attachment(**values, title=words, alt=words, by_account=by.id)


def _circulars(words, html, office, school, teacher):
    for state in ("draft", "sent", "withdrawn"):
        row = Circular(unit_id=office.id, unit_name=words, created_at=NOW)
        version = CircularVersion(number=1, title=words, text=words, html=html, change_note=words)
        version.edited_at, version.edited_by, version.areas, version.revision = NOW, words, [AREA], 1
        said = [[words, words]]
        version.references = [CircularReference(kind="policy", key="x", title=words, said=said)]
        version.attachments = [_file(words, teacher, f"circular{state}.pdf")]
        row.versions.append(version)
        if state != "draft":
            row.current, row.first_sent_at, version.sent_at, version.sent_by = 1, NOW, NOW, words
            row.recipients.append(_recipient(words, school))
        if state == "withdrawn":
            row.withdrawn_at, row.withdrawn_by, row.withdrawn_because = NOW, words, words
        db.session.add(row)
        db.session.flush()
        for recipient in row.recipients:
            at = {"opened_at": NOW, "confirmed_at": NOW, "downloaded_at": NOW}
            keys = {"recipient_id": recipient.id, "version_id": version.id, "account_id": teacher.id}
            db.session.add(CircularReceipt(**keys, **at, post=words, note=words))
    db.session.commit()


def _recipient(words, school):
    values = {"key": f"u{school.id}", "unit_id": school.id, "sort_key": "a", "since_version": 1}
    return CircularRecipient(**values, name=words, kind=words[:60], place=words, paper_on=DAY, paper_to=words)


def _questions(words, html, school):
    for state in FaqState:
        row = Faq(slug=f"cau-{state.value}", topic="nganh-nghe", area=AREA, question=words, answer=words)
        row.answer_html, row.state, row.note, row.unit_id, row.written_on = (
            html,
            state.value,
            words,
            school.id,
            DAY,
        )
        row.links = [{"title": words, "url": 'https://a.vn/"onmouseover="alert(1)\'<b>'}]
        row.published_on = row.changed_on = None if state == FaqState.WAITING else DAY
        db.session.add(row)
    db.session.flush()
    public = db.session.query(Faq).filter_by(state=FaqState.PUBLISHED.value).one()
    for name, state in (
        ("waiting", State.WAITING),
        ("answered", State.ANSWERED),
        ("refused", State.REFUSED),
        ("faq", State.ANSWERED),
    ):
        row = Question(key=codes.key_of(CODES[name]), topic="nganh-nghe", area=AREA, text=words, asked_on=DAY)
        row.state, row.unit_id, row.answered_as = state.value, school.id, words
        row.closed_on = None if state == State.WAITING else DAY
        row.answer, row.answer_html = (words, html) if name == "answered" else ("", "")
        row.reason = words if name == "refused" else ""
        row.faq_id = public.id if name == "faq" else None
        db.session.add(row)
    report = Report(key=codes.key_of(CODES["report"]), page="/truong/a", text=words, right_source=words)
    report.asked_on, report.state, report.reason = DAY, ReportState.CHECKED.value, words
    report.unit_id, report.area = school.id, AREA
    db.session.add(report)
    db.session.commit()


def _search(words):
    data = {"words": [words, "a"], "means": [words], "note": words}
    db.session.add(VocabularyAddition(part="synonyms", data=data, post=words, added_on=DAY, withdrawn_on=DAY))
    # No database takes a NUL from the real counter either: typed words are cleaned first.
    seen = dict.fromkeys(payload.replace("\0", "")[:100] for payload in ALL)
    db.session.add_all(WordsCount(day=DAY, words=one, times=9, without_result=9) for one in seen)
    db.session.commit()
