"""PostgreSQL: weighted tsvector («simple» with unaccent), GIN, ts_rank_cd, words joined by OR."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench.search.engines import Answer
from bench.search.texts import FIELDS, words

_LETTERS = dict(zip(FIELDS, "AABCD", strict=True))
_OPTIONS = (
    "-c listen_addresses='' -c fsync=off -c shared_buffers=512MB -c work_mem=64MB -c jit=off "
    "-c max_parallel_workers_per_gather=0 -c maintenance_work_mem=256MB"
)
_TABLES = f"""
CREATE EXTENSION unaccent;
CREATE TEXT SEARCH CONFIGURATION vn (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION vn ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
CREATE TABLE pages (id text, {", ".join(f"{name} text" for name in FIELDS)}, facets text[], words tsvector);
"""
_VECTOR = " || ".join(f"setweight(to_tsvector('vn', %({name})s), '{_LETTERS[name]}')" for name in FIELDS)
_BEST = """
SELECT id, ts_headline('vn', body, q, 'MaxWords=24, MinWords=12, StartSel=[, StopSel=]')
FROM (SELECT id, body FROM pages, to_tsquery('vn', %(q)s) q WHERE words @@ q
      ORDER BY ts_rank_cd(%(weights)s::real[], words, q, %(norm)s::int) DESC, id LIMIT %(limit)s::int) best,
     to_tsquery('vn', %(q)s) q
"""
_COUNTS = """
WITH found AS MATERIALIZED (SELECT facets FROM pages WHERE words @@ to_tsquery('vn', %(q)s))
SELECT '', count(*) FROM found
UNION ALL SELECT facet, count(*) FROM found, unnest(facets) facet GROUP BY facet
"""


class Postgres:
    """A throw-away cluster; settings: weights (of D, C, B, A) and norm (of ts_rank_cd)."""

    takes = "records"

    def __init__(self, folder: Path, settings: dict):
        self.folder, self.settings = folder, settings
        self.bin = binaries()
        # A socket's path may have about a hundred letters; the folder's own may be longer.
        self.socket = Path(tempfile.mkdtemp(prefix="pg"))
        self.connection = None

    def build(self, documents: Iterable[dict]) -> None:
        """Make the cluster, fill the table, index it, and gather statistics."""
        self._make()
        self._start()
        connection = self._connect("postgres")
        connection.execute(_TABLES)
        columns = ", ".join(f"%({name})s" for name in ("id", *FIELDS, "facets"))
        with connection.cursor() as cursor:
            rows = (document | {"facets": _pairs(document)} for document in documents)
            cursor.executemany(f"INSERT INTO pages VALUES ({columns}, {_VECTOR})", rows)
        connection.execute("CREATE INDEX ON pages USING gin (words)")
        connection.commit()
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE pages")
        connection.close()

    def open(self) -> None:
        """Connect, and start the server if it does not run."""
        self._start()
        self.connection = self._connect("postgres")
        self.connection.autocommit = True

    def search(self, query: str, limit: int) -> Answer:
        """Return the best pages with ts_headline of those only, and count in a second statement."""
        values = {"q": " | ".join(words(query)), "limit": limit, **self.settings}
        if not values["q"]:
            return Answer([], 0)
        rows = self.connection.execute(_BEST, values).fetchall()
        total, found = 0, {}
        for pair, count in self.connection.execute(_COUNTS, values):
            if not pair:
                total = count
                continue
            name, value = pair.split("=", 1)
            found.setdefault(name, {})[value] = count
        return Answer([row[0] for row in rows], total, found, [row[1] for row in rows])

    def bytes(self) -> int:
        """Return the size of the table and its index."""
        return self.connection.execute("SELECT pg_total_relation_size('pages')").fetchone()[0]

    def server(self) -> int:
        """Return the number of the server's first process."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def close(self) -> None:
        """Stop the server."""
        if self.connection:
            self.connection.close()
        if (self.folder / "data" / "postmaster.pid").exists():
            self._control("-m", "immediate", "stop")
        shutil.rmtree(self.socket, ignore_errors=True)

    def _make(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        for folder in (self.folder, self.socket):
            folder.mkdir(exist_ok=True)
            if os.getuid() == 0:
                # PostgreSQL refuses to run as root.
                shutil.chown(folder, "postgres")
        self._run("initdb", "-D", self.folder / "data", "-U", "tests", "-A", "trust", "--no-sync")

    def _start(self):
        if os.getuid() == 0:
            shutil.chown(self.socket, "postgres")
        options = f"-k {self.socket} {_OPTIONS}"
        if not (self.folder / "data" / "postmaster.pid").exists():
            self._control("-w", "-l", self.folder / "log", "-o", options, "start")

    def _control(self, *arguments):
        self._run("pg_ctl", "-D", self.folder / "data", *arguments)

    def _run(self, command, *arguments):
        user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        subprocess.run(
            [*user, str(self.bin / command), *map(str, arguments)], check=True, capture_output=True
        )

    def _connect(self, database):
        import psycopg

        return psycopg.connect(host=str(self.socket), user="tests", dbname=database)


def _pairs(document):
    return [f"{name}={value}" for name, values in document["facets"].items() for value in values]


def binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL of this machine, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else None


def ready() -> str:
    """Return why PostgreSQL cannot be used, or nothing."""
    return "" if binaries() else "PostgreSQL is not installed (apt-get install postgresql)"
