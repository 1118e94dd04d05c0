"""What words of a query are as one: a place, a number or code, a phrase of the vocabulary, a name, a word."""

from dataclasses import dataclass, replace

from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.repair import Word
from vocational.search.engine.schema import code_key
from vocational.search.engine.text import exact_phrase, fold
from vocational.search.engine.vocabulary import Entry, Meaning, Vocabulary, agrees

_LONGEST_PLACE = 6
_BEFORE_PLACES = frozenset(["o", "tai", "xa", "phuong", "huyen", "tinh", "quan", "gan", "ve"])
"""Folded words behind which a name is that of a place."""
_LONGEST_CODE = 6
_MENTION = 0.5
_SHORTER = 0.9
_NAME, _LONGEST_NAME = 4, 12
"""How many words the name of a page must have, and may have, to be known within a query."""


@dataclass(frozen=True)
class Unit:
    """Something looked for as one: a word, a phrase with other names, a place, a code, or («elsewhere») what
    people look for though this site does not have it.

    `factor` is 1 for content, small for role words, 0 for stop words; `as_typed` says that the accents are
    those of the vocabulary.
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
    as_typed: bool = True


def unit_of(
    words: list[Word], start: int, length: int, lexicon: Lexicon, vocabulary: Vocabulary
) -> Unit | None:
    """Return the unit that some words are, None when no one thing; a single word always is one."""
    part = tuple(words[start : start + length])
    unit = _code(part, lexicon, vocabulary) if length <= _LONGEST_CODE else None
    if not unit and length <= max(vocabulary.longest, _LONGEST_PLACE, _LONGEST_NAME):
        unit = _phrase(words, start, part, lexicon, vocabulary)
    return unit or (Unit(part) if length == 1 else None)


def _code(part, lexicon, vocabulary):
    """Return the unit of a number or code: 238/2025/NĐ-CP, nghị định 81, 6510216, TPC."""
    found = tuple(key for key in _code_keys(part, vocabulary) if key in lexicon.codes)
    if not found:
        return None
    numbers = dict.fromkeys(number for key in found for number in lexicon.codes[key])
    mentions = tuple(Meaning(exact_phrase(number), number, _MENTION, "number") for number in numbers)
    return Unit(part, mentions, role="code", terms=found)


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


def _phrase(words, start, part, lexicon, vocabulary):
    """Return the unit of words that are a place or an entry of the vocabulary."""
    typed = tuple(word.exact for word in part)
    marked = any(word.marked for word in words)
    entries = vocabulary.entries_for(typed, tuple(word.raw for word in part))
    entries = [entry for entry in entries if not entry.at_end or start + len(part) == len(words)]
    entries = [
        entry
        for entry in entries
        if _is_meant(entry, typed, marked, start + len(part) == len(words), lexicon)
    ]
    place = _place(words, start, part, lexicon, vocabulary) if len(part) <= _LONGEST_PLACE else None
    place = place or _place_by_short_name(part, entries, vocabulary)
    if place:
        return _with_entries(place, entries)
    if entries:
        return _known(part, entries, vocabulary)
    if len(part) < _NAME or not _is_name(typed, lexicon):
        return None
    return Unit(part, _without_role(typed, vocabulary), role="phrase", kinds=_kinds_within(part, vocabulary))


def _without_role(typed, vocabulary):
    """Return a name without its word for the sort of thing, which other pages leave out: thợ, trường."""
    entries = vocabulary.entries_for(typed[:1], typed[:1])
    if not any(entry.role == "role" for entry in entries):
        return ()
    return (Meaning(typed[1:], " ".join(typed[1:]), _SHORTER, "name"),)


def _is_name(typed, lexicon):
    """Return whether some page is called just so: what stands in a query as a whole name is one thing."""
    names = lexicon.names.get("_".join(map(fold, typed)), ())
    return any(agrees(typed, tuple(name.split("_"))) for name in names)


def _is_meant(entry, typed, marked, last, lexicon):
    """Return whether a stop word is meant where its letters could be another word: vay is not vậy.

    Whoever types accents means what stands there; without any, what names a page is that, save at the end.
    """
    if entry.role != "stop" or entry.phrase == typed or len(typed) > 1:
        return True
    if marked and lexicon.knows_exactly(typed[0]):
        return False
    return last or not lexicon.names_exactly(typed[0])


def _place_by_short_name(part, entries, vocabulary):
    """Return the place that an abbreviation stands for: BMT."""
    for meaning in (
        meaning for entry in entries for meaning in entry.meanings if meaning.kind == "abbreviation"
    ):
        found = vocabulary.places_for(meaning.phrase, after_kind=True)
        if found:
            return _unit_of_places(part, found, ())
    return None


def _place(words, start, part, lexicon, vocabulary):
    """Return the unit of a place: one of the gazetteer, or a name that the index has as a place."""
    typed = tuple(word.exact for word in part)
    found = vocabulary.places_for(typed, start > 0 and words[start - 1].folded in _BEFORE_PLACES)
    terms = lexicon.places.get("_".join(map(fold, typed)), ())
    terms = tuple(term for term in terms if agrees(typed, tuple(term.split("_"))))
    return _unit_of_places(part, found, terms) if found or terms else None


def _unit_of_places(part, found, terms):
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


def _known(part, entries: list[Entry], vocabulary):
    """Return the unit of a known phrase; a role word stays one when it also has other names."""
    meanings = tuple(dict.fromkeys(meaning for entry in entries for meaning in entry.meanings))
    kinds = tuple(dict.fromkeys(kind for entry in entries for kind in entry.kinds))
    if len(part) > 1 and not kinds:
        kinds = _kinds_within(part, vocabulary)
    facets = tuple(dict.fromkeys(facet for entry in entries for facet in entry.facets))
    weight = min(entry.weight for entry in entries)
    if all(entry.role == "elsewhere" for entry in entries):
        return Unit(part, role="elsewhere")
    role = "phrase" if meanings or len(part) > 1 else entries[0].role
    label = next((entry.label for entry in entries if entry.label), "")
    as_typed = tuple(word.exact for word in part) in {entry.phrase for entry in entries}
    return Unit(part, meanings if weight else (), weight, kinds, role, (), facets, label, as_typed=as_typed)


def _kinds_within(part, vocabulary):
    """Return the kinds of pages that role words inside a phrase speak of: «thợ tiện» is an occupation."""
    ends = (part[:1], part[:2]) if len(part) > 2 else (part[:1],)
    inner = [vocabulary.entries.get(tuple(word.folded for word in some), ()) for some in ends]
    typed = [tuple(word.exact for word in some) for some in ends]
    return tuple(
        dict.fromkeys(
            kind
            for entries, words in zip(inner, typed, strict=True)
            for entry in entries
            if entry.role == "role" and agrees(words, entry.phrase)
            for kind in entry.kinds
        )
    )
