"""Compare a folder of gathered facts with `fact_counts.yaml`: python tests/compare_facts.py FOLDER.

The test suite compares the same table with `content/`, so that together nothing can be lost on the way.
"""

import csv
import re
import sys
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("fact_counts.yaml")
NUMBERED = re.compile(r"^(?:\d+[a-z]?\. |\[\d+[a-z]?\] )", re.M)


def table() -> list[dict]:
    """Return the lines of the table."""
    return yaml.safe_load(TABLE.read_text())


def at(value, path: str) -> list:
    """Return everything that stands at a path; what is None or empty does not count."""
    found = [value]
    for part in filter(None, path.replace("[]", ".[]").split(".")):
        found = [item for value in found for item in _step(value, part)]
    return found


def _step(value, part):
    if part == "[]":
        return value if isinstance(value, list) else []
    item = value.get(part) if isinstance(value, dict) else None
    return [] if item in (None, "", [], {}) else [item]


def entries(file: Path):
    """Return the facts of a file as plain data."""
    if file.suffix == ".csv":
        return list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    if file.suffix == ".md":
        return NUMBERED.findall(file.read_text())
    return yaml.load(file.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def count(file: Path, path: str) -> int:
    """Return how many facts stand at a path of a file."""
    return len(at(entries(file), path or "[]"))


def main(folder: Path) -> int:
    """Print every line of the table that the folder contradicts and return how many there are."""
    wrong = 0
    for line in table():
        file, path, expected = line["facts"]
        found = count(folder / file, path)
        if found != expected:
            print(f"{line['what']}: {file} {path} holds {found}, the table says {expected}")
            wrong += 1
    print(f"{len(table())} kinds compared, {wrong} differ")
    return wrong


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) > 0)
