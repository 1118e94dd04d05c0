"""Pages on which an office writes a notice to schools, chooses them and sends it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for

from vocational.errors import NotAcceptable
from vocational.noticeboard.circulars import (
    file_views,
    follow_views,
    queries,
    received_views,
    references,
    service,
)
from vocational.noticeboard.circulars.forms import CircularForm, ReferenceSearch, SentFilter
from vocational.noticeboard.circulars.schools import (
    EVERYWHERE,
    Choice,
    addressable,
    area_options,
    fingerprint,
    kind_options,
)
from vocational.web import clock, identity
from vocational.web.access import staff
from vocational.web.cards import Card, Line, card, finder
from vocational.web.paging import Page, page_number

bp = Blueprint("circulars", __name__, url_prefix="/ban-lam-viec")
follow_views.add_pages(bp)
received_views.add_pages(bp)
file_views.add_pages(bp)
SEND = queries.SEND


@bp.route("/gui-truong/")
@staff(SEND)
def circular_list():
    actor, day = identity.actor(), clock.today()
    form = SentFilter.for_list()
    asked = {"state": form.state.data, "words": form.q.data}
    total = queries.sent_total(actor, day=day, **asked)
    number = min(page_number(), Page((), 1, total).count)
    rows = queries.sent(actor, day=day, **asked, offset=(number - 1) * Page.size, limit=Page.size)
    return render_template(
        "circulars/circular_list.html",
        form=form,
        page=Page(rows, number, total),
        counts=queries.state_counts(row.id for row in rows),
    )


@bp.route("/gui-truong/moi", methods=["GET", "POST"])
@staff(SEND)
def circular_new():
    form = CircularForm.from_request()
    if form.submitted():
        values, _revision = form.typed()
        values.pop("change_note")
        row = service.write(**values, by=identity.actor(), now=clock.now())
        return redirect(url_for("circulars.circular_extras", id=row.id), 303)
    return render_template("circulars/circular_new.html", form=form), form.status()


@bp.route("/gui-truong/<int:id>/soan", methods=["GET", "POST"])
@staff(SEND)
def circular_edit(id):
    row, draft = _draft(id)
    form, theirs = CircularForm.from_request(obj=draft), None
    if form.submitted():
        try:
            values, revision = form.typed()
            service.edit(id, **values, revision=revision, by=identity.actor(), now=clock.now())
            return redirect(url_for("circulars.circular_extras", id=id), 303)
        except NotAcceptable as error:
            form.refuse(error)
            _row, theirs = _draft(id)
            form.revision.data = theirs.revision
    page = render_template(
        "circulars/circular_edit.html", form=form, circular=row, draft=draft, theirs=theirs
    )
    return page, 409 if theirs else form.status()


@bp.route("/gui-truong/<int:id>/kem-theo")
@staff(SEND)
def circular_extras(id):
    row, draft = _draft(id)
    form, day = ReferenceSearch.for_kinds(), clock.today()
    return render_template(
        "circulars/circular_extras.html",
        circular=row,
        draft=draft,
        form=form,
        kept=list(zip(draft.references, references.compared(draft.references, day=day), strict=True)),
        found=references.found(references.Kind(form.kind.data), form.q.data, day=day),
        chosen={(one.kind, one.key) for one in draft.references},
    )


@bp.route("/gui-truong/<int:id>/kem-theo/them", methods=["POST"])
@staff(SEND)
def reference_add(id):
    asked = {"kind": request.form.get("kind", ""), "key": request.form.get("key", "")}
    try:
        service.refer(id, **asked, by=identity.actor(), now=clock.now(), today=clock.today())
    except NotAcceptable as error:
        flash(" ".join(error.problems), "bad")
    again = {"q": request.form.get("q", "")[:200], "loai": asked["kind"][:20]}
    return redirect(url_for("circulars.circular_extras", id=id, **again), 303)


@bp.route("/gui-truong/<int:id>/kem-theo/bo", methods=["POST"])
@staff(SEND)
def reference_remove(id):
    chosen = request.form.get("reference", type=int, default=0)
    service.drop(id, reference_id=chosen, by=identity.actor(), now=clock.now())
    return redirect(url_for("circulars.circular_extras", id=id), 303)


@bp.route("/gui-truong/<int:id>/truong", methods=["GET", "POST"])
@staff(SEND)
def circular_schools(id):
    row, draft = _draft(id)
    actor = identity.actor()
    schools = addressable(actor, day=clock.today())
    areas, kinds = area_options(schools), kind_options(schools)
    asked = request.values if request.method == "POST" or "xem" in request.args else None
    choice = _choice(asked, draft, {EVERYWHERE, *(id for id, _name, _count in areas)}, dict(kinds))
    offered = choice.offered(schools)
    if request.method == "POST":
        kept = set(request.form.getlist("truong"))
        left_out = [one.key for one in offered if one.key not in kept]
        service.choose(
            id, areas=choice.areas, kinds=choice.kinds, left_out=left_out, by=actor, now=clock.now()
        )
        return redirect(url_for("circulars.circular_preview", id=id), 303)
    return render_template(
        "circulars/circular_schools.html",
        circular=row,
        draft=draft,
        choice=choice,
        offered=offered,
        chosen=choice.chosen(offered),
        areas=areas,
        kinds=kinds,
        total=len(schools),
        everywhere=EVERYWHERE,
    )


@bp.route("/gui-truong/<int:id>/xem-lai")
@staff(SEND)
def circular_preview(id):
    return _preview(id, [])


@bp.route("/gui-truong/<int:id>/gui", methods=["POST"])
@staff(SEND)
def circular_send(id):
    expected = request.form.get("danh-sach", "")
    try:
        service.send(id, expected=expected, by=identity.actor(), now=clock.now(), today=clock.today())
    except NotAcceptable as error:
        return _preview(id, error.problems), 422
    flash("Đã gửi. Bàn làm việc của các trường đã có thông báo này.", "ok")
    return redirect(url_for("circulars.circular", id=id), 303)


@bp.route("/gui-truong/<int:id>/bo-ban-thao", methods=["POST"])
@staff(SEND)
def circular_discard(id):
    row, _draft_row = _draft(id)
    was_sent = row.is_sent
    service.discard(id, by=identity.actor(), now=clock.now())
    flash("Đã bỏ bản thảo.", "ok")
    where = url_for("circulars.circular", id=id) if was_sent else url_for("circulars.circular_list")
    return redirect(where, 303)


def _preview(id, problems):
    row, draft = _draft(id)
    actor, day = identity.actor(), clock.today()
    chosen = service.chosen_for(draft, actor, day=day)
    return render_template(
        "circulars/circular_preview.html",
        circular=row,
        draft=draft,
        chosen=chosen,
        without=[one for one in chosen if not one.people],
        expected=fingerprint(chosen),
        told=references.compared(draft.references, day=day),
        problems=problems or service.problems(row, chosen, today=day),
        reached=len(queries.recipients(id)),
    )


def _draft(id):
    return service.draft_of(id, identity.actor())


def _choice(asked, draft, areas, kinds):
    if asked is None:
        return Choice(draft.areas, draft.kinds, draft.left_out)
    return Choice(
        [one for one in asked.getlist("dia-ban") if one in areas],
        [one for one in asked.getlist("loai") if one in kinds],
        draft.left_out,
    )


@card(bp, SEND)
def _drafts(actor, _now):
    rows = queries.sent(actor, day=clock.today(), state=queries.DRAFT, limit=3)
    total = queries.sent_total(actor, day=clock.today(), state=queries.DRAFT) if rows else 0
    return Card(
        title="Thông báo gửi trường đang soạn",
        href=url_for("circulars.circular_list", **{"tinh-trang": queries.DRAFT}),
        count=total,
        says="" if total else "Chưa có bản thảo nào.",
        lines=tuple(_line(row) for row in rows),
        action=("Soạn thông báo gửi trường", url_for("circulars.circular_new")),
        position=30,
    )


def _line(row):
    return Line(row.version.title, url_for("circulars.circular_edit", id=row.id), row.version.edited_by)


@finder(bp, SEND, "Thông báo gửi trường")
def _found(actor, words):
    rows = queries.sent(actor, day=clock.today(), words=words, limit=10)
    return [Line(row.version.title, url_for("circulars.circular", id=row.id), row.unit_name) for row in rows]


@finder(bp, queries.CONFIRM, "Thông báo đến")
def _found_received(actor, words):
    wanted = words.lower().split()
    rows = queries.received(actor, day=clock.today())
    return [
        Line(one.version.title, url_for("circulars.received", id=one.circular.id), one.circular.unit_name)
        for one in rows
        if all(word in one.version.title.lower() for word in wanted)
    ]
