"""All tables of a run as one text."""

import os
import platform
import sqlite3
import subprocess
from importlib.metadata import PackageNotFoundError, version

from bench.search import report_quality, report_robustness, report_speed
from bench.search.demands import demands
from bench.search.tables import table

SECTIONS = {"quality": report_quality.text, "robustness": report_robustness.text, "speed": report_speed.text}
_VERDICTS = {True: "holds", False: "**missed**", None: "not measured"}


def text_of(figures: dict) -> str:
    """Return the machine, the demands, and the tables of every stage that was run."""
    left_out = [name for name in SECTIONS if name not in figures]
    parts = [_machine()]
    if left_out:
        parts.append(f"A partial run: {', '.join(left_out)} left out.")
    parts.append(_demands(figures))
    parts += [SECTIONS[name](figures[name]) for name in SECTIONS if name in figures]
    return "\n\n".join(parts) + "\n"


def _demands(figures):
    rows = [[one.says, one.limit, one.measured, _VERDICTS[one.holds]] for one in demands(figures)]
    return "### Demands\n\n" + table(["demand", "limit", "measured", ""], rows)


def _machine():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return (
        f"Machine: {os.cpu_count()} processor cores ({platform.machine()}), {memory:.0f} GB of memory; "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{', '.join(_versions())}. Load over 15 minutes at the end: {os.getloadavg()[2]:.1f}."
    )


def _versions():
    for package in ("Whoosh", "numpy", "tantivy"):
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            continue
    for command in (["node", "--version"], ["pg_config", "--version"]):
        try:
            found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            continue
        yield found if command[0] != "node" else f"node {found}"
