"""A form that came too late: nothing is done with it, and nothing of what was typed is lost.

What was typed is shown and can be sent again with one more press. It is never sent again by itself: another
site could have made it up.
"""

from flask import render_template, request

from vocational.web.requests import is_from_elsewhere

SHOWN_FROM = 3
HIDDEN = ("csrf_token", "password", "old", "again", "code")


def page(reason: str):
    """Return the page that shows what was typed; `reason` is «signed-out» or «stale»."""
    if is_from_elsewhere(request):
        # What another site made up must not be one press away from being done.
        return render_template("errors/expired.html", reason="stale", sent=[], shown=[], again=None), 400
    sent = [(name, text) for name, text in request.form.items(multi=True) if name not in HIDDEN]
    shown = [text for _name, text in sent if len(text.strip()) >= SHOWN_FROM]
    again = None if any(name in HIDDEN[1:] for name in request.form) else request.full_path.rstrip("?")
    return render_template("errors/expired.html", reason=reason, sent=sent, shown=shown, again=again), 400
