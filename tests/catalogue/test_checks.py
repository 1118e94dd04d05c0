import pytest
import yaml

from vocational.ingest.checks.catalogue import problems
from vocational.ingest.content import Content

SCHOOL = {
    "name": "Trường A",
    "kind": "trung-cap",
    "region": "dak-lak",
    "status": "dang-hoat-dong",
    "status_note": "Đang hoạt động.",
    "location": {"province": "66"},
}
CODE = {"code": "5520123", "level": "trung-cap", "status": "memory"}


@pytest.fixture
def told(tmp_path):
    """Return (file, field) of each problem of a folder with these schools and programmes by slug."""

    def told_of(schools=None, programmes=None):
        for folder, entries in (("institutions", schools or {}), ("programmes", programmes or {})):
            (tmp_path / folder).mkdir()
            for slug, data in entries.items():
                (tmp_path / folder / f"{slug}.md").write_text(f"---\n{yaml.safe_dump(data)}\n---\n")
        return [(problem.file, problem.field) for problem in problems(Content(tmp_path))]

    return told_of


def test_a_sound_folder_has_no_problem(told):
    offerings = [{"programme": "han", "code": "5520123"}]
    programmes = {"han": {"name": "Hàn", "codes": [CODE]}, "may": {"name": "May"}}

    assert told({"a": SCHOOL | {"offerings": offerings}}, programmes) == []


def test_a_code_belongs_to_one_programme(told):
    programmes = {"han": {"name": "Hàn", "codes": [CODE]}, "may": {"name": "May", "codes": [dict(CODE)]}}

    assert told(programmes=programmes) == [("programmes/may.md", "codes.1.code")]


def test_a_code_is_written_once(told):
    assert told(programmes={"han": {"name": "Hàn", "codes": [CODE, dict(CODE)]}}) == [
        ("programmes/han.md", "codes.2.code")
    ]


def test_a_name_belongs_to_one_programme_whatever_its_case(told):
    programmes = {"han": {"name": "Hàn"}, "xi": {"name": "Hàn xì", "other_names": ["hàn"]}}

    assert told(programmes=programmes) == [("programmes/xi.md", "other_names.1")]


def test_a_former_slug_is_not_one_in_use(told):
    programmes = {"han": {"name": "Hàn"}, "may": {"name": "May", "former_slugs": ["han"]}}

    assert told(programmes=programmes) == [("programmes/may.md", "former_slugs.1")]


def test_a_code_of_another_programme_needs_a_note(told):
    programmes = {"han": {"name": "Hàn", "codes": [CODE]}, "may": {"name": "May"}}
    bare, noted = (
        {"programme": "may", "code": "5520123"},
        {"programme": "may", "code": "5520123", "note": "…"},
    )

    assert told({"a": SCHOOL | {"offerings": [noted, bare]}}, programmes) == [
        ("institutions/a.md", "offerings.2.code")
    ]


def test_a_school_merges_with_others_only(told):
    plans = [{"others": ["a"], "result_name": "Trường A", "text": "Đề án"}]

    assert told({"a": SCHOOL | {"merger_plans": plans}}) == [("institutions/a.md", "merger_plans.1.others")]


def test_successors_never_lead_back(told):
    schools = {
        "a": SCHOOL | {"successors": [{"institution": "b"}]},
        "b": SCHOOL | {"successors": [{"institution": "a"}]},
    }

    assert told(schools) == [("institutions/a.md", "successors"), ("institutions/b.md", "successors")]
