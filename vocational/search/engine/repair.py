"""From typed characters to words: keystrokes decoded, missing spaces put in, impossible words corrected."""

from dataclasses import dataclass, replace

from vocational.search.engine.answers import Reading
from vocational.search.engine.keystrokes import decoded
from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.spelling import Spelling
from vocational.search.engine.syllables import is_syllable
from vocational.search.engine.text import exact, fold, is_marked, tokens
from vocational.search.engine.vocabulary import Vocabulary

MOST_CHARACTERS = 500
MOST_WORDS = 32


@dataclass(frozen=True)
class Word:
    """One word of a query.

    `raw` is what stood there and `before` what stood between it and the word before; `shown` is what it was
    read as; `start` and `end` are its place in the cleaned text.
    """

    exact: str
    folded: str
    raw: str
    shown: str
    before: str = " "
    start: int = 0
    end: int = 0

    @property
    def marked(self) -> bool:
        """Whether it carries accents."""
        return is_marked(self.exact)


def typed_words(text: str) -> list[Word]:
    """Return the first words of cleaned text as they stand."""
    text = text[:MOST_CHARACTERS]
    words, last = [], 0
    for token in tokens(text)[:MOST_WORDS]:
        raw = text[token.start : token.end]
        before = text[last : token.start][-3:]
        words.append(Word(token.exact, token.folded, raw, raw.lower(), before, token.start, token.end))
        last = token.end
    return words


def repaired(
    words: list[Word], lexicon: Lexicon, vocabulary: Vocabulary, spelling: Spelling
) -> tuple[list[Word], list[Reading]]:
    """Return the words as they were probably meant, and what was changed."""
    readings = []
    known = _Known(lexicon, vocabulary)
    words = [meant for word in words for meant in _written_out(word, vocabulary, readings)]
    words = _joined(words, known, readings)
    words = [
        meant
        for word in words
        for meant in _respaced(_decoded(word, known, readings), known, spelling, readings)
    ]
    # What was written together may be many words; the work behind is bounded by their number.
    words = words[:MOST_WORDS]
    for place, word in enumerate(words):
        words[place] = _corrected(words, place, word, known, spelling, readings)
    return words, readings


class _Known:
    """Whether the index or the vocabulary has a word."""

    def __init__(self, lexicon, vocabulary):
        self._lexicon = lexicon
        self._said = vocabulary.words
        self.said = vocabulary.shorts

    def __call__(self, folded):
        return self._lexicon.knows(folded) or folded in self._said


def _written_out(word, vocabulary, readings):
    """Write a chat form out, so that it is read like the words it stands for: ko is không, đc is được."""
    meant = vocabulary.written_out.get(word.exact)
    if not meant:
        return [word]
    readings.append(Reading("abbreviation", word.raw, meant))
    parts = [
        Word(exact(part), fold(part), part, part, start=word.start, end=word.end) for part in meant.split()
    ]
    return [replace(parts[0], before=word.before), *parts[1:]]


def _joined(words, known, readings):
    """Join a lone letter to the next word where that makes a known one: m drak is M'Đrắk, h leo is H'Leo."""
    joined = []
    for word in words:
        if joined and len(joined[-1].raw) == 1 and joined[-1].raw.isalpha() and not known(word.folded):
            whole = joined[-1].raw + word.raw
            if known(fold(whole)):
                readings.append(Reading("spacing", f"{joined[-1].raw} {word.raw}", whole))
                joined[-1] = replace(
                    joined[-1],
                    exact=exact(whole),
                    folded=fold(whole),
                    raw=whole,
                    shown=whole.lower(),
                    end=word.end,
                )
                continue
        joined.append(word)
    return joined


def _decoded(word, known, readings):
    if known(word.folded) or code_like(word.raw):
        return word
    meant = decoded(word.raw)
    if not meant or not known(fold(meant)):
        return word
    readings.append(Reading("keystrokes", word.raw, meant))
    return replace(word, exact=exact(meant), folded=fold(meant), shown=meant)


def _respaced(word, known, spelling, readings):
    if code_like(word.raw) or is_syllable(word.folded):
        return [word]
    parts = spelling.split(word.folded, known.said, alone=known(word.folded))
    if not parts:
        return [word]
    pieces = _cut(word, parts)
    readings.append(Reading("spacing", word.raw, " ".join(piece.shown for piece in pieces)))
    return pieces


def _cut(word, parts):
    """Cut a word at the lengths of its folded parts, so that the accents that were typed stay."""
    pieces, place, shown = [], 0, word.shown
    for part in parts:
        piece = shown[place : place + len(part)]
        place += len(part)
        pieces.append(Word(exact(piece), fold(piece), piece, piece, start=word.start, end=word.end))
    return [replace(pieces[0], before=word.before), *pieces[1:]]


def _corrected(words, place, word, known, spelling, readings):
    if not word.folded.isalpha() or len(word.folded) < 2:
        return word
    beside = neighbours(words, place)
    if known(word.folded):
        heard = spelling.misheard(word.exact, *beside)
        better = heard and fold(heard)
    else:
        better = spelling.replacement(word.folded, *beside, possible=is_syllable(word.exact))
    if not better:
        return word
    shown = spelling.accented(better, *beside)
    readings.append(Reading("spelling", word.raw, shown))
    return replace(word, exact=better, folded=better, shown=shown)


def neighbours(words, place: int, among=None) -> tuple[str | None, str | None]:
    """Return the folded words before and after a place, None where there is none (or none of `among`)."""
    before, after = words[:place][-1:], words[place + 1 : place + 2]
    return tuple(
        word[0].folded if word and (among is None or word[0] in among) else None for word in (before, after)
    )


def code_like(raw: str) -> bool:
    """Return whether a word looks like a code or a foreign short form: mostly digits, or capitals only."""
    return sum(letter.isdigit() for letter in raw) > 3
