"""Measures everything and writes the figures into docs/benchmarks.md; `--quick` only prints them.

Takes about ten minutes; the machine should have nothing else to do meanwhile.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import duel, national, pages, report, server
from bench.commands import flask
from bench.report import Figures
from bench.server import ROOT


@dataclass(frozen=True)
class Effort:
    """How often and how long everything is measured."""

    rounds: int
    seconds: float
    repeats: int
    page_rounds: int
    schools: int


FULL = Effort(rounds=5, seconds=2, repeats=5, page_rounds=15, schools=national.SCHOOLS)
QUICK = Effort(rounds=1, seconds=0.5, repeats=1, page_rounds=1, schools=100)


def main(arguments: list[str]) -> None:
    """Run the benchmarks."""
    effort = QUICK if "--quick" in arguments else FULL
    with TemporaryDirectory() as folder:
        text = report.text_of(_figures(Path(folder), effort))
    print(text)
    if effort is FULL:
        report.write(ROOT / "docs" / "benchmarks.md", text)


def _figures(folder: Path, effort: Effort) -> Figures:
    real, large = folder / "real", folder / "national"
    _say("Preparing the real content")
    flask("prepare", folder=real)
    repeats = range(effort.repeats)
    idle = [flask("prepare", folder=real) for _ in repeats]
    loads = [flask("content", "load", "--force", folder=real) for _ in repeats]
    builds = [flask("index", "build", folder=real) for _ in repeats]
    starts = [server.seconds_to_first_page(real) for _ in repeats]
    _say("Site and peer in turn")
    pairs = pages.pairs(real / "site.db")
    results, unchanged = duel.fight(real, pairs, rounds=effort.rounds, seconds=effort.seconds)
    _say("Loading a national set")
    size = national.make(ROOT / "content", folder / "content", schools=effort.schools)
    settings = {"folder": large, "CONTENT_DIR": str(folder / "content")}
    flask("db", "upgrade", **settings)
    national_load = flask("content", "load", **settings)
    national_build = flask("index", "build", **settings)
    _say("Pages on both sets in turn")
    return Figures(
        duel=results,
        rounds=effort.rounds,
        seconds=effort.seconds,
        unchanged=unchanged,
        loads=loads,
        builds=builds,
        idle=idle,
        starts=starts,
        size=size,
        national_load=national_load,
        national_build=national_build,
        growth=_growth([real, large], effort.page_rounds),
    )


def _growth(folders: list[Path], rounds: int) -> list[dict]:
    command = [sys.executable, "-m", "bench.growth", *map(str, folders), str(rounds)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def _say(what: str) -> None:
    print(f"{what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
