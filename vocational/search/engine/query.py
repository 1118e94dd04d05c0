"""Reading what a person typed: from any characters at all to units to look for. Nothing is an error.

There is no query language: operators, wildcards and field names are words or nothing. Work is bounded by the
length of what is read. Stages: words → repaired words (repair.py) → units, the longest known phrase first.
"""

from dataclasses import dataclass, replace
from itertools import zip_longest

from vocational.search.engine.answers import Condition, Reading
from vocational.search.engine.conditions import conditions, place_name
from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.repair import Word, repaired, typed_words
from vocational.search.engine.schema import code_key
from vocational.search.engine.spelling import Spelling
from vocational.search.engine.text import clean, exact_phrase, fold
from vocational.search.engine.vocabulary import Entry, Meaning, Vocabulary, agrees

_LONGEST_PLACE = 6
_BEFORE_PLACES = frozenset(["o", "tai", "xa", "phuong", "huyen", "tinh", "quan", "gan", "ve"])
"""Folded words behind which a name is that of a place."""
_TOWARDS = frozenset(["o", "tai", "gan", "ve", "quanh", "khu"])
_LONGEST_CODE = 6
_MENTION = 0.5


@dataclass(frozen=True)
class Unit:
    """Something looked for as one: a word, a phrase with other names, a place, a code, or («elsewhere») what
    people look for though this site does not have it.

    `factor` is 1 for content, small for role words, 0 for stop words.
    """

    words: tuple[Word, ...]
    meanings: tuple[Meaning, ...] = ()
    factor: float = 1.0
    kinds: tuple[str, ...] = ()
    role: str = "word"
    terms: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    label: str = ""
    areas: tuple[str, ...] = ()
    wider: tuple[tuple[str, ...], ...] = ()


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
    text = clean(text)
    words, readings = repaired(typed_words(text), lexicon, vocabulary, spelling)
    said = _before_places(_units(words, lexicon, vocabulary))
    units = _without_stop_words(said)
    readings = [*readings, *_expansions(units)]
    return Query(
        units=tuple(units),
        readings=tuple(readings),
        marked=any(word.marked for word in words),
        words=tuple(words),
        conditions=conditions(text, said),
    )


def _units(words, lexicon, vocabulary):
    units, place = [], 0
    while place < len(words):
        unit = (
            _code(words, place, lexicon, vocabulary)
            or _longest(words, place, lexicon, vocabulary)
            or Unit((words[place],))
        )
        units.append(unit)
        place += len(unit.words)
    return units


def _code(words, start, lexicon, vocabulary):
    """Return a unit for the number or code that begins here: 238/2025/NĐ-CP, nghị định 81, 6510216, TPC."""
    for length in range(min(_LONGEST_CODE, len(words) - start), 0, -1):
        part = tuple(words[start : start + length])
        found = tuple(key for key in _code_keys(part, vocabulary) if key in lexicon.codes)
        if found:
            numbers = dict.fromkeys(number for key in found for number in lexicon.codes[key])
            mentions = tuple(Meaning(exact_phrase(number), number, _MENTION, "number") for number in numbers)
            return Unit(part, mentions, role="code", terms=found)
    return None


def _code_keys(part, vocabulary):
    """Yield how words may be written as one code: as they stood, or «nd_81» for a kind and its number."""
    if len(part) == 1 or any("/" in word.before for word in part[1:]):
        yield _joined(part)
    for cut in range(1, len(part)):
        if part[cut].folded[0].isdigit() and not part[cut - 1].folded[0].isdigit():
            number = _joined(part[cut:])
            for name in _short_names(part[:cut], vocabulary):
                yield f"{name}_{number}"


def _short_names(part, vocabulary):
    """Return what a kind of document may be called in its number: nghị định is nd."""
    typed, raw = tuple(word.exact for word in part), tuple(word.raw for word in part)
    names = [fold(word) for word in typed] if len(part) == 1 else []
    for entry in vocabulary.entries_for(typed, raw):
        names += [fold(meaning.phrase[0]) for meaning in entry.meanings if len(meaning.phrase) == 1]
    return names


def _joined(part):
    first, *others = part
    return code_key(first.raw + "".join(word.before.strip() + word.raw for word in others))


def _longest(words, start, lexicon, vocabulary):
    """Return the longest phrase from here that is a place or an entry of the vocabulary."""
    for length in range(min(max(vocabulary.longest, _LONGEST_PLACE), len(words) - start), 0, -1):
        part = tuple(words[start : start + length])
        typed = tuple(word.exact for word in part)
        entries = vocabulary.entries_for(typed, tuple(word.raw for word in part))
        if entries:
            entries = [entry for entry in entries if not entry.at_end or start + length == len(words)]
        place = _place(words, start, part, lexicon, vocabulary) if length <= _LONGEST_PLACE else None
        if place:
            return _with_entries(place, entries)
        if entries:
            return _known(part, entries)
    return None


def _place(words, start, part, lexicon, vocabulary):
    """Return the unit of a place: one of the gazetteer, or a name that the index has as a place."""
    typed = tuple(word.exact for word in part)
    found = vocabulary.places_for(typed, start > 0 and words[start - 1].folded in _BEFORE_PLACES)
    terms = lexicon.places.get("_".join(map(fold, typed)), ())
    terms = tuple(term for term in terms if agrees(typed, tuple(term.split("_"))))
    if not found and not terms:
        return None
    steps = max((len(place.wider) for place in found), default=0)
    wider = [
        tuple(dict.fromkeys(area for place in found for ids in place.wider[step : step + 1] for area in ids))
        for step in range(steps)
    ]
    areas = tuple(dict.fromkeys(area for place in sorted(found, key=_size) for area in place.areas))
    name = min(found, key=_size).name if found else ""
    return Unit(part, role="place", terms=terms, label=name, areas=areas, wider=tuple(wider))


def _size(place):
    """Sort a province before a district before a commune."""
    return len(place.wider), place.small


def _with_entries(place, entries):
    """Return a place that is also an abbreviation or has other names."""
    meanings = tuple(dict.fromkeys(meaning for entry in entries for meaning in entry.meanings))
    kinds = tuple(dict.fromkeys(kind for entry in entries for kind in entry.kinds))
    return replace(place, meanings=meanings, kinds=kinds)


def _known(part, entries: list[Entry]):
    """Return the unit of a known phrase; a role word stays one when it also has other names."""
    meanings = tuple(dict.fromkeys(meaning for entry in entries for meaning in entry.meanings))
    kinds = tuple(dict.fromkeys(kind for entry in entries for kind in entry.kinds))
    facets = tuple(dict.fromkeys(facet for entry in entries for facet in entry.facets))
    weight = min(entry.weight for entry in entries)
    if all(entry.role == "elsewhere" for entry in entries):
        return Unit(part, role="elsewhere")
    role = "phrase" if meanings or len(part) > 1 else entries[0].role
    label = next((entry.label for entry in entries if entry.label), "")
    return Unit(part, meanings if weight else (), weight, kinds, role, (), facets, label)


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
            if meaning.kind != "number" and exact_phrase(typed) != meaning.phrase:
                yield Reading(meaning.kind, typed, meaning.shown)
