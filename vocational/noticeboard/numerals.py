"""Numbers, days and times as they are said aloud in Vietnamese."""

import re

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", " nghìn", " triệu")
BILLION = 10**9
AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
MONTHS = {4: "tư"}
ROMAN = {"I": 1, "V": 5, "X": 10}


def integer(number: int) -> str:
    """Return a whole number in words: 2026 is «hai nghìn không trăm hai mươi sáu»."""
    if number < 0:
        return f"âm {integer(-number)}"
    billions, rest = divmod(number, BILLION)
    if billions:
        return f"{integer(billions)} tỷ {_below_billion(rest, leading=False)}".strip()
    return _below_billion(number, leading=True) or DIGITS[0]


def _below_billion(number: int, *, leading: bool) -> str:
    parts = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            parts.append(_group(group, whole=not leading or bool(parts)) + SCALES[power])
    return " ".join(parts)


def _group(number: int, *, whole: bool) -> str:
    """Return up to three digits in words; a `whole` group names its hundreds even when there are none."""
    hundreds, rest = divmod(number, 100)
    said = [f"{DIGITS[hundreds]} trăm"] if hundreds or whole else []
    if rest:
        said.append(f"linh {DIGITS[rest]}" if said and rest < 10 else _tens(rest))
    return " ".join(said)


def _tens(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    if tens == 1:
        return f"mười {'lăm' if ones == 5 else DIGITS[ones]}" if ones else "mười"
    return f"{DIGITS[tens]} mươi {AFTER_TENS.get(ones, DIGITS[ones])}" if ones else f"{DIGITS[tens]} mươi"


def written(text: str) -> str:
    """Return a number as people write it in words: «1.500.000», «6,5», «007» digit by digit."""
    whole, comma, decimals = text.replace(".", "").partition(",")
    if len(whole) > 1 and whole.startswith("0") or len(whole) > 12:
        return one_by_one(text)
    said = integer(int(whole))
    if not comma:
        return said
    after = integer(int(decimals)) if len(decimals) == 2 and decimals[0] != "0" else one_by_one(decimals)
    return f"{said} phẩy {after}"


def one_by_one(text: str) -> str:
    """Return the digits of a text, each by itself."""
    return " ".join(DIGITS[int(digit)] for digit in text if digit.isascii() and digit.isdigit())


def phone(text: str) -> str:
    """Return a phone number digit by digit, in groups that a listener can write down."""
    digits = re.sub(r"\D", "", text.replace("+84", "0"))
    cuts = (4, 7, len(digits)) if len(digits) >= 9 else (4, len(digits))
    groups = [digits[start:end] for start, end in zip((0, *cuts), cuts, strict=False)]
    return ", ".join(one_by_one(group) for group in groups if group)


def day(day: int, month: int, year: int | None = None) -> str:
    """Return «ngày ba mươi tháng tám năm hai nghìn không trăm hai mươi sáu»; the first ten are «mồng»."""
    said = f"ngày {'mồng ' if day <= 10 else ''}{integer(day)} {month_of(month)}"
    return f"{said} năm {integer(year)}" if year else said


def month_of(month: int, year: int | None = None) -> str:
    """Return a month, with its year when there is one."""
    said = f"tháng {MONTHS.get(month) or integer(month)}"
    return f"{said} năm {integer(year)}" if year else said


def time(hour: int, minute: int = 0) -> str:
    """Return a time of day: 7, 30 is «bảy giờ ba mươi phút»."""
    said = f"{integer(hour)} giờ"
    return f"{said} {integer(minute)} phút" if minute else said


def roman(text: str) -> int:
    """Return the value of a small Roman number."""
    values = [ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-now if now < after else now for now, after in zip(values, following, strict=True))
