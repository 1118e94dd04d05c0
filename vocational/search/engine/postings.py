"""Postings as numpy arrays: the one module that knows how Whoosh lays them out.

Whoosh's own query loop makes a Python call for each posting. Here each term's blocks are decoded once for
each generation and kept. The inner names used (`_read_ids`, `_ids`, `_read_weights`, `_weights`,
`_next_block` of the leaf matcher) are those of Whoosh 2.7.4; a matcher of another make fails loudly, so that
no slow path goes unnoticed. Whoosh's readers share one file position: decoding happens under a lock.
"""

import threading

import numpy as np
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.matching import ListMatcher
from whoosh.reading import TermNotFound

K1 = 1.2
_NOTHING = (np.empty(0, np.int32), np.empty(0, np.float32))


class Postings:
    """The decoded postings and field lengths of one open Whoosh reader."""

    def __init__(self, reader):
        self.size = reader.doc_count_all()
        self._reader = reader
        self._leaves = list(reader.leaf_readers())
        self._terms = {}
        self._lengths = {}
        self._lock = threading.RLock()
        self.alive = np.ones(self.size, bool)
        for leaf, offset in self._leaves:
            self.alive[
                [offset + number for number in range(leaf.doc_count_all()) if leaf.is_deleted(number)]
            ] = False

    def term(self, field: str, term: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the numbers of the documents that hold a term in a field, and how often each does."""
        key = field, term
        found = self._terms.get(key)
        if found is None:
            with self._lock:
                found = self._terms[key] = self._decoded(field, term)
        return found

    def lengths(self, field: str) -> np.ndarray:
        """Return how many words each document has in a field, as coarsely as Whoosh stores it."""
        if field not in self._lengths:
            with self._lock:
                # Whoosh answers None, not 0, for a document that has nothing in the field.
                lengths = [
                    leaf.doc_field_length(number, field) or 0
                    for leaf, _ in self._leaves
                    for number in range(leaf.doc_count_all())
                ]
                self._lengths[field] = np.array(lengths, np.float32)
        return self._lengths[field]

    def average_length(self, field: str) -> float:
        """Return the mean number of words in a field, 1 when nobody has any (as Whoosh's scorer has it)."""
        total = self._reader.field_length(field)
        return total / (self._reader.doc_count_all() or 1) or 1.0

    def column(self, name: str, dtype: type) -> np.ndarray:
        """Return a stored number of every document."""
        with self._lock:
            return np.array(
                [value for leaf, _ in self._leaves for value in self._column_values(leaf, name)], dtype
            )

    def stored(self, number: int) -> dict:
        """Return what is stored of one document."""
        with self._lock:
            return self._reader.stored_fields(number)["record"]

    def lexicon(self, field: str) -> list[str]:
        """Return the different terms of a field."""
        with self._lock:
            return [term.decode("utf-8") for term in self._reader.lexicon(field)]

    def frequency(self, field: str, term: str) -> int:
        """Return how many documents hold a term in a field (deleted ones count until merged away)."""
        with self._lock:
            return self._reader.doc_frequency(field, term.encode("utf-8"))

    def close(self):
        """Give the files back."""
        with self._lock:
            self._reader.close()

    def _column_values(self, leaf, name):
        if not leaf.has_column(name):
            return [0] * leaf.doc_count_all()
        column = leaf.column_reader(name)
        return [column[number] for number in range(leaf.doc_count_all())]

    def _decoded(self, field, term):
        parts = [part for leaf, offset in self._leaves if (part := _leaf_postings(leaf, offset, field, term))]
        if not parts:
            return _NOTHING
        numbers = np.concatenate([numbers for numbers, _ in parts])
        counts = np.concatenate([counts for _, counts in parts])
        kept = self.alive[numbers]
        return (numbers, counts) if kept.all() else (numbers[kept], counts[kept])


def _leaf_postings(leaf, offset, field, term):
    try:
        matcher = leaf.postings(field, term.encode("utf-8"))
    except TermNotFound:
        return None
    matcher = getattr(matcher, "child", matcher)
    if isinstance(matcher, ListMatcher):
        return np.array(matcher._ids, np.int32) + offset, np.array(matcher._weights, np.float32)
    if not isinstance(matcher, W3LeafMatcher):
        raise TypeError(f"unknown matcher {type(matcher).__name__}")
    numbers, counts = [], []
    while matcher.is_active():
        matcher._read_ids()
        matcher._read_weights()
        numbers.append(np.asarray(matcher._ids, np.int32))
        counts.append(np.asarray(matcher._weights, np.float32))
        matcher._next_block()
    return (np.concatenate(numbers) + offset, np.concatenate(counts)) if numbers else None


def saturation(counts: np.ndarray, lengths: np.ndarray, average: float, b: float) -> np.ndarray:
    """Return BM25's share of a term without its idf: grows with the count, less the longer the field."""
    return counts * (K1 + 1) / (counts + K1 * ((1 - b) + b * lengths / average))
