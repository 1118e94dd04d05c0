"""How strongly each document holds a word, a pair or a phrase: arrays over all documents of one generation.

A strength lies between 0 and 1. Fields add up like independent hints (1 minus the product of what each leaves
open), so that a title outweighs any number of mentions in the text.
"""

from collections import OrderedDict
from threading import Lock

import numpy as np

from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.postings import K1, Postings, saturation
from vocational.search.engine.syllables import likeness
from vocational.search.engine.text import fold, is_marked

FIELDS = {
    "title": (0.95, 0.7),
    "names": (0.75, 0.5),
    "keywords": (0.5, 0.3),
    "summary": (0.4, 0.3),
    "body": (0.3, 0.3),
}
"""Field → (weight, how much a long field counts against a match)."""
PAIRS = {"title_pairs": (0.9, 0.35), "text_pairs": (0.4, 0.3)}
_KEPT_BYTES = 64_000_000
_UNSEEN_ACCENTS = 0.6
_UNMARKED_QUERY = 0.8
_UNMARKED_WORD = 0.5
LOOSE = 0.7


class Strengths:
    """Strength arrays over one generation."""

    def __init__(self, postings: Postings, lexicon: Lexicon):
        self._postings = postings
        self._lexicon = lexicon
        self._kept = OrderedDict()
        self._most = max(64, _KEPT_BYTES // (8 * max(1, postings.size)))
        self._lock = Lock()

    def word(self, form: str, lenient: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
        """Return (strength, evidence) of an exact form; evidence is how well the best match's accents agree.

        `lenient` is the least agreement granted to any accents: accents that no document has, or a query
        typed without accents, say little.
        """
        return self._remembered(("word", form, lenient), lambda: self._word(form, lenient))

    def in_title(self, form: str, marked_query: bool) -> np.ndarray:
        """Return how well the accents of a word agree with the same word in titles, 0 where absent."""
        return self._remembered(("title", form, marked_query), lambda: self._in_title(form, marked_query))

    def _in_title(self, form, marked_query):
        lenient = self.leniency(form, marked_query)
        held = np.zeros(self._postings.size, np.float32)
        for other in self._lexicon.variants.get(fold(form), ()):
            agreed = max(lenient, likeness(form, other))
            if agreed >= 0.5:
                numbers, _ = self._postings.term("title", other)
                held[numbers] = np.maximum(held[numbers], agreed)
        return held

    def pair(self, left: str, right: str) -> np.ndarray:
        """Return how strongly documents hold two folded words side by side."""
        return self._remembered(("pair", left, right), lambda: self._pair(f"{left}_{right}"))

    def phrase(self, words: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
        """Return (strength, evidence) of exact words side by side; a place may be a value of its field."""
        return self._remembered(("phrase", *words), lambda: self._phrase(words))

    def term(self, field: str, terms: tuple[str, ...]) -> np.ndarray:
        """Return 1 for each document that has one of the terms in a field of whole values, else 0."""
        held = np.zeros(self._postings.size, np.float32)
        for term in terms:
            held[self._postings.term(field, term)[0]] = 1.0
        return held

    def leniency(self, form: str, marked_query: bool, alone: bool = False) -> float:
        """Return the least agreement to grant a typed word.

        Accents that no document has say little. In a query without any accents each word may stand for all
        its forms, but a word all alone (may) is taken more nearly as it is written (may rather than máy).
        """
        if not self._lexicon.knows_exactly(form):
            return _UNMARKED_QUERY if not is_marked(form) else _UNSEEN_ACCENTS
        if is_marked(form) or marked_query:
            return 0.0
        return _UNMARKED_WORD if alone else _UNMARKED_QUERY

    def _word(self, form, lenient):
        agreeing = [
            (other, max(lenient, likeness(form, other)))
            for other in self._lexicon.variants.get(fold(form), ())
        ]
        if lenient:
            agreeing = [(other, 1.0 if other == form else agreed) for other, agreed in agreeing]
        open_part = np.ones(self._postings.size, np.float32)
        evidence = np.zeros(self._postings.size, np.float32)
        for field, (weight, b) in FIELDS.items():
            counts, agreed = self._counts(field, agreeing, evidence)
            open_part *= 1 - weight * agreed * self._share(field, counts, b)
        return 1 - open_part, evidence

    def _counts(self, field, agreeing, evidence):
        """Return how often each document has any form of the word in a field, and their mean agreement."""
        counts = np.zeros(self._postings.size, np.float32)
        weighted = np.zeros(self._postings.size, np.float32)
        for other, agreed in agreeing:
            numbers, found = self._postings.term(field, other)
            counts[numbers] += found
            weighted[numbers] += agreed * found
            evidence[numbers] = np.maximum(evidence[numbers], agreed)
        return counts, weighted / np.maximum(counts, 1)

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
        """Words side by side count whole; of three and more, half the links give half the strength."""
        single = [self.word(word) for word in words]
        mean = sum(strength for strength, _ in single) / len(single)
        agreed = np.minimum.reduce([evidence for _, evidence in single]) >= 0.5
        whole, evidence = mean * agreed, agreed.astype(np.float32)
        if len(words) > 1:
            links = np.array(
                [self.pair(fold(left), fold(right)) for left, right in zip(words, words[1:], strict=False)]
            )
            least, share = links.min(axis=0), (links > 0).mean(axis=0)
            loose = (len(words) > 2) & (share >= 0.5)
            whole = agreed * np.where(share == 1, 0.5 * mean + 0.5 * least, 0.5 * mean * loose)
            evidence = agreed * np.where(share == 1, 1, LOOSE * loose)
        place = self.term("place", ("_".join(words),)) if len(words) <= 5 else 0
        return np.maximum(whole, 0.6 * place), np.maximum(evidence, place)

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
