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
        asset=asset,
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


def canonical(endpoint: str = "") -> str:
    """Return the absolute address of this page, or of a list of that endpoint, as the site publishes it."""
    path = url_for(endpoint).removeprefix(request.script_root) if endpoint else request.path
    return f"{current_app.config['SITE_URL']}{path}"
