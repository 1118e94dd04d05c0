"""The search page."""

from flask import Blueprint, current_app, jsonify, render_template, request

from vocational.catalogue import queries as catalogue
from vocational.errors import SearchUnavailable
from vocational.places import queries as places
from vocational.search import answering, queries, reading, staff_views, suggestions
from vocational.search.engine.answers import Request
from vocational.search.excerpts import about, beyond, date_of
from vocational.search.forms import ENGINE_SORTS, NEAREST, SearchForm
from vocational.search.key_facts import key_facts
from vocational.search.kinds import KINDS
from vocational.web import clock, counting, health
from vocational.web.access import public
from vocational.web.forms import typed
from vocational.web.gazetteer import gazetteer
from vocational.web.limits import limited
from vocational.web.links import here_with
from vocational.web.paging import SIZE, Page, page_number

bp = Blueprint("search", __name__)
staff_views.add_pages(bp)
for helper in (about, beyond, date_of):
    bp.app_template_filter(helper.__name__)(helper)
# A list of results is no page that search engines should keep.
HEADERS = {"X-Robots-Tag": "noindex, follow"}
# More than one page can bear the name that was typed; below these, results stay short.
RICH = 2
SUGGESTIONS_LAST = 300
"""Seconds for which a browser may show the same suggestions again without asking."""


@bp.route("/tim-kiem")
@public
def search():
    form = _form()
    asked = _asked(form)
    try:
        found = answering.answered(_folder(), asked, start=form.start.data, gazetteer=gazetteer())
        if _is_first_look(asked):
            counting.count(form.q.data, found=found.results.total > 0)
        form.take_counts(found.results.facets)
        return render_template("search/search.html", **_shown(form, found)), HEADERS if request.args else {}
    except SearchUnavailable:
        health.rebuild_search(current_app._get_current_object())
        return render_template("search/unavailable.html"), 503, {"Retry-After": "10"}


def _form():
    nearest = request.args.get("sap-xep") == NEAREST or "tu" in request.args
    return SearchForm.of_request(
        provinces=places.province_choices(),
        areas=catalogue.areas(),
        fields=catalogue.fields(),
        starts=gazetteer().starting_points if nearest else [],
    )


def _asked(form):
    return Request(
        q=form.q.data,
        filters=form.filters(),
        offset=(page_number() - 1) * SIZE,
        limit=SIZE,
        sort=ENGINE_SORTS[form.sort.data],
        today=clock.today().isoformat(),
    )


def _is_first_look(asked):
    """Return whether words were just typed: not the same list further on, narrowed or sorted anew."""
    return not (asked.offset or asked.filters or asked.sort != "relevance")


def _shown(form, found):
    results, asked = found.results, found.request
    understood = results.understood
    return {
        "form": form,
        "found": found,
        "results": results,
        "words": reading.shown(form.q.data),
        "page": Page(results.hits, asked.offset // SIZE + 1, results.total),
        "conditions": [
            (said, one) for one in found.conditions if (said := reading.condition_words(one, gazetteer()))
        ],
        "changed": reading.changed(understood.readings),
        "also": reading.also(understood, form.q.data),
        "facts": _facts(found),
        "wider": [] if results.total else _wider(form, found),
        "kinds": KINDS,
        "here_with": here_with,
    }


def _facts(found):
    """Return the key facts of the hits on top that the words name, by id."""
    if found.request.offset:
        return {}
    named = [hit.id for hit in found.results.hits[:RICH] if hit.exact]
    facts = {id: key_facts(id, today=clock.today(), around=found.around) for id in named}
    return {id: told for id, told in facts.items() if told}


def _wider(form, found):
    """Return (what to leave out, address, number of results, whether it is a filter) of each way to go on."""
    return [_way(form, one) for one in answering.widenings(_folder(), found)]


def _way(form, one):
    if one.facet:
        label = form.label_of(one.facet, one.value)
        return f"Bỏ lọc “{label}”", form.without(one.facet, one.value), one.total, True
    return f"Chỉ tìm “{reading.shown(one.rest)}”", here_with(q=one.rest), one.total, False


@bp.route("/goi-y")
@public
@limited
def suggestion_list():
    found = queries.suggestions(_folder(), words=typed(request.args.get("q", "")))
    answer = jsonify(suggestions.as_json(found, request.script_root))
    answer.cache_control.public, answer.cache_control.max_age = True, SUGGESTIONS_LAST
    return answer


def _folder():
    return current_app.config["SEARCH_INDEX_DIR"]
