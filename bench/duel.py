"""The site and its peer under the same load, in turn, round after round."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench import load, server
from bench.load import Measured
from bench.pages import PAGE_SIZE, Pair

KEPT, COMPUTED, PEER = "kept", "computed", "peer"
"""The contestants: the site as it comes, the site without kept pages, Datasette."""


@dataclass
class Result:
    """All runs on one pair of pages, by contestant."""

    pair: Pair
    runs: dict[str, list[Measured]] = field(default_factory=lambda: {KEPT: [], COMPUTED: [], PEER: []})

    def of(self, contestant: str, name: str) -> float:
        """Return the median of a figure (`per_second`, `p50`, `p95`) over the rounds."""
        return median(getattr(run, name) for run in self.runs[contestant])

    def times_faster(self, contestant: str) -> float:
        """Return the median over the rounds of requests a second beside those of the peer in that round."""
        rounds = zip(self.runs[contestant], self.runs[PEER], strict=True)
        return median(own.per_second / peer.per_second for own, peer in rounds)


def fight(folder: Path, pairs: list[Pair], *, rounds: int, seconds: float) -> tuple[list[Result], Measured]:
    """Measure every pair in every round and return the results, and how fast unchanged pages are answered.

    Stops the whole run when an answer fails, or when a page is not the same on both of our sides
    before and after.
    """
    results = [Result(pair) for pair in pairs]
    with _contestants(folder) as ports:
        before = _bodies(ports, pairs)
        for number in range(rounds):
            for result in results:
                _round(result, ports, seconds, number)
        unchanged = _unchanged(ports[KEPT], [path for pair in pairs for path in pair.ours], seconds)
        if _bodies(ports, pairs) != before:
            raise SystemExit("A page changed while it was measured.")
    return results, unchanged


@contextmanager
def _contestants(folder) -> Iterator[dict[str, int]]:
    with (
        server.site(folder) as kept,
        server.site(folder, page_cache=False) as computed,
        server.datasette(folder / "site.db", PAGE_SIZE) as peer,
    ):
        yield {KEPT: kept, COMPUTED: computed, PEER: peer}


def _round(result, ports, seconds, number):
    # Another one begins each time: whoever comes first meets a processor that has rested.
    order = [*ports][number % 3 :] + [*ports][: number % 3]
    for contestant in order:
        paths = result.pair.theirs if contestant == PEER else result.pair.ours
        run = load.measure(ports[contestant], paths, seconds=seconds)
        if run.failed:
            raise SystemExit(f"{run.failed} answers failed: {contestant}, {result.pair.name}")
        result.runs[contestant].append(run)


def _bodies(ports, pairs) -> dict[str, str]:
    """Return a hash of each page of ours; it must be whole, and the same with and without kept pages."""
    hashes = {}
    for pair in pairs:
        for path in pair.theirs:
            _page(ports[PEER], path)
        for path in pair.ours:
            kept, computed = _page(ports[KEPT], path), _page(ports[COMPUTED], path)
            if kept != computed:
                raise SystemExit(f"{path} differs when it comes from the kept pages.")
            hashes[path] = hashlib.sha256(kept).hexdigest()
    return hashes


def _page(port, path) -> bytes:
    answer = load.fetch(port, path)
    if answer.status != 200 or b"<h1" not in answer.body or b"</html>" not in answer.body:
        raise SystemExit(f"{path}: {answer.status}, not a whole page")
    return answer.body


def _unchanged(port, paths, seconds) -> Measured:
    tags = {path: load.fetch(port, path).headers["etag"] for path in paths}
    run = load.measure(port, paths, seconds=seconds, status=304, tags=tags)
    if run.failed:
        raise SystemExit(f"{run.failed} unchanged pages were not answered by 304")
    return run
