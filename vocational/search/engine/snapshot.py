"""One open generation: everything a search reads, and the one kept copy of it per folder and process."""

import threading
from functools import cached_property

import numpy as np

from vocational.search.engine import index
from vocational.search.engine.answers import IndexMissing
from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.postings import Postings
from vocational.search.engine.schema import FACETS
from vocational.search.engine.spelling import Spelling
from vocational.search.engine.strengths import Strengths
from vocational.search.engine.suggest import Completions
from vocational.search.engine.vocabulary import Vocabulary

_TRIES = 3


class Snapshot:
    """An unchanging view of one generation after one commit."""

    def __init__(self, folder):
        _, _, reader, vocabulary = index.open_current(folder)
        self.postings = Postings(reader)
        self.lexicon = Lexicon(self.postings)
        self.strengths = Strengths(self.postings, self.lexicon)
        self.vocabulary = Vocabulary.read(vocabulary)
        self.spelling = Spelling(self.lexicon, self.vocabulary.pairs)
        self.archived = np.zeros(self.postings.size, bool)
        self.archived[self.postings.term("archived", "yes")[0]] = True
        self.popularity = self.postings.column("popularity", np.float32)
        self.dates = self.postings.column("date", np.int32)

    @cached_property
    def facet_values(self) -> dict[str, list[str]]:
        """Facet name → all its values in the index."""
        return {name: self.postings.lexicon(name) for name in FACETS}

    @cached_property
    def completions(self) -> Completions:
        """The completion table of this generation."""
        return Completions(self)

    @cached_property
    def recency(self) -> np.ndarray:
        """0 for the oldest dated document to 1 for the newest; undated ones lie between."""
        dated = self.dates > 0
        if not dated.any():
            return np.zeros(self.postings.size)
        oldest, newest = self.dates[dated].min(), self.dates.max()
        return np.where(dated, (self.dates - oldest) / max(1, newest - oldest), 0.5)

    @cached_property
    def placeless(self) -> np.ndarray:
        """Which documents belong to no area."""
        held = np.ones(self.postings.size, bool)
        for area in self.facet_values["area"]:
            held[self.postings.term("area", area)[0]] = False
        return held

    def has(self, facet: str, value: str) -> np.ndarray:
        """Return which documents carry a facet value."""
        held = np.zeros(self.postings.size, bool)
        held[self.postings.term(facet, value)[0]] = True
        return held


class Kept:
    """The snapshots that this process keeps open, one per folder, each renewed when its index changes."""

    def __init__(self):
        self._open = {}
        self._lock = threading.Lock()

    def of(self, folder) -> Snapshot:
        """Return the snapshot of what the folder holds now; raise IndexMissing or IndexDamaged."""
        key, stamp = str(folder), index.stamp(folder)
        found = self._open.get(key)
        if found and stamp and found[0] == stamp:
            return found[1]
        with self._lock:
            found = self._open.get(key)
            if found and stamp and found[0] == stamp:
                return found[1]
            return self._renewed(key, folder)

    def _renewed(self, key, folder):
        """Open the folder; a build may switch and remove between our two looks at it, so try again."""
        for attempt in range(_TRIES):
            stamp = index.stamp(folder)
            if stamp is None:
                self._open.pop(key, None)
                raise IndexMissing(f"no index in {folder}")
            try:
                snapshot = Snapshot(folder)
            except index.IndexDamaged:
                if attempt + 1 == _TRIES or index.stamp(folder) == stamp:
                    raise
                continue
            self._open[key] = stamp, snapshot
            return snapshot
