"""Who may open a page. Every view says so; `tests/test_routes.py` compares it with the access table."""

from collections.abc import Callable
from functools import wraps

from flask import current_app, redirect, request, url_for

from vocational.accounts import roles
from vocational.errors import NotAllowed
from vocational.web import expired, identity

PUBLIC = "public"
MACHINE = "machine"
DOOR = "door"
READING = {"GET", "HEAD", "OPTIONS"}


def public(view: Callable) -> Callable:
    """Mark a view that anybody may open; its answers carry a version tag and may be kept by caches."""
    view.access = PUBLIC
    return view


def access_of(view: Callable | None) -> str | None:
    """Return the mark of a view: «public», «machine», «door» or the verb of staff; None without one."""
    return getattr(view, "access", None)


def machine(view: Callable) -> Callable:
    """Mark a view for machines and developers: open to all, but never kept by caches."""
    view.access = MACHINE
    return view


def door(view: Callable) -> Callable:
    """Mark a view with which staff get in: open to all, never kept by caches, its form protects itself."""
    view.access = DOOR
    return view


def staff(verb: str) -> Callable[[Callable], Callable]:
    """Let only those open a view who may do something somewhere; the service asks about the unit itself.

    Who is not signed in is sent to do that; what she typed into a form meanwhile is shown to her.
    """
    roles.VERBS[verb]

    def marked(view: Callable) -> Callable:
        @wraps(view)
        def checked(*args, **values):
            actor = identity.actor()
            if actor is None:
                return _to_sign_in()
            if not roles.may_anywhere(actor, verb):
                raise NotAllowed(f"{actor.post} may not {verb}")
            if request.method not in READING and current_app.config["WTF_CSRF_ENABLED"]:
                identity.csrf.protect()
            return view(*args, **values)

        checked.access = verb
        return checked

    return marked


def _to_sign_in():
    if request.method not in READING:
        return expired.page("signed-out")
    here = request.script_root + request.full_path.rstrip("?")
    return redirect(url_for("accounts.sign_in", next=here), 303)
