import gc
import subprocess
import sys
import threading
import weakref

import pytest

from vocational.search.engine import api, generations, kept
from vocational.search.engine.answers import IndexDamaged, IndexMissing, Request
from vocational.search.engine.kept import Kept
from vocational.search.engine.search import answer

HAN = {"id": "nganh/han", "kind": "nganh", "title": "Hàn"}
MAY = {"id": "nganh/may", "kind": "nganh", "title": "May"}
CHANGE = """
import sys
from vocational.search.engine import api
api.apply(sys.argv[1], {"nganh/may": {"kind": "nganh", "title": "May"}})
"""


def titles(folder, q=""):
    return sorted(hit.title for hit in api.search(folder, Request(q=q)).hits)


@pytest.fixture
def folder(tmp_path):
    api.build(tmp_path, [HAN], {})
    assert titles(tmp_path) == ["Hàn"]
    return tmp_path


def change_elsewhere(folder):
    subprocess.run([sys.executable, "-c", CHANGE, str(folder)], check=True)


def test_a_change_of_this_process_is_seen_at_once(folder):
    api.apply(folder, {"nganh/may": MAY})

    assert titles(folder) == ["Hàn", "May"]


def test_a_change_of_another_process_is_seen_without_being_waited_for(folder):
    change_elsewhere(folder)
    api.fresh(folder)

    assert titles(folder) == ["Hàn", "May"]


def test_searches_go_on_with_the_old_snapshot_while_the_new_one_is_opened(folder, monkeypatch):
    keeper, may_open, opened = Kept(), threading.Event(), kept.Snapshot
    keeper.of(folder)
    monkeypatch.setattr(kept, "Snapshot", lambda *given: may_open.wait(20) and opened(*given))
    change_elsewhere(folder)

    before = [hit.title for hit in answer(keeper.of(folder), Request()).hits]
    may_open.set()
    keeper.fresh(folder)

    assert before == ["Hàn"]
    assert len(answer(keeper.of(folder), Request()).hits) == 2


def test_a_search_that_notices_a_change_starts_its_opening(folder):
    keeper = Kept()
    keeper.of(folder)
    change_elsewhere(folder)

    keeper.of(folder)
    keeper._folder(folder).renewal.join(60)

    assert len(answer(keeper.of(folder), Request()).hits) == 2


def test_an_old_snapshot_is_freed_when_the_last_search_in_it_is_done(folder):
    keeper = Kept()
    gc.disable()
    held = keeper.of(folder)
    old = weakref.ref(held)
    change_elsewhere(folder)
    keeper.fresh(folder)

    alive_while_held = old() is not None
    del held
    gone = old() is None
    gc.enable()

    assert (alive_while_held, gone) == (True, True)


def test_what_was_decoded_of_a_segment_serves_the_next_snapshot(folder):
    keeper = Kept()
    before = keeper.of(folder)
    change_elsewhere(folder)
    after = keeper.fresh(folder)

    assert before.postings.segments[0] in after.postings.segments


def test_a_new_vocabulary_is_used_without_a_restart(folder):
    assert titles(folder, "nối sắt") == []

    status = api.revise(folder, {"synonyms": [{"words": ["nối sắt"], "means": ["hàn"]}]})

    assert titles(folder, "nối sắt") == ["Hàn"]
    assert (status.documents, status.commits) == (1, 1)


def test_a_new_vocabulary_keeps_the_postings(folder):
    keeper = Kept()
    before = keeper.of(folder)
    api.revise(folder, {})

    assert keeper.fresh(folder).strengths is before.strengths


def test_the_first_search_finds_everything_warm(folder):
    snapshot = Kept().of(folder)

    assert {"completions", "facet_tables", "recency", "due"} <= set(vars(snapshot))
    assert {"variants", "places", "codes"} <= set(vars(snapshot.lexicon))


def test_damage_that_a_change_brings_is_said_and_a_build_cures_it(folder):
    next(folder.glob("generation-*/manifest.json")).write_text("{", encoding="ascii")
    current = folder / "CURRENT"
    current.write_text(current.read_text(encoding="ascii").replace(" 0", " 1"), encoding="ascii")

    with pytest.raises(IndexDamaged):
        api.fresh(folder)
    with pytest.raises(IndexDamaged):
        titles(folder)

    api.build(folder, [MAY], {})
    assert titles(folder) == ["May"]


def test_an_index_that_is_taken_away_is_missing(folder):
    (folder / "CURRENT").unlink()

    with pytest.raises(IndexMissing):
        titles(folder)


@pytest.mark.parametrize(
    "harm", [lambda old: bytes(len(old)), lambda old: old[: len(old) // 2], lambda old: b""]
)
def test_files_that_go_bad_under_an_open_index_harm_no_search(folder, harm):
    for file in generations.named(folder, 1).glob("*.seg"):
        file.write_bytes(harm(file.read_bytes()))

    assert titles(folder, "hàn") == ["Hàn"]
    assert api.status(folder).state == "damaged"


def test_many_processes_and_threads_search_while_one_writes(folder):
    reading = """
import sys, threading
from vocational.search.engine import api
from vocational.search.engine.answers import Request
failures = []
def read():
    for _ in range(60):
        try:
            assert "Hàn" in [hit.title for hit in api.search(sys.argv[1], Request(q="hàn")).hits]
            api.suggest(sys.argv[1], "h")
        except BaseException as error:
            failures.append(repr(error))
threads = [threading.Thread(target=read) for _ in range(3)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
sys.exit("; ".join(failures))
"""
    command = [sys.executable, "-c", reading, str(folder)]
    readers = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for number in range(8):
        api.apply(folder, {f"nganh/{number}": {"title": f"Ngành {number}"}})
    api.build(folder, [HAN], {})

    assert [reader.communicate()[1].strip() for reader in readers] == ["", ""]
