"""One open generation: everything a search reads, as unchanging arrays over its documents."""

import time
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import numpy as np

from vocational.search.engine import facets, generations
from vocational.search.engine.bounded import Bounded
from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.postings import Postings, Segment
from vocational.search.engine.schema import date_number
from vocational.search.engine.spelling import Spelling
from vocational.search.engine.strengths import Strengths
from vocational.search.engine.suggest import Completions
from vocational.search.engine.text import fold
from vocational.search.engine.vocabulary import Vocabulary

_WARMED = 500
_COUNTS_BYTES = 2_000_000


class Snapshot:
    """An unchanging view of one generation after one commit.

    What the snapshot before had of the same segments is taken over, and all of it when only the vocabulary is
    another. Nothing in here refers back to a snapshot, so that one is gone, with its files, as soon as the
    last search in it is done.
    """

    def __init__(self, folder: str | Path, before: "Snapshot | None" = None):
        opened = generations.open_current(folder)
        self._mark = opened.mark
        same_words = before is not None and before._mark == opened.mark
        self.vocabulary = before.vocabulary if same_words else Vocabulary.read(opened.vocabulary)
        self._made_of = [(part.name, frozenset(part.deleted)) for part in opened.parts]
        if before and before._made_of == self._made_of:
            self.__dict__ = {**before.__dict__, **self.__dict__}
            self.spelling = Spelling(self.lexicon, self.vocabulary.pairs)
            self.__dict__.pop("completions", None)
            return
        known = before.segments if before else {}
        self.segments = {part.name: known.get(part.name) or Segment(part.reader()) for part in opened.parts}
        self.postings = Postings((self.segments[part.name], part.deleted) for part in opened.parts)
        self.lexicon = Lexicon(self.postings)
        self.strengths = Strengths(self.postings, self.lexicon)
        self.spelling = Spelling(self.lexicon, self.vocabulary.pairs)
        self.counts = Bounded(_COUNTS_BYTES)
        self.columns = {}
        self.alive = self.postings.alive
        self.archived = np.zeros(self.postings.size, bool)
        self.archived[self.postings.term("archived", "yes")[0]] = True
        self.popularity = self.postings.column("popularity", np.float32)
        self.dates = self.postings.column("date", np.int32)

    @cached_property
    def facet_tables(self) -> dict[str, facets.FacetTable]:
        """Facet name → its values and who carries them."""
        return facets.tables(self.postings)

    @cached_property
    def completions(self) -> Completions:
        """The completion table of this generation."""
        return Completions(self.postings, self.vocabulary)

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
        for area in self.postings.lexicon("area"):
            held[self.postings.term("area", area)[0]] = False
        return held

    @cached_property
    def due(self) -> tuple[np.ndarray, np.ndarray]:
        """All due dates as numbers like 20270331, with the documents that have them: (documents, dates)."""
        days = self.postings.lexicon("due")
        owners = [self.postings.term("due", day)[0] for day in days]
        dates = np.repeat([date_number(day) for day in days], [numbers.size for numbers in owners])
        return np.concatenate([np.empty(0, np.int32), *owners]), dates.astype(np.int64)

    def prepare(self, pause: float = 0.0) -> None:
        """Work out the tables that the first searches and key presses would otherwise wait for.

        `pause` in seconds lets other threads in again and again.
        """
        for name in ("completions", "facet_tables", "recency", "placeless", "due"):
            getattr(self, name)
            time.sleep(pause)
        for name in ("variants", "places", "codes"):
            getattr(self.lexicon, name)
            time.sleep(pause)
        self.spelling.corrections("warm")

    def warming(self, before: "Snapshot | None" = None) -> Iterator[None]:
        """Work out, word by word, who holds frequent words, or those looked for in the snapshot before."""
        words = before.strengths.words_kept(_WARMED) if before else self._frequent_words()
        for form, lenient in words:
            self.strengths.word(form, lenient)
            self.lexicon.documents_with(fold(form))
            yield

    def _frequent_words(self):
        """Yield (form, leniency) of the words in most names of documents, with accents and without."""
        counted = Counter()
        for form in self.postings.lexicon("title"):
            counted[form] += self.postings.frequency("title", form)
        forms = [form for form, _ in counted.most_common(_WARMED)]
        for form in dict.fromkeys(typed for written in forms for typed in (written, fold(written))):
            for lenient in {self.strengths.leniency(form, marked) for marked in (False, True)}:
                yield form, lenient
