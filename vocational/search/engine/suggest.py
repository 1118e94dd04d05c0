"""Completion: a sorted table of folded phrases, entered at the start of every syllable.

Each segment of the index has its own table, made once; a small commit therefore makes a small table. A table
is columns of numbers and of the first letters of each entry, so that a million entries fit in memory and are
sorted without holding up other threads.
"""

from collections.abc import Iterator
from heapq import merge
from operator import itemgetter

import numpy as np

from vocational.search.engine.answers import Suggestion
from vocational.search.engine.bounded import Bounded
from vocational.search.engine.records import words
from vocational.search.engine.syllables import likeness
from vocational.search.engine.text import clean, fold, is_marked, tokens

_LETTERS = 40
_LOOKED_AT = 256
_LOOKED_AT_ACCENTS = 1024
_LOOKED_AT_LONG = 4000
_SHORT = 3
_PLACES = 255
_LONGEST_CLASS_NOUN = 3
_INSIDE = 1 << 51
"""Added to the rank of what begins in the middle of a name."""
_AGREES = 0.5
_KEPT_BYTES = 4_000_000


class Table:
    """The entries of one segment, sorted by their first letters.

    `class_nouns` says for folded words the kinds of pages whose names they may stand in front of.
    """

    def __init__(self, segment, class_nouns: dict[tuple[str, ...], frozenset[str]]):
        self.class_nouns = class_nouns
        self._phrases = []
        entries = [entry for number in range(segment.size) for entry in self._entries(segment, number)]
        letters = np.array([entry[0] for entry in entries], f"S{_LETTERS}")
        order = np.argsort(letters, kind="stable")
        self._letters = letters[order]
        self._phrase = np.array([entry[1] for entry in entries], np.int32)[order]
        self._place = np.array([entry[2] for entry in entries], np.uint8)[order]
        self._inside = np.array([entry[3] for entry in entries], bool)[order]
        self._ranks = self._ranked(segment)
        self._short = Bounded(_KEPT_BYTES, lambda made: made[0].nbytes + made[1].nbytes)

    def _entries(self, segment, number):
        """Yield (first letters, number of the phrase, place of the word, whether inside) for each word."""
        record = segment.record(number)
        named = [words(record.title_words).forms]
        named += [name.split() for name in record.names]
        for which, forms in enumerate(named):
            phrase = len(self._phrases)
            self._phrases.append((number, which, forms))
            folded = [fold(form) for form in forms[:_PLACES]]
            starts = (0, self._spoken_start(folded, record.kind))
            for place in range(len(folded)):
                letters = " ".join(folded[place : place + _LETTERS]).encode()[:_LETTERS]
                yield letters, phrase, place, place not in starts

    def _spoken_start(self, folded, kind):
        """Return how many syllables in front only say what kind of thing has the name: «Trường Cao đẳng …».

        Speech leaves such class nouns out. Which words they are for a kind of page, the vocabulary says.
        """
        lengths = range(min(len(folded) - 1, _LONGEST_CLASS_NOUN), 0, -1)
        nouns = self.class_nouns
        return next((length for length in lengths if kind in nouns.get(tuple(folded[:length]), ())), 0)

    def _ranked(self, segment):
        """Return numbers to sort by: phrase starts, titles, popular pages that are current, short phrases."""
        if not self._phrases:
            return np.empty(0, np.int64)
        documents = np.array([number for number, _, _ in self._phrases])
        worth = segment.column("popularity", np.float64)
        worth[segment.term("archived", "yes")[0]] -= 1
        ranks = ((2 - np.clip(worth[documents], -1, 1)) * 1e6).astype(np.int64) << 16
        ranks += [len(" ".join(forms)) for _, _, forms in self._phrases]
        ranks += np.array([which > 0 for _, which, _ in self._phrases], np.int64) << 50
        return ranks[self._phrase] + self._inside * _INSIDE

    def best(self, typed: str, most: int) -> Iterator[tuple[int, int, int, int, list[str]]]:
        """Yield up to about `most` entries that start with folded text, the best first.

        Each: (rank, number of the document, which of its names, place of the word, the name's exact forms).
        """
        key = typed.encode()[:_LETTERS]
        whole = len(key) < _LETTERS
        rows, ranks = self._rows(key, most if whole else _LOOKED_AT_LONG)
        for row, rank in zip(map(int, rows), map(int, ranks), strict=True):
            number, which, forms = self._phrases[self._phrase[row]]
            place = int(self._place[row])
            if whole or " ".join(map(fold, forms[place:])).startswith(typed):
                yield rank, number, which, place, forms

    def _rows(self, key, most):
        if len(key) <= _SHORT:
            return self._short.get((key, most), lambda: self._best_rows(key, most))
        return self._best_rows(key, most)

    def _best_rows(self, key, most):
        """Return the rows that start with a key and their ranks; those that are the key come first of all."""
        first, last = np.searchsorted(self._letters, [key, key + b"\xff"])
        behind = np.searchsorted(self._letters, key, side="right")
        ranks = self._ranks[first:last].copy()
        ranks[: behind - first] -= (ranks[: behind - first] < _INSIDE) * (2 * _INSIDE)
        chosen = np.arange(ranks.size)
        if ranks.size > most:
            chosen = np.sort(np.argpartition(ranks, most)[:most])
        chosen = chosen[np.argsort(ranks[chosen], kind="stable")]
        return first + chosen, ranks[chosen]


class Completions:
    """Titles and other names of the documents of one snapshot."""

    def __init__(self, postings, vocabulary):
        self._postings = postings
        class_nouns = {
            phrase: frozenset(kind for entry in entries if entry.role == "role" for kind in entry.kinds)
            for phrase, entries in vocabulary.entries.items()
            if len(phrase) <= _LONGEST_CLASS_NOUN and any(entry.role == "role" for entry in entries)
        }
        self._tables = [_table(segment, class_nouns) for segment in postings.segments]

    def starting_with(self, prefix: str, limit: int) -> tuple[Suggestion, ...]:
        """Return the best completions: whole names, then starts of names, then popular, then short ones.

        One a page. A name starts behind its class noun as well. Names whose accents contradict the typed ones
        come last.
        """
        typed = tokens(clean(prefix[:200]))
        folded = " ".join(word.folded for word in typed)
        if not folded or limit < 1:
            return ()
        marked = any(is_marked(word.exact) for word in typed)
        agreeing, others, seen = [], [], set()
        for entry in self._best(folded, _LOOKED_AT_ACCENTS if marked else _LOOKED_AT):
            if entry[1] in seen or not self._postings.alive[entry[1]]:
                continue
            if marked and _contradicts(typed, entry):
                others.append(entry)
                continue
            seen.add(entry[1])
            agreeing.append(entry)
            if len(agreeing) == limit:
                break
        for entry in others:
            if len(agreeing) < limit and entry[1] not in seen:
                seen.add(entry[1])
                agreeing.append(entry)
        return tuple(self._suggestion(entry, len(typed), folded) for entry in agreeing)

    def _best(self, folded, most):
        """Yield the best entries of all segments, with numbers of documents of the snapshot."""
        starts = map(int, self._postings.starts)
        return merge(
            *(
                _numbered(table.best(folded, most), start)
                for table, start in zip(self._tables, starts, strict=True)
            ),
            key=itemgetter(0),
        )

    def _suggestion(self, entry, words_typed, folded):
        _, number, which, place, forms = entry
        record = self._postings.stored(number)
        text = (record.title, *record.other_titles)[which]
        starts, ends = _places(record, which)
        last = min(place + words_typed, len(forms)) - 1
        left_over = len(" ".join(map(fold, forms[place : last + 1]))) - len(folded)
        start, end = starts[place], max(starts[last] + 1, ends[last] - left_over)
        pieces = ((text[:start], False), (text[start:end], True), (text[end:], False))
        return Suggestion(
            text=text,
            id=record.id,
            kind=record.kind,
            url=record.url,
            segments=tuple(piece for piece in pieces if piece[0]),
            title=record.title,
        )


def _places(record, which):
    """Return where the words of a name start and end."""
    if which == 0:
        found = words(record.title_words)
        return found.starts, found.ends
    spots = tokens(record.other_titles[which - 1])
    return [spot.start for spot in spots], [spot.end for spot in spots]


def _numbered(entries, start):
    return ((rank, start + number, which, place, forms) for rank, number, which, place, forms in entries)


def _table(segment, class_nouns):
    """Return the table of a segment, a new one when other words count as class nouns now."""
    table = segment.derived.get("completions")
    if table is None or table.class_nouns != class_nouns:
        table = segment.derived["completions"] = Table(segment, class_nouns)
    return table


def _contradicts(typed, entry):
    """Return whether the whole words that were typed have other accents than the name has there."""
    _, _, _, place, forms = entry
    written = forms[place : place + len(typed)]
    return any(
        likeness(one.exact, other) < _AGREES
        for one, other in zip(typed, written, strict=False)
        if one.folded == fold(other)
    )
