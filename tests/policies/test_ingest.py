from datetime import date
from pathlib import Path

import pytest
import yaml

from vocational.ingest.checks import policies as checks
from vocational.ingest.content import Content
from vocational.ingest.rows import policies as rows
from vocational.policies import amounts
from vocational.policies.models import (
    Benefit,
    EligibilityField,
    EthnicGroup,
    LegalBasis,
    LegalDocument,
    LegalLink,
    Policy,
    PolicyChange,
    ReferenceValue,
)

REAL = Path(__file__).resolve().parent.parent.parent / "content"
DOCUMENTS = [
    {"slug": "nd-1", "number": "1/NĐ-CP", "title": "Cũ", "issuer": "Chính phủ", "issued": "2021-08-27"}
    | {"status": "replaced", "valid_to": "2025-09-02"},
    {"slug": "nd-2", "number": "2/NĐ-CP", "title": "Mới", "issuer": "Chính phủ", "issued": "2025-09-03"}
    | {"status": "in_force", "replaces": ["nd-1"]},
]
FIELDS = [
    {
        "field": "level",
        "label": "Học",
        "meaning": "trình độ",
        "values": [{"value": "tc", "label": "trung cấp"}],
    },
    {"field": "age", "label": "Tuổi", "meaning": "tuổi", "kind": "number"},
    {"field": "band", "label": "Xếp loại", "meaning": "xếp loại", "kind": "ordered"}
    | {"values": [{"value": "kha", "label": "khá"}]},
]
VALUES = [
    {"slug": "luong-co-so", "name": "Lương cơ sở"}
    | {
        "values": [
            {"value": 2340000, "unit": "VND/tháng", "valid_from": "2024-07-01", "valid_to": "2026-06-30"}
            | {"document": "nd-1"},
            {"value": 2530000, "unit": "VND/tháng", "valid_from": "2026-07-01", "document": "nd-2"},
        ]
    },
]
POLICY = {
    "name": "Học bổng",
    "lead": "Em có thể được học bổng.",
    "group": "hoc-bong",
    "status": "in_force",
    "audience": ["hs-lop-9"],
    "region": "toan-quoc",
    "legal_basis": [{"document": "nd-2", "ref": "Điều 8", "valid_from": "2025-09-03", "role": "current"}],
    "eligibility": {
        "any_of": [
            {"id": "muc-80", "all_of": [{"field": "level", "op": "eq", "value": "tc"}]},
            {"field": "age", "op": "between", "value": [15, 20]},
        ]
    },
    "benefits": [
        {"id": 80, "name": "Học bổng", "kind": "monthly_scholarship", "percent": 80}
        | {"percent_of": "luong-co-so", "unit": "VND/tháng", "tiers": ["muc-80"]}
    ],
    "apply": {"documents": ["Đơn"], "where": ["Trường"]},
}


class Folder:
    """A small content folder that holds one policy and all it refers to."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "policies").mkdir()
        self.writes("legal_documents.yaml", DOCUMENTS)
        self.writes("eligibility_fields.yaml", FIELDS)
        self.writes("reference_values.yaml", VALUES)
        self.has_policy()

    def writes(self, name, data):
        (self.folder / name).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))

    def has_policy(self, **values):
        text = yaml.safe_dump(POLICY | values, allow_unicode=True, sort_keys=False)
        (self.folder / "policies" / "hoc-bong.md").write_text(f"---\n{text}---\n")

    def has_rule(self, **condition):
        untiered = {name: value for name, value in POLICY["benefits"][0].items() if name != "tiers"}
        self.has_policy(eligibility={"all_of": [condition]}, benefits=[untiered])

    def says(self, file="policies/hoc-bong.md"):
        return [str(problem) for problem in Content(self.folder).problems() if problem.file == file]

    def rows(self, table):
        return [values for found, values in rows.rows(Content(self.folder)) if found is table]


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_a_complete_folder_has_no_problem(folder):
    for name in (
        "policies/hoc-bong.md",
        "legal_documents.yaml",
        "eligibility_fields.yaml",
        "reference_values.yaml",
    ):
        assert folder.says(name) == []


def test_an_unknown_field_is_named_with_its_line(folder):
    folder.has_rule(field="mau_mat", op="eq", value="nau")

    (problem,) = folder.says()

    text = (folder.folder / "policies/hoc-bong.md").read_text().splitlines()
    line = next(number for number, words in enumerate(text, 1) if "mau_mat" in words)
    assert problem.startswith(f"policies/hoc-bong.md:{line}: eligibility.all_of.1.field: không có «mau_mat»")


def test_a_value_that_the_field_does_not_have_is_named_with_those_it_has(folder):
    folder.has_rule(field="level", op="in", value=["tc", "dh"])

    (problem,) = folder.says()

    assert "eligibility.all_of.1.value: «level» không có giá trị «dh»; được dùng: tc" in problem


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"field": "level", "op": "gte", "value": "tc"}, "không so lớn nhỏ được"),
        ({"field": "age", "op": "eq", "value": "mười lăm"}, "cần số"),
        ({"field": "age", "op": "between", "value": [20, 15]}, "số nhỏ trước"),
        ({"field": "age", "op": "in", "value": 15}, "cần danh sách"),
        ({"field": "age", "op": "hon", "value": 15}, "chỉ được chọn một trong"),
        ({"field": "age", "op": "eq"}, "đủ field, op và value"),
        ({"note": "không có gì"}, "không có mục nào tên như vậy"),
        ({"id": "rong"}, "mỗi điều kiện ghi field, op, value"),
    ],
)
def test_a_condition_that_cannot_be_read_says_what_to_write(folder, condition, words):
    folder.has_rule(**condition)

    assert any(words in problem for problem in folder.says())


def test_bands_in_order_may_be_compared(folder):
    folder.has_rule(field="band", op="gte", value="kha")

    assert folder.says() == []


def test_a_benefit_has_to_name_a_branch_that_exists(folder):
    folder.has_policy(benefits=[POLICY["benefits"][0] | {"tiers": ["muc-90"]}])

    assert any("không có nhánh «muc-90»" in problem for problem in folder.says())


def test_an_amount_that_is_computed_may_not_be_written_as_well(folder):
    folder.has_policy(benefits=[POLICY["benefits"][0] | {"amount": 2024000}])

    assert any("số tiền tính từ percent_of" in problem for problem in folder.says())


def test_dated_values_may_not_overlap(folder):
    late = [dict(value) for value in VALUES[0]["values"]]
    late[0]["valid_to"] = "2026-07-15"
    folder.writes("reference_values.yaml", [VALUES[0] | {"values": late}])

    (problem,) = folder.says("reference_values.yaml")

    assert "values.2.valid_from: trùng ngày với mức trước đó" in problem


def test_a_replaced_document_needs_the_one_that_replaced_it(folder):
    folder.writes("legal_documents.yaml", [DOCUMENTS[0], DOCUMENTS[1] | {"replaces": []}])

    assert any(
        "phải có văn bản khác ghi replaces: nd-1" in says for says in folder.says("legal_documents.yaml")
    )


def test_a_replaced_document_cannot_simply_be_in_force(folder):
    lasting = DOCUMENTS[0] | {"status": "in_force"}
    folder.writes(
        "legal_documents.yaml", [{k: v for k, v in lasting.items() if k != "valid_to"}, DOCUMENTS[1]]
    )

    assert any("ghi là thay thế văn bản này" in says for says in folder.says("legal_documents.yaml"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"effective": "2026-13-01"}, "2027-08-30"),
        ({"effective": "2020-01-01"}, "effective phải sau issued"),
        ({"valid_to": "2021-01-01", "effective": "2025-09-03"}, "valid_to phải sau effective"),
        ({"replaces": ["nd-2"]}, "chính nó"),
        ({"status": "chet"}, "chỉ được chọn một trong"),
    ],
)
def test_a_document_with_impossible_dates_or_links_is_refused(folder, change, words):
    folder.writes("legal_documents.yaml", [DOCUMENTS[0], DOCUMENTS[1] | change])

    assert any(words in problem for problem in folder.says("legal_documents.yaml"))


def test_an_ethnic_group_is_written_as_in_the_list(folder):
    (folder.folder / "reference").mkdir()
    groups = [{"code": "53", "name": "Ơ Đu", "name_in_source": "Ơ Đu", "minority": True}]
    entry = {"list_basis": "Danh mục", "caution": "Mã khác nhau", "groups": groups}
    folder.writes("reference/ethnic_groups.yaml", entry)
    folder.has_policy(ethnic_list=["Ơ Đu", "O Du"])

    (problem,) = folder.says()

    assert "ethnic_list.2: không có dân tộc «O Du»" in problem


def test_rows_hold_no_computed_amount(folder):
    (benefit,) = folder.rows(Benefit)

    assert (benefit["value"], benefit["percent"], benefit["percent_of"]) == (None, 80, "luong-co-so")
    assert benefit["state"] == "known"


def test_a_newer_document_points_to_the_older_one(folder):
    assert folder.rows(LegalLink) == [{"document": "nd-2", "other": "nd-1", "relation": "replaces"}]


def test_lists_that_a_policy_relies_on_stand_beside_its_provisions(folder):
    folder.has_policy(lists=["nd-1"], depends_on=["nd-2"])

    found = [(row["document_slug"], row["role"]) for row in folder.rows(LegalBasis)]

    assert found == [("nd-2", "current"), ("nd-1", "programme_list"), ("nd-2", "area_list")]


@pytest.mark.parametrize(
    ("table", "count"),
    [
        (LegalDocument, 87),
        (Policy, 37),
        (Benefit, 77),
        (LegalBasis, 91),
        (EligibilityField, 39),
        (PolicyChange, 6),
        (ReferenceValue, 2),
        (EthnicGroup, 54),
    ],
)
def test_the_real_folder_is_published_whole(table, count):
    found = [values for kind, values in rows.rows(Content(REAL)) if kind is table]

    assert len(found) == count


def test_the_real_folder_has_no_problem_that_spans_policies():
    assert list(checks.problems(Content(REAL))) == []


@pytest.mark.parametrize(
    ("policy", "benefit", "now", "before"),
    [
        ("chinh-sach-noi-tru-trung-cap-cao-dang", "hoc-bong-100", 2_530_000, 2_340_000),
        ("chinh-sach-noi-tru-trung-cap-cao-dang", "hoc-bong-80", 2_024_000, 1_872_000),
        ("chinh-sach-noi-tru-trung-cap-cao-dang", "hoc-bong-60", 1_518_000, 1_404_000),
        ("hoc-bong-chinh-sach", "80", 2_024_000, 1_872_000),
        ("hoc-bong-chinh-sach", "100", 2_530_000, 2_340_000),
        ("ho-tro-hoc-tap-dtts-rat-it-nguoi", "100", 2_530_000, 2_340_000),
        ("ho-tro-chi-phi-hoc-tap-sv-dtts", "60", 1_518_000, 1_404_000),
        ("dao-tao-nghe-thanh-nien-xuat-ngu-nd338", "tong", 30_360_000, 28_080_000),
        ("tro-cap-tao-viec-lam-xuat-ngu", "tro-cap", 15_180_000, 14_040_000),
    ],
)
def test_real_amounts_follow_the_salary_of_the_day(policy, benefit, now, before):
    content = Content(REAL)
    (entry,) = (entry for entry in content.entries("policies") if entry.slug == policy)
    (given,) = (given for given in entry.benefits if given.id == benefit)
    (salary,) = content.entries("reference_values")

    def amount(on):
        base = amounts.valid_on(salary.values, on)
        return amounts.computed(base.value, percent=given.percent, multiple=given.multiple)

    assert (amount(date(2026, 11, 22)), amount(date(2026, 6, 30))) == (now, before)
