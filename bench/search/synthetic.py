"""Makes many documents out of the real ones, for speed only: same fields, words as frequent, places, levels.

Texts go through the real ones in short pieces: from a word on to wherever else that word stands, so that
words and their neighbours are as frequent as they really are; titles go through titles, bodies through
bodies. One word in a hundred is an invented name, drawn by Zipf's law, as names make a vocabulary grow. The
same seed makes the same documents.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from random import Random

SEED = 20261122
_INVENTED, _RARE = 20_000, 0.01
_PIECE = (3, 8)
# Mean and spread of the logarithm of the words of a body: a median of 37 words, now and then several hundred.
_LENGTH, _LONGEST = (3.6, 0.9), 900
_SYLLABLES = ("ba", "ca", "đo", "gi", "ha", "khe", "lô", "mi", "nu", "phơ", "ra", "tư", "va", "xê", "quy")
_SAME = ("kind", "summary", "areas", "levels", "entries", "fields", "places")


class Chain:
    """Texts to go through, and where each word of them stands."""

    def __init__(self, texts: Iterable[str], random: Random):
        self.random = random
        self.words = [word for text in texts for word in text.split()]
        self.standing = defaultdict(list)
        for place, word in enumerate(self.words):
            self.standing[word].append(place)
        self.names = ["".join(random.choices(_SYLLABLES, k=3)).capitalize() for _ in range(_INVENTED)]
        self.weights = list(accumulate(1 / rank for rank in range(1, _INVENTED + 1)))

    def text(self, count: int) -> str:
        """Return so many words that follow each other as they do in the texts."""
        found, place = [], self.random.randrange(len(self.words))
        while len(found) < count:
            piece = self.words[place : place + self.random.randint(*_PIECE)]
            found += piece
            place = self.random.choice(self.standing[piece[-1]]) + 1 if piece else 0
            if self.random.random() < _RARE * len(piece):
                found += self.random.choices(self.names, cum_weights=self.weights)
        return " ".join(found[:count])


class Generator:
    """Draws documents one after the other from those of the site."""

    def __init__(self, real: list[dict]):
        self.real, self.random = real, Random(SEED)
        names = (name for one in real for name in (one["title"], *(one.get("other_titles") or ())))
        self.names = Chain(names, self.random)
        self.bodies = Chain((f"{one.get('summary')} {one.get('body')}" for one in real), self.random)

    def documents(self, count: int) -> Iterator[dict]:
        """Yield so many documents."""
        for number in range(1, count + 1):
            yield self._document(number)

    def _document(self, number):
        random, pattern = self.random, self.random.choice(self.real)
        id = f"{pattern['kind']}/mau-{number}"
        title = self.names.text(max(3, len(pattern["title"].split()) + random.randint(-2, 2)))
        return {name: pattern[name] for name in _SAME if name in pattern} | {
            "id": id,
            "title": title[0].upper() + title[1:],
            "other_titles": self._like(pattern, "other_titles"),
            "keywords": self._like(pattern, "keywords"),
            "url": f"/{id}",
            "covers": [id],
            "body": self.bodies.text(min(_LONGEST, int(random.lognormvariate(*_LENGTH)))),
            "codes": [self._code()] if pattern.get("codes") else [],
            "date": f"{random.randint(2015, 2026)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}",
            "due": [f"2026-{random.randint(1, 12):02d}-15"] if random.random() < 0.2 else [],
            "archived": random.random() < 0.1,
            "popularity": round(random.random(), 2),
        }

    def _like(self, pattern, key):
        """Return as many other names as the pattern has, each about as long."""
        return [self.names.text(max(1, len(name.split()))) for name in pattern.get(key) or ()]

    def _code(self):
        random = self.random
        if random.random() < 0.5:
            return str(random.randint(5_000_000, 6_999_999))
        return f"{random.randint(1, 999)}/{random.randint(2010, 2026)}/{random.choice(('NĐ-CP', 'QĐ-TTg'))}"
