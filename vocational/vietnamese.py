"""Vietnamese words: folded for comparing, and the order in which readers expect them."""

import re
import unicodedata

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Level, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries.
TONES = "\u0300\u0309\u0303\u0301\u0323"
_RANKS = {letter: rank for rank, letter in enumerate(LETTERS, start=100)}


def fold(text: str) -> str:
    """Return text without accents, in lower case, đ as d, spaces single: «Đắk  Lắk» gives «dak lak»."""
    spread = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(letter for letter in spread if not unicodedata.combining(letter)).split())


def slug(text: str) -> str:
    """Return text as an anchor: «1. Lớp 10, đường khác» gives «1-lop-10-duong-khac»."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


def sort_key(text: str) -> tuple:
    """Return a key for Vietnamese order: a ă â b c d đ …; tones count only where letters are equal."""
    letters, tones = [], []
    for letter in unicodedata.normalize("NFC", " ".join(text.lower().split())):
        spread = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in spread if mark in TONES), "")
        plain = unicodedata.normalize("NFC", spread.replace(tone, "")) if tone else letter
        letters.append(_RANKS.get(plain, min(ord(plain[:1] or " "), 99)))
        tones.append(TONES.index(tone) + 1 if tone else 0)
    return letters, tones


def sort_text(text: str) -> str:
    """Return `sort_key` as digits only, for a column: every database then sorts it in the same order."""
    letters, tones = sort_key(text)
    # 000 is below every letter, so that a shorter name comes before a longer one.
    return "".join(f"{rank:03d}" for rank in [*letters, 0]) + "".join(map(str, tones)).rstrip("0")
