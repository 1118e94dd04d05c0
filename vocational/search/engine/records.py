"""What is stored of a document to show it: its values, and the words of its texts with their places.

Cutting a snippet out of a text needs its words. Finding them again for each page shown would cost more than
the search itself, so they are found once, when the document is indexed, and stored beside the text: the exact
forms in one string, the places as numbers.
"""

import pickle
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from vocational.search.engine.text import clean, exact_phrase, tokens

RECORD = "record"
"""The name of the column that holds records."""

_FAR = np.dtype("<u4")
"""Steps from a start to an end and on to the next start take a byte each, or all of a text four."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: exact forms, where each starts and where it ends."""

    forms: list[str]
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class Record:
    """The stored values of one document; texts are cleaned, offsets of words refer to them."""

    id: str
    kind: str
    title: str
    url: str
    other_titles: tuple[str, ...]
    summary: str
    body: str
    date: str
    archived: bool
    covers: tuple[str, ...]
    areas: tuple[str, ...]
    due: tuple[str, ...]
    names: tuple[str, ...]
    """The exact forms of each other title, with spaces."""
    title_words: tuple[str, bytes]
    text_words: tuple[str, bytes]

    @property
    def text(self) -> str:
        """The text that a snippet is cut out of."""
        return " ".join(part for part in (self.summary, self.body) if part)


def packed(document: dict) -> bytes:
    """Return the record of a document dict as bytes; raise TypeError for a text that is none."""
    title, summary, body = (clean(document.get(key) or "") for key in ("title", "summary", "body"))
    other_titles = tuple(clean(name) for name in document.get("other_titles") or ())
    values = (
        document["id"],
        document.get("kind") or "",
        title,
        document.get("url") or "",
        other_titles,
        summary,
        body,
        document.get("date") or "",
        bool(document.get("archived")),
        tuple(document.get("covers") or ()),
        _listed(document.get("areas")),
        tuple(sorted(_listed(document.get("due")))),
        tuple(" ".join(exact_phrase(name)) for name in other_titles),
        _packed_words(title),
        _packed_words(" ".join(part for part in (summary, body) if part)),
    )
    return pickle.dumps(values, protocol=5)


def unpacked(stored: bytes) -> Record:
    """Return the record that bytes hold; bytes of another make raise whatever pickle raises."""
    return Record(*pickle.loads(stored))


def words(packed: tuple[str, bytes]) -> Words:
    """Return the words of a text of a record."""
    joined, steps = packed
    places = list(accumulate(steps))
    if not joined:
        return Words([], [], [])
    if len(places) == 2 * joined.count(" ") + 2:
        return Words(joined.split(" "), places[::2], places[1::2])
    return _words_far_apart(joined, steps)


def _packed_words(text):
    found = tokens(text)
    places = [place for token in found for place in (token.start, token.end)]
    steps = [after - before for before, after in pairwise([0, *places])]
    wide = max(steps, default=0) > 255
    return " ".join(token.exact for token in found), np.array(steps, _FAR if wide else np.uint8).tobytes()


def _words_far_apart(joined, steps):
    places = np.cumsum(np.frombuffer(steps, _FAR), dtype=np.int64).tolist()
    return Words(joined.split(" "), places[::2], places[1::2])


def _listed(value):
    return (value,) if isinstance(value, str) else tuple(value or ())
