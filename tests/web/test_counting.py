import subprocess
import sys
from threading import Event, Thread

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from tests import factories
from tests.conftest import TODAY, settings
from vocational.factory import create_app
from vocational.search import service
from vocational.search.models import WordsCount
from vocational.storage import db
from vocational.web import background, counting
from vocational.web.page_cache import PageCache


@pytest.fixture
def counts(app, monkeypatch, tmp_path):
    """What the site has counted; nothing is written down until a test says so."""
    monkeypatch.setattr(background, "start_once", lambda *_work: True)
    monkeypatch.setitem(app.config, "SEARCH_INDEX_DIR", tmp_path / "index")
    counter = counting.Counting(app)
    monkeypatch.setitem(app.extensions, "counting", counter)
    factories.institution("truong-a", name="Trường Cao đẳng Đắk Mẫu")
    service.build(tmp_path / "index", today=TODAY)
    return counter


def noted(counts):
    return {words: numbers for (_day, words), numbers in counts.journal.take().items()}


def written():
    db.session.rollback()
    rows = db.session.scalars(select(WordsCount))
    return {(row.day, row.words): (row.times, row.without_result) for row in rows}


def test_a_search_is_counted_with_whether_anything_was_found(visitor, counts):
    visitor.opens("/tim-kiem?q=Đắk  MẪU")
    visitor.opens("/tim-kiem?q=asdkjh qwe")

    assert noted(counts) == {"đắk mẫu": (1, 0), "asdkjh qwe": (1, 1)}


@pytest.mark.parametrize(
    "address",
    ["/tim-kiem", "/tim-kiem?q=", "/tim-kiem?q=mẫu&trang=2", "/tim-kiem?q=mẫu&loai=truong",
     "/tim-kiem?q=mẫu&sap-xep=moi-nhat", "/truong/?q=mẫu"],
)  # fmt: skip
def test_only_the_first_look_at_words_counts(visitor, counts, address):
    visitor.client.get(address)

    assert noted(counts) == {}


def test_a_page_out_of_the_cache_counts_and_an_unchanged_one_does_not(visitor, app, counts, monkeypatch):
    monkeypatch.setitem(app.extensions, "page_cache", PageCache(10**6))

    tag = visitor.opens("/tim-kiem?q=mẫu").headers["ETag"]
    visitor.opens("/tim-kiem?q=mẫu")
    visitor.opens("/tim-kiem?q=mẫu", status=304, **{"If-None-Match": tag})

    assert noted(counts) == {"mẫu": (2, 0)}


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"User-Agent": "facebookexternalhit/1.1"},
        {"Sec-Purpose": "prefetch;prerender"},
    ],
)
def test_robots_and_pages_opened_in_advance_do_not_count(visitor, counts, headers):
    visitor.client.get("/tim-kiem?q=mẫu", headers=headers)

    assert noted(counts) == {}


def test_a_telephone_of_a_make_called_cubot_is_no_robot(visitor, counts):
    visitor.client.get("/tim-kiem?q=mẫu", headers={"User-Agent": "Mozilla/5.0 (Android 9; CUBOT X18)"})

    assert noted(counts) == {"mẫu": (1, 0)}


def test_asking_for_the_headers_only_does_not_count(visitor, counts):
    visitor.client.head("/tim-kiem?q=mẫu")

    assert noted(counts) == {}


def test_an_office_can_switch_the_counting_off(tmp_path):
    app = create_app(settings(tmp_path, COUNT_SEARCHES=False))

    assert app.extensions["counting"] is None


def test_counts_are_written_down_and_begin_anew(app, counts):
    counts.note("hàn", found=True)
    counts.note("Hàn", found=False)

    assert counts.write() and counts.write()
    assert written() == {(TODAY, "hàn"): (2, 1)}


def test_a_database_that_cannot_be_written_to_only_makes_the_counts_wait(visitor, counts, monkeypatch):
    def full(_counts):
        raise OperationalError("", {}, Exception("database or disk is full"))

    with monkeypatch.context() as broken:
        broken.setattr(service, "record", full)
        visitor.opens("/tim-kiem?q=mẫu")
        assert not counts.write()

    counts.write()
    assert written() == {(TODAY, "mẫu"): (1, 0)}


def test_the_words_never_reach_the_log(app, counts, caplog):
    db.session.execute(text("DROP TABLE words_count"))
    db.session.commit()
    counts.note("điều riêng", found=True)

    assert not counts.write()
    assert caplog.text and "riêng" not in caplog.text
    db.create_all()


def test_many_threads_lose_no_count(app, counts, monkeypatch):
    others = [counting.Counting(app) for _number in range(4)]

    def searches(counter):
        with app.app_context():
            for step in range(60):
                counter.note(f"từ {step % 7}", found=step % 2 == 0)
                if step % 10 == 9:
                    counter.write()

    threads = [Thread(target=searches, args=(counter,)) for counter in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(times for times, _without in written().values()) == 240
    assert sum(without for _times, without in written().values()) == 120


def test_the_thread_beside_the_site_writes_when_there_is_enough(app, monkeypatch):
    came, kept = Event(), {}
    monkeypatch.setattr(counting, "ENOUGH", 3)
    monkeypatch.setattr(service, "record", lambda counts: (kept.update(counts), came.set()))
    monkeypatch.setattr(service, "forget_old", lambda **_day: None)
    counter = counting.Counting(app)

    for _search in range(3):
        counter.note("hàn", found=True)

    assert came.wait(10)
    assert kept == {(TODAY, "hàn"): (3, 0)}


PROCESS = """
import sys
from datetime import date
from flask import Flask
from vocational.storage import db, prepare_engine
from vocational.web import counting

app = Flask("counted")
app.config.update(TODAY=date(2026, 11, 22), SQLALCHEMY_DATABASE_URI=sys.argv[1], COUNT_SEARCHES=True)
db.init_app(app)
counting.init(app)
with app.app_context():
    prepare_engine(db.engine)
    for step in range(105):
        app.extensions["counting"].note(f"từ {step % 5}", found=False)
        if step % 10 == 0:
            app.extensions["counting"].write()
"""


def test_several_processes_lose_no_count_even_those_before_their_end(app):
    command = [sys.executable, "-c", PROCESS, app.config["DATABASE_URL"]]

    running = [subprocess.Popen(command) for _process in range(2)]

    assert [process.wait(60) for process in running] == [0, 0]
    assert written() == {(TODAY, f"từ {number}"): (42, 42) for number in range(5)}
