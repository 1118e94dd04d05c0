"""What is published is found at once; what is taken down is not; the clock is followed."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from tests import staff
from tests.conftest import TODAY
from tests.noticeboard import written
from tests.noticeboard.written import NOW
from vocational.noticeboard.publication import service
from vocational.search import changes
from vocational.search import service as search
from vocational.search.documents import documents, documents_of
from vocational.search.engine import api
from vocational.search.engine.answers import Request
from vocational.storage import db


@pytest.fixture
def folder(app):
    folder = app.config["SEARCH_INDEX_DIR"]
    search.build(folder, today=TODAY, now=NOW)
    return folder


def found(folder, words="ngày hội nghề"):
    hits = api.search(folder, Request(q=words, today=TODAY.isoformat())).hits
    return [hit.id for hit in hits]


def in_database(now):
    return {one["id"] for one in documents(TODAY, now)}


def test_publishing_through_the_page_is_found_by_the_next_search(app, folder):
    editor = staff.signed_in(app, role="editor")
    made = written.item("hoi", kind="event", title="Ngày hội nghề", event=written.event(), site_wide=True)
    assert not found(folder)

    editor.post(f"/ban-lam-viec/bai/{made.id}/dang", data={"number": 1})

    assert found(folder) == ["su-kien/hoi"]
    assert "Ngày hội nghề" in app.test_client().get("/tim-kiem?q=ngày hội nghề").text


def test_what_is_taken_down_is_found_no_more(app, folder):
    editor = staff.signed_in(app, role="editor")
    made = written.published("hoi", title="Ngày hội nghề")
    changes.apply(folder, today=TODAY, now=NOW)
    assert found(folder)

    editor.post(f"/ban-lam-viec/bai/{made.id}/go", data={"reason": "Hoãn"})

    assert not found(folder)


def test_a_scheduled_text_is_found_from_its_hour_on(app, folder):
    made = written.item("hoi", title="Ngày hội nghề", site_wide=True)
    at = NOW + timedelta(hours=1)
    service.schedule(made.id, number=1, at=at, by=staff.actor(role="editor"), now=NOW)

    changes.apply(folder, today=TODAY, now=NOW)
    assert not found(folder) and not changes.waiting(now=NOW)

    assert changes.waiting(now=at)
    changes.apply(folder, today=TODAY, now=at)
    assert found(folder) == ["thong-bao/hoi"]


def test_what_expires_is_marked_as_archived_by_the_clock(app):
    made = written.published("hoi", expire_at=NOW + timedelta(days=1))
    then = NOW + timedelta(days=2)

    before = documents_of(["thong-bao/hoi"], TODAY, NOW)["thong-bao/hoi"]
    after = documents_of(["thong-bao/hoi"], TODAY, then)["thong-bao/hoi"]

    assert (before["archived"], after["archived"]) == (False, True)
    assert changes.waiting(now=then) and made.public_number == 1


def test_a_change_left_behind_by_a_process_that_died_is_taken_up(app, folder):
    written.published("hoi", title="Ngày hội nghề")
    db.session.remove()

    app.extensions["publishing"].apply()

    assert found(folder) == ["thong-bao/hoi"] and not changes.waiting(now=NOW)


def test_a_full_build_and_the_small_steps_come_to_the_same(app, folder):
    written.published("a", title="Ngày hội nghề một", areas=["ninh-thuan"], audiences=["lop-9"])
    written.published("b", kind="vacancy", title="Ngày hội nghề hai")
    changes.apply(folder, today=TODAY, now=NOW)
    small = set(found(folder))

    search.build(folder, today=TODAY, now=NOW)

    assert set(found(folder)) == small == in_database(NOW) & {"thong-bao/a", "viec-lam/b"}


def test_what_staff_write_reaches_the_index_without_reading_all_places(app):
    written.published("a")
    said = []
    event.listen(db.engine, "before_cursor_execute", lambda *told: said.append(told[2]))

    assert documents_of(["thong-bao/a", "thong-bao/gone"], TODAY, NOW)["thong-bao/a"]

    assert said and not [one for one in said if "FROM commune" in one]


def test_a_document_tells_area_grade_and_day(app):
    written.published("a", areas=["ninh-thuan"], audiences=["lop-9"])

    told = documents_of(["thong-bao/a"], TODAY, NOW)["thong-bao/a"]

    assert told["areas"] == ["56", "cu-ninh-thuan"] and told["entries"] == ["lop-9"]
    assert (told["kind"], told["date"]) == ("thong-bao", "2026-11-22")


def test_a_page_kept_in_memory_gives_way_to_what_was_published(app, folder):
    reader, editor = app.test_client(), staff.signed_in(app, role="editor")
    made = written.item("hoi", title="Ngày hội nghề", site_wide=True)
    tag = reader.get("/thong-bao/").headers["ETag"]

    editor.post(f"/ban-lam-viec/bai/{made.id}/dang", data={"number": 1})

    answer = reader.get("/thong-bao/", headers={"If-None-Match": tag})
    assert answer.status_code == 200 and "Ngày hội nghề" in answer.text
