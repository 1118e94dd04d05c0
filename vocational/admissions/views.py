"""Pages of seats and deadlines."""

from flask import Blueprint, current_app, render_template, url_for

from vocational.admissions import queries, table
from vocational.admissions.deadlines import by_month
from vocational.admissions.forms import QuotaFilter
from vocational.errors import NotFound
from vocational.sources import queries as sources
from vocational.web import clock
from vocational.web.access import public
from vocational.web.calendars import Day, calendar_response
from vocational.web.downloads import csv_response, xlsx_response
from vocational.web.paging import Page, page_number
from vocational.web.sorting import sort_links

bp = Blueprint("admissions", __name__, url_prefix="/tuyen-sinh")
COLUMNS = (("ten", "Trường"), ("bac", "Trình độ"), ("so", "Số lượng"))
SHOWN_AHEAD = 60
SHOWN_PASSED = 30


@bp.route("/")
@public
def admission_list():
    deadlines = queries.deadlines(clock.today(), ahead=SHOWN_AHEAD, passed=SHOWN_PASSED)
    return render_template(
        "admissions/admission_list.html",
        deadlines=deadlines,
        ahead=by_month(deadlines.ahead),
        passed=by_month(deadlines.passed),
        years=queries.years(),
        newest=queries.seats_summary(),
    )


@bp.route("/han.ics")
@public
def deadlines_calendar():
    today = clock.today()
    days = [_day(deadline) for deadline in queries.deadlines_for_calendar(today)]
    return calendar_response("han-tuyen-sinh", "Hạn tuyển sinh", days, today=today)


@bp.route("/<int:year>")
@public
def admission_year(year):
    years = queries.years()
    if year not in {known.year for known in years}:
        return render_template("admissions/unknown_year.html", year=year, years=years), 404
    form = QuotaFilter.for_year(year)
    form.count_all()
    return render_template(
        "admissions/admission_year.html",
        year=year,
        years=years,
        form=form,
        page=_page(year, form),
        totals=queries.totals(year, form.asked()),
        heads=sort_links(form.sort, COLUMNS),
        progress=queries.progress_in(year),
    )


@bp.route("/<int:year>.csv")
@public
def admission_year_csv(year):
    return _download(year, csv_response)


@bp.route("/<int:year>.xlsx")
@public
def admission_year_xlsx(year):
    return _download(year, xlsx_response)


def _page(year, form):
    asked = form.asked()
    total = queries.line_count(year, asked)
    number = min(page_number(), Page((), 1, total).count)
    offset = max(Page((), number, total).first - 1, 0)
    items = queries.lines(year, asked, order=form.sort.data, offset=offset, limit=Page.size)
    return Page(items, number, total)


def _download(year, respond):
    if year not in {known.year for known in queries.years()}:
        raise NotFound(str(year))
    form = QuotaFilter.for_year(year)
    lines = queries.all_lines(year, form.asked(), order=form.sort.data)
    return respond(form.file_name(), table.HEADER, table.rows(lines, sources.sources_by_id()))


def _day(deadline):
    if deadline.institution:
        path = url_for("catalogue.institution", slug=deadline.institution)
    else:
        path = url_for(f"noticeboard.{deadline.board}", slug=deadline.notice)
    return Day(
        id=deadline.id,
        day=deadline.closes,
        title=f"Hạn: {deadline.title}",
        about=". ".join(part for part in (deadline.about, deadline.method, deadline.caution) if part),
        href=current_app.config["SITE_URL"] + path,
    )
