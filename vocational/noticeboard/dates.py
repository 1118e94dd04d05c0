"""When a notice holds, on a given day, and its dates in words.

A date is written as far as the source knows it: «2025-08-20», «2025-08» or «2025».
"""

import calendar
import re
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# A notice without a closing day soon stops being news; later it must not look as if it still held.
NEW_FOR = timedelta(days=30)


class Standing(StrEnum):
    """Where a notice stands on a given day."""

    UPCOMING = "upcoming"
    CURRENT = "current"
    ARCHIVED = "archived"


def day_of(moment: datetime) -> date:
    """Return the day of a moment where the readers live."""
    return moment.astimezone(ZONE).date()


def end_of(day: date) -> datetime:
    """Return the moment at which a day is over where the readers live."""
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), ZONE)


def parts(text: str) -> tuple[int, int | None, int | None]:
    """Return (year, month or None, day or None); raises ValueError for what is no date."""
    match = PATTERN.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    date(year, month or 1, day or 1)
    return year, month, day


def first_day(text: str) -> date:
    """Return the first day that a date can mean."""
    year, month, day = parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """Return the last day that a date can mean."""
    year, month, day = parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def shown_until(*, kind: str, starts: str, ends: str = "", deadline: date | None = None) -> date:
    """Return the last day on which a notice may be shown as one that holds.

    An event holds until it is over, anything else until its deadline; without a deadline it is news for a
    month. Of a notice whose source knows only the year nobody can tell: it holds only while it lies ahead.
    """
    if deadline and kind != "event":
        return deadline
    year, month, day = parts(ends or starts)
    if month is None:
        return date(year, 1, 1) - timedelta(days=1)
    last = last_day(ends or starts)
    return last if kind == "event" or day is None else last + NEW_FOR


def standing(starts_on: date, until: date, today: date) -> Standing:
    """Return whether a notice lies ahead, holds, or belongs into the archive."""
    if starts_on > today:
        return Standing.UPCOMING
    return Standing.CURRENT if today <= until else Standing.ARCHIVED


def words(text: str) -> str:
    """Return a date as readers say it: «20/08/2025», «tháng 8/2025», «năm 2025»."""
    year, month, day = parts(text)
    if day:
        return f"{day:02}/{month:02}/{year}"
    return f"tháng {month}/{year}" if month else f"năm {year}"


def span_words(starts: str, ends: str = "") -> str:
    """Return a date or a span in words, from the first to the last."""
    return f"từ {words(starts)} đến {words(ends)}" if ends and ends != starts else words(starts)


def archive_words(*, kind: str, starts: str, ends: str, deadline: date | None, today: date) -> str:
    """Return what makes a notice one of the archive: its deadline or its end has passed, or its age."""
    if deadline and kind != "event":
        return f"đã qua ngày {deadline:%d/%m/%Y}"
    last, shown = last_day(ends or starts), words(ends or starts)
    shown = f"ngày {shown}" if shown[0].isdigit() else shown
    return f"đã qua {shown}" if kind == "event" and last < today else f"tin {shown}"
