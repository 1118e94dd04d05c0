"""One unit of a query weighed: how much it counts, how strongly each document holds it, and how fully."""

from dataclasses import dataclass

import numpy as np

from vocational.search.engine.candidates import Asked, Candidates
from vocational.search.engine.query import Query
from vocational.search.engine.text import exact_phrase, fold
from vocational.search.engine.units import Unit
from vocational.search.engine.vocabulary import agrees

CALLED = 0.85
ABOUT = 0.25
ABOUT_COVERS = 0.5
MEANT = 0.65
APART_SHORT = 0.4
APART_LONG = 0.6
MENTIONED_COVERS = 0.7
HELD = 0.5
LONGER = 0.6
"""How much each further syllable adds to the weight of a phrase; words that make a compound weigh alike."""
PLACE = 5.0
"""The most that a place counts, however rare its name: there is a trade to learn, too."""
LETTER = 0.3
"""How much a lone letter counts of what its rarity says: «đ/c», «hạng C»."""
AROUND = (0.9, 0.6, 0.4)
NOWHERE = 0.35
"""How well a page fits a place: by the nearest step on which anything lies at all (the place, the district,
the province around), or belonging to no place."""


@dataclass
class Part:
    """One unit with its weight, its strength in each document and how much of it each document covers."""

    unit: Unit
    weight: float
    strength: np.ndarray
    covered: np.ndarray


class Parts:
    """Weighs units against candidates (candidates.py), which may be all documents of a snapshot."""

    def __init__(self, candidates: Candidates | Asked):
        self._snapshot = candidates
        self._lexicon = candidates.lexicon
        self._strengths = candidates.strengths

    def part(self, unit: Unit, query: Query) -> Part:
        """Return a unit weighed."""
        if unit.role == "code":
            return self._code_part(unit)
        if unit.role == "place":
            return self._place_part(unit)
        own, evidence = self._own(unit, query)
        called = CALLED * self._called(tuple(word.exact for word in unit.words))
        own, evidence = np.maximum(own, called), np.maximum(evidence, called > 0)
        for meaning in unit.meanings:
            strength, held = self._strengths.phrase(meaning.phrase)
            own = np.maximum(own, meaning.weight * strength)
            evidence = np.maximum(evidence, meaning.weight * held)
        for facet, value in unit.facets:
            held = self._snapshot.has(facet, value)
            own, evidence = np.maximum(own, ABOUT * held), np.maximum(evidence, ABOUT_COVERS * held)
            meant = held & self._of_kinds(unit.kinds)
            own, evidence = np.maximum(own, MEANT * meant), np.maximum(evidence, meant)
        return Part(unit, self._weight(unit, self._holders(unit, query, evidence)), own, evidence)

    def _called(self, typed):
        """Return which pages have these words as their whole title or as another name (MITC, y tá)."""
        terms = self._lexicon.names.get("_".join(map(fold, typed)), ())
        fitting = tuple(term for term in terms if agrees(typed, tuple(term.split("_"))))
        return self._strengths.term("called", fitting)

    def _holders(self, unit, query, evidence):
        """Return how many documents hold a unit, candidates or not."""
        if decides(unit) or not unit.meanings or self._snapshot.whole:
            return int((evidence >= HELD).sum())
        typed = tuple(word.exact for word in unit.words)
        key = typed, unit.meanings, unit.facets, unit.kinds, query.marked, len(query.words) == 1
        return self._snapshot.counted(
            key, lambda everywhere: Parts(everywhere).part(unit, query).covered >= HELD
        )

    def _code_part(self, unit):
        """Find the documents that bear the number, and weaker those that mention it."""
        held = self._strengths.term("code", unit.terms)
        strength, evidence = held, held
        for meaning in unit.meanings:
            mentioned, covers = self._strengths.phrase(meaning.phrase)
            strength = np.maximum(strength, meaning.weight * mentioned)
            evidence = np.maximum(evidence, MENTIONED_COVERS * covers)
        return Part(unit, self._lexicon.rarity(1), strength, evidence)

    def _place_part(self, unit):
        """Find what lies in a place, weaker what lies in the areas around it or only names it.

        A page that belongs to no area (a trade, a law) is neither here nor elsewhere.
        """
        strength, evidence = self._strengths.phrase(self._written(unit))
        for meaning in unit.meanings:
            mentioned, held = self._strengths.phrase(meaning.phrase)
            strength = np.maximum(strength, meaning.weight * mentioned)
            evidence = np.maximum(evidence, meaning.weight * held)
        match = NOWHERE * self._placeless()
        worth = iter(AROUND)
        for lies_anything, held in self._steps(unit):
            if lies_anything:
                match = np.maximum(match, next(worth, AROUND[-1]) * held)
        evidence = np.maximum(evidence, match)
        return Part(unit, self._weight(unit, 0), np.maximum(strength, match), evidence)

    def _steps(self, unit):
        """Yield whether anything and what lies in the place itself, then in each of the areas around it."""
        exists = self._snapshot.exists
        named = exists("place", unit.terms) or exists("area", unit.areas)
        yield named, self.lies_in(unit.terms, unit.areas)
        for areas in unit.wider:
            yield exists("area", areas), self._in(areas)

    def lies_in(self, terms: tuple[str, ...], areas: tuple[str, ...]) -> np.ndarray:
        """Return 1 for what lies in a place, by a term of the index or an area of the gazetteer, else 0."""
        return np.maximum(self._strengths.term("place", terms), self._in(areas))

    def _of_kinds(self, kinds):
        return np.logical_or.reduce([self._snapshot.has("kind", kind) for kind in kinds] or [False])

    def _in(self, areas):
        return np.logical_or.reduce([self._snapshot.has("area", area) for area in areas] or [False])

    def _placeless(self):
        return self._snapshot.placeless

    def _own(self, unit, query):
        words = [self._strengths.word(word.exact, self._leniency(word, query)) for word in unit.words]
        if len(words) == 1:
            return words[0]
        whole, evidence = self._strengths.phrase(self._written(unit))
        mean = sum(strength for strength, _ in words) / len(words)
        agreed = sum(evidence for _, evidence in words) / len(words)
        apart = APART_LONG if len(words) > 2 and unit.meanings else APART_SHORT
        return np.maximum(whole, apart * mean), np.maximum(evidence, apart * agreed)

    def _leniency(self, word, query):
        return self._strengths.leniency(word.exact, query.marked, alone=len(query.words) == 1)

    def _written(self, unit):
        """Return the phrase as the index writes it, when that is known (places), else as typed."""
        if unit.role == "place" and unit.label:
            return exact_phrase(unit.label)
        if unit.role == "place":
            return tuple(unit.terms[0].split("_"))
        return tuple(word.exact for word in unit.words)

    def _weight(self, unit, holders):
        """Return how much a unit counts: the rarer what it asks for, under whatever name, the more."""
        lexicon, words = self._lexicon, [word.folded for word in unit.words]
        rarity = sum(lexicon.rarity(lexicon.documents_with(word)) for word in words) / len(words)
        pairs = [
            lexicon.documents_with_pair(left, right) for left, right in zip(words, words[1:], strict=False)
        ]
        if pairs and min(pairs):
            rarity = max(rarity, lexicon.rarity(min(pairs)))
        if unit.meanings and unit.role != "place":
            rarity = min(rarity, lexicon.rarity(holders))
        if words[0].isalpha() and len(words) == len(words[0]) == 1:
            rarity *= LETTER
        if unit.role == "place":
            rarity = min(rarity, PLACE)
        further = 1 if unit.role == "place" else len(words) - 1
        return max(0.1, rarity) * (1 + LONGER * further) * unit.factor


def decides(unit):
    """Return whether a document must hold something of such units to answer, where there are any."""
    return unit.factor >= 1 and unit.role != "place"
