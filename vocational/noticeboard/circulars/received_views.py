"""Pages on which a school reads the notices that an office sent to it, and confirms that it has."""

from flask import Blueprint, flash, redirect, render_template, url_for

from vocational.errors import NotAcceptable
from vocational.noticeboard.circulars import queries, receiving, references
from vocational.noticeboard.circulars.forms import ConfirmForm
from vocational.web import clock, identity
from vocational.web.access import staff
from vocational.web.cards import Card, Line, card
from vocational.web.paging import Page, page_number, page_of

FIRST = 3


def add_pages(bp: Blueprint) -> None:
    """Add the pages, and the card of the desk, to the blueprint of the room."""
    bp.add_url_rule("/thong-bao-den/", view_func=received_list)
    bp.add_url_rule("/thong-bao-den/<int:id>", view_func=received)
    bp.add_url_rule("/thong-bao-den/<int:id>/xac-nhan", view_func=received_confirm, methods=["POST"])
    card(bp, queries.CONFIRM)(waiting)


@staff(queries.READ)
def received_list():
    """List what a school received: what waits first."""
    actor, day = identity.actor(), clock.today()
    own = queries.received(actor, day=day)
    if own or queries.answers_for_a_school(actor):
        page, others = page_of(own, page_number()), None
    else:
        total = queries.overseen_total(actor, day=day)
        number = min(page_number(), Page((), 1, total).count)
        start = (number - 1) * Page.size
        others = queries.overseen(actor, day=day, offset=start, limit=Page.size)
        page = Page(others, number, total)
    return render_template("circulars/received_list.html", page=page, own=others is None)


@staff(queries.READ)
def received(id):
    """Show a notice and note that it was opened."""
    found = receiving.open_(id, by=identity.actor(), now=clock.now(), today=clock.today())
    return _shown(found, ConfirmForm.from_request())


@staff(queries.CONFIRM)
def received_confirm(id):
    """Confirm for a school."""
    form, actor, day = ConfirmForm.from_request(), identity.actor(), clock.today()
    if form.submitted():
        try:
            receiving.confirm(id, **form.values(), by=actor, now=clock.now(), today=day)
            flash("Đã xác nhận. Nơi gửi thấy trường đã đọc.", "ok")
            return redirect(url_for("circulars.received", id=id), 303)
        except NotAcceptable as error:
            form.refuse(error)
    return _shown(queries.received_one(id, actor, day=day), form), 422


def waiting(actor, _now):
    """Return the card of what a school has to read and confirm; a school sees it empty as well."""
    day = clock.today()
    rows = [one for one in queries.received(actor, day=day) if one.waits]
    return Card(
        title="Thông báo cần đọc và xác nhận",
        href=url_for("circulars.received_list"),
        count=len(rows),
        says="" if rows else "Không có thông báo nào chờ trường xác nhận.",
        lines=tuple(_line(one, day) for one in rows[:FIRST]),
        position=5,
    )


def _line(one, day):
    left = one.days_left(day)
    notes = [
        "chưa mở" if not one.opened else "",
        "bản sửa" if one.confirmed_earlier else "",
        f"trễ {-left} ngày" if left is not None and left < 0 else "",
        f"còn {left} ngày" if left is not None and left >= 0 else "",
        "nơi gửi đã nhắc" if one.reminded_at else "",
    ]
    return Line(
        one.version.title,
        url_for("circulars.received", id=one.circular.id),
        ", ".join(filter(None, notes)),
    )


def _shown(found, form):
    return render_template(
        "circulars/received.html",
        found=found,
        circular=found.circular,
        version=found.version,
        told=references.compared(found.version.references, day=clock.today()),
        confirmations=queries.confirmations(found),
        form=form,
    )
