"""Pages of announcements, events and vacancies."""

from flask import Blueprint, render_template, request

from vocational.catalogue import queries as catalogue
from vocational.noticeboard import boards, machine_facts, queries
from vocational.noticeboard.forms import NoticeFilter
from vocational.noticeboard.items import public as items
from vocational.noticeboard.items.posted import Posted
from vocational.noticeboard.kinds import Board
from vocational.noticeboard.publication import printed
from vocational.noticeboard.sharing import telling
from vocational.web import clock
from vocational.web.access import public
from vocational.web.pages import canonical
from vocational.web.paging import Page, page_number

bp = Blueprint("noticeboard", __name__)


@bp.route("/thong-bao/")
@public
def announcement_list():
    return _list(Board.ANNOUNCEMENT)


@bp.route("/thong-bao/<string:slug>")
@public
def announcement(slug):
    return _notice(Board.ANNOUNCEMENT, slug)


@bp.route("/su-kien/")
@public
def event_list():
    return _list(Board.EVENT)


@bp.route("/su-kien/<string:slug>")
@public
def event(slug):
    return _notice(Board.EVENT, slug)


@bp.route("/viec-lam/")
@public
def vacancy_list():
    return _list(Board.VACANCY)


@bp.route("/viec-lam/<string:slug>")
@public
def vacancy(slug):
    return _notice(Board.VACANCY, slug)


def _list(board):
    now = clock.now()
    schools = catalogue.institutions_by_slug(boards.institutions_on(board, now=now))
    form = NoticeFilter.for_board(board, schools, items.units_on(board, now=now))
    asked = form.asked()
    form.count_all(boards.counts(board, asked, now=now))
    total = boards.archived_total(board, asked, now=now)
    number = min(page_number(), Page((), 1, total).count)
    start = (number - 1) * Page.size
    archive = boards.archived(board, asked, now=now, offset=start, limit=Page.size)
    return render_template(
        f"noticeboard/{board}_list.html",
        form=form,
        open_notices=boards.open_on(board, asked, now=now),
        page=Page(archive, number, total),
        newest=boards.newest_of(board, now=now),
    )


def _notice(board, slug):
    if notice := queries.notice_or_none(board, slug):
        schools = catalogue.institutions_by_slug(row.institution for row in notice.institutions)
        named = [schools[row.institution] for row in notice.institutions]
        return render_template(f"noticeboard/{board}.html", notice=notice, institutions=named)
    found = items.page(board, slug, now=clock.now())
    if not isinstance(found, Posted):
        return render_template("noticeboard/taken_down.html", item=found), 410
    return render_template(
        "noticeboard/posted.html",
        posted=found,
        facts=telling.facts(found),
        institutions=list(catalogue.institutions_by_slug(found.institutions).values()),
        changed=_changed_since_print(found),
        for_machines=machine_facts.of(found, canonical()),
    )


def _changed_since_print(posted):
    """Return what changed since the sheet that a reader holds; None when it is new or there is none."""
    number = request.args.get("ban", "")
    if not (number.isascii() and number.isdigit() and len(number) < 6):
        return None
    return printed.changes_since(posted, int(number))
