import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Thread
from threading import enumerate as enumerate_threads

import pytest

from tests import factories
from tests.conftest import TODAY
from vocational.accounts.roles import SERVER
from vocational.errors import NotAcceptable, NotFound
from vocational.ingest import loader
from vocational.ingest.content import Content
from vocational.search import queries, service
from vocational.search.additions import LIVING, TAKEN_OVER, WITHDRAWN
from vocational.search.engine import api, index
from vocational.search.engine.answers import IndexBusy
from vocational.search.engine.kept import Kept
from vocational.search.models import Vocabulary, WordsCount
from vocational.storage import db
from vocational.web.page_cache import PageCache

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)


@pytest.fixture
def folder(app):
    """A built index with one school in it, that is called nothing like a bakery."""
    folder = app.config["SEARCH_INDEX_DIR"]
    factories.institution("truong-a", name="Trường Cao đẳng Đắk Mẫu")
    service.build(folder, today=TODAY)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def add(folder, words=("lò bánh", "cao đẳng"), **more):
    given = {"means": [], "weight": 0.8, "note": "", "by": SERVER, "today": TODAY, "now": NOW}
    return service.add_synonyms(folder, words=list(words), **(given | more))


def abbreviate(folder, short="QZX", means=("cao đẳng",), **more):
    given = {"capitals": False, "both_ways": True, "note": "", "by": SERVER, "today": TODAY, "now": NOW}
    return service.add_abbreviation(folder, short=short, means=list(means), **(given | more))


def content_says(**parts):
    db.session.add(Vocabulary(id=1, data=parts))
    db.session.commit()


def finds(visitor, words):
    return "/truong/truong-a" in visitor.opens(f"/tim-kiem?q={words}").hrefs


def record(day, words, times, without_result=0):
    service.record({(day, words): (times, without_result)})


# What was looked for


def test_counts_are_added_to_those_that_are_there(app):
    service.record({(TODAY, "hàn"): (2, 1), (TODAY, "may"): (1, 0)})
    service.record({(TODAY, "hàn"): (3, 0), (TODAY - timedelta(days=1), "hàn"): (1, 1)})

    rows = db.session.scalars(db.select(WordsCount).order_by(WordsCount.day, WordsCount.words))
    assert [(row.words, row.times, row.without_result) for row in rows] == [
        ("hàn", 1, 1),
        ("hàn", 5, 1),
        ("may", 1, 0),
    ]


def test_on_a_full_day_only_known_words_count_on(app, monkeypatch):
    record(TODAY, "hàn", 1)
    monkeypatch.setattr(service, "MOST_WORDS_A_DAY", 1)

    service.record({(TODAY, "hàn"): (2, 2), (TODAY, "mới"): (9, 0)})

    assert [(row.words, row.times) for row in queries.looked_for(today=TODAY)] == [("hàn", 3)]


def test_words_are_shown_from_three_searches_in_the_period(app):
    record(TODAY, "ba lần", 2)
    record(TODAY - timedelta(days=29), "ba lần", 1)
    record(TODAY, "hai lần", 2)
    record(TODAY - timedelta(days=30), "hai lần", 5)

    assert [row.words for row in queries.looked_for(today=TODAY, days=30)] == ["ba lần"]
    assert [row.words for row in queries.looked_for(today=TODAY, days=31)] == ["hai lần", "ba lần"]


def test_words_without_result_come_by_how_often_that_was(app):
    record(TODAY, "hay tìm", 90, 1)
    record(TODAY, "không thấy", 4, 3)
    record(TODAY, "luôn thấy", 50)

    rows = queries.looked_for(today=TODAY, only_without_result=True)

    assert [(row.words, row.share_without_result) for row in rows] == [
        ("không thấy", 0.75),
        ("hay tìm", pytest.approx(1 / 90)),
    ]


def test_ninety_days_are_kept(app):
    for ago in (0, 89, 90, 200):
        record(TODAY - timedelta(days=ago), f"từ {ago}", 3)

    service.forget_old(today=TODAY)

    assert {row.words for row in queries.looked_for(today=TODAY, days=400)} == {"từ 0", "từ 89"}


# What staff add


def test_a_synonym_works_from_the_next_search_on(visitor, folder):
    assert not finds(visitor, "lò bánh")

    change = add(folder)

    assert change.in_use and change.addition.state == LIVING
    assert finds(visitor, "lò bánh")


def test_an_abbreviation_works_from_the_next_search_on(visitor, folder):
    abbreviate(folder)

    assert finds(visitor, "qzx")


def test_a_withdrawn_synonym_works_no_more(visitor, folder):
    added = add(folder).addition

    withdrawn = service.withdraw(folder, added.id, by=SERVER, today=TODAY, now=NOW).addition

    assert (withdrawn.state, withdrawn.withdrawn_on) == (WITHDRAWN, TODAY)
    assert not finds(visitor, "lò bánh")


def test_a_page_in_the_cache_does_not_stay_old(visitor, app, folder, monkeypatch):
    monkeypatch.setitem(app.extensions, "page_cache", PageCache(10**6))
    before = visitor.opens("/tim-kiem?q=lò bánh")

    add(folder)

    after = visitor.opens("/tim-kiem?q=lò bánh", **{"If-None-Match": before.headers["ETag"]})
    assert "/truong/truong-a" in after.hrefs


def test_a_page_made_while_the_new_words_are_opened_is_no_new_page(visitor, folder, monkeypatch):
    before = visitor.opens("/tim-kiem?q=lò bánh")
    with monkeypatch.context() as other_process:
        other_process.setattr(api, "revise", index.revise)
        other_process.setattr(Kept, "_renew", lambda *_folder: None)
        add(folder)
        meanwhile = visitor.opens("/tim-kiem?q=lò bánh")

    assert "/truong/truong-a" not in meanwhile.hrefs
    assert meanwhile.headers["ETag"] == before.headers["ETag"]
    api.fresh(folder)
    after = visitor.opens("/tim-kiem?q=lò bánh", **{"If-None-Match": before.headers["ETag"]})
    assert "/truong/truong-a" in after.hrefs


def test_another_process_sees_new_words_without_being_told(visitor, folder, monkeypatch):
    visitor.opens("/tim-kiem?q=lò bánh")
    with monkeypatch.context() as other_process:
        other_process.setattr(api, "revise", index.revise)
        add(folder)

    visitor.opens("/tim-kiem?q=khác")
    renewals = [thread for thread in enumerate_threads() if thread.daemon and "_renew" in thread.name]
    [thread.join(10) for thread in renewals]

    assert finds(visitor, "lò bánh")


def test_what_nobody_added_cannot_be_withdrawn(app, tmp_path):
    with pytest.raises(NotFound):
        service.withdraw(tmp_path, 99, by=SERVER, today=TODAY, now=NOW)


def test_additions_survive_a_new_index(visitor, folder):
    add(folder)

    service.build(folder, today=TODAY)

    assert finds(visitor, "lò bánh")


def test_additions_survive_a_load_of_the_content(app, folder, monkeypatch, tmp_path):
    (tmp_path / "synonyms.yaml").write_text("synonyms:\n  - words: [xe hơi, ô tô]\n")
    monkeypatch.setattr(Content, "problems", lambda _content: [])
    add(folder)

    loader.load(Content(tmp_path), today=TODAY)

    assert queries.content_vocabulary()["synonyms"]
    assert [addition.state for addition in queries.additions()] == [LIVING]
    assert {"words": ["lò bánh", "cao đẳng"]}.items() <= queries.vocabulary()["synonyms"][-1].items()


def test_what_the_content_takes_over_is_used_once(app, folder):
    add(folder)

    content_says(synonyms=[{"words": ["cao đẳng", "lò bánh"], "weight": 0.7}])

    assert [addition.state for addition in queries.additions()] == [TAKEN_OVER]
    assert queries.vocabulary()["synonyms"] == [{"words": ["cao đẳng", "lò bánh"], "weight": 0.7}]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"words": []}, "words: thiếu mục này; hãy thêm vào"),
        ({"words": ["một"]}, "(cả mục): chỉ có một cách gọi"),
        ({"weight": 0}, "weight: phải lớn hơn 0"),
        ({"weight": 2}, "weight: không được quá 1"),
        ({"words": ["a", "b" * 101]}, "words.2: dài quá 100 ký tự"),
        ({"note": "a" * 501}, "note: dài quá 500 ký tự"),
        ({"by": replace(SERVER, post="a" * 201)}, "post: dài quá 200 ký tự"),
    ],
)
def test_what_the_content_may_not_say_is_refused_in_the_same_words(app, folder, given, problem):
    with pytest.raises(NotAcceptable, match=r".") as refused:
        add(folder, **given)

    assert any(says.startswith(problem) for says in refused.value.problems)
    assert not queries.additions()


def test_nothing_is_added_twice(app, folder):
    add(folder)

    with pytest.raises(NotAcceptable, match="đã có người thêm"):
        add(folder, ["Cao đẳng", "lò  bánh"])


def test_what_the_content_says_need_not_be_added(app, folder):
    content_says(synonyms=[{"words": ["xe hơi", "ô tô", "oto"]}])

    with pytest.raises(NotAcceptable, match="đã có điều này"):
        add(folder, ["ô tô", "xe hơi"])


def test_words_are_kept_in_the_form_of_letters_that_the_content_has(app, folder):
    addition = add(folder, ["ho\u0323c\x00", " bút \u202e chì"]).addition

    assert addition.data["words"] == ["học", "bút chì"]


def test_without_an_index_an_addition_waits_for_one(visitor, app, folder, monkeypatch, tmp_path):
    change = add(tmp_path / "none")

    assert not change.in_use
    service.build(folder, today=TODAY)
    assert finds(visitor, "lò bánh")


def test_what_is_added_while_the_index_is_built_is_not_lost(visitor, folder, monkeypatch):
    real = api.build

    def slow(at, documents, vocabulary):
        with monkeypatch.context() as busy:
            busy.setattr(api, "revise", lambda *_all: (_ for _ in ()).throw(IndexBusy()))
            assert not add(folder).in_use
        return real(at, documents, vocabulary)

    monkeypatch.setattr(api, "build", slow)
    service.build(folder, today=TODAY)

    assert finds(visitor, "lò bánh")


def test_two_who_add_at_once_are_both_heard(app, visitor, folder):
    def adds(words):
        with app.app_context():
            add(folder, words)

    threads = [Thread(target=adds, args=([word, "cao đẳng"],)) for word in ("lò bánh", "bút chì", "cái ghế")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert all(finds(visitor, word) for word in ("lò bánh", "bút chì", "cái ghế"))


def test_opening_an_index_that_is_not_there_is_no_error(app):
    queries.open_index(app.config["SEARCH_INDEX_DIR"])

    assert queries.index_state(app.config["SEARCH_INDEX_DIR"]) == "missing"
