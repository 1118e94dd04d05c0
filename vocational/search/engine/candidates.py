"""The documents that may answer a query, as one short row: scoring is done for them and for nobody else.

Ranking is written in arrays over documents. Most documents hold nothing of what was asked, and most of those
that do hold only words that decide nothing (trường, học, ở Đắk Lắk). So first the decisive parts of the query
are put to `Asked`, which answers as if there were no documents and notes whose postings were asked for; the
documents in those are the row. `Candidates` then answers the same questions with arrays of the row's length.
"""

from functools import cached_property

import numpy as np

from vocational.search.engine.strengths import Held

_MOST = 0.6
"""From this share of all documents on, all of them are the row: the detour costs more than it saves."""


_FREQUENT = 8
"""A word that more than one in so many documents holds is kept as an array over all documents."""


class Asked:
    """Stands for no document at all, and remembers who holds what is asked for."""

    def __init__(self, snapshot):
        self._snapshot = snapshot
        self._source = snapshot.strengths
        self._lists = []
        self._bounded = True
        self.whole = True
        self.lexicon = snapshot.lexicon
        self.strengths = self

    def word(self, form, lenient=0.0):
        """Note who holds an exact form."""
        return self._noted(self._source.word(form, lenient))

    def phrase(self, words):
        """Note who holds exact words side by side."""
        return self._noted(self._source.phrase(words))

    def pair(self, left, right):
        """Note who holds two folded words side by side."""
        return self._noted(self._source.pair(left, right))[0]

    def leniency(self, form, marked_query, alone=False):
        """Return the least agreement to grant a typed word."""
        return self._source.leniency(form, marked_query, alone)

    def term(self, field, terms):
        """Note who has one of the terms in a field of whole values."""
        self._lists += [self._snapshot.postings.term(field, term)[0] for term in terms]
        return _NONE

    def has(self, facet, value):
        """Note who carries a facet value."""
        self._lists.append(self._snapshot.postings.term(facet, value)[0])
        return _NONE > 0

    def __getattr__(self, name):
        """Return another array of the snapshot as it is for no document; such a thing bounds nothing."""
        self._bounded = False
        return getattr(self._snapshot, name)[:0]

    def documents(self) -> np.ndarray | None:
        """Return the noted documents in order; None stands for all."""
        size = self._snapshot.postings.size
        if not self._bounded or any(numbers.size > _MOST * size for numbers in self._lists):
            return None
        held = np.zeros(size, bool)
        for numbers in self._lists:
            held[numbers] = True
        found = held.nonzero()[0]
        return None if found.size > _MOST * size else found

    def _noted(self, held: Held):
        self._lists.append(held.numbers)
        return _NONE, _NONE


_NONE = np.empty(0, np.float32)


class Candidates:
    """Some documents of a snapshot, and everything known of them as arrays of their number."""

    def __init__(self, snapshot, numbers: np.ndarray | None):
        """`numbers`: which documents, in order; None for all."""
        self.snapshot = snapshot
        self._source = snapshot.strengths
        self.whole = numbers is None
        self.numbers = np.arange(snapshot.postings.size) if numbers is None else numbers
        self.size = self.numbers.size
        self.lexicon = snapshot.lexicon
        self.strengths = self

    def word(self, form, lenient=0.0):
        """Return (strength, evidence) of an exact form."""
        held = self._source.word(form, lenient)
        if held.numbers.size * _FREQUENT < self.snapshot.postings.size:
            return self._spread(held)
        everywhere = self._source.everywhere(("word", form, lenient), held)
        return everywhere if self.whole else (everywhere[0][self.numbers], everywhere[1][self.numbers])

    def phrase(self, words):
        """Return (strength, evidence) of exact words side by side."""
        return self._spread(self._source.phrase(words))

    def pair(self, left, right):
        """Return how strongly two folded words stand side by side."""
        held = self._source.pair(left, right)
        where, among = self._where(held.numbers)
        return self._put(where, held.strength[among])

    def in_title(self, form, marked_query):
        """Return how well the accents of a word agree with the same word in titles, 0 where absent."""
        held = self._source.in_title(form, marked_query)
        where, among = self._where(held.numbers)
        return self._put(where, held.strength[among])

    def leniency(self, form, marked_query, alone=False):
        """Return the least agreement to grant a typed word."""
        return self._source.leniency(form, marked_query, alone)

    def exists(self, field, terms):
        """Return whether any document at all, here or not, has one of the terms in a field."""
        return any(self.snapshot.postings.term(field, term)[0].size for term in terms)

    def counted(self, key, holds):
        """Return of how many documents at all something is true that `holds` says for candidates."""
        made = self.snapshot.counts.get(key, lambda: [int(holds(Candidates(self.snapshot, None)).sum())])
        return made[0]

    def column(self, name, make):
        """Return an array that `make` works out once for all documents of the snapshot."""
        if name not in self.snapshot.columns:
            self.snapshot.columns[name] = make(self.snapshot)
        column = self.snapshot.columns[name]
        return column if self.whole else column[self.numbers]

    def lengths(self, field):
        """Return how many words each document has in a field."""
        lengths = self.snapshot.postings.lengths(field)
        return lengths if self.whole else lengths[self.numbers]

    def term(self, field, terms):
        """Return 1 for each document that has one of the terms in a field of whole values, else 0."""
        held = np.zeros(self.size, np.float32)
        for term in terms:
            held[self._where(self.snapshot.postings.term(field, term)[0])[0]] = 1.0
        return held

    def has(self, facet, value):
        """Return which documents carry a facet value."""
        held = np.zeros(self.size, bool)
        held[self._where(self.snapshot.postings.term(facet, value)[0])[0]] = True
        return held

    def __getattr__(self, name):
        """Return another array of the snapshot, cut down to these documents."""
        array = getattr(self.snapshot, name)
        return array if self.whole else array[self.numbers]

    @cached_property
    def _place(self):
        """Where each document of the snapshot stands in the row, -1 for nowhere."""
        place = np.full(self.snapshot.postings.size, -1, np.int32)
        place[self.numbers] = np.arange(self.size, dtype=np.int32)
        return place

    def _where(self, numbers):
        """Return where documents stand in the row, and which of them stand there."""
        if self.whole:
            return numbers, slice(None)
        if numbers.size > 8 * self.size:
            # A short row in a long list: look each of the row up instead.
            found = np.searchsorted(numbers, self.numbers)
            found[found == numbers.size] = 0
            where = (numbers[found] == self.numbers).nonzero()[0]
            return where, found[where]
        where = self._place[numbers]
        among = (where >= 0).nonzero()[0]
        return (where, slice(None)) if among.size == where.size else (where[among], among)

    def _spread(self, held):
        where, among = self._where(held.numbers)
        return self._put(where, held.strength[among]), self._put(where, held.evidence[among])

    def _put(self, where, values):
        array = np.zeros(self.size, np.float32)
        array[where] = values
        return array
