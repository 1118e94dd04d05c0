"""What the search is demanded to do, each with its limit and what this run measured."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.search import peers
from bench.search.report_quality import worse_categories
from bench.search.tables import number, signed
from bench.search.transforms import TRANSFORMS

DEMANDED_SIZE = 20_000
RATIOS = (
    ("fts5", "p50", 0.7),
    ("whoosh", "p50", 0.1),
    ("fts5", "p95", 0.3),
    ("tantivy", "p50", 3.5),
    ("tantivy", "p95", 3.5),
)
"""Peer, percentile, and how much of the peer's time ours may take."""

NOTICED = 100
"""Milliseconds from which on people notice that they wait."""


@dataclass(frozen=True)
class Demand:
    """One demanded figure; `holds` is None when this run did not measure it."""

    says: str
    limit: str
    measured: str
    holds: bool | None


def demands(figures: dict) -> list[Demand]:
    """Return all demands in the order of the page."""
    parts = {"quality": _quality, "robustness": _robustness, "speed": _speed}
    return [demand for name, part in parts.items() if name in figures for demand in part(figures[name])]


def _quality(figures) -> Iterator[Demand]:
    for one in figures["sets"]:
        yield from _of_set(one)


def _of_set(one):
    whole, silence = one["engines"][peers.OURS]["ALL"], one["silence"][peers.OURS]
    name = one["name"]
    yield _at_least(f"nDCG@10, {name}", whole["ndcg"], 0.90)
    if one["best"]:
        best, ahead = peers.BY_NAME[one["best"]].caption, one["differences"][one["best"]]
        yield _at_least(f"ahead of the best peer ({best}), {name}", ahead["mean"], 0.10)
        yield Demand(
            f"lower end of that difference's 95 % interval, {name}",
            "> 0",
            signed(ahead["low"]),
            ahead["low"] > 0,
        )
        worse = worse_categories(one)
        yield Demand(
            f"categories worse than the best peer by more than 0.02, {name}",
            "0",
            f"{len(worse)} {' '.join(worse)}".strip(),
            not worse,
        )
    yield _at_most(f"answerable queries without result, {name}", whole["zero"], 0.01)
    yield Demand(
        f"unanswerable queries left without a confident answer, {name}",
        "all",
        f"{silence['silent']} of {silence['n']}",
        silence["silent"] == silence["n"],
    )


def _robustness(figures) -> Iterator[Demand]:
    for row in figures["rows"]:
        lost = figures["original"][peers.OURS] - row["ndcg"][peers.OURS]
        yield _at_most(f"loss of nDCG@10, {row['caption']}", lost, TRANSFORMS[row["caption"]][1])


def _speed(figures) -> Iterator[Demand]:
    for one in figures["corpora"]:
        if one["size"] == DEMANDED_SIZE:
            yield from _beside_peers(one)
    for one in figures["corpora"]:
        name, published = one["name"], one["publishing"]
        yield _at_most(f"p95 of suggestions, {name}", one["suggestions"]["p95"], 1, " ms")
        yield _at_most(f"published page found within, {name}", published["found"]["worst"], 1, " s")
        worst = max(published[whose]["worst"] for whose in ("another process", "own process"))
        yield _at_most(f"longest wait of a reader while pages are published, {name}", worst, NOTICED, " ms")


def _beside_peers(one):
    for peer, part, limit in RATIOS:
        if found := one["engines"].get(peer):
            caption = peers.BY_NAME[peer].caption
            yield _at_most(f"{part} by that of {caption}, {one['name']}", found["ours"][part], limit, " ×")
        else:
            yield Demand(f"{part} by that of {peer}, {one['name']}", f"≤ {limit:g} ×", "peer missing", None)


def _at_least(says, value, limit, unit=""):
    return Demand(says, f"≥ {limit:g}{unit}", f"{number(value)}{unit}", value >= limit)


def _at_most(says, value, limit, unit=""):
    return Demand(says, f"≤ {limit:g}{unit}", f"{number(value)}{unit}", value <= limit)
