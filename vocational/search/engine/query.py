"""Reading what a person typed: from any characters at all to units to look for. Nothing is an error.

There is no query language: operators, wildcards and field names are words or nothing. Work is bounded by the
length of what is read. Stages: words → repaired words (repair.py) → units, the longest known phrase first.
"""

from dataclasses import dataclass, replace
from itertools import zip_longest

from vocational.search.engine.answers import Condition, Reading
from vocational.search.engine.conditions import conditions, place_name
from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.repair import MOST_CHARACTERS, Word, repaired, typed_words
from vocational.search.engine.spelling import Spelling
from vocational.search.engine.text import clean, exact_phrase
from vocational.search.engine.units import Unit, unit_of
from vocational.search.engine.vocabulary import Vocabulary

_TOWARDS = frozenset(["o", "tai", "gan", "ve", "quanh", "khu"])
_TOGETHER = 1.5
_STOPS, _PLACES, _GUESSED = 0.8, 1.3, 0.85


@dataclass(frozen=True)
class Query:
    """A query as read."""

    units: tuple[Unit, ...]
    readings: tuple[Reading, ...]
    marked: bool
    words: tuple[Word, ...]
    conditions: tuple[Condition, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of pages that the words speak of."""
        return tuple(dict.fromkeys(kind for unit in self.units for kind in unit.kinds))


def read(text: str, lexicon: Lexicon, vocabulary: Vocabulary, spelling: Spelling) -> Query:
    """Return what a text asks for."""
    text = clean(text[: 4 * MOST_CHARACTERS])[:MOST_CHARACTERS]
    words, readings = repaired(typed_words(text), lexicon, vocabulary, spelling)
    said = _before_places(_units(words, lexicon, vocabulary))
    units = _without_stop_words(said)
    kept = {word.start for unit in units for word in unit.words}
    readings = [reading for reading in readings if _matters(reading, words, kept)]
    readings = [*readings, *_expansions(units)]
    return Query(
        units=tuple(units),
        readings=tuple(readings),
        marked=any(word.marked for word in words),
        words=tuple(words),
        conditions=conditions(text, said),
    )


def _matters(reading, words, kept):
    """Return whether what was read differently is looked for at all: «ko» at the end only asks."""
    return reading.kind != "abbreviation" or any(
        word.shown in reading.read_as.split() and word.start in kept for word in words
    )


def _units(words, lexicon, vocabulary):
    """Cut the words into units so that known phrases cover as much as they can, longer ones first.

    Taking the longest phrase from the left would cut «lắp ráp máy | tính»: two phrases that cover everything
    are worth more than a longer one that leaves half a compound over.
    """
    best = {len(words): (0.0, ())}
    for start in range(len(words) - 1, -1, -1):
        ways = [
            unit_of(words, start, length, lexicon, vocabulary) for length in range(1, len(words) - start + 1)
        ]
        worth = [
            (_worth(unit) + best[start + len(unit.words)][0], len(unit.words), unit) for unit in ways if unit
        ]
        value, _, unit = max(worth, key=lambda way: way[:2])
        best[start] = value, unit
    units, place = [], 0
    while place < len(words):
        units.append(best[place][1])
        place += len(units[-1].words)
    return units


def _worth(unit):
    """Return how gladly a unit is taken: more than its words one by one, stop words less than content.

    A place is hardly ever said by chance; accents that were left out leave more to chance.
    """
    if unit.role == "word":
        return 0.0
    worth = len(unit.words) ** _TOGETHER * (_PLACES if unit.role == "place" else 1)
    return worth * (_STOPS if unit.factor == 0 else 1) * (1 if unit.as_typed else _GUESSED)


def _before_places(units):
    """Take «gần», «ở», «về» before a place for what they are; the place itself says all."""
    return [
        replace(unit, factor=0.0, role="stop", meanings=())
        if following.role == "place" and unit.words[-1].folded in _TOWARDS and len(unit.words) == 1
        else unit
        for unit, following in zip_longest(units, units[1:], fillvalue=Unit(()))
    ]


def _without_stop_words(units):
    """Drop stop words while something else stays; if nothing does, they and role words are the content."""
    if any(unit.factor >= 1 for unit in units):
        return [unit for unit in units if unit.factor > 0]
    kept = [unit for unit in units if unit.factor > 0] or units
    return [replace(unit, factor=1.0) for unit in kept]


def _expansions(units):
    for unit in units:
        typed = " ".join(word.shown for word in unit.words)
        if unit.role == "place":
            yield Reading("place", typed, place_name(unit))
        for meaning in unit.meanings:
            if meaning.kind not in ("number", "name") and exact_phrase(typed) != meaning.phrase:
                yield Reading(meaning.kind, typed, meaning.shown)
