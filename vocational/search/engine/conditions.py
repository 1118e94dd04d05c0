"""What of a query was read as a condition (a place, a level, a topic), and the query without it."""

from dataclasses import replace

from vocational.search.engine.answers import Condition
from vocational.search.engine.syllables import spelled


def conditions(text: str, units) -> tuple[Condition, ...]:
    """Return the conditions among the units of a cleaned text, in the order in which they were typed.

    Taking a place off takes the small words before it off too: «học may ở Buôn Hồ» becomes «học may». What is
    said twice («lớp 9 rớt cấp 3») is one condition, and taking it off takes both off.
    """
    said = {}
    for condition, start, end in _conditions(text, list(units)):
        same = condition.kind, condition.label, condition.value
        said.setdefault(same, []).append((condition, start, end))
    return tuple(replace(found[0][0], rest=_without(text, found)) for found in said.values())


def _conditions(text, units):
    """Yield each condition with where it begins and ends."""
    for place, unit in enumerate(units):
        start, end = unit.words[0].start, unit.words[-1].end
        typed = text[start:end]
        if unit.role == "place":
            while place and units[place - 1].role == "stop":
                place -= 1
                start = units[place].words[0].start
            label, kind, value = place_name(unit), "place", " ".join(unit.areas)
        elif unit.label:
            kind, value = next(iter(unit.facets), ("topic", ""))
            label = unit.label
        else:
            continue
        yield Condition(kind, typed, label, value, ""), start, end


def place_name(unit) -> str:
    """Return the name of a place as people write it, from the gazetteer or from a term of the index."""
    if unit.label:
        return unit.label
    return " ".join(word.capitalize() for word in map(spelled, unit.terms[0].split("_")))


def _without(text, found):
    """Return the text without some pieces of it, which stand in order."""
    for _condition, start, end in reversed(found):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split())
