import csv
from datetime import timedelta

import pytest
import yaml

from tests.conftest import TODAY
from vocational.ingest import loader
from vocational.search import queries, service
from vocational.search.engine import api


@pytest.fixture
def run(app, monkeypatch, tmp_path):
    """Give a command of the search group in words; its exit code and output come back."""
    monkeypatch.setitem(app.config, "SEARCH_INDEX_DIR", tmp_path / "index")
    service.build(tmp_path / "index", today=TODAY)
    runner = app.test_cli_runner()
    return lambda *words: runner.invoke(args=["search", *map(str, words)])


def number(result):
    """Return the number under which something was added."""
    return result.output.partition(".")[0]


@pytest.fixture
def looked_for(app):
    """Some weeks of searches."""
    service.record({(TODAY, "hàn xì"): (6, 3), (TODAY, "hai lần"): (2, 2), (TODAY, "=1+1"): (3, 0)})
    service.record({(TODAY - timedelta(days=40), "từ cũ"): (9, 9)})
    service.record({(TODAY - timedelta(days=91), "quá cũ"): (9, 9)})


def test_the_words_most_looked_for_are_printed(run, looked_for):
    lines = run("queries").output.splitlines()

    assert [line.split(maxsplit=2) for line in lines[1:]] == [["6", "50%", "hàn xì"], ["3", "0%", "=1+1"]]


def test_further_days_and_only_without_result(run, looked_for):
    lines = run("queries", "--days", 90, "--without-result", "--top", 1).output.splitlines()

    assert [line.split(maxsplit=2) for line in lines[1:]] == [["9", "100%", "từ cũ"]]


def test_what_is_too_old_is_deleted_when_somebody_looks(run, looked_for):
    run("queries")

    assert "quá cũ" not in {row.words for row in queries.looked_for(today=TODAY, days=1000)}


def test_more_days_than_are_kept_are_not_offered(run):
    assert run("queries", "--days", 91).exit_code == 2


def test_without_searches_it_says_so(run):
    assert "từ 3 lần trở lên" in run("queries").output


def test_the_words_go_into_a_table_that_is_safe_to_open(run, looked_for, tmp_path):
    run("queries", "--csv", tmp_path / "tu.csv")

    with (tmp_path / "tu.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["tu_tim", "so_lan", "khong_co_ket_qua", "phan_khong_co_ket_qua"],
            ["hàn xì", "6", "3", "0.5"],
            ["'=1+1", "3", "0", "0.0"],
        ]


def test_a_synonym_is_added_listed_and_withdrawn(run):
    added = run("synonym", "add", "--words", "lò bánh, tiệm bánh", "--note", "đời thường", "--by", "Văn thư")
    assert added.output.endswith(". lò bánh = tiệm bánh (đang dùng; 22/11/2026, Văn thư)\n")
    assert run("synonym", "list").output == added.output

    assert "đã rút" in run("synonym", "withdraw", number(added)).output
    assert run("synonym", "list").output == ""
    assert "đã rút" in run("synonym", "list", "--all").output


def test_one_way_synonyms_and_abbreviations_show_their_direction(run):
    assert "lò bánh → làm bánh (" in run("synonym", "add", "--words", "lò bánh", "--means", "làm bánh").output
    assert "LB → làm bánh (" in run("synonym", "abbreviation", "--short", "LB", "--means", "làm bánh").output


def test_a_fault_is_told_in_the_words_of_the_content(run):
    failed = run("synonym", "add", "--words", "a, b", "--weight", 3)

    assert failed.exit_code == 1
    assert "weight: không được quá 1" in failed.output


def test_withdrawing_nothing_leads_to_the_list(run):
    assert "flask search synonym list" in run("synonym", "withdraw", 7).output


def test_without_an_index_it_says_what_to_do(run, app, monkeypatch, tmp_path):
    monkeypatch.setitem(app.config, "SEARCH_INDEX_DIR", tmp_path / "none")

    assert "flask index build" in run("synonym", "add", "--words", "a, b").output


def test_what_is_in_use_is_exported(run):
    run("synonym", "add", "--words", "lò bánh, tiệm bánh", "--weight", 0.8)
    other = run("synonym", "add", "--words", "bỏ, đi")
    run("synonym", "abbreviation", "--short", "LB", "--means", "làm bánh", "--capitals", "--one-way")
    run("synonym", "withdraw", number(other))

    assert yaml.safe_load(run("synonym", "export").output) == {
        "synonyms": [{"words": ["lò bánh", "tiệm bánh"]}],
        "abbreviations": [{"short": "LB", "means": ["làm bánh"], "capitals": True, "both_ways": False}],
    }


def test_what_is_in_use_is_put_into_a_copy_of_the_file(run, tmp_path):
    text = "# Đầu tệp\n\nsynonyms:\n  - words: [xe hơi, ô tô]  # miền Nam\n\nstop_words: []\n"
    (tmp_path / "synonyms.yaml").write_text(text)
    run("synonym", "add", "--words", "lò bánh, tiệm bánh")

    run("synonym", "export", "--into", tmp_path / "synonyms.yaml")

    added = "  - words: [lò bánh, tiệm bánh]\n"
    assert (tmp_path / "synonyms.yaml").read_text() == text.replace("\n\nstop", f"\n{added}\nstop")


def test_a_file_that_cannot_be_added_to_is_left_alone(run, tmp_path):
    (tmp_path / "a.yaml").write_text("synonyms: []\n")
    run("synonym", "add", "--words", "lò bánh, tiệm bánh")

    failed = run("synonym", "export", "--into", tmp_path / "a.yaml")

    assert failed.exit_code == 1
    assert (tmp_path / "a.yaml").read_text() == "synonyms: []\n"


def test_loading_the_content_brings_words_to_the_index_that_did_not_get_there(run, app, monkeypatch):
    with monkeypatch.context() as died:
        died.setattr(service, "renew_vocabulary", lambda _folder: False)
        run("synonym", "add", "--words", "lò bánh, tiệm bánh")
    given = []
    monkeypatch.setattr(api, "revise", lambda _folder, vocabulary: given.append(vocabulary))
    monkeypatch.setattr(loader, "load", lambda *_content, **_how: loader.Outcome("same", unchanged=True))

    app.test_cli_runner().invoke(args=["content", "load"])

    assert given[0]["synonyms"][-1]["words"] == ["lò bánh", "tiệm bánh"]
