"""Ranking: weighted coverage of what was asked, never all words required.

A document's score is the weighted mean strength of the units, raised by neighbours that stand side by side,
lowered by what it leaves uncovered. Rare words weigh more, role words little. Words that usually stand
together («kim loại») count less where they stand apart.
"""

from dataclasses import dataclass

import numpy as np

from vocational.search.engine.candidates import Asked, Candidates
from vocational.search.engine.parts import LONGER, Parts, decides
from vocational.search.engine.query import Query
from vocational.search.engine.syllables import is_syllable

SIDE_BY_SIDE = 0.6
APART = 0.6
COVERAGE_POWER = 1.2
LIKE_A_NAME = 0.5
KIND_MEANT = 1.4
ONLY_KIND_MEANT = 2.0
RECENT = 0.06
LONELY = 0.8
LONELY_TITLE = 0.25
ARCHIVED = 0.7
POPULAR = 0.5
FILLED = 0.5
LEAST_OF_BEST = 0.35
NEEDED = (0.5, 0.3, 0.25, 0.2)
UNKNOWN = 0.5
AWAY, ADDS = 0.1, 0.5
"""What is left of a page that lies elsewhere; and how much a place counts as one hint among others."""
BESIDE = 1.2
THERE, MOSTLY_THERE = 0.9, 0.65
"""What lies in the place itself answers too where the place is most of what was asked."""


@dataclass(frozen=True)
class Ranking:
    """Scores of all documents, and which of them answer the query (the others are merely near)."""

    scores: np.ndarray
    answers: np.ndarray


def asked_of(snapshot, query: Query) -> np.ndarray | None:
    """Return the numbers of the documents that may answer a query, None for all.

    Whatever is said below of `answers`: nobody answers who holds nothing of the content and lies elsewhere.
    """
    content = [unit for unit in query.units if decides(unit)]
    if not content:
        return None
    asked = Asked(snapshot)
    parts = Parts(asked)
    for unit in content:
        parts.part(unit, query)
    for unit in query.units:
        if unit.role == "place":
            parts.lies_in(unit.terms, unit.areas)
    return asked.documents()


class Scorer:
    """Ranks candidates (candidates.py), which may be all documents of a snapshot."""

    def __init__(self, candidates: Candidates | Asked):
        self._snapshot = candidates
        self._lexicon = candidates.lexicon
        self._strengths = candidates.strengths
        self._parts = Parts(candidates)

    def rank(self, query: Query) -> Ranking:
        """Return the ranking of all documents for a query that has units."""
        parts = [self._parts.part(unit, query) for unit in query.units]
        _keep_places_behind(parts)
        self._join_neighbours(parts)
        total = sum(part.weight for part in parts)
        strength = self._strength(parts)
        covered = sum(part.weight * part.covered for part in parts) / total
        scores = strength * covered**COVERAGE_POWER * self._reads_like_name(query) * self._priors(query)
        scores = scores * (1 + FILLED * self._title_filled(query) ** 2)
        return Ranking(scores, self._answers(parts, scores))

    def _strength(self, parts):
        """Return the weighted mean of what was sought, lowered where it does not lie in the place asked for.

        A place is half a hint beside a trade and half a measure: what lies there and hardly speaks of it
        should not pass what is the trade, elsewhere.
        """
        sought = [part for part in parts if part.unit.role != "place"]
        places = [part for part in parts if part.unit.role == "place"]
        if not any(decides(part.unit) for part in sought):
            sought, places = parts, []
        strength = _mean(sought)
        for part in places:
            strength = strength * (AWAY + (1 - AWAY) * part.strength)
        return (1 - ADDS) * strength + ADDS * _mean(parts) if places else strength

    def _reads_like_name(self, query):
        """Return a factor for documents whose title or other name runs in the order of the query."""
        words = [word for unit in query.units for word in unit.words]
        pairs = [f"{left.folded}_{right.folded}" for left, right in zip(words, words[1:], strict=False)]
        if not pairs:
            return 1.0
        share = sum(self._strengths.term("title_pairs", (pair,)) for pair in pairs) / len(pairs)
        return 1 + LIKE_A_NAME * share**2

    def _title_filled(self, query):
        """Return how much of each title the query says, from 0 to 1: «Sơ cấp» is all said by «học sơ cấp»."""
        said = np.zeros(self._snapshot.size, np.float32)
        for word in {word.exact: word for unit in query.units for word in unit.words}.values():
            said += self._strengths.in_title(word.exact, query.marked)
        return np.minimum(1, said / np.maximum(1, self._snapshot.lengths("title")))

    def _join_neighbours(self, parts):
        """Reward plain words that stand side by side as in the query; doubt them where a pair is torn."""
        joined = [False] * len(parts)
        for place in range(len(parts) - 1):
            left, right = parts[place], parts[place + 1]
            if _plain(left) and _plain(right):
                joined[place + 1] = self._join(left, right)
                joined[place] = joined[place] or joined[place + 1]
        for place, part in enumerate(parts):
            beside = [other for other in parts[max(0, place - 1) : place + 2] if other is not part]
            if _content(part) and not joined[place] and any(map(_content, beside)):
                part.covered = part.covered * np.where(part.strength < LONELY_TITLE, LONELY, 1)

    def _join(self, left, right):
        """Weigh two neighbouring words as a pair; return whether any document has it.

        A word that makes no pair with its neighbours anywhere is probably half of one that the site does not
        have: then only a title that holds it counts in full.
        """
        one, other = left.unit.words[-1].folded, right.unit.words[0].folded
        together = self._lexicon.documents_with_pair(one, other)
        if not together:
            return False
        fewest = min(self._lexicon.documents_with(one), self._lexicon.documents_with(other))
        usual = min(1.0, together / max(1, fewest))
        side = self._strengths.pair(one, other)
        both = _content(left) and _content(right)
        torn = 1 - APART * usual * (side == 0) * both
        for part in (left, right):
            part.weight *= 1 - (1 - LONGER) / 2 * usual * both
            part.strength = np.minimum(1.0, part.strength * torn + SIDE_BY_SIDE * side * (part.strength > 0))
            part.covered = part.covered * torn
        return True

    def _priors(self, query):
        """Return what speaks for a document whatever the words: current, new, used, of the right kind."""
        snapshot = self._snapshot
        priors = snapshot.column("priors", _standing)
        codes = [term for unit in query.units if unit.role == "code" for term in unit.terms]
        if codes:
            named = (self._strengths.term("code", tuple(codes)) > 0) & snapshot.archived
            priors = np.where(named, priors / ARCHIVED, priors)
        topical = any(unit.factor >= 1 and unit.role != "place" for unit in query.units)
        if query.kinds:
            meant = np.logical_or.reduce([snapshot.has("kind", kind) for kind in query.kinds])
            priors = priors * np.where(meant, KIND_MEANT if topical else ONLY_KIND_MEANT, 1.0)
        return priors

    def _answers(self, parts, scores):
        """Say which documents answer: enough of the content covered, and not far behind the best.

        Syllables and letters that no document has are often chatter (ngang, k); they weigh less than words
        that some document has. A strange name (sjc), and what the vocabulary knows as one thing, keeps its
        weight. What is known to be elsewhere (vé số) is what the query is about: nothing here answers it.
        """
        if any(part.unit.role == "elsewhere" and not (part.covered >= 1).any() for part in parts):
            return np.zeros(len(scores), bool)
        content = [part for part in parts if decides(part.unit)] or parts
        known = [part.weight for part in content if part.covered.any()]
        if not known:
            return np.zeros(len(scores), bool)
        total = sum(self._counted(part, max(known)) for part in content)
        covered = sum(part.weight * part.covered for part in content) / total
        needed = NEEDED[min(len(content), len(NEEDED)) - 1]
        everything = sum(part.weight * part.covered for part in parts)
        enough = covered >= needed
        if enough.any():
            enough &= everything >= LEAST_OF_BEST * everything[enough].max()
        for part in parts:
            if part.unit.role == "place":
                enough |= (part.covered >= THERE) & (everything >= MOSTLY_THERE * everything.max())
        return enough & (scores > 0)

    def _counted(self, part, most):
        if part.unit.role != "word" or part.covered.any():
            return part.weight
        chatter = all(len(word.folded) < 3 or is_syllable(word.exact) for word in part.unit.words)
        return min(part.weight, most * UNKNOWN) if chatter else part.weight


def _standing(snapshot):
    """Return what speaks for each document of a snapshot whatever is asked; nothing for deleted ones."""
    current = np.where(snapshot.archived, ARCHIVED, 1.0) * snapshot.alive
    return current * (1 + POPULAR * snapshot.popularity) * (1 + RECENT * snapshot.recency)


def _mean(parts):
    return sum(part.weight * part.strength for part in parts) / sum(part.weight for part in parts)


def _keep_places_behind(parts):
    """Let no place weigh more than the trade or school that is sought there."""
    sought = [part.weight for part in parts if decides(part.unit)]
    for part in parts if sought else ():
        if part.unit.role == "place":
            part.weight = min(part.weight, BESIDE * max(sought))


def _content(part):
    return _plain(part) and part.unit.factor >= 1


def _plain(part):
    return part.unit.role in ("word", "role") and len(part.unit.words) == 1
