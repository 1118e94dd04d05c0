"""Marked titles and snippets: the original text, accents kept, in pieces (text, marked). Never HTML."""

from bisect import bisect_left, bisect_right

from vocational.search.engine.answers import Segments
from vocational.search.engine.query import Query
from vocational.search.engine.records import Words
from vocational.search.engine.syllables import likeness

_LENGTH = 200
_AGREES = 0.5
_AGAIN = 0.1


class Marker:
    """Knows which exact forms and phrases of a text were asked for."""

    def __init__(self, query: Query, lenient, variants):
        """`lenient` says of a form whether any accents will do; `variants` lists the forms of a word."""
        self._asked = {}
        self._has_content = any(unit.factor >= 1 for unit in query.units)
        for unit in query.units:
            for word in unit.words:
                weight = max(unit.factor, 0.05)
                self._add(word.exact, lenient(word.exact), variants(word.folded), weight)
        phrases = dict.fromkeys(meaning.phrase for unit in query.units for meaning in unit.meanings)
        self._phrases = [(phrase, " ".join(phrase)) for phrase in phrases]

    def _add(self, form, lenient, variants, weight):
        for other in {form, *variants}:
            if weight > self._asked.get(other, 0.0) and (lenient or likeness(form, other) >= _AGREES):
                self._asked[other] = weight

    def marks(self, words: Words, joined: str) -> dict[int, float]:
        """Return which words of a text were asked for, in order, and how much; `joined` are its forms."""
        asked = self._asked
        found = {place: asked[form] for place, form in enumerate(words.forms) if form in asked}
        held = [phrase for phrase, text in self._phrases if text in joined]
        for phrase in held:
            for start in _places_of(phrase, words.forms):
                found.update(dict.fromkeys(range(start, start + len(phrase)), 1.0))
        found = dict(sorted(found.items())) if held else found
        return self._without_lonely_role_words(found) if self._has_content else found

    def _without_lonely_role_words(self, found):
        """Keep words for the sort of thing (học, trường) only beside content: they stand in every text."""
        return {
            place: weight
            for place, weight in found.items()
            if weight >= 1 or max(found.get(place - 1, 0), found.get(place + 1, 0)) >= 1
        }


def _places_of(phrase, forms):
    first, length = phrase[0], len(phrase)
    starts = (place for place, form in enumerate(forms) if form == first)
    return [start for start in starts if tuple(forms[start : start + length]) == phrase]


def marked(text: str, words: Words, marks: dict[int, float]) -> Segments:
    """Return the whole text with the words that were asked for marked."""
    return tuple(_segments(text, words, marks, 0, len(text)))


def snippet(text: str, words: Words, marks: dict[int, float], length: int = _LENGTH) -> Segments:
    """Return the stretch of about `length` characters that holds most of what was asked."""
    if not words.forms:
        return ()
    first, last = _widened(words, *_best_window(words, marks, length), length)
    start = words.starts[first] if first else 0
    end = words.ends[last] if last + 1 < len(words.forms) else len(text.rstrip())
    inside = [place for place in marks if first <= place <= last]
    pieces = _segments(text, words, inside, start, end)
    if first:
        pieces.insert(0, ("… ", False))
    if last + 1 < len(words.forms):
        pieces.append((" …", False))
    return tuple(pieces)


def _best_window(words, marks, length):
    """Return the first and last word of the best stretch; each further mention of a word counts less.

    Only what is marked can make a stretch better, so that only marked words are looked at.
    """
    best, chosen, seen, total = 0.0, (0, 0), {}, 0.0
    places = list(marks)
    leaving = 0
    for last in places:
        form = words.forms[last]
        total += _gain(seen, form, marks[last])
        seen[form] = seen.get(form, 0) + 1
        while places[leaving] < last and words.ends[last] - words.starts[places[leaving]] > length:
            gone = words.forms[places[leaving]]
            seen[gone] -= 1
            total -= _gain(seen, gone, marks[places[leaving]])
            leaving += 1
        if total > best + 1e-9:
            best, chosen = total, (places[leaving], last)
    return chosen


def _gain(seen, form, weight):
    return weight if not seen.get(form) else weight * _AGAIN


def _widened(words, first, last, length):
    """Use the rest of the length: a little before, then after, then before again."""
    first = min(first, bisect_left(words.starts, words.ends[last] - (length - length // 3)))
    last = max(last, bisect_right(words.ends, words.starts[first] + length) - 1)
    return min(first, bisect_left(words.starts, words.ends[last] - length)), last


def _segments(text, words, places, start, end):
    pieces = []
    for place in places:
        opens, closes = words.starts[place], words.ends[place]
        between = text[start:opens]
        if pieces and pieces[-1][1] and not between.strip():
            pieces[-1] = (pieces[-1][0] + between + text[opens:closes], True)
        else:
            pieces += [(between, False)] if between else []
            pieces.append((text[opens:closes], True))
        start = closes
    if start < end:
        pieces.append((text[start:end], False))
    return pieces
