"""Driving one engine in its own process (worker.py, node/worker.mjs)."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.server import ROOT

HERE = Path(__file__).parent
NODE_PEERS = ("minisearch", "pagefind")
# One thread for everybody: numpy's linear algebra would take all cores.
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class Failed(Exception):
    """The engine answered with an error, or its process ended."""


def say(what: str) -> None:
    """Tell how far the run is."""
    print(f"{time.strftime('%H:%M:%S')} {what} …", file=sys.stderr, flush=True)


class Process:
    """An engine that runs; commands are methods, times are in seconds unless they say ms."""

    def __init__(self, name: str, folder: Path, settings: dict):
        folder.mkdir(parents=True, exist_ok=True)
        self.name, self.folder = name, folder
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [*_command(name), str(folder), json.dumps(settings)],
            cwd=ROOT,
            env=os.environ | _ONE_THREAD,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.stop()

    def do(self, command: str, **values) -> dict:
        """Send a command and return its answer; raises Failed."""
        self.send(command, **values)
        return self.answer()

    def send(self, command: str, **values) -> None:
        """Send a command without waiting for the answer."""
        try:
            self.process.stdin.write(json.dumps({"do": command, **values}) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise Failed(f"{self.name}: its process has ended") from error

    def answer(self) -> dict:
        """Return the answer to what was sent; raises Failed."""
        line = self.process.stdout.readline()
        answer = json.loads(line) if line else {"error": "its process has ended"}
        if "error" in answer:
            raise Failed(f"{self.name}: {answer['error']}")
        return answer

    def age(self) -> float:
        """Return the seconds since the process was started."""
        return time.perf_counter() - self.started

    def ids(self, queries: Sequence[str], limit: int) -> list[list[str]]:
        """Return the ranked ids of each query."""
        answers = self.do("ask", queries=list(queries), limit=limit, full=True)["answers"]
        return [answer["ids"] for answer in answers]

    def ms(self, queries: Sequence[str], limit: int) -> list[float]:
        """Return how many milliseconds each query took."""
        answers = self.do("ask", queries=list(queries), limit=limit, full=False)["answers"]
        return [answer["ms"] for answer in answers]

    def memory(self) -> float:
        """Return the MB that the process holds, those of its server included (shared memory counted once)."""
        server = self.do("server")["pid"] if self.name == "postgres" else 0
        return _resident(self.process.pid) + sum(_proportional(pid) for pid in _family(server))

    def stop(self) -> None:
        """Let the engine end and wait for it."""
        if self.process.poll() is None:
            self.process.stdin.close()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process.stdout.close()


def _command(name):
    if name in NODE_PEERS:
        return ["node", "--max-old-space-size=6000", str(HERE / "node" / "worker.mjs"), name]
    return [sys.executable, "-m", "bench.search.worker", name]


def _resident(pid) -> float:
    return _field(Path(f"/proc/{pid}/status"), "VmRSS:")


def _proportional(pid) -> float:
    return _field(Path(f"/proc/{pid}/smaps_rollup"), "Pss:")


def _field(path, name) -> float:
    lines = [line.split() for line in path.read_text().splitlines()]
    return next(int(line[1]) for line in lines if line[0] == name) / 1024


def _family(pid) -> list[int]:
    if not pid:
        return []
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *map(int, children)]
