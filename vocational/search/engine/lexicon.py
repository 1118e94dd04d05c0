"""The words that the index really holds: the accented forms of each unmarked word, and how common it is."""

from collections import defaultdict
from functools import cached_property
from math import log

import numpy as np

from vocational.search.engine.postings import Postings
from vocational.search.engine.schema import PAIR_FIELDS, TEXT_FIELDS, code_keys
from vocational.search.engine.text import fold


class Lexicon:
    """What one generation knows of words, pairs, places and codes."""

    def __init__(self, postings: Postings):
        self._postings = postings
        self.size = max(1, int(postings.alive.sum()))
        self._counts = {}
        self._pair_counts = {}

    @cached_property
    def variants(self) -> dict[str, tuple[str, ...]]:
        """Folded word → the exact forms in the index."""
        forms = {term for field in TEXT_FIELDS for term in self._postings.lexicon(field)}
        gathered = defaultdict(list)
        for form in sorted(forms):
            gathered[fold(form)].append(form)
        return {folded: tuple(forms) for folded, forms in gathered.items()}

    @cached_property
    def places(self) -> dict[str, tuple[str, ...]]:
        """Folded name «buon_ho» → the exact place terms."""
        return self._by_folded("place")

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Folded title or other name of a page «tho_han» → the exact terms."""
        return self._by_folded("called")

    def _by_folded(self, field):
        gathered = defaultdict(list)
        for term in self._postings.lexicon(field):
            gathered[fold(term)].append(term)
        return {folded: tuple(terms) for folded, terms in gathered.items()}

    @cached_property
    def codes(self) -> dict[str, tuple[str, ...]]:
        """Key that some document is numbered by → the whole numbers that it stands for."""
        gathered, terms = defaultdict(list), self._postings.lexicon("code")
        keys = {term: found for part in self._postings.segments for term, found in _code_keys(part).items()}
        for term in terms:
            for key in keys[term]:
                gathered[key].append(term)
        return {term: tuple(gathered.get(term, (term,))) for term in terms}

    def knows(self, folded: str) -> bool:
        """Return whether any document holds the word in any accents."""
        return folded in self.variants

    def knows_exactly(self, form: str) -> bool:
        """Return whether any document holds the word with exactly these accents."""
        return form in self.variants.get(fold(form), ())

    def names_pages(self, folded: str) -> bool:
        """Return whether a title or another name of a page holds the word in any accents."""
        return any(
            self._postings.frequency(field, form)
            for field in ("title", "names")
            for form in self.variants.get(folded, ())
        )

    def names_exactly(self, form: str) -> bool:
        """Return whether a title or another name of a page holds the word with exactly these accents."""
        return any(self._postings.frequency(field, form) for field in ("title", "names"))

    def documents_with(self, folded: str) -> int:
        """Return how many documents hold a word in any accents."""
        if folded not in self._counts:
            held = np.zeros(self._postings.size, bool)
            for form in self.variants.get(folded, ()):
                for field in TEXT_FIELDS:
                    held[self._postings.term(field, form)[0]] = True
            self._counts[folded] = int(held.sum())
        return self._counts[folded]

    def documents_with_form(self, form: str, pairs: list[str]) -> tuple[int, int]:
        """Return in how many documents a word has exactly these accents: beside a pair, and at all."""
        held, paired = np.zeros(self._postings.size, bool), np.zeros(self._postings.size, bool)
        for field in TEXT_FIELDS:
            held[self._postings.term(field, form)[0]] = True
        for field in PAIR_FIELDS:
            for pair in pairs:
                paired[self._postings.term(field, pair)[0]] = True
        return int((held & paired).sum()), int(held.sum())

    def documents_with_pair(self, left: str, right: str) -> int:
        """Return about how many documents hold two folded words side by side."""
        pair = f"{left}_{right}"
        if pair not in self._pair_counts:
            title = self._postings.frequency("title_pairs", pair)
            self._pair_counts[pair] = max(title, self._postings.frequency("text_pairs", pair))
        return self._pair_counts[pair]

    def rarity(self, count: int) -> float:
        """Return BM25's idf for a number of documents."""
        return log(1 + (self.size - min(count, self.size) + 0.5) / (count + 0.5))


def _code_keys(segment):
    """Return what each number of a segment is called by, kept there: nothing in a segment changes."""
    if "code keys" not in segment.derived:
        segment.derived["code keys"] = {term: code_keys(term) for term in segment.lexicon("code")}
    return segment.derived["code keys"]
