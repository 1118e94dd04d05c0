"""The figures as Markdown, between two marks of `docs/benchmarks.md`."""

import os
import platform
import sqlite3
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bench.commands import Spent
from bench.duel import COMPUTED, KEPT, PEER, Result
from bench.load import Measured
from bench.national import Size

MARKS = ("<!-- figures: written by make bench -->", "<!-- end of figures -->")
TIMES_FASTER, LOAD, INDEX, START, NATIONAL_MEMORY, GROWTH = 3, 10, 10, 3, 1536, 3
CAPTIONS = {KEPT: "as it comes", COMPUTED: "every page computed"}


@dataclass(frozen=True)
class Figures:
    """Everything that one run of the benchmarks has measured."""

    duel: list[Result]
    rounds: int
    seconds: float
    unchanged: Measured
    loads: list[Spent]
    builds: list[Spent]
    idle: list[Spent]
    starts: list[float]
    size: Size
    national_load: Spent
    national_build: Spent
    growth: list[dict]


def write(path: Path, text: str) -> None:
    """Put the text between the marks of the file."""
    head, rest = path.read_text().split(MARKS[0])
    path.write_text(f"{head}{MARKS[0]}\n\n{text}\n{MARKS[1]}{rest.split(MARKS[1])[1]}")


def text_of(figures: Figures) -> str:
    """Return all tables."""
    parts = [_machine(figures), _demands(figures), _duel(figures), _commands(figures), _growth(figures)]
    return "\n\n".join(parts) + "\n"


def table(head: list[str], rows: list[list]) -> str:
    """Return a Markdown table; all columns but the first are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _machine(figures) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    packages = ", ".join(
        f"{name} {version(name)}" for name in ("Flask", "SQLAlchemy", "gunicorn", "datasette", "uvicorn")
    )
    return (
        f"Machine: {os.cpu_count()} processor cores ({platform.machine()}), {memory:.0f} GB of memory; "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {packages}. "
        f"Load of the machine at the end: {os.getloadavg()[2]:.1f} over 15 minutes, the run itself included. "
        f"{figures.rounds} rounds of {figures.seconds:g} s for each page and server."
    )


def _demands(figures) -> str:
    rows = [[*row[:3], "holds" if row[3] else "**missed**"] for row in demands(figures)]
    return "### What was demanded\n\n" + table(["demand", "at least / at most", "measured", ""], rows)


def demands(figures: Figures) -> list[tuple[str, str, str, bool]]:
    """Return (demand, limit, measured, whether it holds)."""
    wanted = [result for result in figures.duel if result.pair.demanded]
    rows = [_faster(wanted, name) for name in (KEPT, COMPUTED)]
    rows += [_p95(wanted, name) for name in (KEPT, COMPUTED)]
    worst = max(row["ratio"] for row in figures.growth if row["is_list"])
    unequal = sum(len(set(row["statements"])) > 1 for row in figures.growth)
    memory = figures.national_load.memory
    return rows + [
        _within("loading the content", LOAD, _wall(figures.loads), "s"),
        _within("building the index", INDEX, _wall(figures.builds), "s"),
        _within("cold start to first page", START, median(figures.starts), "s"),
        _within("memory of the national load", NATIONAL_MEMORY, memory, "MB"),
        _within("national beside real, slowest list", GROWTH, worst, "×"),
        ("pages with more statements on the national set", "0", str(unequal), unequal == 0),
    ]


def _faster(results, contestant):
    least = min(result.times_faster(contestant) for result in results)
    says = f"requests a second beside Datasette, slowest page, {CAPTIONS[contestant]}"
    return says, f"≥ {TIMES_FASTER} ×", f"{least:.1f} ×", least >= TIMES_FASTER


def _p95(results, contestant):
    worst = max(result.of(contestant, "p95") / result.of(PEER, "p95") for result in results)
    says = f"p95 beside Datasette, worst page, {CAPTIONS[contestant]}"
    return says, "≤ 1 ×", f"{worst:.2f} ×", worst <= 1


def _within(says, limit, measured, unit):
    digits = 0 if unit == "MB" else 1
    return says, f"≤ {limit} {unit}", f"{measured:.{digits}f} {unit}", measured <= limit


def _wall(runs) -> float:
    return median(run.wall for run in runs)


def _duel(figures) -> str:
    head = ["page", "as it comes", "computed", "Datasette", "as it comes ×", "computed ×"]
    rates = [
        [result.pair.name + ("" if result.pair.demanded else " ¹")]
        + [f"{result.of(name, 'per_second'):.0f}" for name in (KEPT, COMPUTED, PEER)]
        + [f"{result.times_faster(name):.1f}" for name in (KEPT, COMPUTED)]
        for result in figures.duel
    ]
    names = ("as it comes", "computed", "Datasette")
    times = [
        [result.pair.name]
        + [f"{result.of(name, which):.1f}" for which in ("p50", "p95") for name in (KEPT, COMPUTED, PEER)]
        for result in figures.duel
    ]
    unchanged = figures.unchanged
    return "\n\n".join(
        [
            "### Requests a second",
            table(head, rates),
            "¹ The peer has no such page; beside it stands its list of tables, or rows that hold the words.",
            f"Unchanged pages (304): {unchanged.per_second:.0f} a second, p50 {unchanged.p50:.1f} ms, "
            f"p95 {unchanged.p95:.1f} ms.",
            "### Milliseconds to an answer, four readers at a time",
            table(["page", *(f"{which} {name}" for which in ("p50", "p95") for name in names)], times),
        ]
    )


def _commands(figures) -> str:
    rows = [
        _spent("`flask content load --force`", figures.loads),
        _spent("`flask index build`", figures.builds),
        _spent("`flask prepare`, nothing to do", figures.idle),
        _spent("`flask content load`, national", [figures.national_load]),
        _spent("`flask index build`, national", [figures.national_build]),
    ]
    start = f"Cold start (gunicorn started to first page): {median(figures.starts):.2f} s."
    head = ["command", "seconds", "of processor", "peak memory, MB"]
    return "\n\n".join(["### Loading, indexing, starting", table(head, rows), start])


def _spent(name, runs) -> list[str]:
    cpu, memory = median(run.cpu for run in runs), max(run.memory for run in runs)
    return [name, f"{_wall(runs):.2f}", f"{cpu:.2f}", f"{memory:.0f}"]


def _growth(figures) -> str:
    size = figures.size
    rows = [
        [f"`{row['path']}`", *(f"{ms:.1f}" for ms in row["times"]), f"{row['ratio']:.1f}", *row["statements"]]
        for row in figures.growth
    ]
    head = ["page", "real, ms", "national, ms", "×", "statements, real", "statements, national"]
    return "\n\n".join(
        [
            "### Real content and national size",
            f"{size.schools:,} schools, {size.offerings:,} offerings and {size.lines:,} lines of seats "
            "beside the real content. Processor time of one page, computed anew, median.",
            table(head, rows),
        ]
    )
