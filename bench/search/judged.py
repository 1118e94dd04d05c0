"""The judged queries: every `*.tsv` of the folder `judged/` is one set."""

import csv
from dataclasses import dataclass
from pathlib import Path

from bench.search.scorer import canonical

FOLDER = Path(__file__).with_name("judged")


@dataclass(frozen=True)
class Judged:
    """One query and the grades (1 to 3) of the pages that answer it; none when the site cannot."""

    id: str
    category: str
    query: str
    relevant: dict[str, int]


@dataclass(frozen=True)
class Set:
    """One file of judged queries."""

    name: str
    queries: tuple[Judged, ...]

    @property
    def answerable(self) -> list[Judged]:
        """The queries that have answers."""
        return [query for query in self.queries if query.relevant]

    @property
    def unanswerable(self) -> list[Judged]:
        """The queries that the site should not answer with confidence."""
        return [query for query in self.queries if not query.relevant]


def sets(folder: Path = FOLDER) -> list[Set]:
    """Return all sets, the main one (`queries`) first, the others by name."""
    paths = sorted(folder.glob("*.tsv"), key=lambda path: (path.stem != "queries", path.stem))
    return [Set(path.stem, tuple(_read(path))) for path in paths]


def _read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["query_id"].strip():
                yield Judged(
                    row["query_id"].strip(),
                    row["category"].strip(),
                    row["query"].strip(),
                    _grades(row["relevant"]),
                )


def _grades(text):
    grades = {}
    for item in (text or "").split():
        id, grade = item.rsplit(":", 1)
        grades[canonical(id)] = max(int(grade), grades.get(canonical(id), 0))
    return grades
