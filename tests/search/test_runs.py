from types import SimpleNamespace

import pytest

from tests import factories
from tests.conftest import TODAY
from vocational.search import runs, service


def queries(*rows):
    return "\n".join("\t".join(row) for row in [("query_id", "query"), *rows]).encode()


def problems(data):
    with pytest.raises(runs.UnreadableQueries) as caught:
        runs.read_queries(data)
    return caught.value.problems


def test_columns_are_known_by_their_names_in_any_order():
    asked = runs.read_queries(b"note\tquery\tquery_id\nx\th\xc3\xa0n\ta1\n")

    assert asked == [runs.Asked("a1", "hàn")]


def test_marks_of_a_foreign_editor_do_no_harm():
    asked = runs.read_queries(b"\xef\xbb\xbfquery_id\tquery\r\na1\thoc nghe\r\n\r\n")

    assert asked == [runs.Asked("a1", "hoc nghe")]


def test_a_quotation_mark_is_part_of_a_query():
    assert runs.read_queries(queries(("a1", '"nghề'), ("a2", "x")))[0].words == '"nghề'


@pytest.mark.parametrize("data", [b"", b"\n\n", b"query_id,query\na,b\n", b"query\nnghe\n"])
def test_a_missing_column_is_named(data):
    assert "thiếu cột query_id" in problems(data)[0]


def test_every_bad_row_is_named():
    found = problems(queries(("a1", "x"), ("", "y"), ("a1", "z")))

    assert found == ["Dòng 3: thiếu query_id.", "Dòng 4: query_id «a1» đã có ở dòng 2."]


def test_the_row_that_is_no_utf_8_is_named():
    assert problems(b"query_id\tquery\na1\tx\na2\t\xff\n")[0].startswith("Dòng 3: không phải chữ UTF-8")


def test_a_page_that_stands_for_several_ids_names_them_all_in_one_row():
    hits = [SimpleNamespace(id="nganh/a", covers=("nganh/a", "nganh/b")), SimpleNamespace(id="x", covers=())]

    text = runs.table([(runs.Asked("a1", "x"), hits), (runs.Asked("a2", "y"), ())])

    assert text == "query_id\trank\tid\na1\t1\tnganh/a+nganh/b\na1\t2\tx\n"


@pytest.fixture
def run(app, tmp_path, monkeypatch):
    """Run the command over a file; an index with one school is built."""
    monkeypatch.setitem(app.config, "SEARCH_INDEX_DIR", tmp_path / "index")
    factories.institution("truong-a", name="Trường Cao đẳng Đắk Mẫu")
    service.build(tmp_path / "index", today=TODAY)

    def over(data):
        (tmp_path / "queries.tsv").write_bytes(data)
        paths = str(tmp_path / "queries.tsv"), str(tmp_path / "run.tsv")
        return app.test_cli_runner().invoke(args=["search", "run", paths[0], "--out", paths[1]])

    return over


def test_the_run_holds_what_the_page_finds(run, tmp_path):
    result = run(queries(("a1", "dak mau"), ("a2", "asdkjh qwe"), ("a3", " ")))

    assert "3 câu hỏi, 2 câu không có trả lời" in result.output
    assert (tmp_path / "run.tsv").read_text() == "query_id\trank\tid\na1\t1\ttruong/truong-a\n"


def test_a_bad_file_leaves_the_last_run_as_it_was(run, tmp_path):
    (tmp_path / "run.tsv").write_text("as it was")

    result = run(queries(("", "x")))

    assert result.exit_code == 1 and "Dòng 2: thiếu query_id" in result.output
    assert (tmp_path / "run.tsv").read_text() == "as it was"
    assert not list(tmp_path.glob(".run*"))


def test_the_queries_are_never_overwritten(app, tmp_path):
    (tmp_path / "a.tsv").write_bytes(queries(("a1", "x")))

    args = ["search", "run", str(tmp_path / "a.tsv"), "--out", str(tmp_path / "a.tsv")]

    assert "trùng với tệp câu hỏi" in app.test_cli_runner().invoke(args=args).output
    assert (tmp_path / "a.tsv").read_bytes() == queries(("a1", "x"))


def test_without_an_index_the_command_says_what_to_do(app, tmp_path, monkeypatch):
    monkeypatch.setitem(app.config, "SEARCH_INDEX_DIR", tmp_path / "none")
    (tmp_path / "a.tsv").write_bytes(queries(("a1", "x")))

    args = ["search", "run", str(tmp_path / "a.tsv"), "--out", str(tmp_path / "b.tsv")]

    assert "flask index build" in app.test_cli_runner().invoke(args=args).output
    assert not (tmp_path / "b.tsv").exists()
