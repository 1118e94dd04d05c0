import csv

import pytest

from vocational.ingest.checks.admissions import problems
from vocational.ingest.content import Content

LINE = {
    "id": "a-2025",
    "institution": "truong-a",
    "year": "2025",
    "kind": "chi-tieu",
    "covers": "trinh-do",
    "level": "cao-dang",
    "entry": "",
    "seats": "120",
    "unit": "chỗ",
    "sources": "inst-1",
}


@pytest.fixture
def faults(tmp_path):
    """Return the problems of a file with these changes of one line each."""

    def faults_of(*changes, file="2025.csv"):
        folder = tmp_path / "admissions"
        folder.mkdir(exist_ok=True)
        with (folder / file).open("w", newline="", encoding="utf-8") as target:
            writer = csv.DictWriter(target, LINE)
            writer.writeheader()
            writer.writerows(
                LINE | {"id": f"dong-{number}"} | change for number, change in enumerate(changes)
            )
        return [(problem.line, problem.field) for problem in problems(Content(tmp_path))]

    return faults_of


def test_lines_of_different_levels_are_fine(faults):
    assert faults({}, {"level": "trung-cap"}) == []


def test_lines_for_different_entries_are_fine(faults):
    assert faults({"entry": "lop-9"}, {"entry": "lop-12"}) == []


def test_a_line_in_the_file_of_another_year_is_told(faults):
    assert faults({}, file="2024.csv") == [(2, "year")]


def test_the_same_seats_twice_are_told(faults):
    assert faults({}, {"seats": "130"}) == [(3, "(cả mục)")]


@pytest.mark.parametrize("entries", [("", "lop-9"), ("lop-9", "")])
def test_a_whole_beside_its_parts_is_told(faults, entries):
    assert faults(*({"entry": entry} for entry in entries)) == [(3, "entry")]
