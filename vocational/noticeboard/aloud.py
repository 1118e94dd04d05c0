"""A text as the voice at a loudspeaker reads it: no digits, abbreviations or addresses, short sentences."""

import re
from collections.abc import Iterable

from vocational.noticeboard import numerals
from vocational.noticeboard.abbreviations import KNOWN, LETTERS

MOST_WORDS = 30
"""Words that can be said in one breath, more or less."""
_UNITS = {
    "%": "phần trăm",
    "đ": "đồng",
    "vnđ": "đồng",
    "vnd": "đồng",
    "m2": "mét vuông",
    "m²": "mét vuông",
    "km": "ki lô mét",
    "kg": "ki lô gam",
    "ha": "héc ta",
    "m": "mét",
}
_SIGNS = {
    "&": "và",
    "→": "đến",
    "~": "khoảng ",
    "≥": "ít nhất ",
    "≤": "nhiều nhất ",
    ">": "trên ",
    "<": "dưới ",
}
_PER = "tháng|năm|người|tuần|ngày|suất|học sinh|sinh viên|em|buổi|giờ|chỗ|học kỳ|khóa|tiết|tín chỉ"
_DATED = r"ngày|từ|đến|hết|trước|sau|hôm|sáng|trưa|chiều|tối|thứ \w+|chủ nhật"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_UNIT = r"%|đ(?!\w)|VNĐ(?!\w)|VND(?!\w)|m2(?!\w)|m²|km(?!\w)|kg(?!\w)|ha(?!\w)|m(?!\w)"
_ABBREVIATIONS = "|".join(re.escape(short) for short in sorted(KNOWN, key=len, reverse=True))
_PATTERNS = {
    "address": r"(?:https?://|www\.)[^\s()]+|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net)\b(?:/[^\s()]*)?",
    "document": r"\d+/(?:\d{4}/)?[A-ZĐ]{1,8}(?:-[A-ZĐ&]{1,8})+\d*|\d+/[A-ZĐ]{2,8}(?!\w)",
    "schoolyear": r"(?<!\d)(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d(?!\d)",
    "date": r"(?:\b[Nn]gày\s+)?(?<![\d/])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\d/])",
    "named": r"\b[Nn]gày \d{1,2} tháng \d{1,2}(?: năm \d{4})?(?!\d)",
    "month": r"(?:\b[Tt]háng\s+)?(?<![\d/])\d{1,2}/\d{4}(?![\d/])",
    "daymonth": rf"(?:\b(?:{_DATED})\s+)(?<![\d/])\d{{1,2}}/\d{{1,2}}(?![\d/])"
    r"|(?<![\d/])[0-3]\d/[01]\d(?![\d/])",
    "phone": r"(?<![\d.,])(?:\+84|0)\d?(?:[ .-]?\d){8,9}(?!\d)|(?<!\d)1[89]00(?:[ .]?\d){4,6}(?!\d)",
    "time": r"(?<![\d:])(?:[01]?\d|2[0-4])(?:\s?h|\s?g|:)(?:[0-5]\d)?(?![\w:])"
    r"|(?<!\d)\d{1,2} giờ \d{2}(?: phút)?",
    "roman": r"(?<=kỳ )[IVX]+\b|(?<=quý )[IVX]+\b|(?<=đợt )[IVX]+\b|(?<=hóa )[IVX]+\b|(?<=vực )[IVX]+\b",
    "amount": rf"(?:{_NUMBER})(?:\s*[-–]\s*(?:{_NUMBER}))?(?:\s?(?:{_UNIT}))?(?:\+)?",
    "per": rf"\s*/\s*(?=(?:{_PER})\b)",
    "short": rf"(?<!\w)(?:{_ABBREVIATIONS})(?!\w)",
    "unknown": r"(?<!\w)[BCDĐGHKLMNPQRSTVXFJWZ]{2,8}(?!\w)",
    "sign": r"[&→~≥≤<>]",
    "either": r"(?<=\w)/(?=\w)",
}
_TOKENS = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()))


def said(text: str) -> str:
    """Return a text with everything written out that a voice would stumble over."""
    spoken = _TOKENS.sub(lambda match: _SAY[match.lastgroup](match[0]), text)
    spoken = re.sub(r"\(\s*\)|\[\s*\]", "", spoken)
    spoken = re.sub(r"\s*\(([^)]*)\)", r", \1", spoken)
    spoken = re.sub(r"[*_#«»“”\"\[\]|]", "", spoken)
    spoken = re.sub(r"\s+[-–—]\s+", ", ", spoken)
    spoken = re.sub(r"\s+([,.;:!?])", r"\1", " ".join(spoken.split()))
    return re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", spoken).strip(" ,;:")


def doubtful(text: str) -> list[str]:
    """Return the abbreviations of a text that no table knows: they are spelled, and better written out."""
    found = [match[0] for match in _TOKENS.finditer(text) if match.lastgroup == "unknown"]
    return list(dict.fromkeys(found))


def sentences(lines: Iterable[str]) -> list[str]:
    """Return lines as short sentences, each begun large and ended by a stop."""
    made = [part for line in lines for whole in _split(said(line)) for part in _breaths(whole)]
    return [_sentence(part) for part in made if re.search(r"\w", part)]


def _split(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+|\s*;\s*", text)


def _breaths(text: str) -> list[str]:
    """Cut a long sentence where it has a comma or colon; one without either stays whole."""
    if len(text.split()) <= MOST_WORDS:
        return [text]
    made: list[str] = []
    for part in re.split(r"(?<=[,:])\s+", text):
        if made and len(made[-1].split()) + len(part.split()) <= MOST_WORDS:
            made[-1] += f" {part}"
        else:
            made.append(part)
    return made


def _sentence(text: str) -> str:
    text = text.strip(" ,;:")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _document(text: str) -> str:
    number, _slash, rest = text.partition("/")
    year = re.match(r"\d{4}", rest)
    return numerals.written(number) + (f" năm {numerals.integer(int(year[0]))}" if year else "")


def _numbers(text: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", text)]


def _school_year(text: str) -> str:
    first, last = _numbers(text)
    return f"{numerals.integer(first)}{',' if last == first + 1 else ' đến'} {numerals.integer(last)}"


def _date(text: str) -> str:
    day, month, year = _numbers(text)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return ", ".join(numerals.integer(number) for number in (day, month, year))
    return numerals.day(day, month, year)


def _named_day(text: str) -> str:
    return numerals.day(*_numbers(text))


def _month(text: str) -> str:
    month, year = _numbers(text)
    if not 1 <= month <= 12:
        return f"{numerals.integer(month)} trên {numerals.integer(year)}"
    return numerals.month_of(month, year)


def _day_month(text: str) -> str:
    before = re.match(r"\D*", text)[0].strip()
    before = "" if before.lower() == "ngày" else before
    day, month = _numbers(text)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return f"{before} {numerals.integer(day)} phần {numerals.integer(month)}".strip()
    return f"{before} {numerals.day(day, month)}".strip()


def _amount(text: str) -> str:
    plus, text = text.endswith("+"), text.rstrip("+")
    parts = re.fullmatch(rf"({_NUMBER})(?:\s*[-–]\s*({_NUMBER}))?\s?(\D*)", text)
    first, last, unit = parts.groups()
    spoken = numerals.written(first) + (f" đến {numerals.written(last)}" if last else "")
    return spoken + (f" {_UNITS[unit.lower()]}" if unit else "") + (" cộng" if plus else "")


_SAY = {
    "address": lambda _text: "",
    "document": _document,
    "schoolyear": _school_year,
    "date": _date,
    "named": _named_day,
    "month": _month,
    "daymonth": _day_month,
    "phone": numerals.phone,
    "time": lambda text: numerals.time(*_numbers(text)),
    "roman": lambda text: numerals.integer(numerals.roman(text)),
    "amount": _amount,
    "per": lambda _text: " mỗi ",
    "short": KNOWN.__getitem__,
    "unknown": lambda text: " ".join(LETTERS[letter] for letter in text),
    "sign": lambda text: f" {_SIGNS[text]} ",
    "either": lambda _text: ", ",
}
