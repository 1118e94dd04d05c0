"""After a change to what readers see: its pages go to the index, finished pages give way to new ones.

A thread beside the site looks twice a second for what was noted: by this process, by another one that died
on the way to the index, or ahead of time for a moment that has come now.
"""

import gc
import logging
import time
from threading import Event

from flask import Flask, Response, current_app, request
from sqlalchemy.exc import SQLAlchemyError

from vocational.search import changes
from vocational.search import queries as search
from vocational.storage import db
from vocational.web import background, clock, version
from vocational.web.access import PUBLIC, access_of

LOOKS_EVERY = 0.5
RESTS = 0.4
log = logging.getLogger(__name__)


def init(app: Flask) -> None:
    """Let the site follow what its staff write."""
    app.extensions["publishing"] = Publishing(app)
    # Before all others: a page that is answered from memory ends the row of functions.
    app.before_request_funcs.setdefault(None, []).insert(0, _watch)
    app.after_request(_follow)


class Publishing:
    """Brings noted changes to the index, in a thread beside the site."""

    def __init__(self, app: Flask):
        self.app = app
        self._wanted, self._watches = Event(), False

    def watch(self) -> None:
        """Look from now on for what was noted; a process that was forked looks for itself."""
        if not self._watches:
            self._watches = True
            background.start_once(self.app, f"publishing {id(self)}", self._work)

    def follow(self) -> None:
        """Bring what was noted to the index soon; at once where tests look on."""
        if self.app.testing:
            self.apply()
            return
        self.watch()
        self._wanted.set()

    def apply(self) -> bool:
        """Bring to the index what is due, and let finished pages give way; False when there was nothing."""
        try:
            applied = changes.waiting(now=clock.now()) and self._applied()
            if applied:
                version.touch(self.app.config["DATA_DIR"])
            return applied
        finally:
            db.session.remove()

    def _applied(self) -> bool:
        folder = self.app.config["SEARCH_INDEX_DIR"]
        return changes.apply(folder, today=clock.today(), now=clock.now())

    def _work(self):
        self._look()
        self._settle()
        while True:
            self._wanted.wait(LOOKS_EVERY)
            self._wanted.clear()
            if self._look():
                # Whoever writes goes first; what many write meanwhile goes to the index together.
                time.sleep(RESTS)

    def _look(self):
        try:
            return self.apply()
        except (SQLAlchemyError, OSError):
            # A busy database, a full disk: the notes stay, and the next look takes them.
            log.exception("Changes could not be brought to the index")
            return False

    def _settle(self):
        """Open the index before anybody searches, and let the garbage collector pass over what stays.

        To look through all of it stops everybody for a quarter of a second, whenever enough was written.
        """
        search.open_index(self.app.config["SEARCH_INDEX_DIR"])
        gc.collect()
        gc.freeze()


def _watch() -> None:
    if not current_app.testing:
        current_app.extensions["publishing"].watch()


def _follow(response: Response) -> Response:
    """Let a change that this request committed be seen: by the index, and by all who keep pages."""
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method not in {"GET", "HEAD"} and access_of(view) != PUBLIC and changes.were_noted():
        version.touch(current_app.config["DATA_DIR"])
        current_app.extensions["publishing"].follow()
    return response
