"""The first page of staff."""

from flask import Blueprint, current_app, render_template

from vocational.web import clock, identity
from vocational.web.access import staff

bp = Blueprint("desk", __name__, url_prefix="/ban-lam-viec")


@bp.route("/")
@staff("desk.open")
def desk():
    actor = identity.actor()
    cards = current_app.extensions["cards"].of(actor, clock.now())
    return render_template("desk/desk.html", cards=cards)
