"""The search of this site, through the same calls as its pages."""

import json
from collections.abc import Iterable
from pathlib import Path

from bench.search.ablations import ABLATIONS
from bench.search.engines import Answer, size_of
from vocational.search.engine import api
from vocational.search.engine.answers import Request


class Ours:
    """`vocational/search/engine`; settings: vocabulary (a JSON file), without (name of an ablation)."""

    takes = "documents"

    def __init__(self, folder: Path, settings: dict):
        self.folder = folder / "index"
        self.vocabulary = json.loads(Path(settings["vocabulary"]).read_text())
        self.ablation = ABLATIONS[settings["without"]] if settings.get("without") else None

    def build(self, documents: Iterable[dict]) -> None:
        """Build with the vocabulary of the site, or with what an ablation leaves of it."""
        reduced = self.ablation.vocabulary(self.vocabulary) if self.ablation else self.vocabulary
        api.build(self.folder, documents, reduced)

    def open(self) -> None:
        """Open the index by a first search."""
        if self.ablation:
            self.ablation.patch()
        api.search(self.folder, Request(q="a"))

    def search(self, query: str, limit: int) -> Answer:
        """Return confident hits only; pages nearby are no answers."""
        if self.ablation:
            query = self.ablation.query(query)
        found = api.search(self.folder, Request(q=query, limit=limit))
        return Answer(
            [hit.id for hit in found.hits],
            found.total,
            {name: dict(counts) for name, counts in found.facets.items()},
            ["".join(piece for piece, _marked in hit.snippet) for hit in found.hits],
        )

    def suggest(self, prefix: str) -> int:
        """Return how many completions there are."""
        return len(api.suggest(self.folder, prefix))

    def apply(self, document: dict) -> None:
        """Publish one document."""
        api.apply(self.folder, {document["id"]: document})

    def bytes(self) -> int:
        """Return the size of the folder."""
        return size_of(self.folder)

    def close(self) -> None:
        """Nothing is left open."""
