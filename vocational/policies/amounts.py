"""Amounts that the law sets as a share or a multiple of the base salary («lương cơ sở»).

The base salary is 2,340,000 đ a month from 1 July 2024 (Nghị định 73/2024/NĐ-CP) and 2,530,000 đ from
1 July 2026 (Nghị định 161/2026/NĐ-CP). What the law computes from it:

- boarding support: 100, 80 and 60 percent (Quyết định 53/2015/QĐ-TTg, Điều 3);
- policy scholarships: 80 and 100 percent (Nghị định 66/2026/NĐ-CP, Điều 8);
- support for very small ethnic groups: 100 percent (Nghị định 57/2017/NĐ-CP);
- support for minority university students: 60 percent (Quyết định 66/2013/QĐ-TTg);
- allowance for discharged soldiers: 6 times (Nghị định 27/2016/NĐ-CP, Điều 7);
- vocational training after service: at most 12 times (Nghị định 338/2025/NĐ-CP, Điều 25).

The salary is content with dates. Amounts are never written down: they would be wrong from the day it changes.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol


class Dated(Protocol):
    """Something that holds from one day to another; no last day means until changed."""

    valid_from: date
    valid_to: date | None


def valid_on(values: Iterable[Dated], on: date):
    """Return the one of several dated values that holds on a day; None when none does."""
    held = [
        value for value in values if value.valid_from <= on and (not value.valid_to or on <= value.valid_to)
    ]
    return max(held, key=lambda value: value.valid_from, default=None)


def computed(base: float, *, percent: float | None = None, multiple: float | None = None) -> int:
    """Return a share in percent, or a multiple, of a base amount in whole đồng."""
    return round(base * (100 if percent is None else percent) / 100 * (1 if multiple is None else multiple))
