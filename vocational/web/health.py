"""What machines that watch over the site ask: does everything it needs work?"""

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from vocational.guides import queries as guides


def state(app: Flask) -> dict:
    """Return the state of database, content and search index; `status` is «ok» only when all are."""
    parts = {"database": _database(), "search": app.extensions["search_state"]()}
    status = "ok" if set(parts.values()) == {"ok"} else "degraded"
    return {"status": status, **parts}


def _database() -> str:
    try:
        return "ok" if guides.loaded_on() else "empty"
    except SQLAlchemyError:
        return "unavailable"
