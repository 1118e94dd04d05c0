"""Pages on which editors judge what staff write, and everybody sees what became of it."""

from flask import Blueprint

from vocational.noticeboard.publication import records  # noqa: F401

bp = Blueprint("publication", __name__, url_prefix="/ban-lam-viec/bai")
