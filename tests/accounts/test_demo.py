"""Made-up people: one for each role, marked as such, gone with one command."""

import pytest
from sqlalchemy import func, select

from tests.accounts.conftest import DESK, SIGN_IN
from vocational.accounts import audit, demo
from vocational.accounts.models import Account, Assignment, Unit
from vocational.accounts.roles import SERVER, UNITS_OF
from vocational.errors import NotAcceptable
from vocational.storage import db
from vocational.web import clock


@pytest.fixture
def loaded(app):
    """What `flask demo load` begins with: the made-up people, without what they write."""
    return demo.load(by=SERVER, today=clock.today(), now=clock.now())


def count(table):
    return db.session.scalar(select(func.count()).select_from(table))


def test_every_role_has_somebody_to_try_it_with(loaded):
    assert {row.role for row in db.session.scalars(select(Assignment))} == {role.value for role in UNITS_OF}


def test_everything_made_up_says_so(loaded):
    names = [*db.session.scalars(select(Account.post)), *db.session.scalars(select(Unit.name))]
    assert all(name.startswith("Mẫu – ") for name in names)
    assert db.session.scalars(select(Account.is_demo).distinct()).all() == [True]


def test_the_password_is_another_one_each_time_and_works(app, loaded):
    client = app.test_client()
    answer = client.post(SIGN_IN, data={"email": "tuvan1@mau.invalid", "password": loaded.password})

    assert answer.location == DESK
    assert "Giáo viên tư vấn, THCS Một" in client.get(DESK).text


def test_loading_twice_is_refused(loaded):
    with pytest.raises(NotAcceptable):
        demo.load(by=SERVER, today=clock.today(), now=clock.now())


def test_all_of_it_is_removed_and_nothing_else(app, person):
    person()
    demo.load(by=SERVER, today=clock.today(), now=clock.now())

    assert demo.remove(by=SERVER, now=clock.now()) == 9
    assert (count(Account), count(Unit), count(Assignment)) == (1, 1, 1)
    assert not list(audit.faults())


def test_a_site_starts_without_anything_made_up(app):
    assert count(Account) == 0
