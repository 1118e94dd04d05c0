"""How pages grow with the content: processor time and SQL statements of each, on two data sets in turn.

Run as a process of its own (`python -m bench.growth REAL NATIONAL ROUNDS`), so that it measures nothing
but the site; prints JSON.
"""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from sqlalchemy import event

from bench.pages import LISTS, OTHERS
from vocational.factory import create_app
from vocational.storage import db


def _app(folder: Path):
    return create_app(
        {
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder / 'site.db'}",
            "SEARCH_INDEX_DIR": folder / "index",
            "SITE_URL": "http://127.0.0.1:8000",
            "PAGE_CACHE_BYTES": 0,
        }
    )


@contextmanager
def _counting(engine) -> Iterator[list[str]]:
    """Collect the statements that are sent to a database meanwhile."""
    seen: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def _statements(app, path: str) -> int:
    with app.app_context():
        engine = db.engine
    with _counting(engine) as seen:
        _open(app, path)
    return len(seen)


def _open(app, path: str) -> float:
    """Ask for a page without compression and return the milliseconds of processor time that it took."""
    client = app.test_client()
    start = time.process_time()
    answer = client.get(path)
    spent = time.process_time() - start
    if answer.status_code != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return spent * 1e3


def measured(folders: list[Path], rounds: int) -> list[dict]:
    """Return time and statements of every page on every data set, measured in turn after a warm-up."""
    apps = [_app(folder) for folder in folders]
    rows = []
    for path in LISTS + OTHERS:
        for app in apps:
            _open(app, path)
        times = [[_open(app, path) for app in apps] for _round in range(rounds)]
        rows.append(
            {
                "path": path,
                "is_list": path in LISTS,
                "times": [median(own) for own in zip(*times, strict=True)],
                # Within a round, so that what else the machine does meets both alike.
                "ratio": median(large / small for small, large in times),
                "statements": [_statements(app, path) for app in apps],
            }
        )
    return rows


if __name__ == "__main__":
    real, national, rounds = sys.argv[1:]
    print(json.dumps(measured([Path(real), Path(national)], int(rounds))))
