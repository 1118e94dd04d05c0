"""The site tidies up after itself, without anything being scheduled."""

import logging
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from vocational.noticeboard import abandoned
from vocational.questions import service as questions
from vocational.questions.kinds import Topic
from vocational.questions.models import Question
from vocational.storage import db
from vocational.web import background, tidying

CODE = "a" * 26
WORDS = "Câu riêng của em. " * 300


def asked(on):
    return questions.ask(topic=Topic("nganh-nghe"), area="", text=WORDS, code=CODE, today=on)


def written():
    """Return what stands in the file of the database."""
    db.session.remove()
    with db.engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(db.engine.url.database).read_bytes()


def test_words_are_gone_from_the_database_though_nobody_asks_again(app):
    asked(date(2026, 8, 1))

    tidying.tidy()

    assert db.session.query(Question).one().text is None


def test_they_are_gone_from_the_file_of_the_database_too(app):
    if db.engine.dialect.name != "sqlite":
        pytest.skip("other databases look after their files themselves")
    asked(date(2026, 8, 1))
    assert "Câu riêng của em".encode() in written()

    tidying.tidy()

    assert "Câu riêng của em".encode() not in written()


def test_words_within_their_time_stay(app):
    asked(date(2026, 11, 1))

    tidying.tidy()

    assert db.session.query(Question).one().text == WORDS


def test_what_fails_hinders_nothing_else_and_is_told_in_the_log(app, monkeypatch, caplog):
    def full(**_values):
        raise OperationalError("UPDATE", {}, Exception("database or disk is full"))

    cleared = []
    monkeypatch.setattr(questions, "tidy", full)
    monkeypatch.setattr(abandoned, "clear", lambda *_folder, **_values: cleared.append(1))
    with caplog.at_level(logging.ERROR):
        tidying.tidy()

    assert cleared == [1]
    assert "_forget_questions" in caplog.text


def test_the_first_reader_sets_it_going_once(app, monkeypatch):
    begun = []
    monkeypatch.setitem(app.extensions, "tidying", tidying.Tidying(app))
    monkeypatch.setattr(background, "start_once", lambda _app, name, _work: begun.append(name.split()[0]))
    monkeypatch.setattr(app, "testing", False)
    client = app.test_client()
    client.get("/gioi-thieu")
    client.get("/gioi-thieu")

    assert begun.count("tidying") == 1


def test_it_goes_on_every_hour(app, monkeypatch):
    pauses, done = [], []

    def sleep(seconds):
        pauses.append(seconds)
        if len(pauses) > 2:
            raise InterruptedError

    monkeypatch.setattr(tidying, "sleep", sleep)
    monkeypatch.setattr(tidying, "tidy", lambda: done.append(1))
    with pytest.raises(InterruptedError):
        tidying.Tidying(app)._work()

    assert (pauses, done) == ([60, 3600, 3600], [1, 1])
