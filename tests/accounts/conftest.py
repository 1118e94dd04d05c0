"""The door as somebody before it sees it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask_security.proxies import _security

from tests import staff
from vocational.accounts import credentials, passwords, queries
from vocational.accounts.roles import SERVER
from vocational.storage import writing
from vocational.web import clock

SIGN_IN = "/ban-lam-viec/dang-nhap"
DESK = "/ban-lam-viec/"


@pytest.fixture
def time(app):
    """The clock of the site, which a test may move on."""
    app.config["NOW"] = datetime(2026, 11, 22, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))

    def later(**by):
        app.config["NOW"] += timedelta(**by)

    yield later
    del app.config["NOW"]


@dataclass
class Person:
    """Somebody with an account and a password, at a browser of her own."""

    account: object
    client: object

    def signs_in(self, password=staff.PASSWORD, client=None, **values):
        data = {"email": self.account.email, "password": password}
        return (client or self.client).post(SIGN_IN, data=data, **values)

    def is_in(self, client=None):
        return (client or self.client).get(DESK).status_code == 200

    def has_an_app(self):
        """Set up a second step; return its recovery codes."""
        with writing():
            row = queries.account(self.account.id)
            row.tf_totp_secret, row.tf_primary_method = credentials.new_secret(), "authenticator"
            return credentials.new_recovery_codes(row)

    def code(self, secret=None):
        secret = secret or queries.account(self.account.id).tf_totp_secret
        return _security.totp_factory.generate_totp_password(secret)


@pytest.fixture
def person(app):
    """A maker of people: role (and unit) → somebody with a password."""

    def make(role="counselor", **more):
        row = staff.account(role=role, **more)
        passwords.set_at_server(row.id, staff.PASSWORD, by=SERVER, now=clock.now())
        return Person(row, app.test_client())

    return make
