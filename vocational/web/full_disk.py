"""A disk without room: nothing was saved, what was typed is shown again, readers notice nothing."""

import errno

from flask import render_template, request
from sqlalchemy.exc import DBAPIError

from vocational.web import expired

NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
SAID = ("disk is full", "No space left", "could not extend file", "disk I/O error")


def is_full(error: BaseException) -> bool:
    """Return whether an error says that the disk has no room left."""
    if isinstance(error, DBAPIError):
        return any(words in str(error.orig) for words in SAID)
    return isinstance(error, OSError) and error.errno in NO_ROOM


def page():
    """Return the page that says so, with what was typed."""
    try:
        sent = [text for name, text in request.form.items(multi=True) if name not in expired.HIDDEN]
    except OSError:
        # The form itself may have been too large for what is left of the disk.
        sent = []
    shown = [text for text in sent if len(text.strip()) >= expired.SHOWN_FROM]
    return render_template("errors/507.html", shown=shown), 507
