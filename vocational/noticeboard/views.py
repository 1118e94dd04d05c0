"""Pages of announcements, events and vacancies."""

from flask import Blueprint, render_template

from vocational.catalogue import queries as catalogue
from vocational.noticeboard import queries
from vocational.noticeboard.forms import NoticeFilter
from vocational.noticeboard.kinds import Board
from vocational.web import clock
from vocational.web.access import public
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
    today = clock.today()
    form = NoticeFilter.for_board(board, catalogue.institutions_by_slug(queries.institutions_on(board)))
    asked = form.asked()
    form.count_all(queries.counts(board, asked))
    total = queries.archived_total(board, asked, today=today)
    number = min(page_number(), Page((), 1, total).count)
    start = (number - 1) * Page.size
    items = queries.archived(board, asked, today=today, offset=start, limit=Page.size)
    return render_template(
        f"noticeboard/{board}_list.html",
        form=form,
        open_notices=queries.open_notices(board, asked, today=today),
        page=Page(items, number, total),
        newest=queries.newest_of(board),
    )


def _notice(board, slug):
    notice = queries.notice(board, slug)
    schools = catalogue.institutions_by_slug(row.institution for row in notice.institutions)
    return render_template(
        f"noticeboard/{board}.html",
        notice=notice,
        institutions=[schools[row.institution] for row in notice.institutions],
    )
