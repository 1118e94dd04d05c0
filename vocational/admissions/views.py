"""Pages of seats and deadlines."""

from flask import Blueprint, redirect, render_template, request, url_for

from vocational.admissions import queries, table
from vocational.admissions.deadlines import by_month
from vocational.admissions.forms import QuotaFilter
from vocational.errors import NotFound
from vocational.sources import queries as sources
from vocational.web import clock
from vocational.web.access import public
from vocational.web.calendars import Day, calendar_response
from vocational.web.downloads import csv_response, xlsx_response
from vocational.web.pages import absolute
from vocational.web.paging import Page, page_number
from vocational.web.sorting import sort_links

bp = Blueprint("admissions", __name__, url_prefix="/tuyen-sinh")
COLUMNS = (("ten", "Trường"), ("bac", "Trình độ"), ("so", "Số lượng"))
SHOWN_AHEAD = 60
SHOWN_PASSED = 20
CALENDAR_AHEAD = 300
CALENDAR_PASSED = 50
# Excel files take a third of a millisecond a line to write; longer lists are for CSV.
LARGEST_SHEET = 10_000


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
    deadlines = queries.deadlines(today, ahead=CALENDAR_AHEAD, passed=CALENDAR_PASSED)
    days = [_day(deadline) for deadline in [*deadlines.passed, *deadlines.ahead]]
    return calendar_response("han-tuyen-sinh", "Hạn tuyển sinh", days, today=today)


@bp.route("/<int:year>")
@public
def admission_year(year):
    years = queries.years()
    known = next((known for known in years if known.year == year), None)
    if known is None:
        return render_template("admissions/unknown_year.html", year=year, years=years), 404
    form = QuotaFilter.for_year(known)
    overview = queries.overview(year, form.asked())
    form.count_all(overview)
    return render_template(
        "admissions/admission_year.html",
        year=year,
        years=years,
        form=form,
        page=_page(form, overview.lines),
        totals=overview.totals,
        heads=sort_links(form.sort, COLUMNS),
        progress=queries.progress_in(year),
        fits_sheet=overview.lines <= LARGEST_SHEET,
    )


@bp.route("/<int:year>.csv")
@public
def admission_year_csv(year):
    form = _form(year)
    return csv_response(form.file_name(), table.HEADER, _rows(form))


@bp.route("/<int:year>.xlsx")
@public
def admission_year_xlsx(year):
    form = _form(year)
    if queries.overview(year, form.asked()).lines > LARGEST_SHEET:
        return redirect(
            url_for("admissions.admission_year_csv", year=year, **request.args.to_dict(flat=False))
        )
    return xlsx_response(form.file_name(), table.HEADER, _rows(form))


def _form(year):
    for known in queries.years():
        if known.year == year:
            return QuotaFilter.for_year(known)
    raise NotFound(str(year))


def _page(form, total):
    number = min(page_number(), Page((), 1, total).count)
    offset = max(Page((), number, total).first - 1, 0)
    items = queries.lines(form.year, form.asked(), order=form.sort.data, offset=offset, limit=Page.size)
    return Page(items, number, total)


def _rows(form):
    lines = queries.all_lines(form.year, form.asked(), order=form.sort.data)
    return table.rows(lines, sources.sources_by_id())


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
        href=absolute(path),
    )
