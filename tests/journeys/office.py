"""A site of its own for staff in a real browser: empty, with every protection on, and people to work."""

import base64
import hmac
import struct
import time
from threading import Thread

from sqlalchemy import update
from werkzeug.serving import make_server

from tests import staff
from tests.conftest import settings
from vocational.accounts import passwords
from vocational.accounts.models import Account
from vocational.accounts.roles import SERVER
from vocational.factory import create_app
from vocational.storage import db
from vocational.web import clock

SIGN_IN = "/ban-lam-viec/dang-nhap"


class Office:
    """The site, where it answers, and a maker of people who can sign in."""

    def __init__(self, folder):
        self.app = create_app(settings(folder, TRUSTED_HOSTS=["127.0.0.1"], WTF_CSRF_ENABLED=True))
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
