"""Reading the audit, and taking it along as a table."""

import json
from datetime import date, datetime, time, timedelta

from flask import Blueprint, render_template

from vocational.accounts import audit, queries, refusals
from vocational.accounts.audit_words import THINGS, shown, words_of
from vocational.administration.forms import AuditFilter
from vocational.web import clock, downloads, identity
from vocational.web.access import staff
from vocational.web.formatting import ZONE
from vocational.web.paging import Page, page_number

HEADER = ("so", "luc", "tai_khoan", "chuc_danh", "viec", "doi_tuong", "truoc", "sau", "dau_van_tay")
SIZE = 50


def add_pages(bp: Blueprint) -> None:
    """Add the pages to the blueprint of the room."""
    bp.add_url_rule("/nhat-ky", view_func=audit_list)
    bp.add_url_rule("/nhat-ky.csv", view_func=audit_csv)


@staff("audit.read")
def audit_list():
    """Show what was done, newest first."""
    refusals.tell_all(now=clock.now())
    form, asked = _asked()
    total = queries.audit_total(asked)
    number = min(page_number(), Page((), 1, total, SIZE).count)
    rows = queries.audit_entries(asked, offset=(number - 1) * SIZE, limit=SIZE)
    return render_template(
        "administration/audit_list.html",
        form=form,
        page=Page(rows, number, total, SIZE),
        words_of=words_of,
        things=THINGS,
        shown=shown,
        seal=audit.seal(),
    )


@staff("audit.read")
def audit_csv():
    """Give the same as a table; that somebody took it is written down too."""
    refusals.tell_all(now=clock.now())
    form, asked = _asked()
    table = [
        (
            row.id,
            row.at.astimezone(ZONE).isoformat(timespec="seconds"),
            row.account_id,
            row.post,
            row.verb,
            row.object,
            _text(row.before),
            _text(row.after),
            row.hash,
        )
        for row in queries.audit_entries(asked)
    ]
    # Only now: writing lets go of all rows, and a table is sent piece by piece.
    audit.record_alone(identity.actor(), "audit.export", "audit", _plain(form), clock.now())
    return downloads.csv_response(f"nhat-ky-{clock.today()}", HEADER, table)


def _asked():
    verbs = sorted(queries.audit_verbs(), key=words_of)
    form = AuditFilter.from_request(verb=[("", "Mọi việc"), *((verb, words_of(verb)) for verb in verbs)])
    asked = form.values()
    last = _day(asked["until"])
    asked["since"] = _moment(_day(asked["since"]))
    asked["until"] = _moment(last + timedelta(days=1)) if last and last < date.max else None
    return form, asked


def _plain(form):
    return {name: value for name, value in form.values().items() if value}


def _day(text: str) -> date | None:
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    return None


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), ZONE) if day and day > date(1900, 1, 1) else None


def _text(value) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False)
