import pytest

from vocational.search.engine import schema


def test_a_legal_number_is_known_by_all_its_names():
    keys = {"238/2025/nd-cp", "238/2025", "nd_238", "nd_238/2025", "nd_238/2025/nd-cp"}

    assert schema.code_keys("238/2025/NĐ-CP") == keys


def test_a_number_without_year_is_known_by_kind():
    assert "qd_522" in schema.code_keys("522/QĐ-TTg")


def test_other_codes_are_kept_whole():
    assert schema.code_keys("6510216") == {"6510216"}
    assert schema.code_keys("TPC") == {"tpc"}


@pytest.mark.parametrize(
    ("date", "number"), [("2026-07-08", 20260708), ("2026-07", 20260700), ("2019", 20190000), ("", 0)]
)
def test_dates_sort_as_numbers(date, number):
    assert schema.date_number(date) == number


def test_a_document_may_leave_out_everything_but_its_id():
    assert schema.row({"id": "x/y"})["title"] == []


def test_words_of_the_title_are_exact_and_pairs_are_folded():
    made = schema.row({"id": "nganh/han", "title": "Hàn điện"})

    assert made["title_pairs"] == ["han_dien"]
    assert made["title"] == ["han\u0300", "diên\u0323".replace("d", "đ")]
