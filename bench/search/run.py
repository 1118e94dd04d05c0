"""Runs the comparison and prints its tables; a full run also writes them into docs/benchmarks.md.

`python -m bench.search.run [--only STAGE,…] [--sizes 20000,…] [--write] [--json FILE]`. Stages: quality,
robustness, speed. `--write` also writes the tables of a partial run, which then says what it leaves out.
"""

import argparse
import json
import signal
import sys
from pathlib import Path

from bench.search import corpus, quality, report, robustness, speed, tables
from bench.search.processes import say
from bench.server import ROOT

STAGES = ("quality", "robustness", "speed")


def main(arguments: list[str]) -> None:
    """Run the chosen stages."""
    # So that folders and processes are cleared away as after Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options = _parser().parse_args(arguments)
    wanted = options.only.split(",") if options.only else list(STAGES)
    with corpus.workspace() as folder:
        figures = _measured(folder, wanted, options)
    text = report.text_of(figures)
    print(text)
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1))
    if options.write or not options.only:
        tables.write(ROOT / "docs" / "benchmarks.md", text)


def _parser():
    parser = argparse.ArgumentParser(prog="python -m bench.search.run", description=__doc__.split("\n")[0])
    parser.add_argument("--only", default="", help=f"stages to run, of {', '.join(STAGES)}")
    parser.add_argument("--sizes", default="20000,100000", help="numbers of invented documents for speed")
    parser.add_argument("--write", action="store_true", help="write a partial run into the page too")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    return parser


def _measured(folder, wanted, options):
    say("Loading the real content")
    given = corpus.real(folder)
    figures = {}
    for name in wanted:
        say(name.capitalize())
        figures[name] = _stage(name, given, folder, options)
    return figures


def _stage(name, given, folder, options):
    if name == "speed":
        return speed.measured(given, folder, [int(size) for size in options.sizes.split(",") if size])
    return {"quality": quality, "robustness": robustness}[name].measured(given, folder)


if __name__ == "__main__":
    main(sys.argv[1:])
