"""How strongly documents hold a word, a pair or a phrase: for each, the few documents that hold it at all.

A strength lies between 0 and 1. Fields add up like independent hints (1 minus the product of what each leaves
open), so that a title outweighs any number of mentions in the text. What is not listed is held with 0: most
words stand in few documents, and work is done for those only.
"""

from dataclasses import dataclass

import numpy as np

from vocational.search.engine.bounded import Bounded
from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.postings import K1, Postings
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
_KEPT_BYTES = 96_000_000
_UNSEEN_ACCENTS = 0.6
_UNMARKED_QUERY = 0.8
_UNMARKED_WORD = 0.5
_AGREES = 0.5
LOOSE = 0.7


@dataclass(frozen=True, slots=True)
class Held:
    """The documents that hold something, in order, how strongly, and how well that agrees (evidence)."""

    numbers: np.ndarray
    strength: np.ndarray
    evidence: np.ndarray

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self.numbers.nbytes + self.strength.nbytes + self.evidence.nbytes


NOBODY = Held(np.empty(0, np.int32), np.empty(0, np.float32), np.empty(0, np.float32))


class Strengths:
    """What the documents of one generation hold."""

    def __init__(self, postings: Postings, lexicon: Lexicon):
        self._postings = postings
        self._lexicon = lexicon
        self._kept = Bounded(_KEPT_BYTES, lambda made: made.nbytes)
        self._everywhere = Bounded(_KEPT_BYTES // 2, lambda made: made[0].nbytes + made[1].nbytes)
        self._norms = {}

    def word(self, form: str, lenient: float = 0.0) -> Held:
        """Return who holds an exact form; evidence is how well the best match's accents agree.

        `lenient` is the least agreement granted to any accents: accents that no document has, or a query
        typed without accents, say little.
        """
        return self._kept.get(("word", form, lenient), lambda: self._word(form, lenient))

    def words_kept(self, most: int) -> list[tuple[str, float]]:
        """Return (form, leniency) of the words that were last looked for."""
        return [key[1:] for key in self._kept.longest_unused_first() if key[0] == "word"][-most:]

    def everywhere(self, key: tuple, held: Held) -> tuple[np.ndarray, np.ndarray]:
        """Return (strength, evidence) as arrays over all documents, which nobody may write to."""
        return self._everywhere.get(key, lambda: self._spread(held))

    def _spread(self, held):
        arrays = np.zeros((2, self._postings.size), np.float32)
        arrays[:, held.numbers] = held.strength, held.evidence
        arrays.flags.writeable = False
        return arrays[0], arrays[1]

    def in_title(self, form: str, marked_query: bool) -> Held:
        """Return who has a word in the title; strength and evidence say how well its accents agree."""
        return self._kept.get(("title", form, marked_query), lambda: self._in_title(form, marked_query))

    def _in_title(self, form, marked_query):
        lenient = self.leniency(form, marked_query)
        agreeing = [
            (held[0], agreed)
            for other in self._lexicon.variants.get(fold(form), ())
            if (agreed := max(lenient, likeness(form, other))) >= _AGREES
            and (held := self._term("title", other))
        ]
        numbers = self._union([own for own, _ in agreeing])
        best = np.zeros(numbers.size, np.float32)
        for own, agreed in agreeing:
            where = _places(numbers, own)
            best[where] = np.maximum(best[where], np.float32(agreed))
        return Held(numbers, best, best)

    def pair(self, left: str, right: str) -> Held:
        """Return who holds two folded words side by side; the evidence is 1."""
        return self._kept.get(("pair", left, right), lambda: self._pair(f"{left}_{right}"))

    def phrase(self, words: tuple[str, ...]) -> Held:
        """Return who holds exact words side by side; a place may be a value of its field."""
        return self._kept.get(("phrase", *words), lambda: self._phrase(words))

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
        found = {
            field: [(*held, agreed) for other, agreed in agreeing if (held := self._term(field, other))]
            for field in FIELDS
        }
        numbers = self._union([held[0] for held_in_field in found.values() for held in held_in_field])
        open_part, evidence = np.ones(numbers.size, np.float32), np.zeros(numbers.size, np.float32)
        for field, (weight, b) in FIELDS.items():
            if found[field]:
                where, counts, agreed = _gathered(found[field], numbers, evidence)
                open_part[where] *= 1 - weight * agreed * self._share(field, b, numbers[where], counts)
        return Held(numbers, 1 - open_part, evidence)

    def _term(self, field, term):
        numbers, counts = self._postings.term(field, term)
        return (numbers, counts) if numbers.size else None

    def _union(self, several):
        """Return the documents of any of the lists, in order."""
        if len(several) < 2:
            return several[0] if several else NOBODY.numbers
        if sum(numbers.size for numbers in several) * 8 < self._postings.size:
            return np.unique(np.concatenate(several))
        held = np.zeros(self._postings.size, bool)
        for numbers in several:
            held[numbers] = True
        return held.nonzero()[0].astype(np.int32)

    def _share(self, field, b, numbers, counts):
        """Return BM25's share: grows with the count towards 1, less the longer the field."""
        if (field, b) not in self._norms:
            lengths, average = self._postings.lengths(field), self._postings.average_length(field)
            self._norms[field, b] = (K1 * ((1 - b) + b * lengths / average)).astype(np.float32)
        return counts / (counts + self._norms[field, b][numbers])

    def _pair(self, pair):
        found = {field: held for field in PAIRS if (held := self._term(field, pair))}
        numbers = self._union([held[0] for held in found.values()])
        open_part = np.ones(numbers.size, np.float32)
        for field, (own, counts) in found.items():
            weight, b = PAIRS[field]
            open_part[np.searchsorted(numbers, own)] *= 1 - weight * self._share(field, b, own, counts)
        return Held(numbers, 1 - open_part, np.ones(numbers.size, np.float32))

    def _phrase(self, words):
        """Words side by side count whole; of three and more, half the links give half the strength."""
        numbers, mean = self._agreed([self.word(word) for word in words])
        whole, evidence = mean, np.ones(numbers.size, np.float32)
        if len(words) > 1 and numbers.size:
            links = np.array(
                [
                    looked_up(self.pair(fold(left), fold(right)), numbers)
                    for left, right in zip(words, words[1:], strict=False)
                ]
            )
            least, share = links.min(axis=0), (links > 0).mean(axis=0)
            loose = (len(words) > 2) & (share >= 0.5)
            whole = np.where(share == 1, 0.5 * mean + 0.5 * least, 0.5 * mean * loose)
            evidence = np.where(share == 1, 1, LOOSE * loose)
            kept = evidence > 0
            numbers, whole, evidence = numbers[kept], whole[kept], evidence[kept]
        held = Held(numbers, whole.astype(np.float32), evidence.astype(np.float32))
        place = self._term("place", "_".join(words)) if len(words) <= 5 else None
        return self._with_place(held, place[0]) if place else held

    def _agreed(self, single):
        """Return the documents that hold all words with accents that agree, and their mean strength."""
        rarest = min(single, key=lambda held: held.numbers.size)
        numbers = rarest.numbers
        for held in single:
            kept = looked_up(held, numbers, held.evidence) >= 0.5
            numbers = numbers[kept]
        return numbers, sum(looked_up(held, numbers) for held in single) / len(single)

    def _with_place(self, held, place):
        numbers = self._union([held.numbers, place])
        strength, evidence = looked_up(held, numbers), looked_up(held, numbers, held.evidence)
        at_place = np.searchsorted(numbers, place)
        strength[at_place] = np.maximum(strength[at_place], np.float32(0.6))
        evidence[at_place] = 1.0
        return Held(numbers, strength, evidence)


def looked_up(held: Held, numbers: np.ndarray, values: np.ndarray | None = None) -> np.ndarray:
    """Return the strength (or other values) of a list of documents, 0 for those that hold nothing."""
    values = held.strength if values is None else values
    if not held.numbers.size:
        return np.zeros(numbers.size, np.float32)
    place = np.searchsorted(held.numbers, numbers)
    place[place == held.numbers.size] = 0
    return values[place] * (held.numbers[place] == numbers)


def _gathered(found, numbers, evidence):
    """Return who has any form in one field, how often, and the mean agreement; raise the evidence."""
    if len(found) == 1:
        own, counts, agreed = found[0]
        where = _places(numbers, own)
        evidence[where] = np.maximum(evidence[where], np.float32(agreed))
        return where, counts, np.float32(agreed)
    counts, weighted = np.zeros(numbers.size, np.float32), np.zeros(numbers.size, np.float32)
    for own, often, agreed in found:
        where = _places(numbers, own)
        counts[where] += often
        weighted[where] += agreed * often
        evidence[where] = np.maximum(evidence[where], np.float32(agreed))
    where = counts.nonzero()[0]
    return where, counts[where], weighted[where] / np.maximum(counts[where], 1)


def _places(numbers, own):
    """Return where some of the numbers stand among them."""
    return slice(None) if own.size == numbers.size else np.searchsorted(numbers, own)
