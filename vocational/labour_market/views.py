"""Pages of the labour market."""

from flask import Blueprint, render_template

from vocational.labour_market import queries
from vocational.labour_market.forms import SeriesFilter
from vocational.web import clock
from vocational.web.access import public

bp = Blueprint("labour_market", __name__, url_prefix="/thi-truong")


@bp.route("/")
@public
def labour_market():
    form = SeriesFilter.for_series()
    asked = form.asked()
    form.count_all(queries.option_counts(asked))
    found = queries.series_list(asked, today=clock.today())
    return render_template(
        "labour_market/labour_market.html",
        form=form,
        total=len(found),
        groups=queries.by_topic(found),
        notes=queries.policy_notes(),
        gaps=queries.gaps(),
    )


@bp.route("/sau-lop-9")
@public
def student_flow():
    return render_template(
        "labour_market/student_flow.html",
        places=queries.after_grade_9(today=clock.today()),
        gaps=queries.gaps(queries.AFTER_GRADE_9),
    )


@bp.route("/doanh-nghiep-khu-cong-nghiep")
@public
def employers():
    return render_template("labour_market/employers.html", notes=queries.employers_and_zones())


@bp.route("/ghi-chu/<string:slug>")
@public
def note(slug):
    return render_template("labour_market/note.html", note=queries.note(slug))


@bp.route("/<string:slug>")
@public
def indicator(slug):
    page = queries.series_page(slug, today=clock.today())
    return render_template(
        "labour_market/indicator.html", page=page, related=queries.related_series(page.series)
    )
