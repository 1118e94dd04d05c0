"""Somebody with a password."""

import pytest

from tests import staff
from vocational.accounts import passwords
from vocational.accounts.roles import SERVER
from vocational.web import clock


@pytest.fixture
def password_of(app):
    """A maker of accounts with a password: role → sign-in name."""

    def make(role):
        row = staff.account(role=role)
        passwords.set_at_server(row.id, staff.PASSWORD, by=SERVER, now=clock.now())
        return row.email

    return make
