"""The engines that are compared: how each is called, set, and what its answer holds.

The settings of the peers are the best of those that tune.py tries on the judged set, so that nobody is
compared with a peer that was set badly.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.search.engines import fts5, postgres, tantivy_peer
from bench.search.processes import HERE

OURS = "ours"


@dataclass(frozen=True)
class Peer:
    """One engine: name in code, caption, settings, what its answer holds, and a check whether it is there."""

    name: str
    caption: str
    settings: dict = field(default_factory=dict)
    holds: str = "snippets, exact total, facets"
    ready: Callable[[], str] = str

    @property
    def takes(self) -> str:
        """The kind of file it builds from."""
        return "documents" if self.name == OURS else "records"


def _node(package):
    def ready():
        if not shutil.which("node"):
            return "node is not installed"
        is_there = (HERE / "node_modules" / package).exists()
        return "" if is_there else f"the package {package} is not installed (npm ci in bench/search)"

    return ready


ENGINES = (
    Peer(OURS, "this site"),
    Peer("fts5", "SQLite FTS5", {"weights": [5, 5, 3, 2, 1]}, ready=fts5.ready),
    Peer("tantivy", "tantivy", {"weights": [1, 1, 1, 1, 1]}, ready=tantivy_peer.ready),
    Peer("postgres", "PostgreSQL", {"weights": [0.8, 0.8, 0.9, 1.0], "norm": 4}, ready=postgres.ready),
    Peer(
        "minisearch",
        "MiniSearch",
        {"weights": [1, 1, 1, 1, 1], "prefix": False, "fuzzy": 0.2, "shortest": 5},
        "total, facets (counted over its result list); no snippets",
        _node("minisearch"),
    ),
    Peer(
        "pagefind",
        "Pagefind",
        {"weights": [10, 8, 3, 2, 1], "any": True, "ranking": None},
        "snippets, exact total; no facets when words are joined by OR",
        _node("pagefind"),
    ),
    Peer("whoosh", "plain Whoosh", {"weights": [1, 1, 1, 1, 1], "coverage": 0.5}),
)
PEERS = ENGINES[1:]
BY_NAME = {engine.name: engine for engine in ENGINES}


def missing() -> dict[str, str]:
    """Return why peers cannot take part, by name; those that can are left out."""
    return {engine.name: why for engine in ENGINES if (why := engine.ready())}
