"""The search page."""

from flask import Blueprint, current_app, jsonify, render_template, request

from vocational.errors import SearchUnavailable
from vocational.places import queries as places
from vocational.search import queries, suggestions
from vocational.search.excerpts import beyond
from vocational.search.forms import ENGINE_SORTS, SORTS, SearchForm
from vocational.web import counting, health
from vocational.web.access import public
from vocational.web.forms import typed
from vocational.web.limits import limited
from vocational.web.paging import SIZE, Page, page_number

SUGGESTIONS_LAST = 300
"""Seconds for which a browser may show the same suggestions again without asking."""

bp = Blueprint("search", __name__)
bp.app_template_filter("beyond")(beyond)


@bp.route("/tim-kiem")
@public
def search():
    form = SearchForm.for_areas(places.province_choices())
    number = page_number()
    try:
        results = _results(form, number)
    except SearchUnavailable:
        health.rebuild_search(current_app._get_current_object())
        return render_template("search/unavailable.html"), 503, {"Retry-After": "10"}
    if _is_first_look(form, number):
        counting.count(form.q.data, found=results.total > 0)
    form.take_counts(results.facets)
    page = Page(results.hits, number, results.total)
    return render_template("search/search.html", form=form, results=results, page=page, kinds=queries.KINDS)


def _is_first_look(form, number):
    """Return whether the words were just typed: not the same list further on, narrowed or sorted anew."""
    return number == 1 and not form.filters() and form.sort.data == SORTS[0][0]


@bp.route("/goi-y")
@public
@limited
def suggestion_list():
    words = typed(request.args.get("q", ""))
    found = queries.suggestions(current_app.config["SEARCH_INDEX_DIR"], words=words)
    answer = jsonify(suggestions.as_json(found, request.script_root))
    answer.cache_control.public, answer.cache_control.max_age = True, SUGGESTIONS_LAST
    return answer


def _results(form, number):
    return queries.search(
        current_app.config["SEARCH_INDEX_DIR"],
        words=form.q.data,
        filters=form.filters(),
        offset=(number - 1) * SIZE,
        limit=SIZE,
        sort=ENGINE_SORTS[form.sort.data],
    )
