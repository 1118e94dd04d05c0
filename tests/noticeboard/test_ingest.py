import pytest
import yaml
from pydantic import ValidationError

from vocational.ingest import readers
from vocational.ingest.checks import noticeboard as checks
from vocational.ingest.content import Found
from vocational.ingest.problems import worded
from vocational.ingest.rows import noticeboard as rows
from vocational.ingest.schemas.noticeboard import Notice

VALID = {
    "kind": "event",
    "title": "Ngày hội mở",
    "date": "2025-08-13",
    "area": "dak-lak",
    "facts": ["Tham quan xưởng"],
    "sources": ["inst-1"],
}


class Folder:
    """Files of notices, read as the content folder reads them."""

    def __init__(self, folder):
        self.folder = folder

    def add(self, name, **values):
        text = yaml.safe_dump({**VALID, **values}, allow_unicode=True, sort_keys=False)
        (self.folder / f"{name}.md").write_text(f"---\n{text}---\n")

    def found(self, _kind):
        for path in sorted(self.folder.glob("*.md")):
            for entry in readers.markdown_entries(path, f"notices/{path.name}"):
                yield Found(Notice.model_validate(entry.data), entry)

    def entries(self, kind):
        return (found.value for found in self.found(kind))


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def problems(folder, **values):
    folder.add("ngay-hoi", **values)
    path = folder.folder / "ngay-hoi.md"
    (entry,) = readers.markdown_entries(path, path.name)
    with pytest.raises(ValidationError) as raised:
        Notice.model_validate(entry.data)
    return [str(problem) for problem in worded(entry.file, entry.line_of, raised.value)]


def row(folder, **values):
    folder.add("ngay-hoi", **values)
    return next(values for table, values in rows.rows(folder) if table is rows.Notice)


@pytest.mark.parametrize(
    ("values", "where", "says"),
    [
        ({"date": "13/08/2025"}, "ngay-hoi.md:4: date:", "viết ngày theo dạng 2027-08-30"),
        ({"date": "2025-02-30"}, "ngay-hoi.md:4: date:", "chỉ biết tháng thì viết 2027-08"),
        ({"kind": "party"}, "ngay-hoi.md:2: kind:", "chỉ được chọn một trong"),
        ({"area": "buon-ho-cu"}, "ngay-hoi.md:5: area:", "'ninh-thuan'"),
        ({"sources": []}, "", "ghi ít nhất một nguồn, ví dụ inst-16"),
        ({"facts": []}, "", "viết ít nhất một dòng trong facts"),
        ({"date_end": "2025-08-01"}, "", "date_end phải sau date"),
        ({"deadline": "2024-12-31"}, "", "deadline phải sau date"),
        ({"deadline": "2025-09"}, ": deadline:", "phải là ngày có thật"),
        ({"organizer": "Sở"}, ": organizer:", "không có mục nào tên như vậy"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_to_write(folder, values, where, says):
    (problem,) = problems(folder, **values)

    assert where in problem and says in problem


def test_a_month_may_end_in_the_month_it_began(folder):
    assert row(folder, date="2025-08-13", date_end="2025-08")["date_end"] == "2025-08"


def test_a_row_knows_from_when_and_until_when_it_holds(folder):
    made = row(folder, date="2025-09", date_end="2025-11")

    assert (str(made["starts_on"]), str(made["shown_until"])) == ("2025-09-01", "2025-11-30")


def test_a_notice_speaks_of_its_own_date_unless_told_otherwise(folder):
    assert row(folder)["as_of"] == "2025-08-13"


def test_a_notice_keeps_its_readers_and_institutions(folder):
    folder.add("ngay-hoi", audience=["lop-9", "phu-huynh"], institutions=["cao-dang-dak-lak"])

    children = [values for table, values in rows.rows(folder) if table is not rows.Notice]

    assert children == [
        {"notice": "ngay-hoi", "audience": "lop-9"},
        {"notice": "ngay-hoi", "audience": "phu-huynh"},
        {"notice": "ngay-hoi", "institution": "cao-dang-dak-lak"},
    ]


def test_two_notices_of_one_name_and_day_are_a_problem(folder):
    folder.add("mot")
    folder.add("hai", title="Ngày Hội Mở")
    folder.add("ba", date="2025-08-14")

    (problem,) = checks.problems(folder)

    assert problem.file == "notices/mot.md" and "notices/hai.md" in problem.says
