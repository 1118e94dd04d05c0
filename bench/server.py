"""Starting and stopping what is measured: the site under gunicorn, its peer Datasette, one process each."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from bench import load

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
THREADS = 8
WAIT = 30


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return the environment of a site that keeps everything it writes in a folder of its own."""
    own = {"DATA_DIR": str(folder), "SEARCH_INDEX_DIR": str(folder / "index"), "DEVELOPMENT": "0"}
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "CONTENT_DIR"}}
    # Absolute links would differ between ports, and bodies are compared.
    return kept | own | {"SITE_URL": "http://127.0.0.1:8000"} | more


@contextmanager
def site(folder: Path, *, page_cache: bool = True) -> Iterator[int]:
    """Serve the site from a prepared folder as `make run` does, and give its port."""
    port = free_port()
    with _running(site_command(port), environment(folder, **_settings(page_cache)), port, "/healthz"):
        yield port


def _settings(page_cache):
    return {} if page_cache else {"PAGE_CACHE_BYTES": "0"}


def site_command(port: int) -> list[str]:
    """Return the command of `make run` for a port."""
    options = ["--config", "scripts/gunicorn.conf.py", "--workers", "1", "--threads", str(THREADS)]
    return [str(BIN / "gunicorn"), *options, "--bind", f"127.0.0.1:{port}", "app:app"]


@contextmanager
def datasette(database: Path, page_size: int) -> Iterator[int]:
    """Serve a copy of the database by Datasette, set to what costs it least, and give its port."""
    copy = database.with_name("peer.db")
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    counts = copy.with_suffix(".json")
    subprocess.run([BIN / "datasette", "inspect", copy, "--inspect-file", counts], check=True)
    port = free_port()
    with _running(_datasette_command(copy, counts, port, page_size), dict(os.environ), port, "/-/versions"):
        yield port


def _datasette_command(copy, counts, port, page_size):
    # Counts known beforehand, no facets looked for: the page holds the rows and nothing else.
    settings = {"default_page_size": page_size, "suggest_facets": "off", "default_cache_ttl": 0}
    options = [part for name, value in settings.items() for part in ("--setting", name, str(value))]
    return [
        *(str(BIN / "datasette"), "serve", "--immutable", str(copy), "--inspect-file", str(counts)),
        *("--host", "127.0.0.1", "--port", str(port), *options),
    ]


def seconds_to_first_page(folder: Path) -> float:
    """Start the site, wait for its front page, stop it, and return how long that took from the start."""
    port, start = free_port(), time.perf_counter()
    with _running(site_command(port), environment(folder), port, "/"):
        return time.perf_counter() - start


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def _running(command, env, port, path):
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL) as process:
        try:
            _wait(process, port, path)
            yield
        finally:
            process.terminate()


def _wait(process, port, path):
    until = time.perf_counter() + WAIT
    while time.perf_counter() < until:
        if process.poll() is not None:
            raise SystemExit(f"{process.args[0]} ended with {process.returncode}")
        with suppress(OSError, EOFError):
            if load.fetch(port, path).status == 200:
                return
        time.sleep(0.01)
    raise SystemExit(f"{process.args[0]} did not answer within {WAIT} s")
