"""Pages on which staff write announcements, events and vacancies."""

from flask import Blueprint

from vocational.noticeboard.items import queries  # noqa: F401

bp = Blueprint("writing", __name__, url_prefix="/ban-lam-viec/bai")
