"""Files for machines."""

from flask import Blueprint, Response, render_template, url_for

from vocational.guides.sections import SECTIONS
from vocational.open_data import queries
from vocational.web.access import public
from vocational.web.pages import absolute

bp = Blueprint("open_data", __name__)


@bp.route("/sitemap.xml")
@public
def sitemap():
    fixed = [("guides.home", {}, None)]
    fixed += [(endpoint, {}, None) for _title, links in SECTIONS for _name, endpoint, _note in links]
    pages = [(endpoint, {"slug": slug}, day) for endpoint, slug, day in queries.pages()]
    addresses = [(absolute(url_for(endpoint, **values)), day) for endpoint, values, day in fixed + pages]
    return _xml("open_data/sitemap.xml", "application/xml", addresses=addresses)


@bp.route("/opensearch.xml")
@public
def search_description():
    return _xml("open_data/search_description.xml", "application/opensearchdescription+xml")


@bp.route("/robots.txt")
@public
def robots():
    lines = ["User-agent: *", "Allow: /", f"Sitemap: {absolute(url_for('open_data.sitemap'))}", ""]
    return Response("\n".join(lines), mimetype="text/plain")


def _xml(template, mimetype, **values):
    text = render_template(template, **values)
    return Response(text, mimetype=mimetype)
