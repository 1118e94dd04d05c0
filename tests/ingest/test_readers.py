import pytest

from vocational.ingest import readers
from vocational.ingest.readers import Unreadable


def entries(tmp_path, name, text, reader):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(reader(path, name))


def problem(tmp_path, name, text, reader):
    with pytest.raises(Unreadable) as raised:
        entries(tmp_path, name, text, reader)
    return raised.value.problem


def test_each_item_of_a_yaml_list_knows_its_line(tmp_path):
    found = entries(tmp_path, "a.yaml", "# chú thích\n- id: x\n- id: y\n", readers.yaml_entries)

    assert [(entry.data["id"], entry.line) for entry in found] == [("x", 2), ("y", 3)]


def test_each_field_knows_its_line_or_that_of_what_holds_it(tmp_path):
    (entry,) = entries(tmp_path, "a.yaml", "- id: x\n  urls:\n    - a\n    - b\n", readers.yaml_entries)

    assert entry.line_of(("urls", 1)) == 4
    assert entry.line_of(("missing",)) == 1


def test_dates_and_codes_stay_as_they_were_written(tmp_path):
    (entry,) = entries(
        tmp_path, "a.yaml", "day: 2025-07-01\nyear: 2025\ncode: '0042'\n", readers.yaml_entries
    )

    assert entry.data == {"day": "2025-07-01", "year": 2025, "code": "0042"}


def test_an_empty_value_is_the_same_as_none(tmp_path):
    (entry,) = entries(tmp_path, "a.yaml", "a:\nb: ''\nc: 0\n", readers.yaml_entries)

    assert entry.data == {"c": 0}


def test_markdown_is_facts_and_a_body_with_lines_counted_from_the_top(tmp_path):
    text = "---\ntitle: Một\nlang: vi\n---\n\nLời.\n"
    (entry,) = entries(tmp_path, "lop-9.md", text, readers.markdown_entries)

    assert entry.data == {"slug": "lop-9", "title": "Một", "lang": "vi", "body": "Lời."}
    assert entry.line_of(("lang",)) == 3


def test_a_csv_row_leaves_empty_cells_out(tmp_path):
    (entry,) = entries(tmp_path, "a.csv", "code,name,note\n01,Hà Nội,\n", readers.csv_entries)

    assert entry.data == {"code": "01", "name": "Hà Nội"}
    assert entry.line == 2


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    (entry,) = entries(tmp_path, "a.csv", b"\xef\xbb\xbfcode\n01\n", readers.csv_entries)

    assert entry.data == {"code": "01"}


def test_letters_of_two_code_points_become_one(tmp_path):
    (entry,) = entries(tmp_path, "a.yaml", "name: Tie\u0302\u0301ng\n", readers.yaml_entries)

    assert entry.data == {"name": "Ti\u1ebfng"}


@pytest.mark.parametrize(
    ("name", "text", "reader", "line"),
    [
        ("a.yaml", "a: 1\nb: [\n", readers.yaml_entries, 3),
        ("a.yaml", "a: 1\nb: 2\na: 3\n", readers.yaml_entries, 3),
        ("a.yaml", "- chỉ là chữ\n", readers.yaml_entries, 1),
        ("a.yaml", "a: 1\nb: \x07\n", readers.yaml_entries, 1),
        ("a.yaml", "a: &x 1\nb: *x\n", readers.yaml_entries, 2),
        ("a.yaml", "a: " + "[" * 100_000, readers.yaml_entries, 1),
        ("a.yaml", "- " * 100_000, readers.yaml_entries, 1),
        ("a.yaml", b"a: 1\nb: \xe9\n", readers.yaml_entries, 2),
        ("a.md", "không có phần đầu", readers.markdown_entries, 1),
        ("a.md", "---\na: [\n---\nx", readers.markdown_entries, 3),
        ("a.csv", "a,b\n1\n", readers.csv_entries, 2),
        ("a.csv", "a,a\n1,2\n", readers.csv_entries, 1),
        ("a.csv", 'a,b\n1,"2\n', readers.csv_entries, 2),
        ("a.csv", b"a,b\n1,\xff\n", readers.csv_entries, 2),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(tmp_path, name, text, reader, line):
    assert problem(tmp_path, name, text, reader).line == line


def test_a_file_of_5_mb_is_refused_unread(tmp_path):
    assert "lớn quá" in problem(tmp_path, "a.yaml", b"x" * 5 * 1024 * 1024, readers.yaml_entries).says
