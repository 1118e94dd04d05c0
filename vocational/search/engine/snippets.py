"""Marked titles and snippets: the original text, accents kept, in pieces (text, marked). Never HTML."""

from functools import lru_cache

from vocational.search.engine.answers import Segments
from vocational.search.engine.query import Query
from vocational.search.engine.syllables import likeness
from vocational.search.engine.text import tokens

_LENGTH = 200
_AGREES = 0.5


class Marker:
    """Knows which words of a text were asked for."""

    def __init__(self, query: Query, lenient):
        """`lenient` says for an exact form whether any accents will do."""
        self._asked = {}
        for unit in query.units:
            for word in unit.words:
                self._add(word.exact, word.folded, lenient(word.exact), max(unit.factor, 0.05))
        self._phrases = {meaning.phrase for unit in query.units for meaning in unit.meanings}

    def _add(self, form, folded, lenient, weight):
        self._asked.setdefault(folded, []).append((form, lenient, weight))

    def marks(self, words) -> list[float]:
        """Return for each token how much it was asked for, 0 for not at all."""
        weights = [self._weight(word) for word in words]
        forms = [word.exact for word in words]
        for phrase in self._phrases:
            for start in _places_of(phrase, forms):
                weights[start : start + len(phrase)] = [1.0] * len(phrase)
        return weights

    def _weight(self, word):
        asked = self._asked.get(word.folded, ())
        fitting = [
            weight for form, lenient, weight in asked if lenient or likeness(form, word.exact) >= _AGREES
        ]
        return max(fitting, default=0.0)


def _places_of(phrase, forms):
    length = len(phrase)
    return [
        start for start in range(len(forms) - length + 1) if tuple(forms[start : start + length]) == phrase
    ]


@lru_cache(maxsize=1000)
def _words(text):
    """Return the tokens of a text; the same pages are shown again and again."""
    return tokens(text)


def marked(text: str, marker: Marker) -> Segments:
    """Return the whole text with the words that were asked for marked."""
    words = _words(text)
    return _segments(text, words, marker.marks(words), 0, len(text))


def snippet(text: str, marker: Marker, length: int = _LENGTH) -> Segments:
    """Return the stretch of about `length` characters that holds most of what was asked."""
    words = _words(text)
    if not words:
        return ()
    weights = marker.marks(words)
    first, last = _best_window(words, weights, length)
    start = words[first].start if first else 0
    end = words[last].end if last + 1 < len(words) else len(text.rstrip())
    pieces = list(_segments(text, words[first : last + 1], weights[first : last + 1], start, end))
    if first:
        pieces.insert(0, ("… ", False))
    if last + 1 < len(words):
        pieces.append((" …", False))
    return tuple(pieces)


def _best_window(words, weights, length):
    """Return the first and last word of the best stretch; each further mention of a word counts less."""
    best, chosen, first, seen, total = -1.0, (0, 0), 0, {}, 0.0
    for last, word in enumerate(words):
        total += _gain(seen, word.folded, weights[last])
        seen[word.folded] = seen.get(word.folded, 0) + 1
        while first < last and word.end - words[first].start > length:
            leaving = words[first].folded
            seen[leaving] -= 1
            total -= _gain(seen, leaving, weights[first])
            first += 1
        if total > best + 1e-9:
            best, chosen = total, (first, last)
    return _widened(words, *chosen, length)


def _gain(seen, folded, weight):
    return weight if not seen.get(folded) else weight * 0.1


def _widened(words, first, last, length):
    """Use the rest of the length: a little before, then after."""
    while first and words[last].end - words[first - 1].start <= length - length // 3:
        first -= 1
    while last + 1 < len(words) and words[last + 1].end - words[first].start <= length:
        last += 1
    while first and words[last].end - words[first - 1].start <= length:
        first -= 1
    return first, last


def _segments(text, words, weights, start, end):
    pieces = []
    for word, weight in zip(words, weights, strict=True):
        if weight <= 0:
            continue
        between = text[start : word.start]
        if pieces and pieces[-1][1] and not between.strip():
            pieces[-1] = (pieces[-1][0] + between + text[word.start : word.end], True)
        else:
            pieces += [(between, False)] if between else []
            pieces.append((text[word.start : word.end], True))
        start = word.end
    if start < end:
        pieces.append((text[start:end], False))
    return tuple(pieces)
