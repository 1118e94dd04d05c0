"""Pages on which editors judge what staff write, and everybody sees what became of it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for

from vocational.errors import NotAcceptable, NotFound
from vocational.noticeboard.items import told
from vocational.noticeboard.publication import queries, service
from vocational.noticeboard.publication.forms import ItemFilter, StepForm
from vocational.noticeboard.publication.steps import IllegalStep, Step
from vocational.web import clock, identity
from vocational.web.access import staff
from vocational.web.cards import Card, Line, card, finder
from vocational.web.formatting import moment
from vocational.web.paging import Page, page_number

bp = Blueprint("publication", __name__, url_prefix="/ban-lam-viec")
ADDRESSES = {
    "gui": Step.SUBMIT,
    "lay-lai": Step.TAKE_BACK,
    "duyet": Step.APPROVE,
    "tra-lai": Step.RETURN,
    "dang": Step.PUBLISH,
    "hen-gio": Step.SCHEDULE,
    "go": Step.WITHDRAW,
    "dang-lai": Step.RESTORE,
    "hoan-tac": Step.UNDO,
}
QUOTED = ",".join(f'"{address}"' for address in ADDRESSES)
TAKEN = {
    Step.SUBMIT: service.submit,
    Step.TAKE_BACK: service.take_back,
    Step.APPROVE: service.approve,
    Step.RETURN: service.send_back,
    Step.PUBLISH: service.publish,
    Step.SCHEDULE: service.schedule,
    Step.WITHDRAW: service.withdraw,
    Step.RESTORE: service.restore,
    Step.UNDO: service.undo,
}


@bp.errorhandler(IllegalStep)
def illegal(error):
    return render_template("publication/illegal.html", says=str(error), id=request.view_args["id"]), 409


@bp.route("/duyet")
@staff("notice.approve")
def review_list():
    now, by = clock.now(), identity.actor()
    total = queries.waiting_total(by, now=now)
    number = min(page_number(), Page((), 1, total).count)
    items = queries.waiting(by, now=now, offset=(number - 1) * Page.size, limit=Page.size)
    return render_template("publication/review_list.html", page=Page(items, number, total))


@bp.route("/bai/")
@staff("notice.read")
def item_list():
    form, now, by = ItemFilter.for_list(), clock.now(), identity.actor()
    asked = form.asked()
    total = queries.listed_total(by, asked, now=now)
    number = min(page_number(), Page((), 1, total).count)
    items = queries.listed(by, asked, now=now, offset=(number - 1) * Page.size, limit=Page.size)
    return render_template(
        "publication/item_list.html", form=form, page=Page(items, number, total), asked=asked, now=now
    )


@bp.route("/bai/<int:id>")
@staff("notice.read")
def item(id):
    return _page(id)


@bp.route(f"/bai/<int:id>/<any({QUOTED}):what>", methods=["POST"])
@staff("notice.write")
def step(id, what):
    taken, form, by = ADDRESSES[what], StepForm.from_request(), identity.actor()
    given = form.needed(taken) if form.submitted() else None
    if given is not None:
        try:
            TAKEN[taken](id, **given, by=by, now=clock.now())
        except NotAcceptable as error:
            form.refuse(error)
        else:
            flash(f"Đã {taken.rule.done}.", "ok")
            return redirect(url_for(".item", id=id), 303)
    return _page(id, refused=taken, form=form)


@bp.route("/bai/<int:id>/ban/<int:number>")
@staff("notice.read")
def version(id, number):
    by = identity.actor()
    return render_template(
        "publication/version.html",
        id=id,
        version=(row := queries.version(id, number, by=by)),
        fields=told.fields_of(row),
        latest=queries.versions(id, by=by)[0].number,
    )


@bp.route("/bai/<int:id>/so-sanh")
@staff("notice.read")
def comparison(id):
    by = identity.actor()
    rows = queries.versions(id, by=by)
    after = _number("den", rows[0].number)
    before = _number("tu", max(after - 1, 1))
    if not {before, after} <= {row.number for row in rows}:
        raise NotFound(f"item {id} has no versions {before}, {after}")
    changed = queries.compared(id, before, after, by=by)
    return render_template(
        "publication/comparison.html", id=id, versions=rows, before=before, after=after, changed=changed
    )


@card(bp, "notice.approve")
def review_card(actor, now):
    rows = queries.waiting(actor, now=now, limit=4)
    return Card(
        title="Chờ duyệt",
        href=url_for("publication.review_list"),
        count=queries.waiting_total(actor, now=now),
        says="" if rows else "Không có bài nào chờ duyệt.",
        lines=tuple(_line(row) for row in rows),
        position=5,
    )


@card(bp, "notice.write")
def returned_card(actor, now):
    rows = queries.returned(actor, now=now, limit=4)
    if not rows:
        return None
    return Card(
        title="Bài bị trả lại",
        href=_line(rows[0]).href,
        count=queries.returned_total(actor, now=now),
        lines=tuple(_line(row) for row in rows),
        position=6,
    )


@card(bp, "notice.write")
def expiring_card(actor, now):
    rows = queries.expiring(actor, now=now, limit=4)
    if not rows:
        return None
    return Card(
        title="Sắp hết hạn",
        href=url_for("publication.item_list", **{"tinh-trang": queries.SOON}),
        count=queries.expiring_total(actor, now=now),
        lines=tuple(
            Line(row.newest.title, _line(row).href, f"còn đến {moment(row.expire_at)}") for row in rows
        ),
        position=30,
    )


@finder(bp, "notice.read", "Bài của đơn vị")
def _found(actor, words):
    now = clock.now()
    rows = queries.named(words, actor, now=now, limit=10)
    return [
        Line(row.newest.title, _line(row).href, f"{row.standing(now).label}, {row.unit.name}") for row in rows
    ]


def _line(row):
    return Line(row.newest.title, url_for("publication.item", id=row.id), row.unit.name)


def _page(id, refused=None, form=None):
    now, by = clock.now(), identity.actor()
    seen = queries.seen(id, by=by, now=now)
    values = {
        "seen": seen,
        "fields": told.fields_of(seen.version),
        "stops": queries.stops(seen),
        "versions": queries.versions(id, by=by),
        "addresses": {step: address for address, step in ADDRESSES.items()},
    }
    page = render_template("publication/item.html", **values, refused=refused, form=form, now=now)
    return (page, 422) if refused else page


def _number(name, otherwise):
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise
