"""Whoosh 2.7.4 as its manual has it: MultifieldParser, BM25F, words joined by OR."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from whoosh import fields, highlight, index, qparser, sorting
from whoosh.analysis import LowercaseFilter, RegexTokenizer

from bench.search.engines import Answer, size_of
from bench.search.texts import FACETS, FIELDS, words


class PlainWhoosh:
    """One index folder; settings: weights, one for each text, and coverage (the factor of OrGroup)."""

    takes = "records"

    def __init__(self, folder: Path, settings: dict):
        self.folder, self.searcher = folder, None
        self.boosts = dict(zip(FIELDS, settings["weights"], strict=True))
        self.group = qparser.OrGroup.factory(settings["coverage"])

    def build(self, documents: Iterable[dict]) -> None:
        """Write all in one commit, merged into one segment."""
        writer = index.create_in(self.folder, _schema()).writer(limitmb=512)
        for document in documents:
            facets = {name: " ".join(values) for name, values in document["facets"].items()}
            writer.add_document(id=document["id"], **{name: document[name] for name in FIELDS}, **facets)
        writer.commit(optimize=True)

    def open(self) -> None:
        """Keep one searcher, as everybody should."""
        self.index = index.open_dir(self.folder)
        self.searcher = self.index.searcher()
        self.parser = qparser.MultifieldParser(FIELDS, self.index.schema, self.boosts, group=self.group)
        self.facets = sorting.Facets()
        for name in FACETS:
            self.facets.add_field(name, allow_overlap=True)

    def search(self, query: str, limit: int) -> Answer:
        """Return the best pages with highlights of their text; groups and total cost runs of their own."""
        parsed = self.parser.parse(" ".join(words(query)))
        found = self.searcher.search(parsed, limit=limit, groupedby=self.facets, maptype=sorting.Count)
        found.fragmenter = highlight.ContextFragmenter(maxchars=160)
        counts = {name: dict(found.groups(name)) for name in FACETS}
        # With groups, Whoosh hands out every match whatever the limit says.
        hits = list(islice(found, limit))
        snippets = [hit.highlights("body", top=1) for hit in hits]
        return Answer([hit["id"] for hit in hits], len(found), counts, snippets)

    def bytes(self) -> int:
        """Return the size of the folder."""
        return size_of(self.folder)

    def close(self) -> None:
        """Close the searcher."""
        if self.searcher:
            self.searcher.close()


def _schema():
    analyzer = RegexTokenizer(r"[^\W_]+") | LowercaseFilter()
    texts = {name: fields.TEXT(analyzer=analyzer, stored=name == "body") for name in FIELDS}
    facets = {name: fields.KEYWORD(commas=False) for name in FACETS}
    return fields.Schema(id=fields.ID(stored=True), **texts, **facets)
