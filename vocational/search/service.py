"""Building the index: by command, or by itself when it is missing or damaged."""

import logging
from datetime import date
from pathlib import Path
from threading import Lock, Thread

from flask import Flask

from vocational.search import documents, queries
from vocational.search.engine import api
from vocational.search.engine.answers import IndexBusy, Status

log = logging.getLogger(__name__)
_rebuilding = Lock()


def build(folder: Path, today: date) -> Status:
    """Build the whole index from what is published and switch to it; raises IndexBusy."""
    return api.build(folder, documents.documents(today), queries.vocabulary())


def rebuild_soon(app: Flask, today: date) -> bool:
    """Start building the index beside the running site; False when that is under way already."""
    if not _rebuilding.acquire(blocking=False):
        return False
    Thread(target=_rebuild, args=(app, today), name="index rebuild", daemon=True).start()
    return True


def _rebuild(app: Flask, today: date) -> None:
    try:
        with app.app_context():
            build(app.config["SEARCH_INDEX_DIR"], today)
    except IndexBusy:
        log.info("Another process is building the index")
    except Exception:
        log.exception("The index could not be rebuilt")
    finally:
        _rebuilding.release()
