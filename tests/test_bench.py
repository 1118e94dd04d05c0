from pathlib import Path

from bench import national, report
from vocational.ingest.content import Content

REAL = Path(__file__).resolve().parent.parent / "content"


def test_invented_schools_are_content_without_problems(tmp_path):
    size = national.make(REAL, tmp_path / "content", schools=3)

    assert (size.schools, size.offerings, size.lines) == (3, 90, 300)
    assert Content(tmp_path / "content").problems() == []


def test_figures_are_written_between_the_marks_only(tmp_path):
    page = tmp_path / "benchmarks.md"
    page.write_text(f"before\n{report.MARKS[0]}\nold\n{report.MARKS[1]}\nafter\n")

    report.write(page, "new")

    assert page.read_text() == f"before\n{report.MARKS[0]}\n\nnew\n{report.MARKS[1]}\nafter\n"
