"""Pages of schools and of programmes."""

from flask import Blueprint, render_template, request

from vocational.admissions import queries as admissions
from vocational.careers import queries as careers
from vocational.catalogue import queries, summary, vocabulary
from vocational.catalogue.forms import InstitutionFilter, ProgrammeFilter
from vocational.noticeboard import boards
from vocational.web import clock
from vocational.web.access import public
from vocational.web.paging import Page, page_number

bp = Blueprint("catalogue", __name__)
# Short lines: all programmes of the office fit on one page and can be read by group.
PROGRAMMES_A_PAGE = 150
NEWS_SHOWN = 5


@bp.route("/truong/")
@public
def institution_list():
    further_area = _further_area()
    form = InstitutionFilter.for_schools(further_area[:1])
    asked = form.asked()
    form.count_all(queries.institution_counts(asked))
    total = queries.institution_total(asked)
    page = _page(total)
    schools = queries.institutions(
        asked, sort=queries.Sort(form.sort.data), offset=(page.number - 1) * page.size, limit=page.size
    )
    return render_template(
        "catalogue/institution_list.html",
        form=form,
        page=Page(schools, page.number, total),
        taught=queries.taught_at([school.slug for school in schools]),
        wider=further_area[1:],
        words=vocabulary,
    )


@bp.route("/truong/<string:slug>")
@public
def institution(slug):
    school = queries.institution(slug)
    return render_template(
        "catalogue/institution.html",
        school=school,
        levels=summary.by_level(school.offerings),
        entries=summary.entries_of(school.offerings),
        prices={entry: summary.price_range(school.offerings, entry) for entry in ("", "lop-9", "lop-12")},
        counts=summary.counts_of_today(school.figures, clock.today()),
        measures=summary.by_measure(school.figures),
        links=queries.links_to(slug),
        quotas=admissions.quotas_of(slug),
        rounds=admissions.rounds_of(slug),
        progress=admissions.progress_of(slug),
        news=boards.speaking_of(slug, now=clock.now(), limit=NEWS_SHOWN),
        words=vocabulary,
    )


@bp.route("/nganh/")
@public
def programme_list():
    form = ProgrammeFilter.for_programmes()
    asked = form.asked()
    form.count_all(queries.programme_counts(asked))
    total = queries.programme_total(asked)
    page = _page(total, PROGRAMMES_A_PAGE)
    found = queries.programmes(asked, offset=(page.number - 1) * page.size, limit=page.size)
    return render_template(
        "catalogue/programme_list.html",
        form=form,
        fields=dict(queries.fields()),
        page=Page(found, page.number, total, page.size),
        words=vocabulary,
    )


@bp.route("/nganh/<string:slug>")
@public
def programme(slug):
    found = queries.programme(slug)
    page = _page(queries.offering_total(slug))
    offerings = queries.offerings_of(slug, offset=(page.number - 1) * page.size, limit=page.size)
    return render_template(
        "catalogue/programme.html",
        programme=found,
        field=dict(queries.fields()).get(found.field),
        page=Page(offerings, page.number, page.total),
        variants=queries.variants_of(found),
        careers=careers.careers_of_programme(slug),
        words=vocabulary,
    )


def _page(total, size=Page.size):
    """Return the page asked for, without its items; a number past the end gives the last page."""
    return Page((), min(page_number(), Page((), 1, total, size).count), total, size)


def _further_area():
    """Return (id, name) of a place asked for that is no option yet, then the areas around it."""
    wanted = request.args.getlist("khu-vuc")
    known = {area for area, _name in queries.areas()} if wanted else set()
    # Looking round a place reads all places: once is enough.
    strange = next((area for area in wanted if area not in known), None)
    found = queries.wider_areas(strange) if strange else None
    return [(strange, found[0]), *found[1]] if found else []
