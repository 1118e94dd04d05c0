import pytest
from pydantic import ValidationError

from vocational.ingest.schemas.catalogue import Institution, Offering, Outcome, Tuition
from vocational.ingest.schemas.programmes import Programme, ProgrammeCode

SCHOOL = {
    "slug": "truong-a",
    "name": "Trường A",
    "kind": "trung-cap",
    "region": "dak-lak",
    "status": "dang-hoat-dong",
    "status_note": "Đang hoạt động (2026).",
    "location": {"province": "66"},
}
OUTCOME = {"id": "a-2025", "institution": "truong-a", "measure": "co-viec", "unit": "%"}


def says(schema, data):
    """Return what a curator is told about a faulty entry."""
    with pytest.raises(ValidationError) as fault:
        schema.model_validate(data)
    return " ".join(str(error.get("ctx", {}).get("error", error["msg"])) for error in fault.value.errors())


def test_a_school_with_the_least_is_valid():
    assert Institution.model_validate(SCHOOL).public


def test_an_unknown_name_is_a_fault():
    assert "Extra inputs" in says(Institution, SCHOOL | {"hoc_phi": 0})


def test_nothing_is_known_of_ownership_unless_written():
    ownership = Institution.model_validate(SCHOOL).ownership

    assert (ownership.value, ownership.confidence) == ("chua-ro", "unknown")


@pytest.mark.parametrize("code", ["552022", "7520227", "abcdefg", "55202277"])
def test_an_official_code_has_its_form(code):
    assert "7 chữ số" in says(Offering, {"programme": "han", "code": code})


def test_a_code_of_another_level_is_a_fault():
    assert "bậc cao-dang" in says(Offering, {"programme": "han", "code": "6520123", "levels": ["trung-cap"]})
    assert "bậc trung-cap" in says(
        ProgrammeCode, {"code": "5520123", "level": "cao-dang", "status": "memory"}
    )


def test_a_sourced_code_needs_its_source():
    assert "phải ghi sources" in says(
        ProgrammeCode, {"code": "5520123", "level": "trung-cap", "status": "sourced"}
    )


def test_nobody_pays_more_than_the_list_price():
    payable = [{"entry": "lop-9", "amount": 2, "basis": "…"}]

    assert "lớn hơn học phí" in says(Tuition, {"unit": "đồng/năm", "list_price": 1, "payable": payable})


def test_years_of_a_name_run_forward():
    names = [{"name": "Trường B", "from_year": 2017, "to_year": 2011}]

    assert "muộn hơn năm cuối" in says(Institution, SCHOOL | {"former_names": names})


def test_a_known_outcome_has_a_value():
    assert "thiếu value" in says(Outcome, OUTCOME)
    assert Outcome.model_validate(OUTCOME | {"state": "unknown"}).value is None


def test_a_rate_lies_within_a_hundred():
    assert "từ 0 đến 100" in says(Outcome, OUTCOME | {"value": 101})


def test_a_programme_needs_only_a_name():
    assert Programme.model_validate({"slug": "han", "name": "Hàn"}).codes == []
