"""Security headers; version tags, by which an unchanged page is answered before anything is computed."""

import hashlib

from flask import Flask, Response, current_app, g, request

from vocational.web import access, clock, identity
from vocational.web.page_cache import PageCache, encoding_key

POLICY = "; ".join(
    [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}
# Open data: pages of other sites may read it too.
OPEN_HEADERS = HEADERS | {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
YEAR = 365 * 24 * 3600


def init(app: Flask) -> None:
    """Put the headers on every answer and answer 304 where the reader already has the page."""
    app.extensions["page_cache"] = PageCache(app.config["PAGE_CACHE_BYTES"])
    app.before_request(_answer_unchanged)
    app.after_request(_add_headers)


def _tag() -> str:
    """Return the version tag of this address: it changes with code, content, index, day and address."""
    version = current_app.extensions["version"]()
    key = f"{version}|{clock.today()}|{request.full_path}|{request.script_root}"
    return hashlib.sha256(key.encode()).hexdigest()[:20]


def _is_tagged() -> bool:
    if identity.COOKIE in request.cookies:
        return False
    view = current_app.view_functions.get(request.endpoint or "")
    return request.method in {"GET", "HEAD"} and access.access_of(view) == access.PUBLIC


def _answer_unchanged() -> Response | None:
    if not _is_tagged():
        return None
    g.tag = _tag()
    if request.if_none_match.contains_weak(g.tag):
        return Response(status=304)
    kept = _cache().find(_cache_key())
    g.kept = kept is not None
    return kept


def _cache() -> PageCache:
    return current_app.extensions["page_cache"]


def _cache_key() -> tuple:
    return g.tag, request.method, encoding_key(request.accept_encodings)


def _add_headers(response: Response) -> Response:
    if g.get("kept"):
        return response
    for name, value in (OPEN_HEADERS if request.path.startswith("/api/") else HEADERS).items():
        response.headers.setdefault(name, value)
    if current_app.config["SITE_URL"].startswith("https:"):
        response.headers.setdefault("Strict-Transport-Security", f"max-age={YEAR}; includeSubDomains")
    if "tag" in g and response.status_code in {200, 304}:
        response.set_etag(g.tag, weak=True)
        response.headers.setdefault("Cache-Control", "no-cache")
        _keep(response)
    else:
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _keep(response: Response) -> None:
    """Keep a finished page, unless readers keep it themselves for a while (suggestions: many and small)."""
    if response.status_code != 200 or response.cache_control.max_age:
        return
    if not response.is_streamed and not response.direct_passthrough:
        _cache().keep(_cache_key(), response, g.get("each_time"))
