"""Repairs of what was typed: missing or stray spaces, impossible syllables, and «did you mean».

One letter away from a short syllable lies half the language, so spelling is never changed by likeness alone:
an impossible or unknown syllable is replaced by a known one that forms a known pair with a neighbour (or,
alone, by the commonest near one); a possible syllable is only offered as «Ý em là …?», and only where its
neighbours form a known pair with the other spelling.
"""

from collections import defaultdict
from collections.abc import Set
from functools import cached_property, lru_cache

from vocational.search.engine.lexicon import Lexicon
from vocational.search.engine.syllables import is_syllable, spelled
from vocational.search.engine.text import fold, is_marked

_HEARD_ALIKE = (
    ("s", "x"),
    ("ch", "tr"),
    ("d", "gi"),
    ("d", "v"),
    ("gi", "v"),
    ("gi", "r"),
    ("d", "r"),
    ("g", "r"),
    ("l", "n"),
    ("c", "k"),
    ("c", "qu"),
    ("k", "q"),
    ("g", "gh"),
    ("ng", "ngh"),
    ("h", "qu"),
    ("ph", "f"),
)
"""Onsets that regions pronounce alike."""
_ENDINGS_ALIKE = (
    ("n", "ng"),
    ("t", "c"),
    ("n", "nh"),
    ("t", "ch"),
    ("i", "y"),
    ("c", "ch"),
    ("c", "k"),
    ("nh", "ng"),
    ("ay", "ai"),
    ("au", "ao"),
)
"""Ends of rhymes that regions pronounce alike."""
_LONGEST_SPLIT = 24
_SAID = 3
_MISHEARD, _MISHEARD_NAME = 3, 4
"""In how many documents the pair must stand that a word spelled by ear should have been half of: a word that
names no page, and one that does."""
_HEARD, _STRUCK = 2, 4
"""In how many documents a pair must stand to be offered: for a word heard alike, for a slip of the finger."""


class Spelling:
    """Repairs against one lexicon, and the `pairs` of words that the vocabulary speaks of."""

    def __init__(self, lexicon: Lexicon, pairs: Set[str] = frozenset()):
        self._lexicon = lexicon
        self._said = pairs

    @cached_property
    def _deletes(self):
        """Word with one letter left out → the known words it came from."""
        table = defaultdict(list)
        for word in self._lexicon.variants:
            if 2 <= len(word) <= 12 and word.isalpha():
                for shorter in _without_one(word):
                    table[shorter].append(word)
        return table

    def split(self, folded: str, shorts=frozenset(), alone: bool = False) -> tuple[str, ...] | None:
        """Return the syllables that a word is written together from, or None.

        Each part must be known, and most neighbours as pairs, so that foreign words stay whole; `shorts` are
        parts that need not be syllables (gdtx). A word that some document has too (`alone`: daklak in an
        address) is only split where its parts stand side by side far more often than it stands.
        """
        if not 4 <= len(folded) <= _LONGEST_SPLIT or not folded.isalpha():
            return None
        best = {0: (0.0, ())}
        for end in range(1, len(folded) + 1):
            ways = [
                self._way(best[start], folded[start:end], shorts)
                for start in range(max(0, end - 7), end)
                if start in best
            ]
            ways = [way for way in ways if way]
            if ways:
                best[end] = max(ways)
        score, parts = best.get(len(folded), (0.0, ()))
        if len(parts) < 2 or score <= 0:
            return None
        return None if alone and not self._usually_apart(folded, parts) else parts

    def _usually_apart(self, folded, parts):
        pairs = [
            self._lexicon.documents_with_pair(left, right)
            for left, right in zip(parts, parts[1:], strict=False)
        ]
        return min(pairs) > 3 * self._lexicon.documents_with(folded)

    def _way(self, before, part, shorts):
        """Return the way to here with one more syllable: a known pair speaks for it, a lone letter not."""
        short = part in shorts
        if not short and not (self._lexicon.knows(part) and is_syllable(part)):
            return None
        score, parts = before
        if not parts:
            return 0.4 * short - float(len(part) == 1), (part,)
        pair = self._pair(parts[-1], part)
        gain = 1 + min(pair, 50) / 100 if pair else 0.4 * short - 0.5
        return score + gain - (len(part) == 1), (*parts, part)

    def corrections(self, folded: str) -> list[str]:
        """Return known words near a folded word: heard alike first, then one keystroke away."""
        heard = self._heard(folded)
        near = set()
        for shorter in (folded, *_without_one(folded)):
            near.update(self._deletes.get(shorter, ()))
            if self._lexicon.knows(shorter):
                near.add(shorter)
        close = sorted(
            word for word in near if word not in heard and word != folded and _one_apart(folded, word)
        )
        return heard + close

    def replacement(self, word: str, before: str | None, after: str | None, possible: bool) -> str | None:
        """Return the known word to read instead of an unknown one, or None.

        A possible syllable gives way only to one that is heard alike and stands beside a neighbour somewhere;
        an impossible one to any near word, best one with such a neighbour, else the commonest.
        """
        candidates = self._heard(word) if possible else self.corrections(word)
        count, best = max(((self._pairing(one, before, after), one) for one in candidates), default=(0, ""))
        if count:
            return best
        if possible or not candidates or len(word) < 4:
            return None
        return max(candidates, key=self._lexicon.documents_with)

    def misheard(self, form: str, before: str | None, after: str | None) -> str | None:
        """Return what to read instead of a known word that was spelled by ear, or None.

        «suất khẩu» for «xuất khẩu»: nowhere does the word stand beside its neighbours, a word that sounds
        alike in some region (another onset, the same rhyme and tone) often does; the more often, when some
        page is called by the word that was typed.
        """
        word = fold(form)
        if self._pairing(word, before, after):
            return None
        count, better = max(
            ((self._pairing(fold(one), before, after), one) for one in self._with_other_onset(form)),
            default=(0, None),
        )
        needed = _MISHEARD_NAME if self._lexicon.names_pages(word) else _MISHEARD
        return better if count >= needed else None

    def _with_other_onset(self, form):
        """Yield the known words that differ from an exact form in an onset that is pronounced alike."""
        for one, other in (*_HEARD_ALIKE, *(pair[::-1] for pair in _HEARD_ALIKE)):
            if form.startswith(one) and len(form) > len(one):
                heard = other + form[len(one) :]
                if self._lexicon.knows_exactly(heard) or (not is_marked(form) and self._lexicon.knows(heard)):
                    yield heard

    def offered(self, word: str, before: str | None, after: str | None) -> tuple[int, str | None]:
        """Return (number of documents, spelling) to offer for a word that stands beside neither neighbour."""
        if not word.isalpha() or self._pairing(word, before, after):
            return 0, None
        heard = self._heard(word)
        pairings = ((self._pairing(one, before, after), one) for one in self.corrections(word))
        usual = [(count, one) for count, one in pairings if count >= (_HEARD if one in heard else _STRUCK)]
        return max(usual, default=(0, None))

    def accented(self, word: str, before: str | None, after: str | None) -> str:
        """Return the usual written form of a folded word, beside its neighbours where they form a pair."""
        forms = self._lexicon.variants.get(word, (word,))
        pairs = [f"{before}_{word}"] * bool(before) + [f"{word}_{after}"] * bool(after)
        return spelled(max(forms, key=lambda form: self._lexicon.documents_with_form(form, pairs)))

    def _pairing(self, word, before, after):
        found = self._pair(before, word) if before else 0
        return found + (self._pair(word, after) if after else 0)

    def _pair(self, left, right):
        """Return in how many documents two words stand side by side; the vocabulary speaks for some."""
        said = _SAID if f"{left}_{right}" in self._said else 0
        return self._lexicon.documents_with_pair(left, right) + said

    def _heard(self, word):
        return [one for one in _heard_alike(word) if self._lexicon.knows(one)]


def _without_one(word):
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


@lru_cache(maxsize=4096)
def _heard_alike(word):
    found = []
    for one, other in (*_HEARD_ALIKE, *(pair[::-1] for pair in _HEARD_ALIKE)):
        if word.startswith(one):
            found.append(other + word[len(one) :])
    for one, other in (*_ENDINGS_ALIKE, *(pair[::-1] for pair in _ENDINGS_ALIKE)):
        if word.endswith(one):
            found.append(word[: len(word) - len(one)] + other)
    return tuple(dict.fromkeys(one for one in found if one != word))


def _one_apart(one, other):
    """Return whether one letter put in, left out, replaced or swapped with the next makes one the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return shorter in _without_one(longer)
    differing = [place for place in range(len(one)) if one[place] != other[place]]
    if len(differing) == 2 and differing[1] == differing[0] + 1:
        return one[differing[0]] == other[differing[1]] and one[differing[1]] == other[differing[0]]
    return len(differing) == 1
