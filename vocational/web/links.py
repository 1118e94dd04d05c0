"""Links to the page one is on, with something about it changed."""

from flask import request, url_for


def here_with(**changes: str | list[str] | None) -> str:
    """Return the address of this page with other parameters, always its first page; None takes one off."""
    kept = request.args.to_dict(flat=False) | {"trang": None} | changes
    values = {name: value for name, value in kept.items() if value}
    return url_for(request.endpoint, **(request.view_args or {}), **values)
