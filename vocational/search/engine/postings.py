"""Postings as numpy arrays: the one module that knows how Whoosh lays them out.

Whoosh's own query loop makes a Python call for each posting. Here each term's blocks are decoded at once and
kept. An index consists of segments, in which nothing ever changes except which documents are deleted: what
was decoded of a segment serves every snapshot that has it, so that a small commit costs little. The inner
names used (`_read_data`, `_data`, `_read_weights`, `_weights`, `_next_block` of the leaf matcher, `_perdoc`
of the segment reader) are those of Whoosh 2.7.4; a matcher of another make fails loudly, so that no slow path
goes unnoticed. Whoosh's readers share one file position: decoding happens under a lock.
"""

import threading
from collections.abc import Iterable
from contextlib import contextmanager

import numpy as np
from whoosh.codec.whoosh3 import LENGTHS_COLUMN, W3LeafMatcher
from whoosh.matching import ListMatcher
from whoosh.reading import SegmentReader, TermNotFound
from whoosh.util.numeric import byte_to_length

from vocational.search.engine.answers import IndexDamaged
from vocational.search.engine.bounded import Bounded
from vocational.search.engine.records import RECORD, Record, unpacked

K1 = 1.2
_NOTHING = (np.empty(0, np.int32), np.empty(0, np.float32))
_KEPT_BYTES = 96_000_000
_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float32)


class Segment:
    """One unchanging part of the index, decoded piece by piece when it is asked for."""

    def __init__(self, reader: SegmentReader):
        self.size = reader.doc_count_all()
        self._reader = reader
        self._perdoc = reader._perdoc
        self._records = reader.schema[RECORD].column_type
        self._lock = threading.RLock()
        self._terms = Bounded(_KEPT_BYTES, lambda made: made[0].nbytes + made[1].nbytes)
        self._lengths = {}
        self._lexicons = {}
        self.derived = {}
        """What others worked out from this segment alone, by name."""

    def term(self, field: str, term: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the documents that hold a term, counted from 0 in this segment, and how often each does."""
        return self._terms.get((field, term), lambda: self._decoded(field, term))

    def lengths(self, field: str) -> np.ndarray:
        """Return how many words each document has in a field, as coarsely as Whoosh stores it."""
        if field not in self._lengths:
            self._lengths[field] = _LENGTHS[self._numbers(f"_{field}_len", LENGTHS_COLUMN, np.uint8)]
        return self._lengths[field]

    def column(self, name: str, dtype: type) -> np.ndarray:
        """Return a stored number of every document."""
        return self._numbers(name, self._reader.schema[name].column_type, dtype)

    def record(self, number: int) -> Record:
        """Return what is stored of one document."""
        try:
            with self._lock:
                stored = self._perdoc._cached_reader(RECORD, self._records)[number]
            return unpacked(stored)
        except Exception as error:
            raise _damage(error) from error

    def lexicon(self, field: str) -> list[str]:
        """Return the different terms of a field in order."""
        if field not in self._lexicons:
            with self._reading():
                self._lexicons[field] = [term.decode("utf-8") for term in self._reader.lexicon(field)]
        return self._lexicons[field]

    def frequency(self, field: str, term: str) -> int:
        """Return how many documents hold a term in a field, deleted ones among them."""
        with self._reading():
            return self._reader.doc_frequency(field, term.encode("utf-8"))

    def words_in(self, field: str) -> int:
        """Return the sum of the lengths of a field."""
        with self._reading():
            return self._reader.field_length(field)

    @contextmanager
    def _reading(self):
        """Read one thing at a time."""
        with self._lock:
            try:
                yield
            except Exception as error:
                raise _damage(error) from error

    def _numbers(self, name, column, dtype):
        """Return a column of numbers; documents at its end that have none are not written."""
        found = np.full(self.size, column.default_value(), dtype)
        with self._reading():
            if self._perdoc.has_column(name):
                reader = self._perdoc.column_reader(name, column)
                raw = reader._dbfile.get(reader._basepos, reader._count * reader._fixedlen)
                found[: reader._count] = np.frombuffer(raw, np.dtype(reader._typecode).newbyteorder(">"))
        return found

    def _decoded(self, field, term):
        with self._reading():
            numbers, counts = self._read(field, term)
            if numbers.size and not 0 <= int(numbers[0]) <= int(numbers[-1]) < self.size:
                raise IndexDamaged("postings of documents that do not exist")
            return numbers, counts

    def _read(self, field, term):
        try:
            matcher = self._reader.postings(field, term.encode("utf-8"))
        except TermNotFound:
            return _NOTHING
        matcher = getattr(matcher, "child", matcher)
        if isinstance(matcher, ListMatcher):
            return np.array(matcher._ids, np.int32), np.array(matcher._weights, np.float32)
        if not isinstance(matcher, W3LeafMatcher):
            raise NotImplementedError(f"unknown matcher {type(matcher).__name__}")
        # The filter around it has already skipped what is deleted, perhaps whole blocks.
        matcher.reset()
        numbers, counts = [], []
        while matcher.is_active():
            matcher._read_data()
            matcher._read_weights()
            # Whoosh writes the difference from the document before.
            numbers.append(np.cumsum(np.asarray(matcher._data[0], np.int32), dtype=np.int32))
            counts.append(np.asarray(matcher._weights, np.float32))
            matcher._next_block()
        # Whoosh steps over documents that were taken away: nothing is left when all of them were.
        return (np.concatenate(numbers), np.concatenate(counts)) if numbers else _NOTHING


def _damage(error):
    """Return what to raise: whatever Whoosh stumbles over is damage (it raises plain Exceptions)."""
    if isinstance(error, (IndexDamaged, NotImplementedError, MemoryError)):
        return error
    return IndexDamaged(f"unreadable: {error!r}")


class Postings:
    """The segments of one snapshot as one row of documents, without the deleted ones."""

    def __init__(self, segments: Iterable[tuple[Segment, Iterable[int]]]):
        """`segments`: each with the numbers of its deleted documents."""
        parts = [(segment, list(deleted)) for segment, deleted in segments]
        self.segments = [segment for segment, _ in parts]
        starts = np.cumsum([0, *(segment.size for segment in self.segments)])
        self.starts = starts[:-1]
        self.size = int(starts[-1])
        self.alive = np.ones(self.size, bool)
        for start, (_, deleted) in zip(self.starts, parts, strict=True):
            self.alive[start + np.array(deleted, np.int64)] = False
        self._all_alive = bool(self.alive.all())
        self._terms = Bounded(_KEPT_BYTES // 3, lambda made: made[0].nbytes + made[1].nbytes)
        self._lengths = {}

    def term(self, field: str, term: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the numbers of the documents that hold a term in a field, and how often each does."""
        if self._all_alive and len(self.segments) == 1:
            return self.segments[0].term(field, term)
        return self._terms.get((field, term), lambda: self._joined(field, term))

    def lengths(self, field: str) -> np.ndarray:
        """Return how many words each document has in a field."""
        if field not in self._lengths:
            self._lengths[field] = self._all([segment.lengths(field) for segment in self.segments])
        return self._lengths[field]

    def average_length(self, field: str) -> float:
        """Return the mean number of words in a field, 1 when nobody has any (as Whoosh's scorer has it)."""
        total = sum(segment.words_in(field) for segment in self.segments)
        return total / (self.size or 1) or 1.0

    def column(self, name: str, dtype: type) -> np.ndarray:
        """Return a stored number of every document."""
        return self._all([segment.column(name, dtype) for segment in self.segments]).astype(dtype)

    def stored(self, number: int) -> Record:
        """Return what is stored of one document."""
        which = int(np.searchsorted(self.starts, number, side="right")) - 1
        return self.segments[which].record(int(number - self.starts[which]))

    def lexicon(self, field: str) -> list[str]:
        """Return the different terms of a field."""
        if len(self.segments) == 1:
            return self.segments[0].lexicon(field)
        return sorted({term for segment in self.segments for term in segment.lexicon(field)})

    def frequency(self, field: str, term: str) -> int:
        """Return how many documents hold a term in a field (deleted ones count until merged away)."""
        return sum(segment.frequency(field, term) for segment in self.segments)

    def _all(self, parts):
        return np.concatenate(parts) if parts else np.empty(0, np.float32)

    def _joined(self, field, term):
        parts = [segment.term(field, term) for segment in self.segments]
        numbers = self._all(
            [numbers + np.int32(start) for (numbers, _), start in zip(parts, self.starts, strict=True)]
        ).astype(np.int32)
        counts = self._all([counts for _, counts in parts])
        kept = self.alive[numbers]
        return numbers[kept], counts[kept]


def saturation(counts: np.ndarray, lengths: np.ndarray, average: float, b: float) -> np.ndarray:
    """Return BM25's share of a term without its idf: grows with the count, less the longer the field."""
    return counts * (K1 + 1) / (counts + K1 * ((1 - b) + b * lengths / average))
