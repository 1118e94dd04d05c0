"""Pages on which staff write announcements, events and vacancies."""

from flask import Blueprint, flash, jsonify, redirect, render_template, request, send_file, url_for
from werkzeug.datastructures import MultiDict

from vocational.accounts.roles import reach
from vocational.errors import NotAcceptable, StorageFull
from vocational.noticeboard import checks
from vocational.noticeboard.items import content as contents
from vocational.noticeboard.items import desk_sheet, merging, queries, readiness, rendering, service
from vocational.noticeboard.items.kinds import ADDRESSES, KIND_LABELS, Standing
from vocational.noticeboard.kinds import Board
from vocational.noticeboard.publication import service as publication
from vocational.noticeboard.publication.steps import IllegalStep
from vocational.web import clock, identity
from vocational.web.access import public, staff
from vocational.web.cards import Card, Line, card

bp = Blueprint("writing", __name__)
# Eight files of ten megabytes, and the form around them.
LARGEST_FORM = 85 * 1024 * 1024
MOST_TEXT = 4 * 1024 * 1024
WITH_FILES = {"writing.item_new", "writing.item_edit"}
FULL = "Đĩa của máy chủ đầy, chưa lưu. Bài vẫn còn nguyên ở đây: hãy chép ra chỗ khác rồi báo quản trị."
BOARDS = {address: board for board, address in ADDRESSES.items()}


@bp.before_app_request
def _let_files_in():
    if request.endpoint in WITH_FILES and identity.token():
        request.max_content_length, request.max_form_memory_size = LARGEST_FORM, MOST_TEXT


@bp.teardown_request
def _close_files(_error):
    request.close()


@bp.route("/ban-lam-viec/bai/moi", methods=["GET", "POST"])
@staff("notice.write")
def item_new():
    board = BOARDS.get(request.args.get("loai"), Board.ANNOUNCEMENT)
    if request.method == "POST":
        return _answer(desk_sheet.typed(board, None))
    draft = queries.draft(request.args.get("tiep", ""), identity.actor())
    if draft is None or draft.item_id is not None:
        return _page(desk_sheet.blank(board))
    sheet = desk_sheet.typed(Board(draft.kind), None, MultiDict(draft.values))
    sheet.draft = draft
    return _page(sheet)


@bp.route("/ban-lam-viec/bai/<int:id>/sua", methods=["GET", "POST"])
@staff("notice.write")
def item_edit(id):
    actor = identity.actor()
    item = service.open_for_writing(id, by=actor)
    if request.method == "POST" and request.form.get("do") == "merge":
        return _page(merging.merged(item))
    if request.method == "POST":
        return _answer(desk_sheet.typed(item.board, item))
    sheet = desk_sheet.saved(item)
    if draft := queries.draft(item.form_key, actor):
        sheet = desk_sheet.typed(item.board, item, MultiDict(draft.values))
        sheet.draft = draft
    return _page(sheet)


@bp.route("/ban-lam-viec/bai/nhap", methods=["POST"])
@staff("notice.write")
def draft_keep():
    sent, now = request.form, clock.now()
    service.keep_draft(
        key=sent.get("key", "")[:64],
        item_id=sent.get("item", type=int),
        kind=BOARDS.get(sent.get("kind"), Board.ANNOUNCEMENT).value,
        base=sent.get("base", 0, type=int),
        values=desk_sheet.sent_values(),
        by=identity.actor(),
        now=now,
    )
    return jsonify(at=now.astimezone(clock.ZONE).strftime("%H:%M"))


@bp.route("/ban-lam-viec/bai/nhap/bo", methods=["POST"])
@staff("notice.write")
def draft_drop():
    service.drop_draft(request.form.get("key", ""), by=identity.actor())
    flash("Đã bỏ phần viết dở.", "ok")
    item = request.form.get("item", type=int)
    return redirect(url_for(".item_edit", id=item) if item else url_for("desk.desk"), 303)


@bp.route("/ban-lam-viec/bai/xem-truoc", methods=["POST"])
@staff("notice.write")
def preview():
    text = request.form.get("body", "")[: contents.LONGEST_BODY]
    return render_template("writing/_body.html", html=rendering.html_of(text))


@bp.route("/tap-tin/<string:name>")
@public
def attachment(name):
    row = service.file_for(name, by=identity.actor(), now=clock.now())
    return send_file(
        desk_sheet.upload_folder() / row.stored_name,
        mimetype=row.media_type,
        as_attachment=True,
        download_name=service.download_name(row),
        etag=False,
        max_age=None,
    )


@card(bp, "notice.write")
def writing_card(actor, now):
    drafts = [row for row in queries.drafts(actor) if row.item_id is None]
    lines = [_draft_line(row) for row in drafts[:3]]
    begun = queries.items(reach(actor, "notice.write"), queries.Asked(standing="draft"), now=now, limit=4)
    lines += [Line(row.newest.title, url_for("writing.item_edit", id=row.id)) for row in begun]
    return Card(
        title="Viết bài",
        href=url_for("writing.item_new"),
        says="Thông báo, sự kiện, việc làm của đơn vị." if not lines else "Đang viết dở:",
        lines=tuple(lines),
        action=("Viết thông báo", url_for("writing.item_new")),
        links=(
            *(
                (f"Viết {KIND_LABELS[board].lower()}", url_for("writing.item_new", loai=ADDRESSES[board]))
                for board in (Board.EVENT, Board.VACANCY)
            ),
            ("Bài của đơn vị", url_for("publication.item_list")),
        ),
        position=10,
    )


def _draft_line(row):
    title = (row.values.get("title") or [""])[0].strip() or "Chưa có tiêu đề"
    href = url_for("writing.item_new", loai=ADDRESSES[Board(row.kind)], tiep=row.key)
    return Line(title, href, "chưa lưu")


def _answer(sheet):
    """Do what the pressed button says with what was typed."""
    form, do = sheet.form, request.form.get("do", "save")
    form.validate()
    try:
        desk_sheet.take_files(sheet)
        if do == "preview" or form.errors:
            return _page(sheet, preview=do == "preview")
        sheet.item = _save(sheet)
    except service.Conflict as conflict:
        return merging.page(sheet, conflict.number)
    except NotAcceptable as error:
        form.refuse(error)
        return _page(sheet)
    except StorageFull:
        form.form_errors.append(FULL)
        return _page(sheet, status=507)
    if do == "send":
        return _send(sheet)
    flash("Đã lưu nháp.", "ok")
    return redirect(url_for(".item_edit", id=sheet.item.id), 303)


def _save(sheet):
    form, who = sheet.form, {"by": identity.actor(), "now": clock.now()}
    if sheet.item is None:
        place = {"key": form.key.data, "kind": sheet.board.value, "unit_id": form.unit.data}
        return service.begin(**place, content=sheet.content, **who)
    note = form.note.data
    return service.save(sheet.item.id, base=form.base.data, content=sheet.content, note=note, **who)


def _send(sheet):
    """Hand the saved text in, once nothing has to be put right and its writer has seen the rest."""
    item, form, now = sheet.item, sheet.form, clock.now()
    form.base.raw_data, form.base.data = None, item.number
    found = readiness.findings(sheet.content, now=now, is_own=desk_sheet.is_own)
    stops, sheet.findings = checks.stops(found), checks.looks(found)
    if stops or (sheet.findings and not request.form.get("seen")):
        form.refuse(NotAcceptable(stops))
        return _page(sheet, status=422)
    # Sent twice by a hasty finger, it went on with the first.
    if item.standing(now) not in {Standing.REVIEW, Standing.SCHEDULED, Standing.PUBLIC}:
        try:
            publication.submit(item.id, number=item.number, by=identity.actor(), now=now)
        except (NotAcceptable, IllegalStep) as error:
            form.form_errors.append(str(error))
            return _page(sheet, status=422)
    return _sent(queries.item(item.id), now)


def _sent(item, now):
    said = {
        Standing.REVIEW: "Đã gửi, biên tập viên sẽ duyệt.",
        Standing.SCHEDULED: "Đã hẹn giờ, bài tự lên trang khi đến giờ.",
        Standing.PUBLIC: "Bài đã lên trang.",
    }
    flash(said.get(item.standing(now), "Đã gửi."), "ok")
    return redirect(url_for("publication.item", id=item.id), 303)


def _page(sheet, *, preview=False, status=None):
    name = "item_edit" if sheet.item else "item_new"
    html = rendering.html_of(sheet.form.body.data or "") if preview else None
    kinds = [
        (label, url_for(".item_new", loai=ADDRESSES[board]), board) for board, label in KIND_LABELS.items()
    ]
    page = render_template(
        f"writing/{name}.html",
        sheet=sheet,
        form=sheet.form,
        item=sheet.item,
        html=html,
        kinds=kinds,
        now=clock.now(),
    )
    return page, status or sheet.form.status()
