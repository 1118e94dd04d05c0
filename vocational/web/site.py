"""What every page says about the office, read from the published content."""

from flask import current_app
from werkzeug.local import LocalProxy

from vocational.guides import queries


def _current():
    version = current_app.extensions["version"]()
    kept = current_app.extensions.setdefault("site", {})
    if version not in kept:
        kept.clear()
        kept[version] = queries.site()
    return kept[version]


site = LocalProxy(_current)
