"""How the same query looks when it is typed otherwise: without accents, with undecoded keys, with slips.

The rules are those of the Vietnamese keyboards (Telex, VNI) and of the two ways to place a tone; what is
drawn by lot comes from the `random.Random` that is passed in.
"""

import re
import unicodedata
from collections.abc import Callable
from random import Random

from vocational.vietnamese import fold

TONES = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
"""Combining tone → its Telex and its VNI key: sắc, huyền, hỏi, ngã, nặng."""

_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VNI = {_CIRCUMFLEX: "6", _HORN: "7", _BREVE: "8"}
_OPEN = re.compile(r"(?<!q)(o[ae]|uy)$", re.I)
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = {
    key: "".join(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
    for row in _ROWS
    for place, key in enumerate(row)
}
"""A key of the keyboard → those beside it."""


def is_accented(query: str) -> bool:
    """Return whether a query carries any accent or đ."""
    return fold(query) != fold_nothing(query)


def fold_nothing(query: str) -> str:
    """Return a query in lower case with single spaces and all its accents."""
    return unicodedata.normalize("NFC", " ".join(query.lower().split()))


def without_accents(query: str, random: Random | None = None) -> str:
    """Return a query without any accent: «hàn ở đâu» gives «han o dau»."""
    return fold(query)


def half_of_the_accents(query: str, random: Random) -> str:
    """Return a query in which every second accented letter, drawn by lot, has lost all its marks."""
    letters = list(fold_nothing(query))
    marked = [place for place, letter in enumerate(letters) if fold(letter) != letter and letter.strip()]
    for place in random.sample(marked, (len(marked) + 1) // 2):
        letters[place] = fold(letters[place])
    return "".join(letters)


def other_tone_placement(query: str, random: Random | None = None) -> str:
    """Return a query with each tone of an open oa, oe, uy on the other vowel: hòa for hoà, thuý for thúy."""
    return " ".join(map(_moved, fold_nothing(query).split()))


def _moved(word):
    letters = [unicodedata.normalize("NFD", letter) for letter in word]
    tone = "".join(mark for letter in letters for mark in letter if mark in TONES)
    plain = [unicodedata.normalize("NFC", _toneless(letter)) for letter in letters]
    if len(tone) != 1 or not _OPEN.search("".join(plain)):
        return word
    first, second = letters[-2:]
    plain[-1 if tone in first else -2] += tone
    return unicodedata.normalize("NFC", "".join(plain)) if tone in first + second else word


def _toneless(letter):
    return "".join(mark for mark in letter if mark not in TONES)


def telex(query: str, random: Random) -> str:
    """Return the Telex keys of a query: «điện» gives «ddieenj»; the tone comes last or after its vowel."""
    return _keys(query, random, 0, _telex_letter, ("uwow", "uow"))


def vni(query: str, random: Random) -> str:
    """Return the VNI keys of a query: «điện» gives «d9ie6n5»; the tone comes last or after its vowel."""
    return _keys(query, random, 1, _vni_letter, ("u7o7", "uo7"))


def _keys(query, random, which, letter_keys, horns):
    words = []
    for word in fold_nothing(query).split():
        typed, tone, at_once = [], "", random.random() < 0.3
        for letter in word:
            base, *marks = unicodedata.normalize("NFD", letter)
            typed.append(letter_keys(base, [mark for mark in marks if mark not in TONES]))
            key = "".join(TONES[mark][which] for mark in marks if mark in TONES)
            typed.append(key if at_once else "")
            tone += "" if at_once else key
        # Most people type the hook of ươ once.
        words.append("".join(typed).replace(*(horns if random.random() < 0.5 else (" ", " "))) + tone)
    return " ".join(words)


def _telex_letter(base, marks):
    if base == "đ":
        return "dd"
    return base + "".join(base if mark == _CIRCUMFLEX else "w" for mark in marks)


def _vni_letter(base, marks):
    return "d9" if base == "đ" else base + "".join(_VNI.get(mark, "") for mark in marks)


def one_edit(query: str, random: Random) -> str:
    """Return a query with one slip in a longer word: a letter left out, doubled, swapped, or a wrong key."""
    words = fold_nothing(query).split()
    places = [place for place, word in enumerate(words) if len(word) >= 3 and word.isalpha()]
    if not places:
        return query
    place = random.choice(places)
    word, at = words[place], random.randrange(len(words[place]) - 1)
    words[place] = random.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + random.choice(_NEAR.get(fold(word[at]), "a")) + word[at + 1 :],
        )
    )
    return " ".join(words)


def one_space_missing(query: str, random: Random) -> str:
    """Return a query in which two neighbours, drawn by lot, stand together."""
    return _glued(query, lambda spaces: {random.randrange(spaces)})


def half_of_the_spaces_missing(query: str, random: Random) -> str:
    """Return a query that lacks every second space, drawn by lot."""
    return _glued(query, lambda spaces: set(random.sample(range(spaces), (spaces + 1) // 2)))


def _glued(query, drawn):
    first, *others = fold_nothing(query).split()
    lost = drawn(len(others)) if others else set()
    return first + "".join(word if place in lost else f" {word}" for place, word in enumerate(others))


TRANSFORMS: dict[str, tuple[Callable[[str, Random], str], float]] = {
    "no accents": (without_accents, 0.03),
    "half of the accents": (half_of_the_accents, 0.03),
    "tone on the other vowel": (other_tone_placement, 0.03),
    "Telex keys": (telex, 0.06),
    "VNI keys": (vni, 0.06),
    "one slip": (one_edit, 0.12),
    "two words glued": (one_space_missing, 0.12),
    "half of the spaces missing": (half_of_the_spaces_missing, 0.12),
}
"""Caption → (the transform, how much nDCG@10 may be lost)."""
