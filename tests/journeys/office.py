"""A site of its own for staff in a real browser: empty, with every protection on, and people to work.

Journeys walk through it on a phone and at a desk with scripts, and on a phone without.
"""

import base64
import hmac
import struct
import time
from collections.abc import Callable
from datetime import datetime
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from sqlalchemy import update
from werkzeug.serving import make_server

from tests import staff
from tests.conftest import settings
from tests.journeys.conftest import DESKTOP, PHONE, Reader
from vocational.accounts import passwords
from vocational.accounts.models import Account
from vocational.accounts.roles import SERVER
from vocational.factory import create_app
from vocational.search import service as search
from vocational.storage import db
from vocational.web import clock

SIGN_IN = "/ban-lam-viec/dang-nhap"


class Way(NamedTuple):
    """How somebody looks at the site, and a word that no other way has for what she writes."""

    width: int
    javascript: bool
    word: str


IN_ALL_WAYS = pytest.mark.parametrize(
    "way",
    [Way(PHONE, True, "gốm"), Way(DESKTOP, True, "mộc"), Way(PHONE, False, "rèn")],
    ids=["phone", "desktop", "without scripts"],
)


class Person(Reader):
    """A reader of the site, or somebody who works on it; axe-core sees each kind of page once."""

    def __init__(self, context, office, way: Way, *, signed_in: bool):
        super().__init__(context, office.address)
        self.may_have_cookie, self.office, self.way = signed_in, office, way

    def looks_over(self):
        """Check what every page owes its reader, and once for each view that axe-core finds nothing."""
        super().looks_over()
        self.passes_axe_once(self.office.view_at(urlsplit(self.page.url).path))

    def passes_axe_once(self, kind: str):
        """Let axe-core, which is a script, look at the first page of a kind."""
        if self.way.javascript and kind not in self.office.seen:
            self.office.seen.add(kind)
            self.passes_axe()


class Office:
    """The site, where it answers, and a maker of people who can sign in; `more` are further settings."""

    def __init__(self, folder, **more):
        protected = {"TRUSTED_HOSTS": ["127.0.0.1"], "WTF_CSRF_ENABLED": True}
        self.app = create_app(settings(folder, **protected | more))
        self.seen, self._known = set(), {}
        with self.app.app_context():
            db.create_all()
        self.server = make_server("127.0.0.1", 0, self.app, threaded=True)
        self.address = f"http://127.0.0.1:{self.server.port}"
        self.app.config["SITE_URL"] = self.address
        self.thread = Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def person(self, role: str, **more) -> str:
        """Add somebody with a role and a password; return her sign-in name."""
        with self.app.app_context():
            row = staff.account(role=role, **more)
            passwords.set_at_server(row.id, staff.PASSWORD, by=SERVER, now=clock.now())
            return row.email

    def turns_to(self, moment: datetime) -> None:
        """Let the clock of the site stand at a moment."""
        self.app.config.update(NOW=moment, TODAY=moment.astimezone(clock.ZONE).date())

    def indexes(self) -> None:
        """Build the index of all that there is."""
        with self.app.app_context():
            search.build(self.app.config["SEARCH_INDEX_DIR"], today=clock.today())

    def view_at(self, path: str) -> str:
        """Return the name of the view that answers at a path."""
        return self.app.url_map.bind("127.0.0.1").match(path, method="OPTIONS")[0]

    def comes(self, browser, way: Way, name: str = "") -> Person:
        """Return a reader, or somebody with a sign-in name who has signed in, once for all ways."""
        size = {"width": way.width, "height": 800}
        context = browser.new_context(
            viewport=size,
            java_script_enabled=way.javascript,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            storage_state=self._signed_in(browser, name) if name else None,
        )
        context.set_default_timeout(10_000)
        return Person(context, self, way, signed_in=bool(name))

    def _signed_in(self, browser, name: str) -> dict:
        if name not in self._known:
            context = browser.new_context()
            signs_in(context.new_page(), self, name)
            self._known[name] = context.storage_state()
            context.close()
        return self._known[name]

    def forgets_apps(self) -> None:
        """Let everybody set up the second step anew."""
        with self.app.app_context():
            db.session.execute(update(Account).values(tf_totp_secret=None, tf_primary_method=None))
            db.session.commit()

    def close(self):
        """Stop answering."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
        with self.app.app_context():
            db.engine.dispose()


def code_of(key: str) -> str:
    """Return what an authenticator app shows now for a key that was typed into it."""
    letters = "".join(key.replace("-", " ").split())
    secret = base64.b32decode(letters + "=" * (-len(letters) % 8), casefold=True)
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), "sha1").digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def signs_in(page, office, name: str, password: str = staff.PASSWORD) -> None:
    """Sign in by keyboard, setting up the second step when it is asked for."""
    page.goto(office.address + SIGN_IN)
    page.get_by_label("Tên đăng nhập").fill(name)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if page.locator(".typed-key").count():
        page.get_by_label("Mã 6 chữ số").fill(code_of(page.locator(".typed-key").inner_text()))
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.get_by_role("link", name="Đã cất, tiếp tục").click()


def soon(happens: Callable[[], bool], *, within: float = 5) -> float:
    """Return after how many seconds something has happened; fail when it has not within some."""
    start = time.monotonic()
    while not happens():
        assert time.monotonic() - start < within, f"not within {within} s"
        time.sleep(0.05)
    return time.monotonic() - start
