"""Queries for timing, of the kinds that people type, made of titles and places of the documents."""

from collections.abc import Callable
from random import Random

from bench.search import transforms

SEED = 20261122
_QUESTIONS = (
    "học {words} ở {place} có được miễn học phí không",
    "con học xong lớp 9 muốn học {words} thì đăng ký ở đâu",
    "{words} lương bao nhiêu một tháng",
    "trường nào ở {place} dạy {words}",
)
_ENDINGS = ("ở {place}", "tại {place}", "{place}")


class Asker:
    """Draws queries one after the other."""

    def __init__(self, documents: list[dict]):
        self.random = Random(SEED)
        self.titles = [document["title"].split() for document in documents]
        self.places = sorted(
            {place for document in documents for place in document.get("places") or () if place}
        )
        self.codes = sorted({code for document in documents for code in document.get("codes") or () if code})
        self.kinds: tuple[tuple[float, Callable[[], str]], ...] = (
            (15, self._words),
            (20, lambda: transforms.without_accents(self._words())),
            (10, lambda: transforms.half_of_the_accents(self._words(), self.random)),
            (4, lambda: transforms.telex(self._words(), self.random)),
            (3, lambda: transforms.vni(self._words(), self.random)),
            (8, lambda: transforms.one_edit(self._words(), self.random)),
            (4, lambda: transforms.one_space_missing(self._words(), self.random)),
            (8, lambda: self._words(1, 1)),
            (12, self._question),
            (10, self._somewhere),
            (6, lambda: self.random.choice(self.codes)),
        )

    def queries(self, count: int) -> list[str]:
        """Return so many different queries, drawn by lot."""
        weights, kinds = zip(*self.kinds, strict=True)
        found: dict[str, None] = {}
        while len(found) < count:
            (kind,) = self.random.choices(kinds, weights)
            if query := kind().strip():
                found[query] = None
        return list(found)

    def prefixes(self, count: int) -> list[str]:
        """Return what stands in the box while titles are typed, with accents or without."""
        found = []
        for _ in range(count):
            title = " ".join(self.random.choice(self.titles)).lower()
            if self.random.random() < 0.5:
                title = transforms.without_accents(title)
            found.append(title[: self.random.randint(1, 18)])
        return found

    def _words(self, least=2, most=5):
        title, count = self.random.choice(self.titles), self.random.randint(least, most)
        start = self.random.randint(0, max(0, len(title) - count))
        return " ".join(title[start : start + count]).strip(".,;:()–- ").lower()

    def _place(self):
        return self.random.choice(self.places).split(",")[0]

    def _question(self):
        return self.random.choice(_QUESTIONS).format(words=self._words(2, 3), place=self._place())

    def _somewhere(self):
        ending = self.random.choice(_ENDINGS).format(place=self._place())
        return f"{self._words(1, 3)} {ending}"
