from datetime import date, timedelta

import pytest

from vocational.admissions.deadlines import Deadline, by_month

TODAY = date(2026, 11, 22)


def deadline(closes, **values):
    return Deadline(id="a", closes=closes, title="Trường A", **values)


@pytest.mark.parametrize(
    ("days", "state"), [(-1, "closed"), (0, "closing"), (14, "closing"), (15, "open"), (300, "open")]
)
def test_the_state_depends_on_the_days_left(days, state):
    assert deadline(TODAY + timedelta(days)).state(TODAY) == state


def test_a_round_that_has_not_opened_is_coming():
    assert deadline(date(2027, 8, 30), opens=date(2027, 6, 1)).state(TODAY) == "coming"


def test_the_last_day_has_no_days_left():
    assert deadline(TODAY).days_left(TODAY) == 0


def test_deadlines_are_grouped_by_month_and_year():
    months = by_month(
        [deadline(date(2026, 12, 1)), deadline(date(2026, 12, 31)), deadline(date(2027, 12, 1))]
    )

    assert [(month, len(group)) for month, group in months] == [("Tháng 12/2026", 2), ("Tháng 12/2027", 1)]
