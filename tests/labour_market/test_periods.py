from datetime import date

import pytest

from vocational.labour_market import periods


@pytest.mark.parametrize(
    ("written", "starts", "ends", "words"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "2025"),
        ("2025-Q3", date(2025, 7, 1), date(2025, 9, 30), "quý III/2025"),
        ("2018-2022", date(2018, 1, 1), date(2022, 12, 31), "2018–2022"),
        ("năm học 2024-2025", date(2024, 9, 1), date(2025, 8, 31), "năm học 2024–2025"),
        ("6 tháng 2023", date(2023, 1, 1), date(2023, 6, 30), "6 tháng 2023"),
        ("6 tháng đầu 2025", date(2025, 1, 1), date(2025, 6, 30), "6 tháng đầu 2025"),
        ("9-11/2025", date(2025, 9, 1), date(2025, 11, 30), "tháng 9–11/2025"),
        ("10/2025", date(2025, 10, 1), date(2025, 10, 31), "tháng 10/2025"),
        ("2026-03-21", date(2026, 3, 21), date(2026, 3, 21), "21/03/2026"),
        ("từ 2026-01-01", date(2026, 1, 1), date(2026, 1, 1), "từ 01/01/2026"),
        ("đến 2030", date(2030, 1, 1), date(2030, 12, 31), "đến 2030"),
        ("đầu 2025", date(2025, 1, 1), date(2025, 6, 30), "đầu 2025"),
        ("đầu 2025 đến 31/5/2025", date(2025, 1, 1), date(2025, 5, 31), "đầu 2025 đến 31/5/2025"),
        (
            "đầu 2025 đến khoảng 9/2025",
            date(2025, 1, 1),
            date(2025, 9, 30),
            "đầu 2025 đến khoảng 9/2025",
        ),
        ("đầu 2025 đến 31/2/2025", date(2025, 1, 1), date(2025, 2, 28), "đầu 2025 đến 31/2/2025"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(written, starts, ends, words):
    assert periods.read(written) == periods.Period(starts, ends, words)


@pytest.mark.parametrize(
    "written",
    [
        "gần đây",
        "2025-Q5",
        "13/2025",
        "0 tháng 2025",
        "2025-2020",
        "năm học 2020-2025",
        "2026-02-30",
        "25",
        "1825",
    ],
)
def test_what_names_no_period_is_refused_with_examples(written):
    with pytest.raises(ValueError, match=r"2025|tháng|năm học|ngày"):
        periods.read(written)


def test_no_period_comes_before_all_others():
    assert periods.read("").ends < periods.read("1992").starts


def test_a_heading_starts_with_a_capital_and_keeps_the_numerals():
    assert periods.read("2025-Q4").heading == "Quý IV/2025"


def test_a_year_and_a_school_year_do_not_beat_the_same_rhythm():
    assert periods.read("2025").rhythm != periods.read("năm học 2024-2025").rhythm


def test_years_beat_one_rhythm_whichever_they_are():
    assert periods.read("2018").rhythm == periods.read("2025").rhythm
