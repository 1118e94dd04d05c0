"""Which letter sequences are Vietnamese syllables, and how near two spellings of one are.

A syllable is an onset, a rhyme and a tone; rhymes that end in c, ch, p, t take only sắc or nặng. The tables
list the onsets and rhymes of standard spelling, and the rhymes in -k of highland names (Đắk Lắk, Krông Búk).
"""

import unicodedata
from functools import lru_cache

from vocational.search.engine.text import fold, letters_of, tone_of

_ONSETS = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
ONSETS = frozenset(_ONSETS.split(" "))
_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
    oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt
    uyn uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu ynh yn yt yp ych ak ăk âk ek êk ik ok ôk uk ưk
    """
RHYMES = frozenset(_RHYMES.split())
VOWELS = "aăâeêioôơuưy"
_FOLDED_RHYMES = frozenset(map(fold, RHYMES))
_FOLDED_ONSETS = frozenset(map(fold, ONSETS))
_STOPS = ("c", "k", "p", "t", "ch")
_CLOSED_TONES = ("", "\u0301", "\u0323")
_CONFUSED_TONES = frozenset(["\u0309\u0303", "\u0303\u0309"])


def _splits(letters, onsets, rhymes):
    return any(letters[:cut] in onsets and letters[cut:] in rhymes for cut in range(min(4, len(letters))))


@lru_cache(maxsize=16384)
def is_syllable(form: str) -> bool:
    """Return whether an exact form is a possible syllable; without any mark it may be an unmarked one."""
    letters, tone = letters_of(form), tone_of(form)
    if not tone and letters.isascii():
        return _splits(letters, _FOLDED_ONSETS, _FOLDED_RHYMES)
    if letters.endswith(_STOPS) and tone not in _CLOSED_TONES:
        return False
    return _splits(letters, ONSETS, RHYMES)


@lru_cache(maxsize=65536)
def likeness(typed: str, written: str) -> float:
    """Return how well typed accents agree with a written syllable of the same folded form, 0 to 1.

    The same accents agree fully; accents left out agree well (typing is lazy); hỏi and ngã sound alike in the
    south and centre; accents that contradict (hàn, hạn) hardly agree.
    """
    if typed == written:
        return 1.0
    letters = _letters_likeness(letters_of(typed), letters_of(written))
    return letters * _tone_likeness(tone_of(typed), tone_of(written))


def _letters_likeness(typed, written):
    if typed == written:
        return 1.0
    if all(one == other or one == fold(other) for one, other in zip(typed, written, strict=False)):
        return 0.85
    return 0.3


def _tone_likeness(typed, written):
    if typed == written:
        return 1.0
    if not typed:
        return 0.85
    if typed + written in _CONFUSED_TONES:
        return 0.8
    return 0.35 if not written else 0.25


@lru_cache(maxsize=16384)
def spelled(form: str) -> str:
    """Return an exact form as people write it, with the tone on its vowel: hoa + huyền gives hòa."""
    letters, tone = letters_of(form), tone_of(form)
    vowels = [place for place, letter in enumerate(letters) if letter in VOWELS]
    if not tone or not vowels:
        return unicodedata.normalize("NFC", form)
    place = _toned_vowel(letters, vowels)
    return unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])


def _toned_vowel(letters, vowels):
    """Return the vowel that carries the tone: the last one with a mark, else the middle or first of a group.

    The u of qu and the i of gi belong to the onset.
    """
    if len(vowels) > 1 and letters.startswith(("qu", "gi")):
        vowels = vowels[1:]
    marked = [place for place in vowels if letters[place] in "ăâêôơư"]
    if marked:
        return marked[-1]
    if len(vowels) == 1 or vowels[-1] < len(letters) - 1:
        return vowels[-1]
    return vowels[-2]
