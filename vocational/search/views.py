"""The search page."""

from flask import Blueprint, current_app, render_template

from vocational.errors import SearchUnavailable
from vocational.places import queries as places
from vocational.search import queries
from vocational.search.excerpts import beyond
from vocational.search.forms import ENGINE_SORTS, SearchForm
from vocational.web import health
from vocational.web.access import public
from vocational.web.paging import SIZE, Page, page_number

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
    form.take_counts(results.facets)
    page = Page(results.hits, number, results.total)
    return render_template("search/search.html", form=form, results=results, page=page, kinds=queries.KINDS)


def _results(form, number):
    return queries.search(
        current_app.config["SEARCH_INDEX_DIR"],
        words=form.q.data,
        filters=form.filters(),
        offset=(number - 1) * SIZE,
        limit=SIZE,
        sort=ENGINE_SORTS[form.sort.data],
    )
