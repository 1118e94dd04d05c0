"""Pages of occupations."""

from flask import Blueprint, render_template

from vocational.careers import queries
from vocational.careers.forms import CareerFilter
from vocational.catalogue import queries as catalogue
from vocational.web.access import public
from vocational.web.paging import Page, page_number

bp = Blueprint("careers", __name__)


@bp.route("/nghe/")
@public
def career_list():
    scales = queries.interest_scales()
    form = CareerFilter.for_careers(scales)
    asked = form.asked()
    form.count_all(queries.counts(asked))
    total = queries.career_total(asked)
    number = min(page_number(), Page((), 1, total).count)
    offset = (number - 1) * Page.size
    found = queries.careers(asked, sort=queries.Sort(form.sort.data), offset=offset, limit=Page.size)
    return render_template(
        "careers/career_list.html",
        form=form,
        names={scale.letter: scale.short for scale in scales},
        page=Page(found, number, total),
    )


@bp.route("/nghe/<string:slug>")
@public
def career(slug):
    found = queries.career(slug)
    return render_template(
        "careers/career.html",
        career=found,
        schools=catalogue.schools_by_programme(found.ways),
        scales=queries.interest_scales(),
        test=queries.interest_test(),
    )
