"""What has been kept long enough is let go: by a thread beside the site, soon after start and every hour.

Nothing has to be scheduled. Pages never show what is due, tidied or not.
"""

import logging
from pathlib import Path
from time import sleep

from flask import Flask, current_app
from sqlalchemy.exc import SQLAlchemyError

from vocational.accounts import refusals
from vocational.accounts.roles import SERVER
from vocational.noticeboard import abandoned
from vocational.questions import service as questions
from vocational.storage import db
from vocational.web import background, clock

SOON, EVERY = 60, 3600
log = logging.getLogger(__name__)


def init(app: Flask) -> None:
    """Let the site tidy up after itself."""
    app.extensions["tidying"] = Tidying(app)
    app.before_request_funcs.setdefault(None, []).insert(0, _begin)


class Tidying:
    """The thread that tidies; a process that was forked has its own."""

    def __init__(self, app: Flask):
        self.app = app
        self._is_at_work = False

    def begin(self) -> None:
        """Tidy from now on."""
        if not self._is_at_work:
            self._is_at_work = True
            background.start_once(self.app, f"tidying {id(self)}", self._work)

    def _work(self):
        sleep(SOON)
        while True:
            tidy()
            sleep(EVERY)


def tidy() -> None:
    """Let go of all that is due; what fails is tried again the next time, and hinders nothing else."""
    for work in (_tell_of_refusals, _forget_questions, _clear_files):
        try:
            work()
        except (SQLAlchemyError, OSError):
            log.exception("Could not tidy: %s", work.__name__)
        finally:
            db.session.remove()


def _tell_of_refusals():
    refusals.tell_due(now=clock.now())


def _forget_questions():
    questions.tidy(by=SERVER, now=clock.now(), today=clock.today())


def _clear_files():
    abandoned.clear(Path(current_app.config["DATA_DIR"]) / "uploads", by=SERVER, now=clock.now())


def _begin() -> None:
    if not current_app.testing:
        current_app.extensions["tidying"].begin()
