"""Facts about the language that editors keep: abbreviations, synonyms, role words, stop words.

The data come as a plain dict (content/synonyms.yaml describes it) and are read leniently: an entry that makes
no sense is left out, since checking is the business of whoever loads the content.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from vocational.search.engine.schema import FACETS
from vocational.search.engine.syllables import is_syllable, likeness
from vocational.search.engine.text import exact_phrase, fold

Phrase = tuple[str, ...]
_AGREES = 0.5
_SYNONYM_WEIGHT = 0.8
_ABBREVIATION_WEIGHT = 0.95
_ROLE_WEIGHT = 0.25


@dataclass(frozen=True)
class Meaning:
    """Something else to look for instead of what was typed, and how much weaker finding it counts."""

    phrase: Phrase
    shown: str
    weight: float
    kind: str


@dataclass(frozen=True)
class Entry:
    """One phrase that the vocabulary knows, as a person might type it."""

    phrase: Phrase
    meanings: tuple[Meaning, ...] = ()
    weight: float = 1.0
    kinds: tuple[str, ...] = ()
    role: str = "synonym"
    capitals: bool = False
    at_end: bool = False
    facets: tuple[tuple[str, str], ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Place:
    """One name of a place: the areas that bear it, and the areas around those, the nearest step first.

    The bare name of a `small` place (Hòa Bình, Tân Tiến) is often a common word as well.
    """

    phrase: Phrase
    name: str
    areas: tuple[str, ...]
    wider: tuple[tuple[str, ...], ...] = ()
    small: bool = False


@dataclass
class Vocabulary:
    """All entries by folded phrase, the length of the longest, every folded word in them, and places.

    `written_out` gives for chat forms and sounds of speech (exact «ko», «hổng») the one thing they stand for.
    `shorts` are the folded pieces that stand for a word though they are no syllable: gdtx, mgar.
    `pairs` are the folded neighbours «xuat_khau» in all phrases.
    """

    entries: dict[Phrase, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    places: dict[Phrase, list[Place]] = field(default_factory=lambda: defaultdict(list))
    written_out: dict[str, str] = field(default_factory=dict)
    shorts: set[str] = field(default_factory=set)
    pairs: set[str] = field(default_factory=set)
    longest: int = 1
    words: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, data: dict) -> "Vocabulary":
        """Return the vocabulary that a plain dict describes."""
        made = cls()
        adders = {
            "synonyms": made._add_synonyms,
            "abbreviations": made._add_abbreviation,
            "role_words": made._add_role_word,
            "about": made._add_about,
            "whole_words": lambda phrase: made._add(Entry(exact_phrase(phrase), role="phrase")),
            "not_here": lambda phrase: made._add(Entry(exact_phrase(phrase), role="elsewhere")),
            "stop_words": made._add_stop_words,
            "places": made._add_place,
        }
        for part, add in adders.items():
            for entry in data.get(part) or ():
                add(entry)
        return made

    def places_for(self, typed: Phrase, after_kind: bool) -> list[Place]:
        """Return the places that a phrase names; contradicting accents do not fit.

        The bare name of a small place counts only when it is typed with its accents, or `after_kind`: behind
        a word such as «xã» or «ở» that only a place follows.
        """
        return [
            place
            for place in self.places.get(tuple(map(fold, typed)), ())
            if agrees(typed, place.phrase) and (not place.small or after_kind or typed == place.phrase)
        ]

    def entries_for(self, typed: Phrase, raw: Phrase) -> list[Entry]:
        """Return the entries for a phrase typed with or without accents; contradicting accents do not fit.

        `raw` is what really stood there: an entry for capitals only fits capitals, and then no other does; in
        small letters it fits only what is no syllable anyway (sp, xn).
        """
        found = [
            entry for entry in self.entries.get(tuple(map(fold, typed)), ()) if agrees(typed, entry.phrase)
        ]
        capitals = [entry for entry in found if entry.capitals]
        if capitals and all(word.isupper() for word in raw):
            return capitals
        if not any(map(is_syllable, typed)):
            return found
        return [entry for entry in found if not entry.capitals]

    def _add(self, entry):
        if entry.phrase:
            key = tuple(map(fold, entry.phrase))
            self.entries[key].append(entry)
            self.words.update(key)
            self._note_pairs(key)
            self.longest = max(self.longest, len(entry.phrase))

    def _note_pairs(self, key):
        self.pairs.update(f"{left}_{right}" for left, right in zip(key, key[1:], strict=False))

    def _add_synonyms(self, group):
        words = list(group.get("words") or ())
        weight = float(group.get("weight", _SYNONYM_WEIGHT))
        means = group.get("means")
        for word in words:
            others = means if means is not None else [other for other in words if other != word]
            self._add(Entry(exact_phrase(word), _meanings(others, weight, "synonym")))

    def _add_abbreviation(self, entry):
        short, means = entry.get("short") or "", list(entry.get("means") or ())
        capitals = bool(entry.get("capitals", False))
        typed = exact_phrase(short)
        if len(typed) == 1 and len(typed[0]) > 1:
            self.shorts.add(fold(typed[0]))
        if len(typed) == len(means) == 1 and not capitals and not entry.get("both_ways", True):
            self.written_out[typed[0]] = means[0]
        self._add(
            Entry(
                exact_phrase(short),
                _meanings(means, _ABBREVIATION_WEIGHT, "abbreviation"),
                role="abbreviation",
                capitals=capitals,
            )
        )
        if entry.get("both_ways", True):
            for phrase in means:
                self._add(Entry(exact_phrase(phrase), _meanings([short], _ABBREVIATION_WEIGHT, "synonym")))

    def _add_role_word(self, entry):
        weight = float(entry.get("weight", _ROLE_WEIGHT))
        kinds = tuple(entry.get("kinds") or ())
        for word in entry.get("words") or ():
            self._add(Entry(exact_phrase(word), weight=weight, kinds=kinds, role="role"))

    def _add_about(self, entry):
        facets = tuple((name, value) for name in FACETS for value in entry.get(name) or ())
        for word in entry.get("words") or ():
            kinds = tuple(entry.get("kinds") or ())
            label = str(entry.get("label") or word)
            self._add(Entry(exact_phrase(word), kinds=kinds, role="phrase", facets=facets, label=label))

    def _add_place(self, entry):
        areas, wider = tuple(entry["areas"]), tuple(map(tuple, entry.get("wider") or ()))
        names = list(entry["names"])
        for name in names:
            # A name that holds another one of the same place is the full one, with its kind before it.
            small = bool(entry.get("small")) and (len(names) == 1 or name != max(names, key=len))
            phrase = exact_phrase(name)
            self.places[tuple(map(fold, phrase))].append(Place(phrase, name, areas, wider, small))
            self._note_pairs(tuple(map(fold, phrase)))
            self.words.update(map(fold, phrase))
            self.shorts.update(word for word in map(fold, phrase) if word.isalpha() and not is_syllable(word))

    def _add_stop_words(self, entry):
        for word in entry.get("words") or ():
            self._add(Entry(exact_phrase(word), weight=0.0, role="stop", at_end=bool(entry.get("at_end"))))


def _meanings(phrases, weight, kind):
    return tuple(
        Meaning(exact_phrase(phrase), phrase, weight, kind) for phrase in phrases if exact_phrase(phrase)
    )


def agrees(typed: Phrase, written: Phrase) -> bool:
    """Return whether typed words may be meant as the written ones, accent by accent."""
    return len(typed) == len(written) and all(map(_agrees, typed, written))


def _agrees(typed, written):
    return likeness(typed, written) >= _AGREES
