"""SQLite FTS5: bm25 with a weight for each column, words joined by OR."""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from bench.search.engines import Answer, size_of
from bench.search.texts import FIELDS, words

_TABLES = f"""
CREATE VIRTUAL TABLE pages USING fts5({", ".join(FIELDS)}, tokenize = "unicode61 remove_diacritics 2");
CREATE TABLE known (page INTEGER PRIMARY KEY, id TEXT);
CREATE TABLE facets (facet INTEGER PRIMARY KEY, name TEXT, value TEXT, UNIQUE (name, value));
CREATE TABLE has (page INTEGER, facet INTEGER, PRIMARY KEY (page, facet)) WITHOUT ROWID;
"""


class Fts5:
    """One file, opened read-only and mapped into memory; settings: weights, one for each text."""

    takes = "records"

    def __init__(self, folder: Path, settings: dict):
        self.folder, self.path = folder, folder / "fts5.db"
        self.weights, self.connection = settings["weights"], None

    def build(self, documents: Iterable[dict]) -> None:
        """Fill the tables and merge the index into one b-tree («optimize»)."""
        connection = sqlite3.connect(self.path)
        connection.executescript(_TABLES)
        known: dict[tuple[str, str], int] = {}
        for page, document in enumerate(documents, 1):
            texts = [document[name] for name in FIELDS]
            connection.execute(f"INSERT INTO pages VALUES ({', '.join('?' * len(FIELDS))})", texts)
            connection.execute("INSERT INTO known VALUES (?, ?)", (page, document["id"]))
            values = {(name, value) for name, own in document["facets"].items() for value in own}
            numbers = [(page, known.setdefault(pair, len(known))) for pair in values]
            connection.executemany("INSERT INTO has VALUES (?, ?)", numbers)
        pairs = [(number, *pair) for pair, number in known.items()]
        connection.executemany("INSERT INTO facets VALUES (?, ?, ?)", pairs)
        connection.execute("INSERT INTO pages (pages) VALUES ('optimize')")
        connection.commit()
        connection.executescript("ANALYZE; VACUUM;")
        connection.close()

    def open(self) -> None:
        """Open the file; matches are kept in a temporary table, so that they are looked for once."""
        self.connection = sqlite3.connect(f"file:{self.path}?mode=ro&immutable=1", uri=True)
        self.connection.executescript(
            "PRAGMA mmap_size = 2000000000; PRAGMA cache_size = -200000; PRAGMA temp_store = MEMORY;"
        )
        self.facets = {
            number: (name, value) for number, name, value in self.connection.execute("SELECT * FROM facets")
        }

    def search(self, query: str, limit: int) -> Answer:
        """Return the best pages with FTS5's own snippets; counts come from statements of their own."""
        match = " OR ".join(f'"{word}"' for word in words(query))
        if not match:
            return Answer([], 0)
        weights = ", ".join(map(str, self.weights))
        rows = self.connection.execute(
            f"SELECT id, snippet(pages, -1, '[', ']', '…', 24) FROM pages JOIN known ON page = pages.rowid "
            f"WHERE pages MATCH ? AND rank MATCH 'bm25({weights})' ORDER BY rank LIMIT ?",
            (match, limit),
        ).fetchall()
        total = self.connection.execute(
            "SELECT count(*) FROM pages WHERE pages MATCH ?", (match,)
        ).fetchone()[0]
        counted = self.connection.execute(
            "SELECT facet, count(*) FROM pages CROSS JOIN has ON has.page = pages.rowid "
            "WHERE pages MATCH ? GROUP BY facet",
            (match,),
        )
        found: dict[str, dict[str, int]] = {}
        for number, count in counted:
            name, value = self.facets[number]
            found.setdefault(name, {})[value] = count
        return Answer([row[0] for row in rows], total, found, [row[1] for row in rows])

    def bytes(self) -> int:
        """Return the size of the file."""
        return size_of(self.folder)

    def close(self) -> None:
        """Close the file."""
        if self.connection:
            self.connection.close()


def ready() -> str:
    """Return why FTS5 cannot be used, or nothing."""
    options = json.dumps([row[0] for row in sqlite3.connect(":memory:").execute("PRAGMA compile_options")])
    return "" if "ENABLE_FTS5" in options else "this SQLite is built without FTS5"
