"""Who may open a page. Every view says so; `tests/test_routes.py` compares it with the access table."""

from collections.abc import Callable

PUBLIC = "public"
MACHINE = "machine"


def public(view: Callable) -> Callable:
    """Mark a view that anybody may open; its answers carry a version tag and may be kept by caches."""
    view.access = PUBLIC
    return view


def access_of(view: Callable | None) -> str | None:
    """Return the access mark of a view; None when it has none."""
    return getattr(view, "access", None)


def machine(view: Callable) -> Callable:
    """Mark a view for machines and developers: open to all, but never kept by caches."""
    view.access = MACHINE
    return view
