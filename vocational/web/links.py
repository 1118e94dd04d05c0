"""Links to the page one is on, with something about it changed."""

from flask import request, url_for

LONGEST = 200
"""Characters of a parameter that links carry on: a page with many links must not grow with what was typed."""


def parameters() -> dict[str, list[str]]:
    """Return the parameters of this page as its links carry them on."""
    return {name: [value[:LONGEST] for value in values] for name, values in request.args.lists()}


def here_with(**changes: str | list[str] | None) -> str:
    """Return the address of this page with other parameters, always its first page; None takes one off."""
    kept = parameters() | {"trang": None} | changes
    values = {name: value for name, value in kept.items() if value}
    return url_for(request.endpoint, **(request.view_args or {}), **values)
