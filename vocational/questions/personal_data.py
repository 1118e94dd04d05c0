"""Finding in a text what tells who somebody is, so that it can be taken out before it is sent.

No list of names is used: what is found are numbers and addresses by their shape, and what follows words that
people introduce themselves with. It points out; it never decides.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

TAKEN_OUT = "[…]"
_WHO = r"(?:em|con|mình|tôi|tớ|cháu|anh|chị|bạn|mẹ|bố|ba|cha)"
_UPPER = "A-Z" + "".join(sign for sign in map(chr, range(0xC0, 0x1EFA)) if sign.isupper())
_CAPITALS = rf"(?:[{_UPPER}][\w'’]*\s*){{1,5}}"
PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("Địa chỉ thư điện tử", r"[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)+"),
        ("Liên kết mạng xã hội", r"(?i)\b(?:facebook|fb|zalo|tiktok|instagram)\.(?:com|me|vn)/\S+"),
        ("Số điện thoại", r"(?<!\d)(?:\+?84|0)(?:[\s.\-]?\d){8,9}(?![\s.\-]?\d)"),
        ("Số căn cước, số định danh", r"(?<!\d)(?:\d{12}|\d{9}|\d{3}(?:[\s.\-]\d{3}){3})(?!\d)"),
        ("Ngày sinh", r"(?i)\bsinh\s+(?:ngày\s+)?\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}"),
        (
            "Tên",
            rf"(?i:\b(?:{_WHO}\s+(?:tên\s+)?là|họ\s+(?:và\s+)?tên|tên\s+{_WHO})(?:\s+là|\s*:)?)\s+{_CAPITALS}",
        ),
        (
            "Tên",
            rf"(?i)\b(?:{_WHO}\s+tên|{_WHO}\s+ten|tên\s+{_WHO}\s+là)(?:\s+l[àa])?\s+"
            r"(?!(?:gì|gi|chi|sao|trường|ngành|nghề)\b)[^\W\d_]+(?:\s+[^\W\d_]+){0,3}",
        ),
        ("Lớp của em", r"(?i)\blớp\s*(?:[6-9]|1[0-2])\s*(?:[./]\s*\d{1,2}|[./]?\s*[a-h]\d{0,2})(?![\wÀ-ỹ/])"),
        (
            "Trường của em",
            rf"(?:THCS|THPT|PTDTNT|PTDTBT|[Tt]rung học (?:cơ sở|phổ thông))(?:\s+[{_UPPER}][\w'’]*)+",
        ),
        ("Địa chỉ nhà", r"(?i)\b(?:số\s+nhà|nhà\s+(?:em|con|mình|tôi)\s+(?:ở\s+)?số)\s*\d+\w*"),
    )
)


@dataclass(frozen=True)
class Found:
    """A piece of a text that tells who somebody is, and what it seems to be."""

    kind: str
    text: str
    start: int
    end: int


def found_in(text: str) -> list[Found]:
    """Return what in a text tells who somebody is, in the order of the text, nothing twice."""
    everything = [
        Found(kind, match[0].rstrip(), match.start(), match.start() + len(match[0].rstrip()))
        for kind, pattern in PATTERNS
        for match in pattern.finditer(text)
    ]
    kept: list[Found] = []
    for one in sorted(everything, key=lambda found: found.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def without(text: str, found: Iterable[Found]) -> str:
    """Return a text with what was found taken out."""
    for one in sorted(found, key=lambda found: -found.start):
        text = f"{text[: one.start]}{TAKEN_OUT}{text[one.end :]}"
    return text
