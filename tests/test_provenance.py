"""How old and how sure a fact is called."""

from datetime import date

import pytest

from tests.conftest import TODAY
from vocational.provenance import Confidence, Provenance, end_of


def fact(as_of, confidence=Confidence.MEDIUM, checked_on=TODAY):
    return Provenance(("inst-1",), as_of, confidence, checked_on)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025-09-05", date(2025, 9, 5)),
        ("2017-02", date(2017, 2, 28)),
        ("08-12/2025", date(2025, 12, 31)),
        ("01/2023-10/2024", date(2024, 10, 31)),
        ("2024-07 đến 2026-06", date(2026, 6, 30)),
        ("2025", date(2025, 6, 30)),
        ("2024-2025", date(2025, 6, 30)),
        ("khoảng 2012", date(2012, 6, 30)),
        ("2025-02-31", date(2025, 2, 28)),
        ("không rõ", None),
        ("", None),
    ],
)
def test_words_say_until_when_a_fact_speaks(words, day):
    assert end_of(words) == day


@pytest.mark.parametrize("words", ["2017", "2025", "2024-2025", "2025-08", "6 tháng đầu 2019"])
def test_what_speaks_of_more_than_a_year_ago_is_old_though_looked_up_today(words):
    assert fact(words).freshness(TODAY) == "old"


@pytest.mark.parametrize("words", ["2026", "2025-2026", "2026-11-22", "2025-12"])
def test_what_speaks_of_the_last_year_counts_by_its_check(words):
    assert fact(words).freshness(TODAY) == "checked"


@pytest.mark.parametrize("confidence", [Confidence.LOW, Confidence.INFERRED, Confidence.MEMORY])
def test_what_is_not_certain_was_not_checked(confidence):
    unsure = fact("2026", confidence)

    assert unsure.freshness(TODAY) == "recheck"
    assert unsure.standing(TODAY) == "recheck"


def test_what_has_no_source_was_not_checked():
    assert Provenance((), "2026", Confidence.HIGH, TODAY).standing(TODAY) == "recheck"
