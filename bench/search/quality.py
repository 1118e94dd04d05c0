"""How good the first pages are: every judged query asked of every engine, and what is lost with parts off."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from bench.search import bootstrap, corpus, judged, peers, scorer
from bench.search.ablations import ABLATIONS
from bench.search.corpus import Corpus
from bench.search.processes import Failed, Process

ROWS = 40
"""How many results are asked for: pages of kinds that are not judged take no rank."""


@dataclass(frozen=True)
class Scored:
    """One engine on one set: measures by query that has answers, rows shown by query."""

    scores: dict[str, scorer.Scores]
    shown: dict[str, list[str]]


def covers(given: Corpus) -> dict[str, str]:
    """Return what each document stands for: its ids joined by «+»."""
    return {
        document["id"]: "+".join(document.get("covers") or [document["id"]]) for document in given.documents()
    }


def scored(engine: Process, queries: judged.Set, shows: Mapping[str, str]) -> Scored:
    """Ask all queries of a set."""
    found = engine.ids([query.query for query in queries.queries], ROWS)
    shown = {query.id: [shows[id] for id in ids] for query, ids in zip(queries.queries, found, strict=True)}
    scores = {
        query.id: scorer.score(query.relevant, scorer.pages(shown[query.id])) for query in queries.answerable
    }
    return Scored(scores, shown)


def measured(given: Corpus, folder: Path) -> dict:
    """Return the figures of every set: by engine, the differences, the ablations and the weakest queries."""
    every, shows, missing = judged.sets(), covers(given), peers.missing()
    runs: dict[str, list[Scored]] = {}
    for engine in peers.ENGINES:
        if engine.name not in missing:
            try:
                runs[engine.name] = _asked(engine, given, folder, every, shows)
            except Failed as error:
                missing[engine.name] = str(error)
    without = {name: _ablated(name, given, folder, every, shows) for name in ABLATIONS}
    for name, parts in without.items():
        if all(part.shown == whole.shown for part, whole in zip(parts, runs[peers.OURS], strict=True)):
            raise SystemExit(f"Switching off «{name}» changed no result: the ablation measures nothing.")
    sets = [
        _of_set(queries, {name: run[number] for name, run in runs.items()}, _nth(without, number))
        for number, queries in enumerate(every)
    ]
    return {"sets": sets, "missing": missing}


def _nth(without, number):
    return {name: parts[number] for name, parts in without.items()}


def _asked(engine, given, folder, every, shows):
    with opened(engine.name, given, folder / engine.name) as process:
        return [scored(process, queries, shows) for queries in every]


def _ablated(name, given, folder, every, shows):
    try:
        with opened(peers.OURS, given, folder / f"without-{name}", without=name) as process:
            return [scored(process, queries, shows) for queries in every]
    except Failed as error:
        raise SystemExit(f"«{name}» cannot be switched off: look at ablations.py ({error})") from error


def opened(name: str, given: Corpus, folder: Path, **settings) -> Process:
    """Return an engine that was built from a corpus and is open; raises Failed."""
    engine = peers.BY_NAME[name]
    process = Process(name, folder, own_settings(name, given.folder.parent, **settings))
    try:
        process.do("build", documents=given.file(engine.takes))
        process.do("open")
    except Failed:
        process.stop()
        raise
    return process


def own_settings(name: str, folder: Path, **settings) -> dict:
    """Return the settings an engine starts with; `folder` holds the vocabulary of the site."""
    own = {"vocabulary": str(corpus.vocabulary_file(folder))} if name == peers.OURS else {}
    return peers.BY_NAME[name].settings | own | settings


def _of_set(queries, runs, without):
    engines = {name: _summary(queries, run) for name, run in runs.items()}
    rivals = [name for name in engines if name != peers.OURS]
    best = max(rivals, key=lambda name: engines[name]["ALL"]["ndcg"], default=None)
    ids = [query.id for query in queries.answerable]
    return {
        "name": queries.name,
        "size": len(queries.queries),
        "engines": engines,
        "silence": {name: _silence(queries, run) for name, run in runs.items()},
        "best": best,
        "differences": {
            name: vars(bootstrap.paired(_ndcgs(runs[peers.OURS], ids), _ndcgs(runs[name], ids)))
            for name in rivals
        },
        "without": {name: _summary(queries, run) for name, run in without.items()},
        "weakest": _weakest(queries, runs[peers.OURS]),
    }


def _ndcgs(run, ids):
    return [run.scores[id].ndcg for id in ids]


def _summary(queries, run):
    groups: dict[str, list[scorer.Scores]] = {"ALL": []}
    for query in queries.answerable:
        groups["ALL"].append(run.scores[query.id])
        groups.setdefault(query.category, []).append(run.scores[query.id])
    names = ("ndcg", "rr", "s3", "zero")
    return {
        group: {"n": len(rows)} | {name: mean(getattr(row, name) for row in rows) for name in names}
        for group, rows in groups.items()
        if rows
    }


def _silence(queries, run):
    counts = [len(scorer.pages(run.shown[query.id])) for query in queries.unanswerable]
    return {"n": len(counts), "silent": sum(count == 0 for count in counts)}


def _weakest(queries, run, count=15):
    rows = sorted(queries.answerable, key=lambda query: (run.scores[query.id].ndcg, query.id))[:count]
    return [
        {
            "id": query.id,
            "category": query.category,
            "query": query.query,
            "ndcg": run.scores[query.id].ndcg,
            "shown": [
                "+".join(page[:1]) + f" ({max(query.relevant.get(id, 0) for id in page)})"
                for page in scorer.pages(run.shown[query.id])[:3]
            ],
        }
        for query in rows
    ]
