"""Dates, numbers and money as Vietnamese readers write them."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from vocational.vietnamese import slug

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
THIN_SPACE = "\u00a0"


def day(value: date | datetime | None) -> str:
    """Return «05/09/2025»; nothing for None."""
    return value.strftime("%d/%m/%Y") if value else ""


def as_of(text: str) -> str:
    """Return the date of a fact for readers: ISO dates and months turned round, words kept."""
    text = re.sub(r"\b(\d{4}-[\d-]+)\.\.([\d-]+)\b", _both_ends, text or "")
    text = re.sub(r"\b(\d{4})-(\d{2})-(\d{2})\b", r"\3/\2/\1", text)
    text = re.sub(r"(?<![\d/-])(\d{4})-(0[1-9]|1[0-2])(?![\d/-])", r"\2/\1", text)
    return re.sub(r"(?<!\d)(\d{4})-(\d{4})(?!\d)", "\\1–\\2", text)


def _both_ends(span: re.Match) -> str:
    # «2025-09-05..08» names only what differs at its end.
    start, end = span.groups()
    return f"{start}–{start[: -len(end)]}{end}"


def moment(value: datetime | None) -> str:
    """Return «07:30 ngày 05/09/2025» as the clock shows it in Việt Nam; nothing for None."""
    return value.astimezone(ZONE).strftime("%H:%M ngày %d/%m/%Y") if value else ""


def number(value: float | None) -> str:
    """Return «1.234,56», at most two decimals, no trailing zeros; nothing for None."""
    if value is None:
        return ""
    whole, _, decimals = f"{value:,.2f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def money(value: float | None) -> str:
    """Return «5.400.000 đ»; zero is «Miễn phí», None is nothing."""
    if value is None:
        return ""
    return f"{number(value)}{THIN_SPACE}đ" if value else "Miễn phí"


def percent(value: float | None) -> str:
    """Return «45 %» with a space that does not break."""
    return "" if value is None else f"{number(value)}{THIN_SPACE}%"


def phone(text: str) -> str:
    """Return a phone number grouped for reading: «0262 3812 345»; other texts unchanged."""
    digits = re.sub(r"[^\d+]", "", text or "")
    if re.fullmatch(r"0\d{10}", digits):
        return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    if re.fullmatch(r"0\d{9}", digits):
        return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    return (text or "").strip()


def phone_link(text: str) -> str:
    """Return the `tel:` address of a Vietnamese phone number; nothing when it holds no number."""
    digits = re.sub(r"\D", "", text or "")
    return f"tel:+84{digits[1:]}" if digits.startswith("0") else f"tel:+{digits}" if digits else ""


FILTERS = {
    "slug": slug,
    "day": day,
    "as_of": as_of,
    "moment": moment,
    "number": number,
    "money": money,
    "percent": percent,
    "phone": phone,
    "phone_link": phone_link,
}
