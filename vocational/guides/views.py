"""The front page, the guides, and what the site says about itself."""

from flask import Blueprint, render_template

from vocational.guides import queries
from vocational.guides.outline import outline
from vocational.guides.sections import SECTIONS
from vocational.web import clock
from vocational.web.access import public

bp = Blueprint("guides", __name__)


@bp.route("/")
@public
def home():
    today = clock.today()
    return render_template("guides/home.html", front=queries.front_page(today, clock.now()), today=today)


@bp.route("/lop-9")
@public
def grade_9():
    return _guide("lop-9")


@bp.route("/lop-12")
@public
def grade_12():
    return _guide("lop-12")


@bp.route("/phu-huynh")
@public
def parents():
    return _guide("phu-huynh")


@bp.route("/tu-van-vien")
@public
def counselors():
    return _guide("tu-van-vien")


@bp.route("/gioi-thieu")
@public
def about():
    return _guide("gioi-thieu")


@bp.route("/ho-tro-tiep-can")
@public
def accessibility():
    return _guide("ho-tro-tiep-can")


@bp.route("/quyen-rieng-tu")
@public
def privacy():
    return _guide("quyen-rieng-tu")


@bp.route("/lien-he")
@public
def contact():
    return _guide("lien-he")


@bp.route("/en")
@public
def english():
    return _guide("english")


@bp.route("/so-do-trang")
@public
def site_map():
    return render_template("guides/site_map.html", sections=SECTIONS)


def _guide(slug):
    guide = queries.guide_or_none(slug)
    if guide is None:
        return render_template("guides/unwritten.html"), 404
    html, parts = outline(guide.html)
    return render_template("guides/guide.html", guide=guide, html=html, parts=parts)
