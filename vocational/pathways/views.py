"""Pages of the ways after grade 9 and grade 12."""

from flask import Blueprint, render_template

from vocational.pathways import queries
from vocational.web.access import public

bp = Blueprint("pathways", __name__)


@bp.route("/lo-trinh/")
@public
def pathway_list():
    return render_template("pathways/pathway_list.html", phases=queries.stages_by_phase())


@bp.route("/lo-trinh/<string:slug>")
@public
def pathway(slug):
    return render_template("pathways/pathway.html", page=queries.stage_page(slug))
