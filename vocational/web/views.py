"""Pages that belong to no room: health for machines, and the page of components for designers."""

from flask import Blueprint, abort, current_app, render_template

from vocational.web import health, samples
from vocational.web.access import machine

bp = Blueprint("web", __name__)


@bp.route("/healthz")
@machine
def alive():
    return {"status": "ok"}


@bp.route("/readyz")
@machine
def ready():
    state = health.state(current_app._get_current_object())
    return state, 200 if state["status"] == "ok" else 503


@bp.route("/styles")
@machine
def styles():
    if not current_app.config["DEVELOPMENT"]:
        abort(404)
    return render_template("styles.html", samples=samples.for_styles())
