"""The page of a text that somebody else saved meanwhile, and what is made of both."""

from flask import render_template, request

from vocational.noticeboard.items import conflict, desk_sheet, queries, service
from vocational.noticeboard.items import content as contents
from vocational.noticeboard.items.conflict import Choice
from vocational.noticeboard.items.content import File
from vocational.noticeboard.items.desk_sheet import Sheet
from vocational.noticeboard.items.forms import FORMS
from vocational.noticeboard.items.models import Item
from vocational.web import clock, identity

LEFT_OUT = {"key", "base", "unit", "files", "note", "body", "csrf_token"}


def page(sheet: Sheet, number: int):
    """Return the page with both texts; what was typed is kept as a draft too."""
    item = sheet.item or queries.item_begun_with(sheet.form.key.data)
    by, base = identity.actor(), sheet.form.base.data or 0
    service.open_for_writing(item.id, by=by)
    sheet.item = item
    values = desk_sheet.sent_values() | {"file": [str(file.id) for file in sheet.files]}
    service.keep_draft(
        key=item.form_key, item_id=item.id, kind=item.kind, base=base, values=values, by=by, now=clock.now()
    )
    theirs = queries.version(item.id, number)
    found = conflict.paragraphs(sheet.form.body.data, theirs.body, _base_body(item, base))
    return render_template(
        "writing/conflict.html",
        sheet=sheet,
        item=item,
        theirs=theirs,
        number=number,
        paragraphs=found,
        choices=_choices(sheet, number),
        sent=[(name, value) for name, texts in values.items() for value in texts],
    ), 409


def merged(item: Item) -> Sheet:
    """Return a sheet with what was chosen of two texts; nothing is saved yet."""
    sheet = desk_sheet.typed(item.board, item)
    number = request.form.get("number", item.number, type=int)
    theirs, base = queries.version(item.id, number), sheet.form.base.data or 0
    found = conflict.paragraphs(sheet.form.body.data, theirs.body, _base_body(item, base))
    kept = {int(text) for text in request.form.getlist("keep") if text.isascii() and text.isdigit()}
    mine = {name: sheet.form[name].data for name in _names(sheet)}
    others = FORMS[item.board].filling(contents.of(theirs))
    values = {
        name: others[name] if request.form.get(f"take_{name}") == "theirs" else value
        for name, value in mine.items()
        if name in others
    }
    values |= {"body": conflict.merged(found, kept), "note": sheet.form.note.data}
    result = desk_sheet.filled(item, contents.of(theirs), base=number, **values)
    result.files = _files(sheet, item, number, base)
    return result


def _choices(sheet: Sheet, number: int) -> list[Choice]:
    """Return the fields that both fill differently; what only one changed is proposed."""
    item, form = sheet.item, sheet.form
    theirs = desk_sheet.filled(item, contents.of(queries.version(item.id, number)), base=number).form
    base = form.base.data
    old = (
        desk_sheet.filled(item, contents.of(queries.version(item.id, base)), base=base).form if base else None
    )
    found = []
    for name in _names(sheet):
        mine, other = form[name].data, theirs[name].data
        if (mine or None) != (other or None):
            kept = old is None or (mine or None) != (old[name].data or None)
            label = form[name].label.text
            found.append(Choice(name, label, _words(form[name]), _words(theirs[name]), kept))
    return found


def _names(sheet: Sheet) -> list[str]:
    return [field.short_name for field in sheet.form if field.short_name not in LEFT_OUT]


def _words(field) -> str:
    """Return what a field holds as a reader would say it."""
    value = field.data
    labels = {option.value: option.label for option in getattr(field, "choices", None) or []}
    if isinstance(value, list):
        return ", ".join(labels.get(one, one) for one in value) or "(trống)"
    if isinstance(value, bool):
        return "có" if value else "không"
    if hasattr(value, "strftime"):
        return value.strftime("%d/%m/%Y %H:%M" if hasattr(value, "hour") else "%d/%m/%Y")
    return str(labels.get(value, value)) if value not in (None, "") else "(trống)"


def _base_body(item: Item, base: int) -> str:
    return queries.version(item.id, base).body if base else ""


def _files(sheet: Sheet, item: Item, number: int, base: int) -> list[File]:
    theirs = contents.of(queries.version(item.id, number)).files
    old = contents.of(queries.version(item.id, base)).files if base else ()
    by_id = {file.id: file for file in (*theirs, *sheet.files)}
    ids = conflict.union(
        [file.id for file in sheet.files], [file.id for file in theirs], [file.id for file in old]
    )
    return [by_id[id] for id in ids]
