"""Counting what people look for, without anything about the people and at no cost to the page.

A search is noted in memory. A thread beside the site writes the counts down half a minute later, earlier
after many searches, and at exit; what a crash takes with it is lost. When the database cannot be written to,
the counts wait.

Counted is the first look at what was found for some words: not further pages, narrowed or sorted lists, nor
the same page opened again by the same browser (answered 304). Robots that say what they are do not count.
"""

import atexit
import logging
import re
from functools import partial
from threading import Event, Lock

from flask import Flask, current_app, g, request
from sqlalchemy.exc import SQLAlchemyError

from vocational.search import service
from vocational.search.journal import Journal
from vocational.storage import db
from vocational.web import background, clock

WAIT_SECONDS = 30
ENOUGH = 200
# «Cubot» is a make of telephones.
ROBOTS = re.compile(r"(?<!cu)bot\b|crawler|spider|slurp|facebookexternalhit|preview", re.I)
log = logging.getLogger(__name__)


def init(app: Flask) -> None:
    """Let the site count searches, unless its settings say otherwise."""
    counting = Counting(app) if app.config["COUNT_SEARCHES"] else None
    app.extensions["counting"] = counting
    if counting is not None:
        atexit.register(counting.write_at_exit)


def count(typed: str, *, found: bool) -> None:
    """Count a search, now and each time that its finished page is given to somebody else."""
    counting = current_app.extensions["counting"]
    if counting is not None and typed:
        g.each_time = partial(_note, counting, typed, found)
        g.each_time()


def _note(counting, typed, found):
    if request.method == "GET" and not _is_nobody():
        counting.note(typed, found=found)


def _is_nobody() -> bool:
    """Return whether a robot asks, or a browser that fetches pages before anybody wants them."""
    is_early = "prefetch" in request.headers.get("Sec-Purpose", "")
    return is_early or bool(ROBOTS.search(request.headers.get("User-Agent", "")))


class Counting:
    """The counts of one process on their way into the database."""

    def __init__(self, app: Flask):
        self.app, self.journal = app, Journal()
        self._some, self._enough, self._at_work = Event(), Event(), Lock()
        self._cleaned_on = None

    def note(self, typed: str, *, found: bool) -> None:
        """Count one search of today and see to it that it is written down in a while."""
        if not self.journal.note(typed, found=found, day=clock.today()):
            return
        self._some.set()
        if self.journal.searches >= ENOUGH:
            self._enough.set()
        background.start_once(self.app, f"counting {id(self)}", self._write_now_and_then)

    def _write_now_and_then(self):
        while True:
            self._some.wait()
            self._enough.wait(WAIT_SECONDS)
            self.write()

    def write_at_exit(self) -> None:
        """Write down what is left when the process ends."""
        with self.app.app_context():
            self.write()

    def write(self) -> bool:
        """Write the counts down, once a day forgetting the oldest; False when the database did not let us."""
        with self._at_work:
            self._some.clear()
            self._enough.clear()
            counts = self.journal.take()
            try:
                return not counts or self._is_written(counts)
            finally:
                db.session.remove()

    def _is_written(self, counts) -> bool:
        try:
            service.record(counts)
        except SQLAlchemyError as error:
            self.journal.give_back(counts)
            self._some.set()
            # Its message would put the words into the log of the server.
            log.warning("Searches are not written down yet: %s", type(error).__name__)
            return False
        self._forget_once_a_day()
        return True

    def _forget_once_a_day(self):
        today = clock.today()
        if self._cleaned_on != today:
            service.forget_old(today=today)
            self._cleaned_on = today
