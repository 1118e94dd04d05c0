from datetime import date

import pytest

from vocational.policies.validity import Standing, applies, standing

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("status", "effective", "valid_to", "expected"),
    [
        ("in_force", "2026-01-01", None, Standing("in_force")),
        ("in_force", "2026-12-01", None, Standing("not_yet")),
        ("in_force", "2026-12", None, Standing("not_yet")),
        ("in_force", "", None, Standing("in_force")),
        ("in_force", "2022", None, Standing("in_force")),
        ("in_force", "2020-01-01", date(2026, 11, 21), Standing("ended")),
        ("in_force", "2020-01-01", date(2027, 6, 30), Standing("until", date(2027, 6, 30))),
        ("replaced", "2015-01-01", date(2025, 12, 31), Standing("replaced")),
        ("replaced", "2015-01-01", date(2026, 12, 31), Standing("until", date(2026, 12, 31))),
        ("replaced", "2015-01-01", TODAY, Standing("until", TODAY)),
        ("unclear", "2015-01-01", None, Standing("unclear")),
    ],
)
def test_a_document_stands_where_its_dates_put_it(status, effective, valid_to, expected):
    assert standing(status, effective, valid_to, TODAY) == expected


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "expected"),
    [
        (date(2025, 9, 3), None, "applies"),
        (date(2021, 10, 15), date(2025, 9, 2), "past"),
        (date(2026, 12, 1), None, "ahead"),
    ],
)
def test_a_provision_counts_between_its_days(valid_from, valid_to, expected):
    assert applies(valid_from, valid_to, TODAY) == expected
