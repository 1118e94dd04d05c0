"""Pages of partners and secondary schools."""

from flask import Blueprint, render_template

from vocational.catalogue import queries as catalogue
from vocational.labour_market.topics import WIDER_AREAS
from vocational.partners import queries
from vocational.partners.forms import PartnerFilter
from vocational.places import queries as places
from vocational.web.access import public
from vocational.web.paging import Page, page_number

bp = Blueprint("partners", __name__, url_prefix="/ket-noi")


@bp.route("/")
@public
def partner_list():
    areas = _names_of(queries.areas())
    form = PartnerFilter.for_partners(areas)
    asked = form.asked()
    form.count_all(queries.option_counts(asked))
    total = queries.partner_total(asked)
    number = min(page_number(), Page((), 1, total).count)
    found = queries.partners(asked, offset=(number - 1) * Page.size, limit=Page.size)
    schools = catalogue.institutions_by_slug(tie.institution for one in found for tie in one.schools)
    return render_template(
        "partners/partner_list.html",
        form=form,
        page=Page(found, number, total),
        areas=areas,
        schools=schools,
    )


@bp.route("/truong-pho-thong")
@public
def secondary_school_list():
    groups = queries.secondary_schools()
    ids = {
        unit
        for _province, schools in groups
        for school in schools
        for unit in (school.province, school.former_unit, school.commune)
    }
    return render_template("partners/secondary_school_list.html", groups=groups, names=places.names(ids))


def _names_of(areas):
    names = WIDER_AREAS | places.names(areas)
    return {area: names.get(area, area) for area in areas}
