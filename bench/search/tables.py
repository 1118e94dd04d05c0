"""Markdown tables and the marks of `docs/benchmarks.md` between which they stand."""

from pathlib import Path

MARKS = ("<!-- search figures: written by make bench-search -->", "<!-- end of search figures -->")


def table(head: list, rows: list[list]) -> str:
    """Return a Markdown table; all columns but the first are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def write(path: Path, text: str) -> None:
    """Put the text between the marks of the file."""
    head, rest = path.read_text().split(MARKS[0])
    path.write_text(f"{head}{MARKS[0]}\n\n{text}\n{MARKS[1]}{rest.split(MARKS[1])[1]}")


def number(value: float | None, digits: int = 3) -> str:
    """Return a number with so many digits, or a dash for one that does not exist."""
    return "–" if value is None else f"{value:.{digits}f}"


def signed(value: float, digits: int = 3) -> str:
    """Return a difference with its sign."""
    return f"{value:+.{digits}f}"
