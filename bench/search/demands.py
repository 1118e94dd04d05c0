"""What the search is demanded to do, each with its limit and what this run measured."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.search import peers
from bench.search.report_quality import worse_categories
from bench.search.tables import number, signed
from bench.search.transforms import TRANSFORMS


@dataclass(frozen=True)
class Demand:
    """One demanded figure; `holds` is None when this run did not measure it."""

    says: str
    limit: str
    measured: str
    holds: bool | None


def demands(figures: dict) -> list[Demand]:
    """Return all demands in the order of the page."""
    return [*_quality(figures.get("quality")), *_robustness(figures.get("robustness"))]


def _quality(figures) -> Iterator[Demand]:
    for one in figures["sets"] if figures else ():
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
    for row in figures["rows"] if figures else ():
        lost = figures["original"][peers.OURS] - row["ndcg"][peers.OURS]
        yield _at_most(f"loss of nDCG@10, {row['caption']}", lost, TRANSFORMS[row["caption"]][1])


def _at_least(says, value, limit, unit=""):
    return Demand(says, f"≥ {limit:g}{unit}", f"{number(value)}{unit}", value >= limit)


def _at_most(says, value, limit, unit=""):
    return Demand(says, f"≤ {limit:g}{unit}", f"{number(value)}{unit}", value <= limit)
