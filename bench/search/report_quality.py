"""The quality of the first pages as tables: sets, categories, what parts are worth, the weakest queries."""

from pathlib import Path

import yaml

from bench.search import peers
from bench.search.ablations import ABLATIONS
from bench.search.tables import number, signed, table

WHY = Path(__file__).with_name("weakest.yaml")
WORSE = 0.02
"""By how much a category may be below the best peer."""


def text(figures: dict) -> str:
    """Return the tables of all sets."""
    parts = [_set(one, figures["missing"]) for one in figures["sets"]]
    return "\n\n".join(parts)


def caption(name: str) -> str:
    """Return what an engine is called in tables."""
    return peers.BY_NAME[name].caption


def worse_categories(one: dict) -> list[str]:
    """Return the categories in which the best peer of the set is ahead by more than WORSE."""
    best = one["engines"].get(one["best"], {})
    ours = one["engines"][peers.OURS]
    return [name for name in ours if name in best and best[name]["ndcg"] - ours[name]["ndcg"] > WORSE]


def _set(one, missing):
    title = f"### Quality: {one['name']} ({one['size']} judged queries)"
    parts = [title, _engines(one, missing), _categories(one), _without(one), _weakest(one)]
    return "\n\n".join(parts)


def _engines(one, missing):
    head = ["engine", "nDCG@10", "MRR@10", "success@3", "no result", "rightly silent"]
    head += ["ahead by (95 % interval)"]
    rows = []
    for engine in peers.ENGINES:
        if engine.name in missing:
            rows.append([engine.caption, f"missing: {missing[engine.name]}", *[""] * 5])
            continue
        whole, silence = one["engines"][engine.name]["ALL"], one["silence"][engine.name]
        measures = [number(whole[name]) for name in ("ndcg", "rr", "s3", "zero")]
        silent = f"{silence['silent']} of {silence['n']}"
        rows.append([engine.caption, *measures, silent, _ahead(one["differences"].get(engine.name))])
    return table(head, rows)


def _ahead(difference):
    if not difference:
        return ""
    low, high = signed(difference["low"]), signed(difference["high"])
    return f"{signed(difference['mean'])} ({low} to {high})"


def _categories(one):
    names = [name for name in one["engines"][peers.OURS] if name != "ALL"]
    engines = [engine.name for engine in peers.ENGINES if engine.name in one["engines"]]
    worse = worse_categories(one)
    rows = [
        [
            f"`{name}`" + (" **worse**" if name in worse else ""),
            one["engines"][peers.OURS][name]["n"],
            *(number(one["engines"][engine][name]["ndcg"]) for engine in engines),
        ]
        for name in names
    ]
    shown = table(["category", "queries", *map(caption, engines)], rows)
    return f"nDCG@10 by category:\n\n{shown}\n\nBehind any single peer by more than {WORSE}: {_behind(one)}."


def _behind(one):
    """Return the categories in which any of the peers is ahead, be it the best of all or not."""
    ours = one["engines"][peers.OURS]
    found = []
    for name in ours:
        rivals = {peer: rows[name]["ndcg"] for peer, rows in one["engines"].items() if name in rows}
        best = max(rivals, key=rivals.get)
        if rivals[best] - ours[name]["ndcg"] > WORSE:
            found.append(f"`{name}` ({caption(best)} {number(rivals[best])})")
    return ", ".join(found) or "no category"


def _without(one):
    names = [name for name in one["engines"][peers.OURS]]
    rows = [
        [
            "all" if name == "ALL" else f"`{name}`",
            number(one["engines"][peers.OURS][name]["ndcg"]),
            *(number(one["without"][part][name]["ndcg"]) for part in ABLATIONS),
        ]
        for name in names
    ]
    head = ["nDCG@10", "whole", *(part.label for part in ABLATIONS.values())]
    return "What parts are worth:\n\n" + table(head, rows)


def _weakest(one):
    known = yaml.safe_load(WHY.read_text()) or {}
    rows = [
        [
            f"{row['id']} «{row['query']}»",
            row["category"],
            number(row["ndcg"], 2),
            "<br>".join(row["shown"]) or "nothing",
            known.get(one["name"], {}).get(row["id"], ""),
        ]
        for row in one["weakest"]
    ]
    head = ["query", "category", "nDCG@10", "on top (grade)", "why"]
    return f"The weakest {len(rows)} queries:\n\n" + table(head, rows)
