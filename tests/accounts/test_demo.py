"""Made-up people: one for each role, marked as such, gone with one command."""

import re

from sqlalchemy import func, select

from tests.accounts.conftest import DESK, SIGN_IN
from vocational.accounts import audit
from vocational.accounts.models import Account, Assignment, Unit
from vocational.accounts.roles import UNITS_OF
from vocational.storage import db


def run(app, deed):
    return app.test_cli_runner().invoke(args=["demo", deed])


def count(table):
    return db.session.scalar(select(func.count()).select_from(table))


def test_every_role_has_somebody_to_try_it_with(app):
    run(app, "load")

    assert {row.role for row in db.session.scalars(select(Assignment))} == {role.value for role in UNITS_OF}


def test_everything_made_up_says_so(app):
    run(app, "load")

    names = [*db.session.scalars(select(Account.post)), *db.session.scalars(select(Unit.name))]
    assert all(name.startswith("Mẫu – ") for name in names)
    assert db.session.scalars(select(Account.is_demo).distinct()).all() == [True]


def test_the_password_is_another_one_each_time_and_works(app):
    said = run(app, "load").output
    password = re.search(r"tất cả: (\S+)", said)[1]
    client = app.test_client()
    answer = client.post(SIGN_IN, data={"email": "tuvan1@mau.invalid", "password": password})

    assert answer.location == DESK
    assert "Giáo viên tư vấn, THCS Một" in client.get(DESK).text


def test_loading_twice_is_refused(app):
    run(app, "load")

    assert run(app, "load").exit_code == 1


def test_one_command_removes_all_of_it_and_nothing_else(app, person):
    person()
    run(app, "load")
    removed = run(app, "remove")

    assert "9 tài khoản" in removed.output
    assert (count(Account), count(Unit), count(Assignment)) == (1, 1, 1)
    assert not list(audit.faults())


def test_a_site_starts_without_anything_made_up(app):
    assert count(Account) == 0
