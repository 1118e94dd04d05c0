import pytest
from pydantic import ValidationError

from vocational.ingest.schemas.admissions import Quota, Round

LINE = {
    "id": "truong-a-2025-cao-dang",
    "institution": "truong-a",
    "year": "2025",
    "kind": "chi-tieu",
    "covers": "trinh-do",
    "level": "cao-dang",
    "seats": "120",
    "unit": "chỗ",
    "sources": "inst-1",
}


def fault_of(schema=Quota, **changes):
    cells = {name: cell for name, cell in (LINE | changes).items() if cell is not None}
    with pytest.raises(ValidationError) as caught:
        schema.model_validate(cells)
    return str(caught.value)


def test_a_plain_line_is_valid():
    assert Quota.model_validate(LINE).seats == 120


def test_nought_is_a_known_number():
    assert Quota.model_validate(LINE | {"seats": "0"}).seats == 0


def test_a_line_may_belong_to_two_levels():
    assert Quota.model_validate(LINE | {"level": "so-cap lai-xe"}).level == ["so-cap", "lai-xe"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"seats": None}, "ghi state là unknown"),
        ({"state": "unknown"}, "state phải là known"),
        ({"seats": "-1"}, "greater than or equal"),
        ({"seats": "nhiều"}, "valid integer"),
        ({"year": "25"}, "greater than or equal"),
        ({"sources": None}, "Field required"),
        ({"level": None}, "ghi mã trình độ"),
        ({"level": "dai-han"}, "Input should be"),
        ({"level": "tat-ca"}, "covers là truong"),
        ({"level": "tat-ca cao-dang", "covers": "truong"}, "đứng một mình"),
        ({"covers": "truong"}, "không phải truong"),
        ({"covers": "nganh"}, "ghi mã ngành"),
        ({"programme": "han"}, "covers phải là nganh"),
        ({"school_year": "2024-2025"}, "bắt đầu bằng năm tuyển sinh"),
        ({"opens": "2025-09-01", "closes": "2025-08-01"}, "phải sau ngày mở"),
        ({"closes": "31/08/2025"}, "valid date"),
        ({"hạn": "2025-08-01"}, "Extra inputs"),
    ],
)
def test_a_faulty_line_is_refused_with_words_that_help(changes, says):
    assert says in fault_of(**changes)


def test_a_round_may_have_no_last_day():
    cells = {"id": "a-2026", "institution": "a", "year": "2026", "name": "Đợt 1", "sources": "inst-1"}

    assert Round.model_validate(cells).closes is None
