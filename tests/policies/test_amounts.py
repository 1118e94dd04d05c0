from dataclasses import dataclass
from datetime import date

import pytest

from vocational.policies import amounts


@dataclass
class Dated:
    value: int
    valid_from: date
    valid_to: date | None = None


OLD = Dated(2_340_000, date(2024, 7, 1), date(2026, 6, 30))
NEW = Dated(2_530_000, date(2026, 7, 1))


@pytest.mark.parametrize(
    ("percent", "multiple", "amount"),
    [
        (100, None, 2_530_000),
        (80, None, 2_024_000),
        (60, None, 1_518_000),
        (None, 6, 15_180_000),
        (None, 12, 30_360_000),
    ],
)
def test_amounts_since_july_2026_are_shares_and_multiples_of_2530000(percent, multiple, amount):
    assert amounts.computed(NEW.value, percent=percent, multiple=multiple) == amount


@pytest.mark.parametrize(
    ("percent", "multiple", "amount"),
    [(100, None, 2_340_000), (80, None, 1_872_000), (60, None, 1_404_000), (None, 6, 14_040_000)],
)
def test_amounts_before_july_2026_follow_the_older_salary(percent, multiple, amount):
    assert amounts.computed(OLD.value, percent=percent, multiple=multiple) == amount


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (date(2026, 11, 22), NEW),
        (date(2026, 7, 1), NEW),
        (date(2026, 6, 30), OLD),
        (date(2024, 7, 1), OLD),
        (date(2024, 6, 30), None),
    ],
)
def test_the_value_of_a_day_is_the_one_that_holds_then(on, held):
    assert amounts.valid_on([NEW, OLD], on) == held
