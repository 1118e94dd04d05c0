"""Work that the running site does for itself, beside answering readers."""

import logging
from collections.abc import Callable
from threading import Lock, Thread

from flask import Flask

log = logging.getLogger(__name__)
_under_way: set[str] = set()
_lock = Lock()


def start_once(app: Flask, name: str, work: Callable[[], object]) -> bool:
    """Do some work in a thread of its own; False when work of that name is under way already."""
    with _lock:
        if name in _under_way:
            return False
        _under_way.add(name)
    Thread(target=_run, args=(app, name, work), name=name, daemon=True).start()
    return True


def _run(app, name, work):
    try:
        with app.app_context():
            work()
    except Exception:
        # Nobody waits for this thread: the log is the only place where its failure can be seen.
        log.exception("Failed: %s", name)
    finally:
        with _lock:
            _under_way.discard(name)
