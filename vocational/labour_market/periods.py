"""Reading the time a figure speaks of, so that figures can be put in order and compared."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

EXAMPLES = (
    "2025; 2025-Q3; 2018-2022; năm học 2024-2025; 6 tháng 2023; 9-11/2025; 10/2025; 2026-03-21; "
    "từ 2026-01-01; đến 2030; đầu 2025; đầu 2025 đến 31/5/2025"
)
QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}


@dataclass(frozen=True)
class Period:
    """A stretch of time with its first and last day, and how readers see it written."""

    starts: date
    ends: date
    words: str

    @property
    def heading(self) -> str:
        """Its words as the start of a sentence."""
        return self.words[:1].upper() + self.words[1:]

    @property
    def rhythm(self) -> tuple[int, int]:
        """What two periods must share to be compared: their months, and (for years) where they begin."""
        months = (self.ends.year - self.starts.year) * 12 + self.ends.month - self.starts.month + 1
        return months, self.starts.month if months == 12 else 0


UNDATED = Period(date.min, date.min, "không rõ thời điểm")


def read(text: str) -> Period:
    """Return the period that a text names, UNDATED for an empty one; raises ValueError when it names none."""
    text = " ".join(text.split())
    if not text:
        return UNDATED
    for pattern, made in FORMS:
        match = re.fullmatch(pattern, text)
        if match:
            return made(*match.groups())
    raise ValueError(f"không đọc được thời điểm «{text}»; viết theo một trong các dạng: {EXAMPLES}")


def _months(year: str | int, first: str | int, last: str | int, words: str) -> Period:
    year, first, last = int(year), int(first), int(last)
    if not 1 <= first <= last <= 12:
        raise ValueError(f"tháng trong «{words}» phải từ 1 đến 12 và theo thứ tự")
    return Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), words)


def _quarter(year: str, number: str) -> Period:
    return _months(year, int(number) * 3 - 2, int(number) * 3, f"quý {QUARTERS[number]}/{year}")


def _years(first: str, last: str) -> Period:
    if last <= first:
        raise ValueError(f"năm sau phải lớn hơn năm trước, ví dụ {first}-{int(first) + 1}")
    return Period(date(int(first), 1, 1), date(int(last), 12, 31), f"{first}–{last}")


def _school_year(first: str, last: str) -> Period:
    if int(last) != int(first) + 1:
        raise ValueError(f"năm học gồm hai năm liền nhau, ví dụ năm học {first}-{int(first) + 1}")
    return Period(date(int(first), 9, 1), date(int(last), 8, 31), f"năm học {first}–{last}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"ngày «{text}» không có thật; viết theo dạng 2027-08-30") from None


def _on(text: str) -> Period:
    day = _day(text)
    return Period(day, day, day.strftime("%d/%m/%Y"))


def _from(text: str) -> Period:
    day = _day(text)
    return Period(day, day, f"từ {day:%d/%m/%Y}")


def _until(year: str) -> Period:
    return Period(date(int(year), 1, 1), date(int(year), 12, 31), f"đến {year}")


def _early(year: str) -> Period:
    # «Đầu năm» names no end; half a year puts it before anything that covers the year.
    return _months(year, 1, 6, f"đầu {year}")


def _early_until(year: str, about: str | None, day: str | None, month: str, end_year: str) -> Period:
    words = f"đầu {year} đến {about or ''}{day or ''}{month}/{end_year}"
    through = _months(end_year, 1, month, words)
    ends = through.ends.replace(day=min(int((day or "31").rstrip("/")) or 1, through.ends.day))
    return Period(date(int(year), 1, 1), ends, words)


YEAR = r"((?:19|20)\d{2})"
FORMS: tuple[tuple[str, Callable[..., Period]], ...] = (
    (YEAR, lambda year: _months(year, 1, 12, year)),
    (rf"{YEAR}-Q([1-4])", _quarter),
    (rf"{YEAR}-{YEAR}", _years),
    (rf"năm học {YEAR}-{YEAR}", _school_year),
    (rf"(\d{{1,2}}) tháng {YEAR}", lambda count, year: _months(year, 1, count, f"{count} tháng {year}")),
    (
        rf"(\d{{1,2}}) tháng đầu {YEAR}",
        lambda count, year: _months(year, 1, count, f"{count} tháng đầu {year}"),
    ),
    (
        rf"(\d{{1,2}})-(\d{{1,2}})/{YEAR}",
        lambda first, last, year: _months(year, first, last, f"tháng {first}–{last}/{year}"),
    ),
    (rf"(\d{{1,2}})/{YEAR}", lambda month, year: _months(year, month, month, f"tháng {month}/{year}")),
    (rf"({YEAR[1:-1]}-\d{{2}}-\d{{2}})", _on),
    (rf"từ ({YEAR[1:-1]}-\d{{2}}-\d{{2}})", _from),
    (rf"đến {YEAR}", _until),
    (rf"đầu {YEAR}", _early),
    (rf"đầu {YEAR} đến (khoảng )?(\d{{1,2}}/)?(\d{{1,2}})/{YEAR}", _early_until),
)
