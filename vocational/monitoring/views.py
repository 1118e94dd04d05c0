"""The public page of targets."""

from flask import Blueprint, render_template

from vocational.monitoring import queries
from vocational.policies import queries as policies
from vocational.web import clock
from vocational.web.access import public

bp = Blueprint("monitoring", __name__)


@bp.route("/muc-tieu")
@public
def target_list():
    documents = policies.documents_by_slug(queries.documents_named())
    return render_template(
        "monitoring/target_list.html",
        standings=queries.targets_by_standing(today=clock.today()),
        documents={document.slug: document for document in documents},
        framework=queries.framework_notes(),
        duties=queries.reporting_duties(),
        mandates=queries.site_mandates(),
    )
