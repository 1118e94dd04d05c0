"""One engine in a process of its own: one line of JSON in, one out.

`python -m bench.search.worker NAME FOLDER SETTINGS`. Only the search itself is timed, inside this process, so
that no pipe counts.
"""

import gc
import importlib
import json
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ENGINES = {
    "ours": "bench.search.engines.ours:Ours",
    "fts5": "bench.search.engines.fts5:Fts5",
    "tantivy": "bench.search.engines.tantivy_peer:Tantivy",
    "postgres": "bench.search.engines.postgres:Postgres",
    "whoosh": "bench.search.engines.plain_whoosh:PlainWhoosh",
}


class Worker:
    """The commands that a driver may send; each returns what is answered."""

    def __init__(self, name: str, folder: Path, settings: dict):
        module, _, kind = ENGINES[name].partition(":")
        self.engine = getattr(importlib.import_module(module), kind)(folder, settings)

    def build(self, documents: str) -> dict:
        """Build from a file of one document a line; reading it is not timed."""
        given = list(_lines(Path(documents)))
        start = time.perf_counter()
        self.engine.build(given)
        return {"seconds": time.perf_counter() - start}

    def open(self) -> dict:
        """Make ready to search."""
        self.engine.open()
        gc.collect()
        return {}

    def bytes(self) -> dict:
        """Return the size of the index."""
        return {"bytes": self.engine.bytes()}

    def ask(self, queries: list[str], limit: int, full: bool) -> dict:
        """Answer queries; without `full` only the milliseconds go back."""
        answers = []
        for query in queries:
            start = time.perf_counter()
            answer = self.engine.search(query, limit)
            ms = (time.perf_counter() - start) * 1e3
            answers.append(vars(answer) | {"ms": ms} if full else {"ms": ms})
        return {"answers": answers}

    def suggest(self, prefixes: list[str]) -> dict:
        """Return the milliseconds of each completion."""
        times = []
        for prefix in prefixes:
            start = time.perf_counter()
            self.engine.suggest(prefix)
            times.append((time.perf_counter() - start) * 1e3)
        return {"ms": times}

    def ask_for(self, queries: list[str], limit: int, seconds: float, documents: Sequence = ()) -> dict:
        """Go on asking for some seconds and return the milliseconds; publish meanwhile in another thread."""
        publisher = threading.Thread(target=self.publish_each_second, args=(documents,))
        publisher.start()
        until, times, number = time.perf_counter() + seconds, [], 0
        while (start := time.perf_counter()) < until:
            self.engine.search(queries[number % len(queries)], limit)
            times.append((time.perf_counter() - start) * 1e3)
            number += 1
        publisher.join()
        return {"ms": times}

    def publish(self, document: dict) -> dict:
        """Publish one document and return when that began, on the clock that all processes share."""
        started = time.monotonic()
        self.engine.apply(document)
        return {"started": started}

    def publish_each_second(self, documents: Sequence[dict]) -> dict:
        """Publish one document after the other, a second apart."""
        for document in documents:
            next_one = time.monotonic() + 1
            self.engine.apply(document)
            time.sleep(max(0, next_one - time.monotonic()))
        return {}

    def wait_for(self, query: str, id: str, seconds: float = 30) -> dict:
        """Ask until a page is found and return when it was; raises TimeoutError."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if id in self.engine.search(query, 20).ids:
                return {"found": time.monotonic()}
            time.sleep(0.005)
        raise TimeoutError(f"{id} was not found within {seconds} s")

    def server(self) -> dict:
        """Return the number of the server process, when there is one."""
        return {"pid": self.engine.server() if hasattr(self.engine, "server") else 0}


def _lines(path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def main() -> None:
    """Answer commands until «stop» or the end of input."""
    # So that a server behind the engine ends with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    name, folder, settings = sys.argv[1:]
    worker = Worker(name, Path(folder), json.loads(settings))
    try:
        for line in sys.stdin:
            command = json.loads(line)
            if (wanted := command.pop("do")) == "stop":
                break
            try:
                answer = getattr(worker, wanted)(**command)
            except Exception as error:  # noqa: BLE001 - the driver says which engine failed, and why
                answer = {"error": f"{type(error).__name__}: {error}"}
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
    finally:
        worker.engine.close()


if __name__ == "__main__":
    main()
