"""After a change to what readers see: its pages go to the index, finished pages give way to new ones."""

from threading import Event
from time import monotonic

from flask import Flask, Response, current_app, request

from vocational.search import changes
from vocational.storage import db
from vocational.web import background, clock, version
from vocational.web.access import PUBLIC, access_of

LOOKS_EVERY = 5.0
RETRY = 2.0


def init(app: Flask) -> None:
    """Let the site follow what its staff write."""
    app.extensions["publishing"] = Publishing(app)
    app.before_request(_catch_up)
    app.after_request(_follow)


class Publishing:
    """Brings noted changes to the index, in a thread beside the site."""

    def __init__(self, app: Flask):
        self.app = app
        self._wanted, self._looked_at = Event(), float("-inf")

    def is_due(self, now: float) -> bool:
        """Return, now and then, that it is time to look for what others left behind."""
        if now - self._looked_at < LOOKS_EVERY:
            return False
        self._looked_at = now
        return True

    def follow(self) -> None:
        """Bring what was noted to the index soon; at once where tests look on."""
        if self.app.testing:
            self._apply()
            return
        self._wanted.set()
        background.start_once(self.app, f"publishing {id(self)}", self._work)

    def _work(self):
        while self._wanted.wait():
            self._wanted.clear()
            if not self._apply() and not self._wanted.wait(RETRY):
                self._wanted.set()

    def _apply(self) -> bool:
        try:
            return changes.apply(self.app.config["SEARCH_INDEX_DIR"], today=clock.today())
        finally:
            db.session.remove()


def _catch_up() -> None:
    """Look now and then for changes whose process died on the way to the index."""
    publishing = current_app.extensions["publishing"]
    if not current_app.testing and publishing.is_due(monotonic()):
        publishing.follow()


def _follow(response: Response) -> Response:
    """Let a change that this request committed be seen: by the index, and by all who keep pages."""
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method not in {"GET", "HEAD"} and access_of(view) != PUBLIC and changes.were_noted():
        version.touch(current_app.config["DATA_DIR"])
        current_app.extensions["publishing"].follow()
    return response
