"""Pages of units and their settings."""

from flask import Blueprint, flash, redirect, render_template, url_for

from vocational.accounts import directory, queries, units
from vocational.accounts.kinds import UnitKind
from vocational.administration.forms import UnitFilter, UnitForm
from vocational.errors import NotAcceptable
from vocational.web import clock, identity
from vocational.web.access import staff
from vocational.web.paging import Page, page_number
from vocational.web.site import site

KINDS = [(kind.value, kind.label) for kind in UnitKind]
EVERYWHERE = ("", "Mọi địa bàn")


def add_pages(bp: Blueprint) -> None:
    """Add the pages to the blueprint of the room."""
    both = ["GET", "POST"]
    bp.add_url_rule("/don-vi", view_func=unit_list)
    bp.add_url_rule("/don-vi/moi", view_func=unit_new, methods=both)
    bp.add_url_rule("/don-vi/nap", view_func=unit_load, methods=["POST"])
    bp.add_url_rule("/don-vi/<int:id>", view_func=unit)
    bp.add_url_rule("/don-vi/<int:id>/sua", view_func=unit_edit, methods=both)


@staff("unit.manage")
def unit_list():
    """List the units."""
    form = UnitFilter.from_request(kind=[("", "Mọi loại"), *KINDS], area=[EVERYWHERE, *areas().items()])
    asked = directory.AskedUnits(**form.values())
    total = directory.unit_total(asked)
    number = min(page_number(), Page((), 1, total).count)
    rows = directory.units(asked, offset=(number - 1) * Page.size, limit=Page.size)
    page = Page(rows, number, total)
    return render_template("administration/unit_list.html", form=form, page=page, areas=areas())


@staff("unit.manage")
def unit_new():
    """Add a unit."""
    form = UnitForm.from_request(data={"needs_approval": True}, **_choices())
    if form.submitted():
        try:
            row = units.add_unit(**_values(form), by=identity.actor(), now=clock.now())
        except NotAcceptable as error:
            form.refuse(error)
        else:
            flash("Đã thêm đơn vị.", "ok")
            return redirect(url_for("administration.unit", id=row.id), 303)
    return render_template("administration/unit_new.html", form=form), form.status()


@staff("unit.manage")
def unit(id):
    """Show a unit with its people and settings."""
    row, people = queries.unit(id), directory.accounts_of(id)
    return render_template(
        "administration/unit.html", unit=row, people=people, areas=areas(), today=clock.today()
    )


@staff("unit.manage")
def unit_edit(id):
    """Change a unit."""
    row = queries.unit(id)
    form = UnitForm.from_request(obj=row, **_choices())
    if form.submitted():
        try:
            units.change_unit(id, **_values(form), by=identity.actor(), now=clock.now())
        except NotAcceptable as error:
            form.refuse(error)
        else:
            flash("Đã ghi.", "ok")
            return redirect(url_for("administration.unit", id=id), 303)
    return render_template("administration/unit_edit.html", form=form, unit=row), form.status()


@staff("unit.manage")
def unit_load():
    """Add the units that the content knows."""
    added = units.add_known(by=identity.actor(), now=clock.now())
    flash(f"Đã thêm {added} đơn vị." if added else "Không có đơn vị mới trong danh mục.", "ok")
    return redirect(url_for("administration.unit_list"), 303)


def areas() -> dict[str, str]:
    """Return the areas that the office serves, id → name."""
    return {one["area"]: one["name"].partition(",")[0] for one in site.areas}


def _choices():
    return {"kind": KINDS, "area": [EVERYWHERE, *areas().items()]}


def _values(form):
    return form.values() | {"kind": UnitKind(form.kind.data)}
