"""Tries settings of each peer on the judged queries and prints the best; peers.py holds what came out.

`python -m bench.search.tune [PEER …]`. The peers may so be tuned on the very queries they are scored on.
"""

import sys
from itertools import product
from statistics import mean

from bench.search import corpus, judged, peers, quality
from bench.search.processes import Process

_WEIGHTS = [
    [1, 1, 1, 1, 1],
    [2, 2, 1, 1, 1],
    [3, 3, 2, 1, 1],
    [3, 2, 1, 1, 1],
    [5, 3, 2, 1, 1],
    [5, 5, 3, 2, 1],
    [8, 5, 2, 2, 1],
    [4, 4, 1, 2, 1],
    [2, 2, 0.5, 1, 1],
    [1, 1, 0.5, 1, 1],
    [1, 1, 1, 1, 0.5],
    [10, 10, 5, 3, 1],
]
_BUILT = [[4, 3, 2, 1, 1], [7, 5, 2, 1, 1], [10, 8, 3, 2, 1], [2, 2, 1, 1, 1]]
_RANKING = [
    None,
    {"pageLength": 0.75, "termFrequency": 1.0, "termSaturation": 1.4, "termSimilarity": 1.0},
    {"pageLength": 0.3, "termFrequency": 0.5, "termSaturation": 1.2, "termSimilarity": 9.0},
    {"pageLength": 0.1, "termFrequency": 0.2, "termSaturation": 1.4, "termSimilarity": 1.0},
]
GRIDS = {
    "fts5": {"weights": _WEIGHTS},
    "tantivy": {"weights": _WEIGHTS},
    "postgres": {
        "weights": [
            [0.1, 0.2, 0.4, 1.0],
            [0.3, 0.3, 0.5, 1.0],
            [0.5, 0.5, 0.7, 1.0],
            [0.8, 0.8, 0.9, 1.0],
            [1] * 4,
        ],
        "norm": [0, 1, 2, 4, 5, 8, 16, 20],
    },
    "minisearch": {
        "weights": _WEIGHTS,
        "prefix": [False, True],
        "fuzzy": [0, 0.2, 1],
        "shortest": [3, 5],
    },
    "pagefind": {"weights": _BUILT, "any": [False, True], "ranking": _RANKING},
    "whoosh": {"weights": _WEIGHTS, "coverage": [0.0, 0.5, 0.9]},
}
REBUILT = {"pagefind"}
"""Peers whose weights are part of the index."""


def main(names: list[str]) -> None:
    """Print the five best settings of each peer."""
    with corpus.workspace() as folder:
        given = corpus.real(folder)
        covers = quality.covers(given)
        for name in names or GRIDS:
            tried = sorted(_tried(name, given, folder, covers), key=lambda row: -row[0])
            print(name, *(f"  {ndcg:.3f} {settings}" for ndcg, settings in tried[:5]), sep="\n", flush=True)


def _tried(name, given, folder, covers):
    grid, built = GRIDS[name], None
    for number, values in enumerate(product(*grid.values())):
        settings = dict(zip(grid, values, strict=True))
        wanted = folder / (f"{name}{number}" if name in REBUILT else name)
        with Process(name, wanted, settings) as engine:
            if built != wanted:
                engine.do("build", documents=given.file(peers.BY_NAME[name].takes))
                built = wanted
            engine.do("open")
            yield _ndcg(engine, covers), settings


def _ndcg(engine, covers):
    scored = [quality.scored(engine, queries, covers) for queries in judged.sets()]
    return mean(scores.ndcg for one in scored for scores in one.scores.values())


if __name__ == "__main__":
    main(sys.argv[1:])
