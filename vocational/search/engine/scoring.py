"""Ranking: weighted coverage of what was asked, never all words required.

A document's score is the weighted mean strength of the units, raised by neighbours that stand side by side, lowered by
what it leaves uncovered. Rare words weigh more, role words little. Words that usually stand together («kim loại») count
less where they stand apart.
"""

from dataclasses import dataclass

import numpy as np

from vocational.search.engine.query import Query, Unit
from vocational.search.engine.strengths import Strengths

SIDE_BY_SIDE = 0.6
APART = 0.6
COVERAGE_POWER = 1.0
KIND_MEANT = 1.2
ARCHIVED = 0.7
POPULAR = 0.15
LEAST_OF_BEST = 0.45


@dataclass(frozen=True)
class Ranking:
    """Scores of all documents, and which of them answer the query (the others are merely near)."""

    scores: np.ndarray
    answers: np.ndarray


@dataclass
class _Part:
    """One unit with its weight, its strength in each document and how much of it each document covers."""

    unit: Unit
    weight: float
    strength: np.ndarray
    covered: np.ndarray


class Scorer:
    """Ranks the documents of one generation."""

    def __init__(self, snapshot):
        self._snapshot = snapshot
        self._lexicon = snapshot.lexicon
        self._strengths: Strengths = snapshot.strengths

    def rank(self, query: Query) -> Ranking:
        """Return the ranking of all documents for a query that has units."""
        parts = [self._part(unit, query.marked) for unit in query.units]
        self._join_neighbours(parts)
        total = sum(part.weight for part in parts)
        strength = sum(part.weight * part.strength for part in parts) / total
        covered = sum(part.weight * part.covered for part in parts) / total
        scores = strength * covered**COVERAGE_POWER * self._priors(query)
        return Ranking(scores, self._answers(parts, scores))

    def _part(self, unit, marked):
        if unit.role == "code":
            return self._code_part(unit)
        own, evidence = self._own(unit, marked)
        weight = self._weight(unit)
        for meaning in unit.meanings:
            strength, held = self._strengths.phrase(meaning.phrase)
            own = np.maximum(own, meaning.weight * strength)
            evidence = np.maximum(evidence, meaning.weight * held)
        return _Part(unit, weight, own, evidence)

    def _code_part(self, unit):
        held = self._strengths.term("code", unit.terms)
        text = self._strengths.phrase(tuple(word.exact for word in unit.words))
        strength = np.maximum(held, 0.5 * text[0])
        return _Part(unit, self._lexicon.rarity(1), strength, np.maximum(held, text[1]))

    def _own(self, unit, marked):
        words = [
            self._strengths.word(word.exact, self._strengths.leniency(word.exact, marked)) for word in unit.words
        ]
        if len(words) == 1 and unit.role != "place":
            return words[0]
        whole, evidence = self._strengths.phrase(self._written(unit))
        mean = sum(strength for strength, _ in words) / len(words)
        agreed = sum(evidence for _, evidence in words) / len(words)
        return np.maximum(whole, 0.25 * mean), np.maximum(evidence, 0.25 * agreed)

    def _written(self, unit):
        """Return the phrase as the index writes it, when that is known (places), else as typed."""
        if unit.role == "place":
            return tuple(unit.terms[0].split("_"))
        return tuple(word.exact for word in unit.words)

    def _weight(self, unit):
        rarities = [self._lexicon.rarity(self._lexicon.documents_with(word.folded)) for word in unit.words]
        weight = sum(rarities) / len(rarities) * (1 + 0.5 * (len(rarities) - 1))
        return max(0.1, weight) * unit.factor

    def _join_neighbours(self, parts):
        """Reward plain words that stand side by side as in the query, and doubt them where a usual pair is torn."""
        for left, right in zip(parts, parts[1:], strict=False):
            if left.unit.role not in ("word", "role") or right.unit.role not in ("word", "role"):
                continue
            one, other = left.unit.words[-1].folded, right.unit.words[0].folded
            together = self._lexicon.documents_with_pair(one, other)
            if not together:
                continue
            fewest = min(self._lexicon.documents_with(one), self._lexicon.documents_with(other))
            usual = min(1.0, together / max(1, fewest))
            side = self._strengths.pair(one, other)
            torn = 1 - APART * usual * (side == 0)
            for part in (left, right):
                part.strength = np.minimum(1.0, part.strength * torn + SIDE_BY_SIDE * side * (part.strength > 0))
                part.covered = part.covered * torn

    def _priors(self, query):
        snapshot = self._snapshot
        priors = np.where(snapshot.archived, ARCHIVED, 1.0) * (1 + POPULAR * snapshot.popularity)
        for kind in query.kinds:
            priors = priors * np.where(snapshot.has("kind", kind), KIND_MEANT, 1.0)
        return priors * snapshot.postings.alive

    def _answers(self, parts, scores):
        """Say which documents answer: enough of the content covered, and not far behind the best."""
        content = [part for part in parts if part.unit.factor >= 1 and part.unit.role != "place"] or parts
        total = sum(part.weight for part in content)
        covered = sum(part.weight * part.covered for part in content) / total
        needed = {1: 0.5, 2: 0.5, 3: 0.42}.get(len(content), 0.34)
        enough = (covered >= needed) & (scores > 0)
        if not enough.any():
            return enough
        everything = sum(part.weight * part.covered for part in parts)
        return enough & (everything >= LEAST_OF_BEST * everything[enough].max())
