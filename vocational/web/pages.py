"""What templates may use, set once."""

import re

from flask import Flask, current_app, request, url_for
from markupsafe import Markup, escape

from vocational.levels import ENTRIES, LEVELS
from vocational.web import charts, clock, formatting
from vocational.web.footnotes import footnotes
from vocational.web.site import site


def init(app: Flask) -> None:
    """Give the templates their filters and globals."""
    app.jinja_env.filters.update(formatting.FILTERS, prose=prose)
    app.jinja_env.globals.update(
        absolute=absolute,
        asset=asset,
        has_asset=has_asset,
        canonical=canonical,
        chart_layout=charts.layout_of,
        footnotes=footnotes,
        entry_names=ENTRIES,
        level_names=LEVELS,
        site=site,
        today=clock.today,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def prose(html: str) -> Markup:
    """Return HTML that was cleaned at load time, its links made to fit where the site is mounted."""
    return Markup(re.sub(r'href="/(?!/)', f'href="{escape(request.script_root)}/', html))


def asset(name: str) -> str:
    """Return the address of a static file under its hashed name."""
    return f"{request.script_root}/static/{current_app.extensions['assets'][name]}"


def has_asset(name: str) -> bool:
    """Return whether a static file is there; for what a page can do without."""
    return name in current_app.extensions["assets"]


def canonical(endpoint: str = "") -> str:
    """Return the one absolute address of this page, whatever way it was reached, or of another endpoint."""
    if endpoint:
        return absolute(url_for(endpoint))
    if request.endpoint is None:
        return absolute(request.path)
    return absolute(url_for(request.endpoint, **request.view_args))


def absolute(address: str) -> str:
    """Return an address of the site as the world sees it: `SITE_URL` names the mount point already."""
    return current_app.config["SITE_URL"] + address.removeprefix(request.script_root)
