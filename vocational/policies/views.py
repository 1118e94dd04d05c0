"""Pages of support policies and legal documents."""

from flask import Blueprint, render_template

from vocational.policies import queries
from vocational.policies.forms import DocumentFilter, PolicyFilter
from vocational.policies.narrowing import sections
from vocational.web import clock
from vocational.web.access import public
from vocational.web.paging import page_number, page_of

bp = Blueprint("policies", __name__)


@bp.route("/chinh-sach/")
@public
def policy_list():
    form, today = PolicyFilter.of_request(), clock.today()
    found = queries.listed(today, form.values())
    form.count_all(found.counts)
    return render_template(
        "policies/policy_list.html",
        form=form,
        total=len(found.items),
        sections=sections(found.items, form.sections(), lambda item: item.audiences),
        changes=queries.changes(),
        salary=queries.base_salary(today),
    )


@bp.route("/chinh-sach/<string:slug>")
@public
def policy(slug):
    return render_template("policies/policy.html", answer=queries.answer(slug, clock.today()))


@bp.route("/van-ban/")
@public
def legal_document_list():
    form = DocumentFilter.of_request(*queries.issuers_and_years())
    found = queries.documents(clock.today(), form.values(), form.q.data or "")
    form.count_all(found.counts)
    page = page_of(found.items, page_number())
    return render_template("policies/legal_document_list.html", form=form, page=page)


@bp.route("/van-ban/<string:slug>")
@public
def legal_document(slug):
    return render_template(
        "policies/legal_document.html",
        document=queries.document(slug),
        related=queries.related(slug),
        policies=queries.policies_of_document(slug),
    )
