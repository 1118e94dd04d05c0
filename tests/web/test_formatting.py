import pytest

from vocational.web.formatting import as_of, number, phone


@pytest.mark.parametrize(
    "written, read",
    [
        ("2025-09-05", "05/09/2025"),
        ("2017-07", "07/2017"),
        ("2022-2023", "2022–2023"),
        ("2025-09-04..06", "04/09/2025–06/09/2025"),
        ("2022-03-25..07-21", "25/03/2022–21/07/2022"),
        ("2015-09..11", "09/2015–11/2015"),
        ("2025-12-26..2026-01-04", "26/12/2025–04/01/2026"),
        ("khoảng 2014", "khoảng 2014"),
        (None, ""),
    ],
)
def test_the_date_of_a_fact_is_turned_round_for_readers(written, read):
    assert as_of(written) == read


def test_numbers_and_phones_are_grouped_as_vietnamese_readers_group_them():
    assert number(1234.56) == "1.234,56"
    assert phone("02628551558") == "0262 855 1558"
