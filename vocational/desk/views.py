"""The first page of staff: what waits, search over one's own things, what the unit did."""

from flask import Blueprint, current_app, render_template, url_for

from vocational.accounts import audit_words, roles, staffing
from vocational.desk.first_steps import FIRST_STEPS
from vocational.desk.forms import DeskSearch
from vocational.web import clock, identity
from vocational.web.access import staff

bp = Blueprint("desk", __name__, url_prefix="/ban-lam-viec")
SHOWN, MOST = 5, 100


@bp.route("/")
@staff("desk.open")
def desk():
    actor = identity.actor()
    cards = current_app.extensions["cards"].of(actor, clock.now())
    return render_template(
        "desk/desk.html",
        form=DeskSearch.from_request(),
        waiting=[card for card in cards if card.count],
        quiet=[card for card in cards if not card.count],
        steps=_first_steps(actor),
        deeds=_deeds(actor, SHOWN),
    )


@bp.route("/tim")
@staff("desk.open")
def desk_search():
    form = DeskSearch.from_request()
    groups = current_app.extensions["cards"].found(identity.actor(), form.q.data) if form.q.data else []
    return render_template("desk/desk_search.html", form=form, groups=groups)


@bp.route("/viec-da-lam")
@staff("desk.open")
def desk_activity():
    return render_template("desk/desk_activity.html", deeds=_deeds(identity.actor(), MOST), most=MOST)


@bp.route("/huong-dan/tu-van")
@staff("desk.open")
def counselor_guide():
    return render_template("desk/counselor_guide.html")


@bp.route("/huong-dan/bien-tap")
@staff("desk.open")
def editor_guide():
    return render_template("desk/editor_guide.html")


@bp.route("/huong-dan/quan-tri")
@staff("desk.open")
def admin_guide():
    return render_template("desk/admin_guide.html")


def _deeds(actor, limit):
    entries = staffing.entries_at(actor.unit_ids, audit_words.WORK, limit=limit)
    return [(one, audit_words.words_of(one.verb), _title(one)) for one in entries]


def _title(entry):
    told = {**(entry.before or {}), **(entry.after or {})}
    return str(told.get("title") or told.get("school") or "")


def _first_steps(actor):
    return [
        (says, url_for(endpoint), more)
        for verb, endpoint, says, more in FIRST_STEPS
        if roles.may_anywhere(actor, verb) and endpoint in current_app.view_functions
    ]
