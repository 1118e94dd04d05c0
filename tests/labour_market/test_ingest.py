import pytest

from vocational.ingest.content import Content
from vocational.ingest.rows import labour_market as rows
from vocational.labour_market.models import (
    IndicatorSeries,
    LabourMarketGap,
    LabourMarketNote,
    Observation,
)

FILES = {
    "sources.yaml": "- id: car-1\n  title: Một nguồn\n",
    "places/provinces.csv": "code,name,kind,valid_from\n66,Đắk Lắk,tỉnh,2025-07-01\n",
    "places/former_units.csv": "id,name,kind,valid_to\ncu-dak-lak,Đắk Lắk,tinh,2025-06-30\n",
}
ROW = {
    "id": "viec-2025",
    "series": "viec",
    "topic": "viec-lam",
    "indicator": "Lao động có việc làm",
    "area": "66",
    "place": "Đắk Lắk (từ 7/2025)",
    "scope": "",
    "kind": "thuc-te",
    "period": "2025",
    "counts": "",
    "qualifier": "",
    "value": "52.4",
    "value_to": "",
    "unit": "nghìn người",
    "headline": "",
    "sources": "car-1",
    "as_of": "2026-01",
    "note": "",
}


class Folder:
    """A small content folder with figures of the labour market."""

    def __init__(self, folder):
        self.folder = folder
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def figures(self, *changes, file="indicators"):
        lines = [",".join((ROW | change).values()) for change in changes]
        self.write(f"labour_market/{file}.csv", "\n".join([",".join(ROW), *lines]) + "\n")

    def problems(self):
        found = Content(self.folder).problems()
        return [str(problem) for problem in found if problem.file.startswith("labour_market/")]

    def rows(self, table):
        return [values for found, values in rows.rows(Content(self.folder)) if found is table]


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_a_whole_figure_has_no_problem(folder):
    folder.figures({})

    assert folder.problems() == []


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"period": "gần đây"}, "period", "không đọc được thời điểm «gần đây»; viết theo một trong các dạng"),
        ({"topic": "khac"}, "topic", "chỉ được chọn một trong"),
        ({"kind": "thuc_te"}, "kind", "'thuc-te'"),
        ({"value": ""}, "(cả mục)", "thiếu value"),
        ({"value": "0-5"}, "value", "phải là số"),
        ({"value_to": "50"}, "(cả mục)", "value_to phải lớn hơn value"),
        ({"sources": ""}, "(cả mục)", "thiếu sources"),
        ({"sources": "car-9"}, "sources.1", "không có «car-9»"),
        ({"area": "Đắk Lắk"}, "area", "không có địa bàn «Đắk Lắk»; dùng mã tỉnh (66)"),
        ({"id": "Viec"}, "id", "chỉ dùng chữ thường"),
        ({"series": "sau-lop-9"}, "series", "địa chỉ của một trang khác"),
        ({"unit": ""}, "unit", "thiếu mục này"),
    ],
)
def test_each_fault_is_told_where_it_stands(folder, change, field, says):
    folder.figures(change)

    (problem,) = folder.problems()

    assert problem.startswith(f"labour_market/indicators.csv:2: {field}: ")
    assert says in problem


def test_a_figure_that_is_not_known_has_no_value(folder):
    path = folder.folder / "labour_market/indicators.csv"
    folder.figures({"value": ""})
    path.write_text(
        path.read_text().replace("note\n", "note,state\n").replace("2026-01,\n", "2026-01,,unknown\n")
    )

    assert folder.problems() == []
    assert folder.rows(Observation)[0]["state"] == "unknown"


@pytest.mark.parametrize(
    ("field", "other"),
    [("unit", "%"), ("kind", "muc-tieu"), ("place", "Đắk Lắk (trước 7/2025)"), ("area", "cu-dak-lak")],
)
def test_what_cannot_share_a_chart_cannot_share_a_series(folder, field, other):
    folder.figures({}, {"id": "viec-2026", field: other})

    (problem,) = folder.problems()

    assert problem.startswith(f"labour_market/indicators.csv:3: {field}: chuỗi «viec» ở")
    assert "phải là một chuỗi khác" in problem


def test_the_same_thing_is_not_split_into_two_series(folder):
    folder.figures({}, {"id": "viec-2026", "series": "viec-lam"})

    (problem,) = folder.problems()

    assert "cùng chỉ tiêu, nơi, loại, đơn vị với chuỗi «viec»" in problem


def test_an_address_leads_to_one_page(folder):
    folder.figures({}, {"id": "viec", "series": "khac", "indicator": "Khác"})

    assert any("«viec» đang là mã của một chuỗi khác" in problem for problem in folder.problems())


def test_an_id_is_used_in_one_of_the_two_files(folder):
    folder.figures({})
    folder.figures({}, file="student_flow")

    (problem,) = folder.problems()

    assert problem.startswith("labour_market/student_flow.csv:2: id:") and "indicators.csv" in problem


def test_figures_of_both_files_make_one_series(folder):
    folder.figures({})
    folder.figures({"id": "viec-2026", "period": "2026-Q1", "headline": "1"}, file="student_flow")

    (series,) = folder.rows(IndicatorSeries)
    figures = folder.rows(Observation)

    assert (series["slug"], series["is_headline"]) == ("viec", True)
    assert [(row["id"], row["period"], str(row["ends"])) for row in figures] == [
        ("viec-2025", "2025", "2025-12-31"),
        ("viec-2026", "quý I/2026", "2026-03-31"),
    ]


def test_notes_and_gaps_become_rows(folder):
    head = "title: KCN\nabout: khu-cong-nghiep\narea: '66'\nplace: Đắk Lắk\nsources: [car-1]\nas_of: '2024'\n"
    folder.write("labour_market/kcn.md", f"---\n{head}---\n\n- Hơn 3.400 lao động.\n")
    gap = (
        "- {id: that-nghiep, topic: that-nghiep, area: '66', place: Đắk Lắk, text: Chưa có., as_of: '2026'}\n"
    )
    folder.write("labour_market/gaps.yaml", gap)

    assert folder.problems() == []
    assert folder.rows(LabourMarketNote)[0]["html"].startswith("<ul>")
    assert folder.rows(LabourMarketGap)[0]["text"] == "Chưa có."
