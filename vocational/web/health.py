"""What machines that watch over the site ask: does everything it needs work?"""

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from vocational.guides import queries as guides
from vocational.search import queries as search
from vocational.search import service as index
from vocational.web import background, clock


def state(app: Flask) -> dict:
    """Return the state of database, content and search index; `status` is «ok» only when all are.

    An index that is missing or damaged is built anew beside the running site.
    """
    parts = {"database": _database(), "search": search.index_state(app.config["SEARCH_INDEX_DIR"])}
    if parts["search"] != "ok":
        rebuild_search(app)
    status = "ok" if set(parts.values()) == {"ok"} else "degraded"
    return {"status": status, **parts}


def rebuild_search(app: Flask) -> None:
    """Start building the search index anew, unless that is under way."""
    folder, today, now = app.config["SEARCH_INDEX_DIR"], clock.today(), clock.now()
    background.start_once(app, "index", lambda: index.build(folder, today=today, now=now))


def _database() -> str:
    try:
        return "ok" if guides.loaded_on() else "empty"
    except SQLAlchemyError:
        return "unavailable"
