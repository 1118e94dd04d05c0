import json
from pathlib import Path

import pytest
import yaml

from vocational.careers.models import (
    Career,
    CareerArea,
    CareerCode,
    CareerGroup,
    CareerInterests,
    CareerProgramme,
    CareerWage,
    InterestItem,
    InterestScale,
    InterestTest,
    OccupationCode,
    RelatedCareer,
)
from vocational.ingest.content import Content
from vocational.ingest.rows import careers as rows

REAL = Path(__file__).resolve().parent.parent.parent / "content"
SOURCED = {"sources": ["car-1"], "as_of": "2026", "confidence": "high"}
WAGE = {"value": 6_000_000, "value_to": 18_000_000, "unit": "đồng/tháng", "counts": "thợ hàn", **SOURCED}
LINK = {"programme": "han", "name": "Hàn", "code": "5520123", "level": "trung-cap", "code_status": "sourced"}
SCORES = {"R": 7.0, "I": 1.78, "A": 1.44, "S": 1.0, "E": 1.38, "C": 3.43}
CAREER = {
    "name": "Thợ hàn",
    "group": "co-khi",
    "synonyms": ["hàn xì"],
    "areas": ["66", "cu-ninh-thuan"],
    "tasks": ["Hàn khung"],
    "text_from": {"confidence": "inferred"},
    "interests": {"code": "RC", "scores": SCORES},
    "onet": {"soc": "51-4121.00", "title_en": "Welders", "job_zone": 2, "isco_soc_check": "match"},
    "vsco": {"code": "7212", "name": "Thợ hàn", **SOURCED},
    "isco08": {"code": "7212", "label_en": "Welders", "mapping": "tự đối chiếu"},
    "programmes": [LINK],
    "wages": [WAGE],
    "outlook": [{"text": "Khó tuyển thợ hàn.", **SOURCED}],
}
FILES = {
    "sources.yaml": "- id: car-1\n  title: Một nguồn\n",
    "career_groups.yaml": "- {slug: co-khi, name: Cơ khí}\n- {slug: dien, name: Điện}\n",
    "programmes/han.md": "---\nname: Hàn\n---\n",
    "places/provinces.csv": "code,name,kind,valid_from\n66,Đắk Lắk,tỉnh,2025-07-01\n",
    "places/former_units.csv": "id,name,kind,valid_to\ncu-ninh-thuan,Ninh Thuận,tinh,2025-06-30\n",
    "reference/vsco_2020.csv": "code,level,name\n7212,4,Thợ hàn\n",
    "reference/onet_interests.csv": "soc,title_en,job_zone,R,I,A,S,E,C,code\n"
    "51-4121.00,Welders,2,7.0,1.78,1.44,1.0,1.38,3.43,RC\n",
}


class Folder:
    """A small content folder that holds one occupation and all it refers to."""

    def __init__(self, folder):
        self.folder = folder
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def career(self, slug="tho-han", **values):
        kept = {name: value for name, value in (CAREER | values).items() if value is not None}
        # JSON is YAML without anchors, which the reader refuses.
        head = json.dumps(kept, ensure_ascii=False, indent=1)
        self.write(f"careers/{slug}.md", f"---\n{head}\n---\n\nEm **hàn** khung thép.\n")

    def problems(self, start="careers/"):
        found = Content(self.folder).problems()
        return [str(problem) for problem in found if problem.file.startswith(start)]

    def rows(self, table):
        return [values for found, values in rows.rows(Content(self.folder)) if found is table]


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_a_whole_occupation_has_no_problem(folder):
    folder.career()

    assert folder.problems() == []


def test_what_is_not_known_may_be_left_out(folder):
    unknown = ("interests", "onet", "vsco", "isco08", "programmes", "wages", "outlook", "areas", "synonyms")
    folder.career(**dict.fromkeys(unknown))

    assert folder.problems() == []
    assert folder.rows(CareerWage) == []


@pytest.mark.parametrize(
    ("values", "field", "says"),
    [
        ({"group": "khong-co"}, "group", "không có «khong-co»"),
        ({"programmes": [LINK | {"programme": "may"}]}, "programmes.1.programme", "không có «may»"),
        ({"areas": ["66", "Buôn Hồ"]}, "areas.2", "không có nơi nào mang mã «Buôn Hồ»"),
        (
            {"interests": {"code": "RC", "scores": SCORES | {"R": 7.5}}},
            "interests.scores.R",
            "không được quá",
        ),
        ({"interests": {"code": "RC", "scores": SCORES | {"I": 0}}}, "interests.scores.I", "phải từ 1"),
        ({"interests": {"code": "RX", "scores": SCORES}}, "interests.code", "1 đến 3 chữ"),
        ({"interests": {"code": "CR", "scores": SCORES}}, "interests", "điểm cao nhất"),
        (
            {"interests": {"code": "RC", "scores": SCORES | {"A": 2.0}}},
            "interests.scores",
            "điểm khác nghề 51-4121.00",
        ),
        ({"onet": None}, "interests", "phải có mục «onet»"),
        ({"wages": [WAGE | {"value_to": 5_000_000}]}, "wages.1.value_to", "phải lớn hơn"),
        ({"wages": [WAGE | {"sources": []}]}, "wages.1", "phải có nguồn"),
        ({"wages": [WAGE | {"sources": ["car-99"]}]}, "wages.1.sources.1", "không có «car-99»"),
        ({"wages": [WAGE | {"counts": ""}]}, "wages.1.counts", "thiếu mục này"),
        ({"programmes": [LINK | {"level": "cao-dang"}]}, "programmes.1.level", "trình độ trung-cap"),
        ({"programmes": [LINK | {"code_status": "no_code"}]}, "programmes.1.code_status", "có «code» thì"),
        ({"vsco": {"name": "Thợ hàn"}}, "vsco", "ghi lý do"),
        ({"vsco": {"code": "9999", "name": "Thợ hàn"}}, "vsco.code", "không có «9999»"),
        ({"vsco": {"code": "7212", "name": "Thợ tiện"}}, "vsco.name", "gọi mã 7212 là «Thợ hàn»"),
        ({"synonyms": ["hàn xì", "hàn xì"]}, "synonyms", "ghi hai lần: hàn xì"),
        ({"tasks": []}, "tasks", "ít nhất"),
        ({"salary": 1}, "salary", "không có mục nào tên như vậy"),
        ({"name": None}, "name", "thiếu mục này"),
    ],
)
def test_each_fault_is_told_where_it_stands(folder, values, field, says):
    folder.career(**values)

    (problem,) = folder.problems()

    assert f": {field}: " in problem
    assert says in problem
    assert problem.startswith("careers/tho-han.md:")


def test_an_occupation_without_text_is_told(folder):
    folder.career()
    path = folder.folder / "careers/tho-han.md"
    path.write_text(path.read_text().replace("Em **hàn** khung thép.", ""))

    assert ": body: " in folder.problems()[0]


@pytest.mark.parametrize(
    ("row", "field"),
    [("72a2,4,Thợ", "code"), ("7212,3,Thợ", "level"), ("7212,4,", "(cả mục)"), ("7212,9,Thợ", "level")],
)
def test_a_faulty_row_of_the_national_list_is_told(folder, row, field):
    folder.write("reference/vsco_2020.csv", f"code,level,name\n{row}\n")

    assert any(f"vsco_2020.csv:2: {field}: " in problem for problem in folder.problems("reference/"))


def test_an_occupation_becomes_rows(folder):
    folder.career()

    (career,) = folder.rows(Career)

    assert career["summary"] == "Em hàn khung thép."
    assert career["html"] == "<p>Em <strong>hàn</strong> khung thép.</p>\n"
    assert career["words"] == "tho han | han xi"
    assert [row["name"] for row in folder.rows(CareerArea)] == ["Đắk Lắk", "Ninh Thuận (cũ)"]
    assert folder.rows(CareerInterests)[0]["scores"]["C"] == 3.43
    assert folder.rows(CareerWage)[0]["period"] == "2026"
    assert [row["code"] for row in folder.rows(CareerCode)] == ["7212", "7212", "51-4121.00"]


def test_names_are_numbered_in_vietnamese_order(folder):
    for slug, name in [("d", "Ép gỗ"), ("a", "Điện"), ("c", "Dệt"), ("b", "Ăn uống")]:
        folder.career(slug, name=name)

    order = sorted(folder.rows(Career), key=lambda row: row["position"])

    assert [row["name"] for row in order] == ["Ăn uống", "Dệt", "Điện", "Ép gỗ"]


def test_neighbours_are_found_while_loading(folder):
    folder.career("tho-han")
    folder.career("tho-tien", programmes=[])
    folder.career("dieu-duong", group="dien", programmes=[], interests=None)

    found = [(row["career_slug"], row["other_slug"]) for row in folder.rows(RelatedCareer)]

    assert found == [("tho-han", "tho-tien"), ("tho-tien", "tho-han")]


def test_an_empty_folder_gives_no_rows(tmp_path):
    assert list(rows.rows(Content(tmp_path))) == []


def test_the_interest_test_must_have_eight_items_a_scale(folder):
    test = yaml.safe_load((REAL / "interest_test.yaml").read_text())
    del test["items"][0]
    folder.write("interest_test.yaml", yaml.safe_dump(test, allow_unicode=True))

    (problem,) = [text for text in folder.problems("interest_test") if ": items: " in text]

    assert "thang R có 7 câu" in problem


def test_a_vector_must_sum_up(folder):
    test = yaml.safe_load((REAL / "interest_test.yaml").read_text())
    test["implementation_checks"]["vectors"][1]["expected_sum"]["R"] = 35
    folder.write("interest_test.yaml", yaml.safe_dump(test, allow_unicode=True))

    assert any("implementation_checks.vectors.2" in text for text in folder.problems("interest_test"))


@pytest.mark.parametrize(
    ("table", "count"),
    [
        (CareerGroup, 15),
        (Career, 99),
        (CareerInterests, 99),
        (CareerProgramme, 180),
        (CareerWage, 40),
        (CareerArea, 188),
        (CareerCode, 297),
        (InterestScale, 6),
        (InterestItem, 48),
        (InterestTest, 1),
        (OccupationCode, 1016),
    ],
)
def test_nothing_of_the_real_folder_is_lost(real_rows, table, count):
    assert len([found for found, _values in real_rows if found is table]) == count


@pytest.fixture(scope="module")
def real_rows():
    """All rows that the real content folder gives for occupations."""
    return list(rows.rows(Content(REAL)))
