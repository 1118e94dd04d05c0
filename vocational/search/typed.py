"""Which typed words may be counted, and in what form: words only, nothing that could lead to a person.

Not counted are words with

- a number of eight digits or more, whatever marks or spaces stand between the digits: telephone numbers have
  ten, the numbers of citizens twelve, a date of birth eight («2025-2026» is a school year and may stay);
- «@», as in an address of electronic mail;
- more than twelve words or a hundred characters: somebody tells a story, perhaps their own;
- no letter and no digit at all.

A name cannot be told from other words. That is why words are shown only when they were looked for three times
at least (`queries.SHOWN_FROM`), and are deleted after ninety days (`service.KEPT_DAYS`).
"""

import re
import unicodedata

LONGEST = 100
MOST_WORDS = 12
DIGITS = 8
_NUMBER = re.compile(r"\d(?:[\W_]*\d)*")
_SCHOOL_YEAR = re.compile(r"(20\d\d)\s?[-–/ ]\s?(20\d\d)")


def countable(typed: str) -> str | None:
    """Return the words as they are counted: NFC, lower case, single spaces; None when they may not be."""
    if len(typed) > 10 * LONGEST:
        return None
    text = unicodedata.normalize("NFC", _visible(typed).lower())
    words = " ".join(text.split())
    if len(words) > LONGEST or words.count(" ") >= MOST_WORDS or not any(map(str.isalnum, words)):
        return None
    return None if _may_lead_to_a_person(words) else words


def _visible(text: str) -> str:
    """Return the text with spaces for control characters, direction marks and the like."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _may_lead_to_a_person(words: str) -> bool:
    # Full-width digits and signs are read as what they look like.
    plain = unicodedata.normalize("NFKC", words)
    return "@" in plain or any(map(_is_long, _NUMBER.findall(plain)))


def _is_long(number: str) -> bool:
    year = _SCHOOL_YEAR.fullmatch(number)
    if year and int(year[2]) == int(year[1]) + 1:
        return False
    return sum(map(str.isdigit, number)) >= DIGITS
