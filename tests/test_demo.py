"""Made-up data: written by every role, marked as such, gone with one command, nothing real with it."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests import staff
from tests.conftest import settings
from vocational.accounts import audit, queries
from vocational.accounts.models import AuditEntry
from vocational.factory import create_app
from vocational.noticeboard.circulars import receiving
from vocational.noticeboard.circulars import service as circulars
from vocational.noticeboard.circulars.following import Standing as At
from vocational.noticeboard.circulars.following import following
from vocational.noticeboard.circulars.models import Circular, CircularRecipient
from vocational.noticeboard.circulars.queries import received_one
from vocational.noticeboard.circulars.schools import fingerprint
from vocational.noticeboard.items import service as items
from vocational.noticeboard.items.content import Content
from vocational.noticeboard.items.kinds import Standing
from vocational.noticeboard.items.models import Item
from vocational.questions import codes
from vocational.questions import service as questions
from vocational.questions.kinds import FaqState, State, Topic
from vocational.questions.models import Faq, Question, Report
from vocational.questions.queries import by_code as asked_with
from vocational.search import queries as found
from vocational.search import service as index
from vocational.search.engine.answers import Request
from vocational.storage import db
from vocational.web import clock

KEPT = {"audit_entry", "audit_head"}


def run(app, *words):
    return app.test_cli_runner().invoke(args=["demo", *words])


def rows_by_table():
    tables = [table for table in db.metadata.sorted_tables if table.name not in KEPT]
    return {table.name: db.session.scalar(select(func.count()).select_from(table)) for table in tables}


def every(table):
    return list(db.session.scalars(select(table)))


def uploads(app):
    return sorted(path.name for path in (Path(app.config["DATA_DIR"]) / "uploads").glob("*"))


def found_ids(app, words):
    asked = Request(q=words, limit=20, today=clock.today().isoformat())
    return [hit.id for hit in found.answer(app.config["SEARCH_INDEX_DIR"], asked).hits]


def site_in(folder):
    """Return an empty site of its own, with an index."""
    app = create_app(settings(folder))
    with app.app_context():
        db.create_all()
        index.build(app.config["SEARCH_INDEX_DIR"], today=clock.today(), now=clock.now())
    return app


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A site with made-up data, only looked at; with what loading it said."""
    app = site_in(tmp_path_factory.mktemp("shown"))
    with app.app_context():
        app.said = run(app, "load").output
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def cleared(tmp_path_factory):
    """A site that had made-up data, with the pages that readers had of it."""
    app = site_in(tmp_path_factory.mktemp("cleared"))
    with app.app_context():
        run(app, "load")
        app.pages = [item.page for item in every(Item) if item.public_number]
        app.pages += [row.page for row in every(Faq) if row.is_published]
        app.outcome = run(app, "remove")
        yield app
        db.session.remove()
        db.engine.dispose()


@dataclass(frozen=True)
class Used:
    """What `remove` said of a site that people worked on, and what was left; then the same with `--all`."""

    app: object
    real_unit: int
    refusal: object
    titles_kept: list[str]
    removal: object


@pytest.fixture(scope="module")
def used(tmp_path_factory):
    """A site with made-up data on which people, real and made-up, have worked since."""
    app = site_in(tmp_path_factory.mktemp("used"))
    with app.app_context():
        run(app, "load")
        real = staff.unit("Trường thật")
        unit_id = real.id
        writes(staff.actor(unit=real), unit_id, "Bài thật")
        writes(made_up("bientap"), unit_id, "Bài cho trường thật")
        own = made_up("tuvan1")
        writes(own, own.assignments[0].unit_id, "Bài ở đơn vị mẫu")
        types(own, "Đang gõ dở")
        work_of_the_office(own.assignments[0].unit_id)
        refusal = run(app, "remove")
        titles = [item.newest.title for item in every(Item)]
        yield Used(app, unit_id, refusal, titles, run(app, "remove", "--all"))
        db.session.remove()
        db.engine.dispose()


def made_up(name):
    return queries.actor(queries.account_named(f"{name}@mau.invalid"), clock.today())


def writes(by, unit_id, title):
    content = Content(title=title, topic="news", body="Nội dung")
    items.begin(key=title, kind="announcement", unit_id=unit_id, content=content, by=by, now=clock.now())


def types(by, title):
    draft = {"key": "k", "item_id": None, "kind": "announcement", "base": 0, "values": {"title": [title]}}
    items.keep_draft(**draft, by=by, now=clock.now())


def work_of_the_office(made_up_unit):
    """Hand a real question to a made-up school, and send a real notice to all schools."""
    editor = staff.actor(role="editor", unit=staff.unit("Sở", "office", ""))
    when = {"now": clock.now(), "today": clock.today()}
    asked = questions.ask(
        topic=Topic.OTHER, area="cu-ninh-thuan", text="Câu thật", code="A" * 28, today=clock.today()
    )
    questions.hand_on(asked.id, version=1, unit_id=made_up_unit, by=editor, **when)
    sent = circulars.write(title="Thật", text="Nội dung", confirm_by=None, by=editor, now=clock.now())
    circulars.choose(sent.id, areas=["tat-ca"], kinds=[], left_out=[], by=editor, now=clock.now())
    chosen = circulars.chosen_for(sent.versions[0], editor, day=clock.today())
    circulars.send(sent.id, expected=fingerprint(chosen), by=editor, **when)
    reader = made_up("tuvan1")
    to = received_one(sent.id, reader, day=clock.today()).recipients[0].id
    receiving.confirm(sent.id, recipient_id=to, version=1, by=reader, **when)


def test_texts_stand_in_every_state(shown):
    assert {item.standing(clock.now()) for item in every(Item)} == set(Standing)
    assert {item.kind for item in every(Item)} == {"announcement", "event", "vacancy"}


def test_a_notice_to_schools_was_confirmed_opened_and_not_opened(shown):
    sent = next(row for row in every(Circular) if row.is_sent)

    counts = following(sent, day=clock.today()).counts

    assert counts == {At.UNOPENED: 1, At.OPENED: 1, At.CONFIRMED: 1}


def test_questions_wait_and_are_answered_by_code_and_for_all(shown):
    asked = every(Question)

    assert {State(row.state) for row in asked} == {State.WAITING, State.ANSWERED}
    assert len([row for row in asked if row.faq_id]) == 1
    assert {FaqState(row.state) for row in every(Faq)} == {FaqState.PUBLISHED, FaqState.WAITING}
    assert {row.state for row in every(Report)} == {"new", "checked"}


def test_everything_that_is_read_says_that_it_is_made_up(shown):
    versions = [version for item in every(Item) for version in item.versions]
    notices = [version for row in every(Circular) for version in row.versions]
    words = [one for version in versions for one in (version.title, version.body)]
    words += [one for version in notices for one in (version.title, version.text)]
    words += [one for row in every(Faq) for one in (row.question, row.answer)]
    words += [row.text for row in (*every(Question), *every(Report))]

    assert [text for text in words if not text.lstrip("*").startswith("Mẫu")] == []
    assert all(row.is_demo for table in (Item, Circular, Faq, Question, Report) for row in every(table))


def test_the_answer_of_a_made_up_question_is_read_by_the_code_that_was_told(shown):
    code = re.search(r"Đã trả lời: ([0-9A-Z ]+)", shown.said)[1]

    assert "câu trả lời này dựng ra để dùng thử" in asked_with(codes.read(code)).answer


def test_what_is_made_up_is_found_by_search(shown):
    assert any(id.startswith("su-kien/mau-ngay-hoi") for id in found_ids(shown, "mẫu ngày hội hướng nghiệp"))


def test_files_of_made_up_texts_are_fetched_by_readers(shown):
    page = next(item for item in every(Item) if item.published and item.published.attachments)
    names = [row.stored_name for row in page.published.attachments]

    for name in names:
        with shown.test_client().get(f"/tap-tin/{name}") as answer:
            assert answer.status_code == 200
    assert sorted(names) == uploads(shown)


def test_loading_twice_says_so_and_adds_nothing(shown):
    before = rows_by_table()

    again = run(shown, "load")

    assert again.exit_code == 1
    assert "Dữ liệu mẫu đã có" in again.output
    assert rows_by_table() == before


def test_removing_leaves_nothing_of_it(cleared):
    assert cleared.outcome.exit_code == 0, cleared.outcome.output
    assert {name: count for name, count in rows_by_table().items() if count} == {}
    assert uploads(cleared) == []


def test_readers_find_nothing_made_up_afterwards(cleared):
    client = cleared.test_client()

    assert len(cleared.pages) > 3
    assert {client.get(f"/{page}").status_code for page in cleared.pages} == {404}
    assert found_ids(cleared, "mẫu ngày hội hướng nghiệp") == []
    assert "Mẫu" not in client.get("/thong-bao/").text + client.get("/thong-bao.atom").text


def test_the_audit_keeps_what_was_done(cleared):
    verbs = set(db.session.scalars(select(AuditEntry.verb)))

    assert {"demo.load", "demo.remove", "item.approve", "circular.confirm", "faq.publish"} <= verbs
    assert not list(audit.faults())


def test_removing_what_is_not_there_says_so(app):
    outcome = run(app, "remove")

    assert (outcome.exit_code, outcome.output) == (0, "Không có dữ liệu mẫu.\n")


def test_what_people_did_since_stops_the_removal_and_is_told(used):
    said = used.refusal.output

    assert used.refusal.exit_code == 1
    assert re.search("viết bài «Bài ở đơn vị mẫu» .* – sẽ mất", said)
    assert re.search("viết bài «Bài cho trường thật» .* – vẫn giữ", said)
    assert "bài viết dở «Đang gõ dở» – sẽ mất" in said
    assert re.search("xác nhận đã đọc thông báo đến .* – sẽ mất", said)
    assert "«Bài thật»" not in said


def test_a_removal_that_was_stopped_took_nothing(used):
    assert {"Bài ở đơn vị mẫu", "Bài cho trường thật", "Bài thật"} <= set(used.titles_kept)
    assert any(title.startswith("Mẫu – ") for title in used.titles_kept)


def test_asked_to_take_all_it_takes_what_was_tried_and_leaves_texts_of_real_units(used):
    assert used.removal.exit_code == 0, used.removal.output
    assert {item.newest.title for item in every(Item)} == {"Bài thật", "Bài cho trường thật"}


def test_a_real_question_handed_to_a_made_up_school_waits_at_the_office_again(used):
    left = [(row.text, row.unit_id, row.area, row.state) for row in every(Question)]

    assert left == [("Câu thật", None, "cu-ninh-thuan", "waiting")]


def test_real_notices_lose_only_made_up_schools_from_their_lists(used):
    assert [row.version.title for row in every(Circular)] == ["Thật"]
    assert [row.unit_id for row in every(CircularRecipient)] == [used.real_unit]


def test_after_removing_it_can_be_loaded_and_removed_again(used):
    outcomes = [run(used.app, word).exit_code for word in ("load", "remove")]

    assert outcomes == [0, 0]
