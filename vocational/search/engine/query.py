"""Reading what a person typed: from any characters at all to units to look for. Nothing is an error.

There is no query language: operators, wildcards and field names are words or nothing. Work is bounded by the
length of what is read. Stages: words → repaired words (repair.py) → units, the longest known phrase first.
"""

import re
from dataclasses import dataclass

from vocational.search.engine.answers import Reading
from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.repair import Word, repaired, typed_words
from vocational.search.engine.schema import code_key
from vocational.search.engine.spelling import Spelling
from vocational.search.engine.text import clean, fold
from vocational.search.engine.vocabulary import Entry, Meaning, Vocabulary, agrees

_LONGEST_PLACE = 5
_DOCUMENT_NUMBER = re.compile(r"\d+[a-zđ]?(?:/\d{4})?(?:/[a-zđ][\w\-]*)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Unit:
    """Something looked for as one: a word, a phrase with other names, a place, a code.

    `factor` is 1 for content, small for role words, 0 for stop words.
    """

    words: tuple[Word, ...]
    meanings: tuple[Meaning, ...] = ()
    factor: float = 1.0
    kinds: tuple[str, ...] = ()
    role: str = "word"
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """A query as read."""

    units: tuple[Unit, ...]
    readings: tuple[Reading, ...]
    marked: bool
    words: tuple[Word, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of pages that the words speak of."""
        return tuple(dict.fromkeys(kind for unit in self.units for kind in unit.kinds))


def read(text: str, lexicon: Lexicon, vocabulary: Vocabulary, spelling: Spelling) -> Query:
    """Return what a text asks for."""
    words, readings = repaired(typed_words(clean(text)), lexicon, vocabulary, spelling)
    units = _without_stop_words(_units(words, lexicon, vocabulary))
    readings = [*readings, *_expansions(units)]
    return Query(
        units=tuple(units),
        readings=tuple(readings),
        marked=any(word.marked for word in words),
        words=tuple(words),
    )


def _units(words, lexicon, vocabulary):
    units, place = [], 0
    while place < len(words):
        unit = (
            _code(words, place, lexicon)
            or _longest(words, place, lexicon, vocabulary)
            or Unit((words[place],))
        )
        units.append(unit)
        place += len(unit.words)
    return units


def _code(words, start, lexicon):
    """Return a unit for the number or code that begins here: 238/2025/NĐ-CP, nđ 81, 6510216, TPC."""
    for length in (5, 4, 3, 2, 1):
        part = words[start : start + length]
        if len(part) == length and any(char.isdigit() or length == 1 for word in part for char in word.folded):
            keys = _code_keys(part)
            found = tuple(key for key in keys if key in lexicon.codes)
            if found:
                return Unit(tuple(part), role="code", terms=found)
    return None


def _code_keys(part):
    """Return how words may be written as one code: joined as they stood, or «kind_number» for «nđ 81»."""
    joined = code_key("".join(word.before + word.raw for word in part).strip())
    keys = [joined] if len(part) == 1 or "/" in joined else []
    if len(part) > 1 and part[1].folded[0].isdigit() and not part[0].folded[0].isdigit():
        number = code_key("".join(word.before + word.raw for word in part[1:]).strip())
        keys.append(f"{part[0].folded}_{number}")
    return keys


def _longest(words, start, lexicon, vocabulary):
    """Return the longest phrase from here that is a place or an entry of the vocabulary."""
    for length in range(min(max(vocabulary.longest, _LONGEST_PLACE), len(words) - start), 0, -1):
        part = tuple(words[start : start + length])
        typed = tuple(word.exact for word in part)
        entries = vocabulary.entries_for(typed, tuple(word.raw for word in part))
        if entries:
            entries = [entry for entry in entries if not entry.at_end or start + length == len(words)]
        places = _places(typed, lexicon) if length <= _LONGEST_PLACE else ()
        if entries or places:
            return _known(part, entries, places)
    return None


def _places(typed, lexicon):
    terms = lexicon.places.get("_".join(map(fold, typed)), ())
    return tuple(term for term in terms if agrees(typed, tuple(term.split("_"))))


def _known(part, entries: list[Entry], places):
    meanings = tuple(dict.fromkeys(meaning for entry in entries for meaning in entry.meanings))
    kinds = tuple(dict.fromkeys(kind for entry in entries for kind in entry.kinds))
    if places:
        return Unit(part, meanings, 1.0, kinds, "place", places)
    if meanings:
        return Unit(part, meanings, 1.0, kinds, "phrase")
    return Unit(part, (), min(entry.weight for entry in entries), kinds, entries[0].role)


def _without_stop_words(units):
    """Drop stop words while something else stays; if nothing does, role words and stop words are the content."""
    if any(unit.factor >= 1 for unit in units):
        return [unit for unit in units if unit.factor > 0]
    kept = [unit for unit in units if unit.factor > 0] or units
    return [Unit(unit.words, unit.meanings, 1.0, unit.kinds, unit.role, unit.terms) for unit in kept]


def _expansions(units):
    for unit in units:
        typed = " ".join(word.shown for word in unit.words)
        if unit.role == "place":
            yield Reading("place", typed, unit.terms[0])
        for meaning in unit.meanings:
            yield Reading(meaning.kind, typed, meaning.shown)
