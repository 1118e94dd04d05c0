"""Building the index."""

from datetime import date
from pathlib import Path

from vocational.search import documents, queries
from vocational.search.engine import api
from vocational.search.engine.answers import Status


def build(folder: Path, *, today: date) -> Status:
    """Build the whole index from what is published and switch to it; raises IndexBusy."""
    return api.build(folder, documents.documents(today), queries.vocabulary())
