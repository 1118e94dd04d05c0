"""The documents that every engine gets: those of the site, as files of one JSON document a line."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.commands import flask
from bench.search import texts
from vocational.factory import create_app
from vocational.search import documents, queries


@dataclass(frozen=True)
class Corpus:
    """The same documents twice in a folder: `documents` as the site has them, `records` as peers get them."""

    name: str
    folder: Path
    size: int

    def file(self, takes: str) -> str:
        """Return the path of one of the two files."""
        return str(self.folder / f"{takes}.jsonl")

    def documents(self) -> list[dict]:
        """Return all documents."""
        with open(self.file("documents"), encoding="utf-8") as file:
            return [json.loads(line) for line in file]


@contextmanager
def workspace() -> Iterator[Path]:
    """Give a folder that is removed afterwards; other users (PostgreSQL's own) may pass through it."""
    with TemporaryDirectory(prefix="search-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def real(folder: Path) -> Corpus:
    """Load the real content into a database of its own and write its documents and vocabulary."""
    site = folder / "site"
    site.mkdir(parents=True, exist_ok=True)
    flask("db", "upgrade", folder=site)
    flask("content", "load", folder=site)
    with _app(site).app_context():
        corpus = write("real content", folder / "real", documents.documents(date.today()))
        vocabulary_file(folder).write_text(json.dumps(queries.vocabulary(), ensure_ascii=False))
    return corpus


def vocabulary_file(folder: Path) -> Path:
    """Return where `real` puts the vocabulary of the site."""
    return folder / "vocabulary.json"


def write(name: str, folder: Path, given: Iterable[dict]) -> Corpus:
    """Write documents and records and return them as a corpus."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    with open(folder / "documents.jsonl", "w") as own, open(folder / "records.jsonl", "w") as folded:
        for document in given:
            own.write(json.dumps(document, ensure_ascii=False) + "\n")
            folded.write(json.dumps(texts.record(document), ensure_ascii=False) + "\n")
            size += 1
    return Corpus(name, folder, size)


def _app(folder):
    return create_app(
        {
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder / 'site.db'}",
            "SEARCH_INDEX_DIR": folder / "index",
            "SITE_URL": "http://127.0.0.1:8000",
        }
    )
