from threading import Barrier, Event, Thread

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from tests import factories
from tests.conftest import settings
from vocational.factory import create_app
from vocational.guides.models import ContentVersion
from vocational.places.models import Commune
from vocational.sources.models import Source
from vocational.storage import Turns, db, writing


def a_source(number):
    return Source(id=f"inst-{number}", position=number, title="Bài", urls=[])


def test_a_writing_block_keeps_what_it_wrote(app):
    with writing():
        db.session.add(a_source(1))

    db.session.rollback()
    assert db.session.get(Source, "inst-1")


def test_a_writing_block_that_fails_leaves_nothing(app):
    with pytest.raises(ValueError), writing():
        db.session.add(a_source(1))
        db.session.flush()
        raise ValueError

    assert db.session.get(Source, "inst-1") is None


def test_foreign_keys_hold(app):
    with pytest.raises(IntegrityError):
        factories.commune(province_code="99")

    db.session.rollback()
    assert db.session.get(Commune, "24305") is None


def test_writers_of_one_process_take_turns_before_they_come_to_the_database(tmp_path):
    app = create_app(settings(tmp_path))
    with app.app_context():
        event.listen(db.engine, "connect", lambda plain, _record: plain.execute("PRAGMA busy_timeout=0"))

    assert not failures_of_two_writers(app)


def test_two_who_read_first_and_write_then_both_get_through(tmp_path):
    app = create_app(settings(tmp_path))

    assert not failures_of_two_writers(app)
    with app.app_context():
        assert db.session.scalar(text("SELECT count(*) FROM source")) == 40
        db.engine.dispose()


def test_turns_come_in_the_order_in_which_they_were_asked_for():
    turns, order = Turns(), []
    turns.take(10)
    threads = []
    for number in range(5):
        threads.append(Thread(target=lambda number=number: takes(turns, order, number)))
        threads[-1].start()
        while turns.waiting <= number:
            Event().wait(0.001)

    turns.hand_on()
    for thread in threads:
        thread.join()

    assert order == [0, 1, 2, 3, 4] and turns.take(0)


def takes(turns, order, number):
    turns.take(10)
    order.append(number)
    turns.hand_on()


def test_whose_turn_does_not_come_in_time_goes_without():
    turns = Turns()
    assert turns.take(0)

    assert not turns.take(0.001) and turns.waiting == 0

    turns.hand_on()
    assert turns.take(0)


def failures_of_two_writers(app):
    with app.app_context():
        db.create_all()
    together, failures = Barrier(2), []

    def writes(number):
        try:
            with app.app_context():
                together.wait(10)
                for step in range(20):
                    with writing():
                        db.session.scalar(db.select(ContentVersion.digest))
                        db.session.add(a_source(number * 100 + step))
        except Exception as error:
            failures.append(error)

    threads = [Thread(target=writes, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.app_context():
        db.engine.dispose()
    return failures
