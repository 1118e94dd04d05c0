"""All names of places, kept in memory for as long as the published content stays."""

from flask import current_app

from vocational.places import queries
from vocational.places.gazetteer import Gazetteer


def gazetteer() -> Gazetteer:
    """Return every place with its names; read from the database once per version of the content."""
    version = current_app.extensions["version"]()
    kept = current_app.extensions.setdefault("gazetteer", {})
    if version not in kept:
        kept.clear()
        kept[version] = queries.gazetteer()
    return kept[version]
