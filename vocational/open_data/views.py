"""Files for machines, and the JSON API."""

from flask import Blueprint, Response, current_app, jsonify, render_template, request, url_for

from vocational.catalogue import queries as catalogue
from vocational.guides.sections import SECTIONS
from vocational.levels import ENTRIES, LEVELS
from vocational.open_data import answers, openapi, parameters, queries
from vocational.search import answering
from vocational.search.engine.answers import Request
from vocational.search.kinds import KINDS
from vocational.web import clock
from vocational.web.access import public
from vocational.web.forms import typed
from vocational.web.gazetteer import gazetteer
from vocational.web.limits import limited
from vocational.web.pages import absolute
from vocational.web.problems import problem
from vocational.web.site import site

bp = Blueprint("open_data", __name__)


@bp.route("/sitemap.xml")
@public
def sitemap():
    fixed = [("guides.home", {}, None)]
    fixed += [(endpoint, {}, None) for _title, links in SECTIONS for _name, endpoint, _note in links]
    pages = [(endpoint, {"slug": slug}, day) for endpoint, slug, day in queries.pages(clock.now())]
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


@bp.route("/api/v1/search")
@public
@limited
def search_results():
    try:
        asked = parameters.read(request.args)
    except parameters.BadParameters as error:
        faults = [{"parameter": name, "detail": says} for name, says in error.faults.items()]
        return problem(400, errors=faults)
    found = answering.answered(
        current_app.config["SEARCH_INDEX_DIR"], _request(asked), start=asked.near, gazetteer=gazetteer()
    )
    asked_for = {"query": typed(asked.q), "limit": asked.limit, "offset": asked.offset}
    more = {"next": _next(asked, found.results.total), "near": found.around and found.around.origin}
    values = answers.as_json(found, offset=asked.offset, address=absolute, labels=_labels(found.results))
    return jsonify(asked_for | more | values)


def _request(asked):
    return Request(
        q=typed(asked.q),
        filters=asked.filters,
        offset=asked.offset,
        limit=asked.limit,
        sort=asked.sort,
        today=clock.today().isoformat(),
    )


def _next(asked, total):
    """Return the address of the next part of the results, None after the last one that can be asked for."""
    offset = asked.offset + asked.limit
    if offset >= total or offset > parameters.FARTHEST:
        return None
    values = request.args.to_dict(flat=False) | {"offset": [offset]}
    return absolute(url_for("open_data.search_results", **values))


def _labels(results):
    areas, ids = gazetteer(), [id for id, _count in results.facets.get("area", ())]
    names = {id: area.name for id in ids if (area := areas.area(id))}
    fields = dict(catalogue.fields())
    kinds = {code: kind.name for code, kind in KINDS.items()}
    return {"kind": kinds, "level": LEVELS, "entry": ENTRIES, "area": names, "field": fields}


@bp.route("/api/v1/openapi.json")
@public
def api_description():
    return jsonify(openapi.description(title=site.name, server=absolute(request.script_root)))
