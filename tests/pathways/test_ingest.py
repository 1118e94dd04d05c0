from pathlib import Path

import pytest
import yaml

from vocational.ingest.content import Content
from vocational.ingest.rows import pathways as rows
from vocational.pathways.models import Passage, Stage

REAL = Path(__file__).resolve().parent.parent.parent / "content"
WAY = {"id": "a__b", "to": "b", "label": "Đi tiếp"}
STAGES = [
    {"slug": "a", "name": "A", "lead": "Chặng A.", "kind": "stage", "phase": "lop-9", "passages": [WAY]},
    {"slug": "b", "name": "B", "lead": "Chặng B.", "kind": "program", "phase": "sau-lop-9"},
]


def problems(folder, *ways):
    stages = [STAGES[0] | {"passages": list(ways)}, STAGES[1]]
    (folder / "pathways.yaml").write_text(yaml.safe_dump(stages, allow_unicode=True, sort_keys=False))
    return [str(problem) for problem in Content(folder).problems() if problem.file == "pathways.yaml"]


def test_a_complete_file_has_no_problem(tmp_path):
    assert problems(tmp_path, WAY) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"to": "c", "id": "a__c"}, "không có «c»"),
        ({"id": "x__b"}, "mã phải bắt đầu bằng «a__b»"),
        ({"to": "a", "id": "a__a"}, "dẫn về chính chặng này"),
        ({"policies": ["khong-co"]}, "không có «khong-co»"),
        ({"status": "dang-doi"}, "chỉ được chọn một trong"),
    ],
)
def test_a_way_that_leads_nowhere_is_named(tmp_path, change, words):
    (problem,) = problems(tmp_path, WAY | change)

    assert words in problem
    assert problem.startswith("pathways.yaml:")


def test_two_ways_may_not_share_an_id(tmp_path):
    assert any("trùng mã «a__b»" in problem for problem in problems(tmp_path, WAY, dict(WAY)))


def test_two_ways_between_the_same_stages_differ_by_a_third_part(tmp_path):
    assert problems(tmp_path, WAY, WAY | {"id": "a__b__sau"}) == []


@pytest.mark.parametrize(("table", "count"), [(Stage, 19), (Passage, 42)])
def test_the_real_file_is_published_whole(table, count):
    assert len([values for kind, values in rows.rows(Content(REAL)) if kind is table]) == count


def test_ways_known_from_memory_only_stay_marked():
    found = [values for kind, values in rows.rows(Content(REAL)) if kind is Passage]

    from_memory = {row["id"] for row in found if row["confidence"] == "memory"}

    assert from_memory == {"thpt__hoan-thanh-chuong-trinh-thpt", "hoan-thanh-chuong-trinh-thpt__trung-cap"}
