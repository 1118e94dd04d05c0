"""How fast answers come, beside the peers, in turn: real content and invented documents, one thread, warm."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median

from bench.search import corpus, peers, publishing, quality, synthetic
from bench.search.asked import Asker
from bench.search.corpus import Corpus
from bench.search.processes import Failed, Process, say

LIMIT, QUERIES, ROUNDS, CHUNK, STARTS, PREFIXES = 20, 400, 3, 20, 3, 2000
PROBES, LEAST, BUDGET, TOO_SLOW = 5, 10, 24, 2.5
"""A slow engine is asked fewer queries: as many as it answers in so many seconds, judged by the first few."""


MANY, SLOW_TO_BUILD = 50_000, (peers.OURS, "whoosh")
"""From so many documents on two indexes are built at once, the slow ones first."""


@dataclass
class Contestant:
    """One engine on one corpus: what it costs, how many queries it is asked, its milliseconds by round."""

    process: Process
    build: float
    bytes: int
    start: float
    asked: int
    memory: float
    rounds: list[list[float]] = field(default_factory=list)


def measured(given: Corpus, folder: Path, sizes: list[int]) -> dict:
    """Return the figures of the real content and of each number of invented documents."""
    real = given.documents()
    rows = [_of_corpus(given, folder, peers.missing())]
    for size in sizes:
        documents = synthetic.Generator(real).documents(size)
        made = corpus.write(f"{size:,} documents", folder / str(size), documents)
        rows.append(_of_corpus(made, folder, peers.missing() | too_slow(rows[-1], size)))
    return {"corpora": rows, "limit": LIMIT, "queries": QUERIES, "rounds": ROUNDS}


def too_slow(smaller: dict, size: int) -> dict[str, str]:
    """Return which engines would take seconds for an answer among so many documents, and why."""
    return {name: why for name, why in smaller["missing"].items() if why.startswith("left out")} | {
        name: f"left out, {found['p50'] / 1e3:.1f} s an answer among {smaller['size']:,} documents"
        for name, found in smaller["engines"].items()
        if name != peers.OURS and found["p50"] / 1e3 * size / smaller["size"] > TOO_SLOW
    }


def _of_corpus(given, folder, missing):
    asker = Asker(given.documents())
    queries, contestants = asker.queries(QUERIES), {}
    built = _built(given, folder, missing)
    with ExitStack() as stack:
        for name, seconds in built.items():
            say(f"Speed, {given.name}: warming {name}")
            try:
                contestants[name] = _started(name, given, folder, seconds, queries, stack)
            except Failed as error:
                missing[name] = str(error)
        for number in range(ROUNDS):
            say(f"Speed, {given.name}: round {number + 1}")
            _round(contestants, queries, number)
        ours = contestants[peers.OURS]
        suggested = ours.process.do("suggest", prefixes=asker.prefixes(PREFIXES))["ms"]
        published = publishing.measured(ours.process, given, queries)
    return {
        "name": given.name,
        "size": given.size,
        "engines": {name: _summary(one, ours) for name, one in contestants.items()},
        "missing": missing,
        "suggestions": {"p50": median(suggested), "p95": percentile(suggested, 95)},
        "publishing": published,
    }


def _built(given, folder, missing):
    """Return the seconds of each build by engine; the slowest first, so that two at once end together."""

    def build(name):
        say(f"Speed, {given.name}: building {name}")
        with Process(name, _own(given, folder, name), quality.own_settings(name, folder)) as builder:
            try:
                return builder.do("build", documents=given.file(peers.BY_NAME[name].takes))["seconds"]
            except Failed as error:
                missing[name] = str(error)
                return None

    names = [engine.name for engine in peers.ENGINES if engine.name not in missing]
    order = sorted(names, key=lambda name: name not in SLOW_TO_BUILD)
    with ThreadPoolExecutor(1 if given.size < MANY else 2) as pool:
        seconds = dict(zip(order, pool.map(build, order), strict=True))
    return {name: seconds[name] for name in names if name not in missing}


def _own(given, folder, name):
    return folder / f"{given.folder.name}-{name}"


def _started(name, given, folder, build, queries, stack):
    """Start a few times, and keep the last process, warmed by all that it will be asked."""
    starts = []
    for _ in range(STARTS):
        process = Process(name, _own(given, folder, name), quality.own_settings(name, folder))
        stack.callback(process.stop)
        process.do("open")
        process.ms(queries[:1], LIMIT)
        starts.append(process.age())
        if len(starts) < STARTS:
            process.stop()
    asked = _bearable(process, queries)
    process.ms(queries[:asked], LIMIT)
    return Contestant(process, build, process.do("bytes")["bytes"], median(starts), asked, process.memory())


def _bearable(process, queries):
    """Return how many queries an engine can be asked in the time there is, the warm-up included."""
    process.ms(queries[:PROBES], LIMIT)
    usual = mean(process.ms(queries[:PROBES], LIMIT)) / 1e3
    if usual > TOO_SLOW:
        raise Failed(f"left out, {usual:.1f} s an answer")
    return max(LEAST, min(len(queries), int(BUDGET / usual / (ROUNDS + 1))))


def _round(contestants, queries, number):
    """Ask every engine the same few queries before the next few, another one first each time."""
    for one in contestants.values():
        one.rounds.append([])
    order = list(contestants.values())
    for chunk, start in enumerate(range(0, len(queries), CHUNK)):
        turn = (number + chunk) % len(order)
        for one in order[turn:] + order[:turn]:
            some = queries[start : min(start + CHUNK, one.asked)]
            if some:
                one.rounds[-1] += one.process.ms(some, LIMIT)


def _summary(one, ours):
    return {
        "build": one.build,
        "bytes": one.bytes,
        "memory": one.memory,
        "start": one.start,
        "asked": one.asked,
        "p50": median(percentile(times, 50) for times in one.rounds),
        "p95": median(percentile(times, 95) for times in one.rounds),
        "ours": {f"p{part}": _ratio(ours, one, part) for part in (50, 95)},
    }


def _ratio(ours, other, part):
    """Return our percentile as a share of the other's over the same queries, the median of the rounds."""
    asked = min(ours.asked, other.asked)
    rounds = zip(ours.rounds, other.rounds, strict=True)
    return median(percentile(own[:asked], part) / percentile(their[:asked], part) for own, their in rounds)


def percentile(values: list[float], part: float) -> float:
    """Return the value below which so many per cent lie, the next one that was really measured."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part / 100))]
