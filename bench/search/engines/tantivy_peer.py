"""tantivy through its Python package: BM25, boosted fields, words joined by OR, facets by aggregation."""

from collections.abc import Iterable
from pathlib import Path

from bench.search.engines import Answer, size_of
from bench.search.texts import FACETS, FIELDS, words


class Tantivy:
    """One index folder with one segment; settings: weights, one for each text."""

    takes = "records"

    def __init__(self, folder: Path, settings: dict):
        self.folder = folder
        self.boosts = dict(zip(FIELDS, map(float, settings["weights"]), strict=True))

    def build(self, documents: Iterable[dict]) -> None:
        """Write with one thread, so that there is one segment, and wait for merges."""
        import tantivy

        index = tantivy.Index(_schema(tantivy), path=str(self.folder))
        writer = index.writer(heap_size=500_000_000, num_threads=1)
        for document in documents:
            texts = {name: document[name] for name in FIELDS}
            writer.add_document(tantivy.Document(id=document["id"], **texts, **document["facets"]))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """Open the index, which maps its files into memory."""
        import tantivy

        self.tantivy = tantivy
        self.index = tantivy.Index.open(str(self.folder))
        self.searcher = self.index.searcher()
        terms = {name: {"terms": {"field": name, "size": 10_000}} for name in FACETS}
        self.aggregation = terms

    def search(self, query: str, limit: int) -> Answer:
        """Return the best pages with tantivy's snippets of their text; the count is exact."""
        parsed, _errors = self.index.parse_query_lenient(
            " ".join(words(query)), list(FIELDS), field_boosts=self.boosts
        )
        result = self.searcher.search(parsed, limit, count=True)
        cut = self.tantivy.SnippetGenerator.create(self.searcher, parsed, self.index.schema, "body")
        ids, snippets = [], []
        for _score, address in result.hits:
            document = self.searcher.doc(address)
            ids.append(document["id"][0])
            snippets.append(cut.snippet_from_doc(document).to_html())
        counts = self.searcher.aggregate(parsed, self.aggregation)
        facets = {
            name: {bucket["key"]: bucket["doc_count"] for bucket in counts[name]["buckets"]}
            for name in FACETS
        }
        return Answer(ids, result.count, facets, snippets)

    def bytes(self) -> int:
        """Return the size of the folder."""
        return size_of(self.folder)

    def close(self) -> None:
        """Nothing is left open."""


def _schema(tantivy):
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for name in FIELDS:
        builder.add_text_field(name, stored=name in ("title", "body"))
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def ready() -> str:
    """Return why tantivy cannot be used, or nothing."""
    try:
        import tantivy  # noqa: F401 - only whether it is there
    except ImportError:
        return "the package tantivy is not installed"
    return ""
