"""Addresses by which files get into a notice and out again."""

from pathlib import Path

from flask import Blueprint, flash, redirect, request, send_file, url_for

from vocational.errors import NotAcceptable, StorageFull
from vocational.noticeboard import uploads
from vocational.noticeboard.circulars import attaching, queries, service
from vocational.noticeboard.items.desk_sheet import upload_folder
from vocational.noticeboard.items.service import download_name
from vocational.web import clock, identity
from vocational.web.access import staff

LARGEST_FORM = attaching.MOST_FILES * uploads.LARGEST + 1024 * 1024
FULL = "Đĩa của máy chủ đầy, chưa lưu tệp. Nội dung thông báo vẫn còn; hãy báo quản trị rồi gửi tệp lại."


def add_pages(bp: Blueprint) -> None:
    """Add the addresses to the blueprint of the room."""
    bp.before_app_request(_let_files_in)
    bp.add_url_rule("/gui-truong/<int:id>/tep", view_func=file_add, methods=["POST"])
    bp.add_url_rule("/gui-truong/<int:id>/tep/bo", view_func=file_remove, methods=["POST"])
    bp.add_url_rule("/gui-truong/<int:id>/tep/<int:file_id>", view_func=file_sent)
    bp.add_url_rule("/thong-bao-den/<int:id>/tep/<int:file_id>", view_func=file_received)


@staff(queries.SEND)
def file_add(id):
    """Keep the files that were sent, and say what is wrong with those that were not kept."""
    service.draft_of(id, identity.actor())
    kept = 0
    for file in request.files.getlist("files"):
        try:
            kept += _kept(id, file)
        except NotAcceptable as error:
            flash(" ".join(says.removeprefix("files: ") for says in error.problems), "bad")
        except StorageFull:
            flash(FULL, "bad")
            break
    if kept:
        flash(f"Đã đính kèm {kept} tệp.", "ok")
    return redirect(url_for("circulars.circular_extras", id=id), 303)


@staff(queries.SEND)
def file_remove(id):
    """Take a file out of the draft."""
    chosen = request.form.get("file", type=int, default=0)
    attaching.detach(id, file_id=chosen, by=identity.actor(), now=clock.now())
    return redirect(url_for("circulars.circular_extras", id=id), 303)


@staff(queries.SEND)
def file_sent(id, file_id):
    """Send a file to those who send the notice."""
    return _download(attaching.file_of_sender(id, file_id=file_id, by=identity.actor()))


@staff(queries.READ)
def file_received(id, file_id):
    """Send a file to a school, and note it."""
    asked = {"by": identity.actor(), "now": clock.now(), "today": clock.today()}
    return _download(attaching.file_received(id, file_id=file_id, **asked))


def _let_files_in():
    if request.endpoint == "circulars.file_add" and identity.token():
        request.max_content_length = LARGEST_FORM


def _kept(id, file):
    if not file.filename:
        return 0
    title = Path(file.filename.replace("\\", "/").replace("\x00", "")).stem[:200] or "Tệp kèm"
    stored = uploads.keep(file.stream, title, upload_folder())
    attaching.attach(id, stored=stored, title=title, by=identity.actor(), now=clock.now())
    return 1


def _download(file):
    return send_file(
        upload_folder() / file.stored_name,
        mimetype=file.media_type,
        as_attachment=True,
        download_name=download_name(file),
        etag=False,
        max_age=None,
    )
