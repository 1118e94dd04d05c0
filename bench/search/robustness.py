"""What is lost when the same queries are typed otherwise: ours, and the two peers that answer them best."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import mean

from bench.search import judged, peers, quality
from bench.search.corpus import Corpus
from bench.search.judged import Judged, Set
from bench.search.processes import Failed
from bench.search.transforms import TRANSFORMS, is_accented

SEED, WANTED, DRAWS, RIVALS = 20261122, 60, 3, 2
_MISTYPED = {"khong-dau", "dau-mot-phan", "telex-vni", "loi-go"}
"""Categories whose queries are already typed otherwise."""


def measured(given: Corpus, folder: Path) -> dict:
    """Return the mean nDCG@10 of the queries as they are and after each transform, by engine."""
    chosen = sample(judged.sets())
    shows, missing = quality.covers(given), peers.missing()
    with ExitStack() as stack:
        engines = {}
        for engine in peers.ENGINES:
            if engine.name not in missing:
                try:
                    opened = quality.opened(engine.name, given, folder / f"robust-{engine.name}")
                except Failed as error:
                    missing[engine.name] = str(error)
                    continue
                engines[engine.name] = stack.enter_context(opened)
        whole = {name: _ndcg(engine, chosen, shows) for name, engine in engines.items()}
        rivals = sorted(set(whole) - {peers.OURS}, key=lambda name: -whole[name])[:RIVALS]
        kept = {name: engines[name] for name in (peers.OURS, *rivals)}
        rows = [_transformed(caption, chosen, kept, shows) for caption in TRANSFORMS]
    return {
        "queries": len(chosen),
        "draws": DRAWS,
        "original": {name: whole[name] for name in kept},
        "rows": rows,
        "missing": missing,
    }


def sample(sets: list[Set]) -> list[Judged]:
    """Return 60 answerable queries that are typed with accents, drawn by lot; all when there are fewer."""
    pool = [
        replace(query, id=f"{one.name}/{query.id}")
        for one in sets
        for query in one.answerable
        if is_accented(query.query) and query.category not in _MISTYPED
    ]
    return Random(SEED).sample(pool, min(WANTED, len(pool)))


def _transformed(caption, chosen, engines, shows):
    transform, _allowed = TRANSFORMS[caption]
    draws = [
        [replace(query, query=transform(query.query, Random(f"{SEED}{draw}{query.id}"))) for query in chosen]
        for draw in range(DRAWS)
    ]
    changed = sum(
        query.query != as_it_was.query.lower() for query, as_it_was in zip(draws[0], chosen, strict=True)
    )
    return {
        "caption": caption,
        "changed": changed,
        "ndcg": {
            name: mean(_ndcg(engine, draw, shows) for draw in draws) for name, engine in engines.items()
        },
    }


def _ndcg(engine, queries, shows):
    found = quality.scored(engine, Set("", tuple(queries)), shows)
    return mean(scores.ndcg for scores in found.scores.values())
