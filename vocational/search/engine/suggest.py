"""Completion: a sorted table of folded phrases, entered at the start of every syllable."""

from bisect import bisect_left

from vocational.search.engine.answers import Suggestion
from vocational.search.engine.syllables import likeness
from vocational.search.engine.text import clean, is_marked, tokens

_END = "\U0010ffff"
_MOST_LOOKED_AT = 2000
_LONGEST_CLASS_NOUN = 3


def _contradicts(typed, row):
    """Return whether the whole words that were typed have other accents than the phrase has there."""
    words = tokens(clean(row[3])[row[2] :])[: len(typed)]
    whole = [(one, other) for one, other in zip(typed, words, strict=False) if one.folded == other.folded]
    return any(likeness(one.exact, other.exact) < 0.5 for one, other in whole)


def _is_part(row, folded):
    """Return whether what was typed is only a part of the name."""
    return row[0] != folded or row[1][0]


class Completions:
    """Titles and other names of the documents, ready to be completed from any syllable on."""

    def __init__(self, snapshot):
        self._snapshot = snapshot
        self._rows = sorted(self._all_rows())
        self._keys = [row[0] for row in self._rows]

    def _all_rows(self):
        """Yield (folded rest of the phrase, rank, start, phrase, document number)."""
        snapshot = self._snapshot
        for number in snapshot.postings.alive.nonzero()[0].tolist():
            record = snapshot.postings.stored(number)
            worth = float(snapshot.popularity[number]) - (1.0 if snapshot.archived[number] else 0.0)
            for which, phrase in enumerate([record["title"], *(record["other_titles"] or ())]):
                words = tokens(clean(phrase or ""))
                starts = (0, self._spoken_start(words, record["kind"]))
                for place in range(len(words)):
                    rest = " ".join(word.folded for word in words[place:])
                    yield (
                        rest,
                        (place not in starts, which > 0, -worth, len(phrase)),
                        words[place].start,
                        phrase,
                        number,
                    )

    def _spoken_start(self, words, kind):
        """Return how many syllables in front only say what kind of thing has the name: «Trường Cao đẳng …».

        Speech leaves such class nouns out. Which words they are for a kind of page, the vocabulary says.
        """
        entries = self._snapshot.vocabulary.entries
        lengths = [
            length
            for length in range(1, min(len(words), _LONGEST_CLASS_NOUN + 1))
            for entry in entries.get(tuple(word.folded for word in words[:length]), ())
            if entry.role == "role" and kind in entry.kinds
        ]
        return max(lengths, default=0)

    def starting_with(self, prefix: str, limit: int) -> tuple[Suggestion, ...]:
        """Return the best completions: whole names, then starts of names, then popular, then short ones.

        One a page. A name starts behind its class noun as well.
        """
        typed = tokens(clean(prefix[:200]))
        folded = " ".join(word.folded for word in typed)
        if not folded:
            return ()
        rows = self._rows[bisect_left(self._keys, folded) : bisect_left(self._keys, folded + _END)][
            :_MOST_LOOKED_AT
        ]
        if any(is_marked(word.exact) for word in typed):
            rows = sorted(rows, key=lambda row: (_contradicts(typed, row), _is_part(row, folded), row[1]))
        else:
            rows = sorted(rows, key=lambda row: (_is_part(row, folded), row[1]))
        chosen, seen = [], set()
        for row in rows:
            if row[4] not in seen and len(chosen) < limit:
                seen.add(row[4])
                chosen.append(self._suggestion(row, len(typed), folded))
        return tuple(chosen)

    def _suggestion(self, row, words_typed, folded):
        _, _, start, phrase, number = row
        text = clean(phrase)
        record = self._snapshot.postings.stored(number)
        found = [word for word in tokens(text) if word.start >= start][:words_typed]
        left_over = len(" ".join(word.folded for word in found)) - len(folded)
        end = max(found[-1].start + 1, found[-1].end - left_over)
        pieces = ((text[:start], False), (text[start:end], True), (text[end:], False))
        return Suggestion(
            text=text,
            id=record["id"],
            kind=record["kind"] or "",
            url=record["url"] or "",
            segments=tuple(piece for piece in pieces if piece[0]),
            title=record["title"] or "",
        )
