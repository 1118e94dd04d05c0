"""Keystrokes that a keyboard left undecoded: Telex (ddieenj → điện) and VNI (d9ie65n → điện).

A word is decoded only when what stands there is no possible syllable and the result is one, so that foreign
words (web, tour, nail) stay as they are. Keys are accepted in any order behind their vowel, as typists use
them.
"""

import unicodedata

from vocational.search.engine.syllables import VOWELS, is_syllable, spelled
from vocational.search.engine.text import TONES, exact, is_marked

_TELEX_TONES = dict(zip("sfrxj", TONES, strict=True))
_VNI_TONES = dict(zip("12345", TONES, strict=True))
_HAT = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"a": "ă", "o": "ơ", "u": "ư"}
_VNI_SHAPES = {"6": _HAT, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
_LONGEST = 14


def decoded(word: str) -> str | None:
    """Return the word that Telex or VNI keys would have made, or None when it is not plainly one."""
    letters = unicodedata.normalize("NFC", word.lower())
    if not 2 <= len(letters) <= _LONGEST or not letters[0].isalpha():
        return None
    if letters.isalpha() and is_syllable(exact(letters)):
        return None
    for typed in (_telex, _vni):
        result = typed(letters)
        if result and is_marked(exact(result)) and is_syllable(exact(result)):
            return result
    return None


def _telex(letters):
    if not letters.isalpha():
        return None
    written, tone = [], ""
    for letter in letters:
        if letter in _TELEX_TONES and _has_vowel(written):
            tone = _TELEX_TONES[letter]
        elif not _telex_shape(written, letter):
            written.append(letter)
    return _joined(written, tone)


def _telex_shape(written, letter):
    """Let a doubled letter or a w change what is written; return whether it did."""
    if letter == "d" and "d" in written:
        return _changed(written, {"d": "đ"})
    if letter in _HAT and letter in written:
        return _changed(written, {letter: _HAT[letter]})
    if letter == "w":
        if _changed_horns(written):
            return True
        written.append("ư")
        return True
    return False


def _vni(letters):
    if letters.isalpha() or sum(letter.isdigit() for letter in letters) > 3:
        return None
    written, tone = [], ""
    for letter in letters:
        if letter in _VNI_TONES and not tone:
            tone = _VNI_TONES[letter]
        elif not _vni_shape(written, letter):
            written.append(letter)
    return _joined(written, tone)


def _vni_shape(written, letter):
    """Let a digit 6 to 9 change what is written; return whether it did."""
    if letter == "7":
        return _changed_horns(written, _VNI_SHAPES["7"])
    return _changed(written, _VNI_SHAPES.get(letter, {}))


def _has_vowel(written):
    return any(letter in VOWELS for letter in written)


def _changed(written, shapes):
    """Replace the last letter that one of the shapes fits; return whether there was one."""
    for place in range(len(written) - 1, -1, -1):
        if written[place] in shapes:
            written[place] = shapes[written[place]]
            return True
    return False


def _changed_horns(written, shapes=_HORN):
    """Put horns on «uo» together, otherwise on the last letter that takes one."""
    for place in range(len(written) - 1):
        if written[place] == "u" and written[place + 1] == "o":
            written[place : place + 2] = ["ư", "ơ"]
            return True
    return _changed(written, shapes)


def _joined(written, tone):
    """Write the letters with the tone where a reader expects it; None when keys are left over."""
    if not _has_vowel(written) or not all(letter.isalpha() for letter in written):
        return None
    return spelled("".join(written) + tone)
