"""Vietnamese text: one Unicode form, one tone placement, folding without accents, syllables with offsets.

The rules, all about the language and none about a query:

- Text is compared in Unicode form NFC; every offset refers to the cleaned NFC text.
- A tone belongs to the syllable, not to a vowel: hoà and hòa are one word. In the *exact* form the tone mark
  therefore stands behind the syllable.
- After h, k, l, m, s, t, v, b, n and qu a lone final y and i are one sound: kỹ = kĩ, lý = lí, quý = quí.
- The *folded* form has no mark at all, and đ is d (the letter eth, Ð, is a common slip for Đ).
- Apostrophes inside highland names join: M'Đrắk is one syllable, typed mdrak as well.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

TONES = "\u0301\u0300\u0309\u0303\u0323"
"""The five written tones in the order of the VNI keys 1 to 5: sắc, huyền, hỏi, ngã, nặng."""

_ETH = str.maketrans({"Ð": "Đ", "ð": "đ"})
_PLAIN = str.maketrans({"đ": "d", "ƀ": "b", "ø": "o", "ł": "l"})
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`´")
_TONE = re.compile(f"[{TONES}]")
_FINAL_Y = re.compile(r"^(h|k|l|m|s|t|v|b|n|qu)y$")
_WORD = re.compile(
    r"[cC]\+\+|\d+\+(?!\w)|\d+(?![^\W_])"
    r"|[^\W\d_]['’ʼ‘](?=[^\W\d_])(?:[^\W_]|[\u0300-\u036f])+"
    r"|(?:[^\W_]|[\u0300-\u036f])+"
)
_JOINS = re.compile(r"[\s\-–_/]{1,3}")


class Token(NamedTuple):
    """One syllable, number or foreign word, with its place in the cleaned text."""

    start: int
    end: int
    exact: str
    folded: str


def clean(text: str) -> str:
    """Return text in NFC with invisible marks dropped and control characters as spaces."""
    composed = unicodedata.normalize("NFC", text).translate(_ETH)
    if composed.isprintable():
        return composed
    return "".join(map(_visible, composed))


@lru_cache(maxsize=4096)
def _visible(letter):
    category = unicodedata.category(letter)
    if category in ("Cf", "Cs", "Co", "Cn"):
        return ""
    return " " if category == "Cc" and letter != "\n" else letter


@lru_cache(maxsize=65536)
def exact(word: str) -> str:
    """Return the comparable form of a word that keeps its accents: tone last, i for y."""
    spread = unicodedata.normalize("NFD", word.lower().translate(_ETH).translate(_APOSTROPHES))
    tone = _TONE.search(spread)
    letters = unicodedata.normalize("NFC", _TONE.sub("", spread))
    letters = _FINAL_Y.sub(r"\1i", letters)
    return letters + tone.group() if tone else letters


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word without any accent: Đắk gives dak, kỹ gives ki."""
    spread = unicodedata.normalize("NFD", exact(word))
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).translate(_PLAIN)


def tokens(text: str) -> list[Token]:
    """Return the words of cleaned text in order; numbers are words, punctuation and marks alone are not."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        folded = fold(word)
        if folded:
            found.append(Token(match.start(), match.end(), exact(word), folded))
    return found


def folded_phrase(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase."""
    return tuple(token.folded for token in tokens(clean(text)))


def exact_phrase(text: str) -> tuple[str, ...]:
    """Return the exact words of a phrase."""
    return tuple(token.exact for token in tokens(clean(text)))


def pairs(text: str, words: list[Token]) -> list[str]:
    """Return the folded neighbours «cao_dang»; a comma, stop or bracket between two words parts them.

    Most Vietnamese words are written as two syllables, so a pair is close to what other languages call a
    word.
    """
    return [
        f"{left.folded}_{right.folded}"
        for left, right in zip(words, words[1:], strict=False)
        if left.end == right.start or _JOINS.fullmatch(text, left.end, right.start)
    ]


def letters_of(form: str) -> str:
    """Return an exact form without its tone, with the marks that belong to letters (ă, ê, đ)."""
    return form.rstrip(TONES)


def tone_of(form: str) -> str:
    """Return the tone mark of an exact form, empty for the level tone."""
    return form[len(letters_of(form)) :]


def is_marked(form: str) -> bool:
    """Return whether an exact form carries any accent."""
    return not form.isascii()
