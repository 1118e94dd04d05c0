"""A disk without room: SQLite really refuses to grow, and files cannot be made."""

import errno
import os

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.exc import OperationalError

from tests import staff
from vocational.accounts import sessions
from vocational.accounts.models import AuditEntry
from vocational.noticeboard.items.models import Item
from vocational.storage import db
from vocational.web import version

NEW = "/ban-lam-viec/bai/moi?loai=thong-bao"
TEXT = "Bài viết công phu, mất thì tiếc. " * 1500


@pytest.fixture
def school(app):
    """A school whose items go live at once."""
    return staff.unit("Trường A", needs_approval=False)


@pytest.fixture
def browser(app, school):
    """A counselor at that school, signed in."""
    return staff.signed_in(app, unit=school)


@pytest.fixture
def full_disk(app, school, browser):
    """Let the database grow no further until `room()` is called."""
    if db.engine.dialect.name != "sqlite":
        pytest.skip("only SQLite can be told to stop growing")
    db.session.rollback()
    with db.engine.connect() as connection:
        connection.connection.dbapi_connection.execute("VACUUM")

    def stop(connection):
        connection.connection.dbapi_connection.execute("PRAGMA max_page_count=1")

    def room():
        if event.contains(db.engine, "begin", stop):
            event.remove(db.engine, "begin", stop)
            db.session.remove()
            db.engine.dispose()

    event.listen(db.engine, "begin", stop, insert=True)
    yield room
    room()


def typed(school):
    """Return what a counselor sends."""
    return {
        "unit": str(school.id),
        "key": "k1",
        "topic": "news",
        "title": "Ngày hội",
        "body": TEXT,
        "expire_on": "2026-12-22",
        "do": "send",
    }


def test_nothing_is_saved_and_the_text_is_kept(browser, school, full_disk):
    before = db.session.scalar(select(func.count(AuditEntry.id)))

    answer = browser.post(NEW, data=typed(school))

    assert answer.status_code == 507
    assert "Đĩa đầy, chưa lưu" in answer.text
    assert answer.text.count("mất thì tiếc") == 1500
    assert db.session.scalar(select(func.count(Item.id))) == 0
    assert db.session.scalar(select(func.count(AuditEntry.id))) == before


def test_the_log_does_not_keep_what_was_typed(browser, school, full_disk, caplog):
    browser.post(NEW, data=typed(school))

    assert "disk is full" in caplog.text
    assert "mất thì tiếc" not in caplog.text


def test_with_room_again_the_same_form_is_saved(browser, school, full_disk):
    sent = typed(school)
    browser.post(NEW, data=sent)
    full_disk()

    assert browser.post(NEW, data=sent | {"seen": "1"}).status_code == 303
    assert db.session.scalar(select(func.count(Item.id))) == 1


def test_readers_and_staff_who_read_notice_nothing(visitor, browser, full_disk):
    visitor.opens("/thong-bao/")

    assert browser.get("/ban-lam-viec").status_code == 200


def test_a_session_that_cannot_be_noted_as_seen_is_used_all_the_same(browser, monkeypatch):
    def full(_session, now):
        raise OperationalError("UPDATE", {}, Exception("database or disk is full"))

    monkeypatch.setattr(sessions, "note_seen", full)

    assert browser.get("/ban-lam-viec").status_code == 200


def test_what_was_saved_is_not_called_unsaved_because_a_stamp_finds_no_room(tmp_path, monkeypatch):
    version.touch(tmp_path)
    before = (tmp_path / version.WRITTEN).stat().st_mtime_ns
    os.utime(tmp_path / version.WRITTEN, ns=(1, 1))

    def full(*_args, **_values):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "open", full)
    monkeypatch.setattr("pathlib.Path.touch", full)
    version.touch(tmp_path)

    assert (tmp_path / version.WRITTEN).stat().st_mtime_ns >= before
