"""How a query was read, in words for the person who typed it."""

import re
import unicodedata
from collections.abc import Iterable

from vocational.places.gazetteer import Gazetteer, short_name
from vocational.search.answering import place_of
from vocational.search.engine.answers import Condition, Reading, Understood
from vocational.vietnamese import fold

SAYS = {
    "keystrokes": "phím gõ chưa thành dấu, đọc là",
    "spelling": "đọc là",
    "spacing": "tách chữ thành",
    "abbreviation": "viết tắt, tìm cả",
}
ALSO = 3
UNITS_TOLD = 1
LONGEST_TITLE = 60
_PILED_MARKS = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")


def shown(words: str, longest: int = LONGEST_TITLE) -> str:
    """Return typed words for headings: no invisible characters, no heaps of accents, cut at a word."""
    visible = (
        letter if unicodedata.category(letter)[0] != "C" else " " for letter in words if _prints(letter)
    )
    text = _PILED_MARKS.sub(r"\1", " ".join("".join(visible).split()))
    if len(text) <= longest:
        return text
    return (text[: longest + 1].rpartition(" ")[0] or text[:longest]) + "…"


def _prints(letter):
    # Format characters (writing direction, joiners) vanish; control characters part words.
    return unicodedata.category(letter) != "Cf"


def condition_words(condition: Condition, gazetteer: Gazetteer) -> str:
    """Return what was read as a condition: «sau lớp 9», «ở Buôn Ma Thuột (nay: phường Buôn Ma Thuột …)».

    Nothing for a place of the texts that is no place of the country: a school, a hall, a street.
    """
    if condition.kind != "place":
        return condition.label
    area = place_of(condition, gazetteer)
    if area is None:
        return (
            f"ở {condition.label}" if condition.value and gazetteer.area(condition.value.split()[0]) else ""
        )
    today = [unit.name for unit in gazetteer.today_of(area)]
    return f"ở {short_name(area.name)}{_today_words(today)}"


def _today_words(units: list[str]) -> str:
    told, more = ", ".join(units[:UNITS_TOLD]), len(units) - UNITS_TOLD
    if not told:
        return ""
    return f" (nay: {told} và {more} nơi khác)" if more > 0 else f" (nay: {told})"


def changed(readings: Iterable[Reading]) -> list[tuple[str, str, list[str]]]:
    """Return (typed, what was done, read as) of words that are looked for otherwise than they were typed."""
    told: dict[tuple[str, str], list[str]] = {}
    for one in readings:
        if one.kind in SAYS and fold(one.typed) != fold(one.read_as):
            found = told.setdefault((one.typed, SAYS[one.kind]), [])
            found.extend({one.read_as} - set(found))
    return [(typed, done, found) for (typed, done), found in told.items()]


def also(understood: Understood, words: str) -> list[str]:
    """Return the first other names looked for beside what was typed; those of a place stand beside it."""
    places = {condition.typed for condition in understood.conditions if condition.kind == "place"}
    told = [one for one in understood.readings if one.kind == "synonym" and one.typed not in places]
    # That a short form is looked for as well tells a reader nothing.
    names = [one.read_as for one in told if not one.read_as.isupper()]
    return [name for name in dict.fromkeys(names) if name.lower() not in words.lower()][:ALSO]
