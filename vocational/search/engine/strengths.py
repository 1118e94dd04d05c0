"""How strongly each document holds a word, a pair or a phrase: dense arrays over all documents, kept per generation.

A strength lies between 0 and 1. Fields add up like independent hints (1 minus the product of what each leaves open),
so that a title outweighs any number of mentions in the text.
"""

from collections import OrderedDict
from threading import Lock

import numpy as np

from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.postings import K1, Postings, saturation
from vocational.search.engine.syllables import likeness
from vocational.search.engine.text import fold, is_marked

FIELDS = {
    "title": (0.95, 0.6),
    "names": (0.85, 0.3),
    "keywords": (0.5, 0.3),
    "summary": (0.4, 0.3),
    "body": (0.3, 0.3),
}
"""Field → (weight, how much a long field counts against a match)."""
PAIRS = {"title_pairs": (0.9, 0.35), "text_pairs": (0.4, 0.3)}
_KEPT_BYTES = 64_000_000
_UNSEEN_ACCENTS = 0.6
_UNMARKED_QUERY = 0.8


class Strengths:
    """Strength arrays over one generation."""

    def __init__(self, postings: Postings, lexicon: Lexicon):
        self._postings = postings
        self._lexicon = lexicon
        self._kept = OrderedDict()
        self._most = max(64, _KEPT_BYTES // (8 * max(1, postings.size)))
        self._lock = Lock()

    def word(self, form: str, lenient: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
        """Return (strength, evidence) of an exact form; evidence is how well the accents of the best match agree.

        `lenient` is the least agreement granted to any accents: accents that no document has, or a query typed
        without accents, say little.
        """
        return self._remembered(("word", form, lenient), lambda: self._word(form, lenient))

    def pair(self, left: str, right: str) -> np.ndarray:
        """Return how strongly documents hold two folded words side by side."""
        return self._remembered(("pair", left, right), lambda: self._pair(f"{left}_{right}"))

    def phrase(self, words: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
        """Return (strength, evidence) of exact words side by side; a place name is held whole by its field."""
        return self._remembered(("phrase", *words), lambda: self._phrase(words))

    def term(self, field: str, terms: tuple[str, ...]) -> np.ndarray:
        """Return 1 for each document that has one of the terms in a field of whole values, else 0."""
        held = np.zeros(self._postings.size, np.float32)
        for term in terms:
            held[self._postings.term(field, term)[0]] = 1.0
        return held

    def leniency(self, form: str, marked_query: bool) -> float:
        """Return the least agreement to grant a typed word."""
        if not is_marked(form) and not marked_query:
            return _UNMARKED_QUERY
        return 0.0 if self._lexicon.knows_exactly(form) else _UNSEEN_ACCENTS

    def _word(self, form, lenient):
        agreeing = [(other, max(lenient, likeness(form, other))) for other in self._lexicon.variants.get(fold(form), ())]
        if lenient:
            agreeing = [(other, 1.0 if other == form else agreed) for other, agreed in agreeing]
        open_part = np.ones(self._postings.size, np.float32)
        evidence = np.zeros(self._postings.size, np.float32)
        for field, (weight, b) in FIELDS.items():
            counts = self._counts(field, agreeing, evidence)
            open_part *= 1 - weight * self._share(field, counts, b)
        return 1 - open_part, evidence

    def _counts(self, field, agreeing, evidence):
        counts = np.zeros(self._postings.size, np.float32)
        for other, agreed in agreeing:
            numbers, found = self._postings.term(field, other)
            counts[numbers] += agreed * found
            evidence[numbers] = np.maximum(evidence[numbers], agreed)
        return counts

    def _share(self, field, counts, b):
        lengths, average = self._postings.lengths(field), self._postings.average_length(field)
        return saturation(counts, lengths, average, b) / (K1 + 1)

    def _pair(self, pair):
        open_part = np.ones(self._postings.size, np.float32)
        for field, (weight, b) in PAIRS.items():
            numbers, found = self._postings.term(field, pair)
            counts = np.zeros(self._postings.size, np.float32)
            counts[numbers] = found
            open_part *= 1 - weight * self._share(field, counts, b)
        return 1 - open_part

    def _phrase(self, words):
        single = [self.word(word) for word in words]
        mean = sum(strength for strength, _ in single) / len(single)
        agreed = np.minimum.reduce([evidence for _, evidence in single])
        whole = np.where(agreed >= 0.5, mean, 0)
        if len(words) > 1:
            links = [self.pair(fold(left), fold(right)) for left, right in zip(words, words[1:], strict=False)]
            linked = np.minimum.reduce(links)
            whole = np.where(linked > 0, 0.5 * whole + 0.5 * linked, 0)
        place = self.term("place", ("_".join(words),)) if len(words) <= 5 else 0
        whole = np.maximum(whole, 0.6 * place)
        return whole, (whole > 0).astype(np.float32)

    def _remembered(self, key, make):
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
