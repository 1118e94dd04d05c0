"""Pages for what goes wrong."""

import logging

from flask import Flask, current_app, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from vocational.errors import Moved, NotAllowed, NotFound, SearchUnavailable
from vocational.web import expired, full_disk, health, problems

WORDED = {400, 403, 404, 405, 410, 413, 500, 503}
log = logging.getLogger(__name__)


def init(app: Flask) -> None:
    """Answer every error with a page in plain words."""
    app.before_request(_refuse_null)
    app.register_error_handler(NotFound, lambda _error: _page(404))
    app.register_error_handler(NotAllowed, lambda _error: _page(403))
    app.register_error_handler(SearchUnavailable, _search_unavailable)
    app.register_error_handler(Moved, _moved)
    app.register_error_handler(OverflowError, lambda _error: _page(404))
    app.register_error_handler(CSRFError, lambda _error: expired.page("stale"))
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unexpected)


def _refuse_null():
    # PostgreSQL refuses texts that hold the null character; no address of the site holds one.
    if "\x00" in request.path:
        raise NotFound(request.path)


def _page(status: int, headers: dict | None = None):
    if problems.wanted():
        return problems.problem(status, headers)
    name = status if status in WORDED else 400
    return render_template(f"errors/{name}.html"), status, headers or {}


def _search_unavailable(_error: SearchUnavailable):
    health.rebuild_search(current_app._get_current_object())
    return _page(503, {"Retry-After": "10"})


def _moved(error: Moved):
    return redirect(url_for(request.endpoint, **request.view_args | {"slug": error.slug}), 301)


def _http_error(error: HTTPException):
    if error.code is None or error.code < 400:
        return error
    headers = dict(error.get_headers())
    headers.pop("Content-Type", None)
    return _page(error.code, headers)


def _unexpected(error: Exception):
    log.exception("Unexpected error at %s", request.path, exc_info=error)
    if full_disk.is_full(error):
        return full_disk.page()
    return _page(500)
