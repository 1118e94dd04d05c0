"""The sheet that somebody writes on: form, files and findings of one text, from whatever they come."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from flask import current_app, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from vocational.accounts import queries as accounts
from vocational.accounts import roles
from vocational.accounts.kinds import UnitKind
from vocational.catalogue import queries as catalogue
from vocational.errors import NotAcceptable, NotAllowed
from vocational.noticeboard import uploads
from vocational.noticeboard.checks import Finding
from vocational.noticeboard.items import content as contents
from vocational.noticeboard.items import queries, service
from vocational.noticeboard.items.content import Content, File
from vocational.noticeboard.items.forms import FORMS, SHOWN_FOR, WritingForm, files_sent
from vocational.noticeboard.items.models import Draft, Item
from vocational.noticeboard.kinds import Area, Board
from vocational.web import clock, identity
from vocational.web.access import PUBLIC, access_of

HOME_AREAS = {"cu-ninh-thuan": Area.NINH_THUAN, "cu-dak-lak-thi-xa-buon-ho": Area.BUON_HO}
MORE = (
    "summary",
    "contact",
    "publish_at",
    "capacity",
    "organiser",
    "grade",
    "area",
    "institution",
    "source",
    "note",
)
NOT_TYPED = {"csrf_token", "do", "files", "seen"}


@dataclass
class Sheet:
    """One text being written; `item` is None until it is saved first, `draft` is what was typed before."""

    board: Board
    form: WritingForm
    item: Item | None = None
    files: list[File] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    draft: Draft | None = None

    @property
    def key(self) -> str:
        """The key under which what is typed here is kept."""
        return self.item.form_key if self.item else self.form.key.data

    @property
    def content(self) -> Content:
        """What was typed, as a version says it."""
        return self.form.content(self.files)

    @property
    def more_has_errors(self) -> bool:
        """Whether something among the folded fields has to be put right."""
        return any(self.form[name].errors for name in MORE if name in self.form)

    def shown_files(self) -> list:
        """Return the files with what is known of them, for the page."""
        rows = queries.attachments(file.id for file in self.files)
        return [(file, rows[file.id]) for file in self.files if file.id in rows]


def blank(board: Board) -> Sheet:
    """Return an empty sheet, filled with what is likely."""
    units = _units()
    home = next(iter(units))
    values = {
        "key": secrets.token_hex(16),
        "unit": home.id,
        "topic": FORMS[board]().topic.data,
        "area": [HOME_AREAS[home.area].value] if home.area in HOME_AREAS else [],
        "institution": [home.institution] if home.institution else [],
        "expire_on": clock.today() + SHOWN_FOR,
        "site_wide": UnitKind(home.kind) in roles.CENTRAL,
    }
    return Sheet(board, offered(FORMS[board](data=values), board, units))


def saved(item: Item) -> Sheet:
    """Return a sheet with the newest text of an item."""
    content = contents.of(queries.version(item.id, item.number))
    return filled(item, content, base=item.number)


def filled(item: Item, content: Content, *, base: int, **changed) -> Sheet:
    """Return a sheet of an item with some text; `changed` are fields that say something else."""
    form_class = FORMS[item.board]
    values = (
        form_class.filling(content) | {"key": item.form_key, "base": base, "unit": item.unit_id} | changed
    )
    form = offered(form_class(formdata=None, data=values), item.board, [item.unit])
    return Sheet(item.board, form, item, list(content.files))


def typed(board: Board, item: Item | None, sent: MultiDict | None = None) -> Sheet:
    """Return a sheet with what was typed: just now, or what was kept of it."""
    units = [item.unit] if item else _units()
    form = FORMS[board]() if sent is None else FORMS[board](formdata=sent)
    sheet = Sheet(board, offered(form, board, units), item)
    sent = request.form if sent is None else sent
    sheet.files = files_sent(sent, _own_attachments(sent.getlist("file"), item))
    return sheet


def offered(form: WritingForm, board: Board, units: list) -> WritingForm:
    """Return a form with its options."""
    form.offer(board, units, catalogue.institution_names())
    form.topic.data = form.topic.data or form.topic.choices[0].value
    return form


def take_files(sheet: Sheet) -> None:
    """Keep the files that were sent along; what is wrong with one stands at the field."""
    folder, by = upload_folder(), identity.actor()
    sent = [file for file in request.files.getlist("files") if file.filename]
    if len(sheet.files) + len(sent) > service.MOST_FILES:
        sheet.form.refuse(NotAcceptable([f"files: Mỗi bài kèm nhiều nhất {service.MOST_FILES} tệp."]))
        return
    for file in sent:
        title = Path(file.filename.replace("\\", "/").replace("\x00", "")).stem[:200] or "Tệp kèm"
        try:
            row = service.attach(
                uploads.keep(file.stream, title, folder), title=title, by=by, now=clock.now()
            )
        except NotAcceptable as error:
            sheet.form.refuse(error)
        else:
            sheet.files.append(File(row.id, row.title, row.alt))


def upload_folder() -> Path:
    """Return the folder of uploads."""
    return Path(current_app.config["DATA_DIR"]) / "uploads"


def sent_values() -> dict[str, list[str]]:
    """Return what was typed, as it can be kept and shown again."""
    return {name: values for name, values in request.form.lists() if name not in NOT_TYPED}


def is_own(address: str) -> bool:
    """Return whether an address without host is a public page of this site."""
    path = urlsplit(address).path.removeprefix(request.script_root)
    try:
        endpoint, _values = current_app.create_url_adapter(request).match(path, method="GET")
    except RequestRedirect:
        return True
    except HTTPException:
        return False
    return access_of(current_app.view_functions[endpoint]) == PUBLIC


def _units() -> list:
    """Return the units for which somebody may write, those where she works first."""
    actor = identity.actor()
    found = accounts.units(roles.reach(actor, "notice.write"), day=clock.today())
    if not found:
        raise NotAllowed(f"{actor.post} has no unit to write for")
    return sorted(found, key=lambda unit: unit.id not in actor.unit_ids)


def _own_attachments(ids: list[str], item: Item | None) -> dict:
    """Return the files among some ids that somebody sent herself, or that the item shows already."""
    numbers = [int(text) for text in ids if text.isascii() and text.isdigit() and len(text) < 10]
    account = identity.actor().account_id
    rows = queries.attachments(numbers)
    return {
        id: row
        for id, row in rows.items()
        if row.by_account == account or (item and queries.was_shown_by(id, item.id))
    }
