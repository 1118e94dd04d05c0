import pytest

from vocational.ingest.content import Content
from vocational.ingest.rows import monitoring as rows
from vocational.monitoring.models import FrameworkNote, ReportingDuty, Target, TargetFigure

FILES = {
    "sources.yaml": "- id: pol-1\n  title: Một nguồn\n",
    "legal_documents.yaml": "- {slug: qd-1, number: 1/QĐ, title: Kế hoạch, issuer: UBND, issued: '2025', "
    "status: in_force}\n",
}
TARGET = {
    "id": "vao-nghe",
    "indicator": "Học sinh vào nghề",
    "area": "viet-nam",
    "place": "Việt Nam",
    "document": "qd-1",
    "by_year": "2030",
    "value": "40",
    "unit": "'%'",
    "sources": "[pol-1]",
    "as_of": "'2025'",
    "confidence": "high",
}


class Folder:
    """A small content folder with targets."""

    def __init__(self, folder):
        self.folder = folder
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def targets(self, *changes):
        whole = [{name: value for name, value in (TARGET | change).items() if value} for change in changes]
        entries = ("".join(f"  {name}: {value}\n" for name, value in entry.items()) for entry in whole)
        self.write("targets.yaml", "".join("-" + entry[1:] for entry in entries))

    def problems(self):
        found = Content(self.folder).problems()
        return [str(problem) for problem in found if problem.file.startswith(("targets", "monitoring"))]

    def rows(self, table):
        return [values for found, values in rows.rows(Content(self.folder)) if found is table]


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_a_whole_target_has_no_problem(folder):
    folder.targets({})

    assert folder.problems() == []


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"document": ""}, "(cả mục)", "thiếu document; mục tiêu chưa có văn bản thì ghi status: du-thao"),
        ({"document": "qd-9"}, "document", "không có «qd-9»"),
        ({"by_year": "2030?"}, "by_year", "phải là số nguyên"),
        ({"value": "17,8-21"}, "value", "phải là số"),
        ({"by_level": "{thpt: 50}"}, "(cả mục)", "value phải là một trong các mức"),
        ({"by_level": "{lop-9: 40}"}, "by_level.lop-9.[key]", "'thpt'"),
        ({"area": "buon-ho"}, "area", "không có địa bàn «buon-ho»"),
        ({"operator": "'='"}, "operator", "'>='"),
        ({"goal": "1"}, "goal", "không có mục nào tên như vậy"),
    ],
)
def test_each_fault_is_told_where_it_stands(folder, change, field, says):
    folder.targets(change)

    (problem,) = folder.problems()

    assert f": {field}: " in problem and says in problem


def test_one_document_states_a_target_once(folder):
    folder.targets({}, {"id": "vao-nghe-2"})

    (problem,) = folder.problems()

    assert "ở «vao-nghe»; giữ một" in problem


def test_a_target_has_a_figure_for_each_of_its_levels(folder):
    folder.targets({"operator": "'>='", "disadvantaged_value": "30", "province_floor": "20"})

    assert [(row["qualifier"], row["value"], row["counts"]) for row in folder.rows(TargetFigure)] == [
        ("ít nhất", 40, ""),
        ("ít nhất", 30, "vùng đặc biệt khó khăn"),
        ("ít nhất", 20, "mỗi tỉnh"),
    ]


def test_levels_of_school_stand_for_the_whole(folder):
    folder.targets({"by_level": "{thpt: 40, thcs: 25}"})

    assert [(row["counts"], row["value"]) for row in folder.rows(TargetFigure)] == [
        ("THPT", 40),
        ("THCS", 25),
    ]


def test_a_draft_needs_no_document(folder):
    folder.targets({"document": "", "status": "du-thao", "year_is_sure": "false"})

    assert folder.problems() == []
    assert folder.rows(Target)[0]["document"] is None


def test_duties_and_notes_become_rows(folder):
    duty = (
        "{id: bao-cao, who: Trường, to: [Sở], what: Kết quả, frequency: hằng năm, document: qd-1, "
        "status: hieu-luc}"
    )
    note = "{id: khung, question: Có chưa?, answer: Chưa tìm thấy., needs_collection: true}"
    folder.write("monitoring/reporting_duties.yaml", f"- {duty}\n")
    folder.write("monitoring/framework_notes.yaml", f"- {note}\n")

    assert folder.problems() == []
    assert folder.rows(ReportingDuty)[0]["to"] == ["Sở"]
    assert folder.rows(FrameworkNote)[0]["needs_collection"]
