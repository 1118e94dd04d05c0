"""Pages of sources."""

from flask import Blueprint, render_template, request

from vocational.guides import queries as guides
from vocational.sources import queries
from vocational.web.access import public
from vocational.web.paging import Page, page_number

bp = Blueprint("sources", __name__, url_prefix="/nguon")
SIZE = 50


@bp.route("/")
@public
def source_list():
    words = request.args.get("q", "").strip()[:100]
    number = page_number()
    found, total = queries.source_page(offset=(number - 1) * SIZE, limit=SIZE, words=words)
    page = Page(found, number, total, SIZE)
    return render_template(
        "sources/source_list.html", page=page, words=words, method=guides.guide_or_none("cach-lam")
    )


@bp.route("/<string:source_id>")
@public
def source(source_id):
    found, number = queries.source(source_id), page_number()
    uses = queries.uses_of(source_id, offset=(number - 1) * SIZE, limit=SIZE)
    page = Page(uses, number, queries.use_total(source_id), SIZE)
    return render_template("sources/source.html", source=found, page=page)
