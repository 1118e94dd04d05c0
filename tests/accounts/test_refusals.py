"""Tries that did not get in are written down: all of them counted, none of them a way to fill the audit."""

import pytest
from sqlalchemy import event, func, select

from tests import staff
from tests.accounts.conftest import SIGN_IN
from vocational.accounts import audit, credentials, refusals, service
from vocational.accounts.models import AuditEntry, SignInFailure, SignInRefusal
from vocational.accounts.roles import SERVER
from vocational.storage import db
from vocational.web import clock

AUDIT = "/ban-lam-viec/quan-tri/nhat-ky"


def told():
    """Return (object, step, failed, slowed) of each entry about tries that failed."""
    refusals.tell_all(now=clock.now())
    rows = db.session.scalars(select(AuditEntry).where(AuditEntry.verb == "session.refuse"))
    return [(row.object, *(row.after[name] for name in ("step", "failed", "slowed"))) for row in rows]


def statements_of(deed):
    """Return how many statements something takes."""
    seen = []

    def note(*args):
        seen.append(args[2])

    event.listen(db.engine, "before_cursor_execute", note)
    deed()
    event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)


@pytest.fixture
def tries(app):
    """A stranger who tries names and passwords."""

    def sign_in(email, password="đoán bừa"):
        return app.test_client().post(SIGN_IN, data={"email": email, "password": password})

    return sign_in


def test_wrong_passwords_are_written_down_with_their_number(person, time):
    teacher = person()
    teacher.signs_in("sai")
    teacher.signs_in("sai nữa")

    assert told() == [(f"account:{teacher.account.id}", "mật khẩu", 2, 0)]
    assert not list(audit.faults())


def test_tries_that_had_to_wait_are_written_down_too(person, time):
    teacher = person()
    for _time in range(8):
        teacher.signs_in("sai")

    assert told() == [(f"account:{teacher.account.id}", "mật khẩu", 5, 3)]


def test_wrong_codes_are_written_down(person, time):
    teacher = person()
    teacher.has_an_app()
    teacher.signs_in()
    teacher.client.post("/ban-lam-viec/dang-nhap/ma", data={"code": "000000"})

    assert told() == [(f"account:{teacher.account.id}", "mã", 1, 0)]


@pytest.mark.parametrize("why", ["disabled", "without work"])
def test_who_may_not_come_in_any_more_is_written_down(person, why, time):
    teacher = person()
    if why == "disabled":
        service.set_active(teacher.account.id, active=False, by=SERVER, now=clock.now())
    else:
        [held] = teacher.account.assignments
        service.end_assignment(held.id, on=clock.today(), by=SERVER, now=clock.now())
    teacher.signs_in()

    assert told() == [(f"account:{teacher.account.id}", "mật khẩu", 1, 0)]


def test_what_failed_stands_before_what_worked_after_it(person, time):
    teacher = person()
    teacher.signs_in("sai")
    teacher.signs_in()

    verbs = list(db.session.scalars(select(AuditEntry.verb).order_by(AuditEntry.id)))
    assert verbs[-2:] == ["session.refuse", "session.start"]


def test_a_flood_makes_one_entry_an_hour(app, person, tries, time):
    teacher = person()
    before = db.session.scalar(select(func.count(AuditEntry.id)))
    for number in range(30):
        time(minutes=5)
        tries(f"ai{number}@do.vn")
        tries(teacher.account.email)

    # Two and a half hours; what was counted in the last half is not told yet.
    assert db.session.scalar(select(func.count(AuditEntry.id))) - before == 4
    assert db.session.scalar(select(func.count()).select_from(SignInRefusal)) == 2


def test_nothing_of_what_strangers_typed_is_kept(tries, app, time):
    tries("MatKhauCuaToi2026!", "BiMat-2026")
    said = told()
    tables = [list(db.session.execute(select(table.__table__))) for table in (AuditEntry, SignInFailure)]

    assert said == [("account", "mật khẩu", 1, 0)]
    assert "MatKhau".lower() not in str(tables).lower()
    assert "BiMat" not in str(tables)


def test_administrators_read_at_once_who_was_tried(app, person, time):
    teacher = person()
    teacher.signs_in("sai")
    page = staff.signed_in(app, role="administrator").get(AUDIT)

    assert "đăng nhập không được" in page.text
    assert "Người chưa đăng nhập" in page.text


def test_after_an_hour_it_is_written_down_whoever_comes(person, time):
    person().signs_in("sai")
    refusals.tell_due(now=clock.now())
    assert db.session.scalar(select(func.count()).select_from(SignInRefusal)) == 1
    time(hours=1)
    refusals.tell_due(now=clock.now())

    assert db.session.scalar(select(func.count()).select_from(SignInRefusal)) == 0


def test_the_same_is_done_whether_or_not_anybody_has_the_name(app, person, tries, time, monkeypatch):
    """As many passwords looked at and as many statements: how long it takes tells nothing."""
    teacher, gone, hashes = person(), person(email="b@mau.vn"), []
    service.set_active(gone.account.id, active=False, by=SERVER, now=clock.now())
    looks = credentials.verify_password
    monkeypatch.setattr(credentials, "verify_password", lambda *pair: hashes.append(1) or looks(*pair))
    tries("khong@co.vn")
    counted = set()
    for name in ("khong@co.vn", teacher.account.email, gone.account.email):
        tries(name)
        hashes.clear()
        counted.add((statements_of(lambda name=name: tries(name)), len(hashes)))

    assert [number for _statements, number in counted] == [1]
