"""A form that came too late: nothing is done with it, and nothing of what was typed is lost."""

from flask import render_template, request

SHOWN_FROM = 3
HIDDEN = ("csrf_token", "password", "code")


def page(reason: str):
    """Return the page that shows what was typed; `reason` is «signed-out» or «stale»."""
    return render_template("errors/expired.html", reason=reason, typed=typed()), 400


def typed() -> list[tuple[str, str]]:
    """Return (field, text) of what somebody typed, without passwords and codes."""
    fields = request.form.items(multi=True)
    return [
        (name, text)
        for name, text in fields
        if not name.startswith(HIDDEN) and len(text.strip()) >= SHOWN_FROM
    ]
