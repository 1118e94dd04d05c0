"""Sessions end at once, whatever the cookie of the browser says."""

from datetime import timedelta

import pytest

from tests import staff
from tests.accounts.conftest import DESK, SIGN_IN
from vocational.accounts import passwords, service
from vocational.accounts.roles import SERVER
from vocational.errors import NotAcceptable
from vocational.web import clock


def replayed(teacher, app):
    """Return another browser with the cookie that the first one had."""
    other = app.test_client()
    other.set_cookie("ban_lam_viec", teacher.client.get_cookie("ban_lam_viec").value)
    return other


def test_an_old_cookie_opens_nothing_after_signing_out(app, person):
    teacher = person()
    teacher.signs_in()
    thief = replayed(teacher, app)
    teacher.client.post("/ban-lam-viec/dang-xuat")

    assert not teacher.is_in(thief)


def test_disabling_an_account_ends_its_sessions(person):
    teacher = person()
    teacher.signs_in()
    service.set_active(teacher.account.id, active=False, by=SERVER, now=clock.now())

    assert not teacher.is_in()


def test_ending_the_assignment_ends_the_session(person):
    teacher = person()
    teacher.signs_in()
    service.end_assignment(teacher.account.assignments[0].id, on=clock.today(), by=SERVER, now=clock.now())

    assert not teacher.is_in()


def test_an_assignment_that_runs_out_ends_the_session(app, person, time, monkeypatch):
    teacher = person()
    teacher.signs_in()
    service.end_assignment(teacher.account.assignments[0].id, on=clock.today(), by=SERVER, now=clock.now())
    teacher.signs_in()

    assert not teacher.is_in()


def test_changing_the_password_ends_the_sessions_of_all_browsers(app, person):
    teacher = person()
    teacher.signs_in()
    other = app.test_client()
    teacher.signs_in(client=other)
    new = {"old": staff.PASSWORD, "password": "câu khác hẳn câu cũ", "again": "câu khác hẳn câu cũ"}

    assert teacher.client.post("/ban-lam-viec/tai-khoan/mat-khau", data=new).location == SIGN_IN
    assert not teacher.is_in(other)
    assert teacher.signs_in("câu khác hẳn câu cũ").location == DESK


def test_a_wrong_old_password_changes_nothing(person):
    teacher = person()
    teacher.signs_in()
    new = {"old": "không phải", "password": "câu khác hẳn câu cũ", "again": "câu khác hẳn câu cũ"}
    answer = teacher.client.post("/ban-lam-viec/tai-khoan/mat-khau", data=new)

    assert answer.status_code == 422
    assert "Mật khẩu đang dùng chưa đúng." in answer.text


def test_whoever_sits_at_an_open_session_guesses_the_password_slowly(person):
    teacher = person()
    actor, now = staff.queries.actor(teacher.account, clock.today()), clock.now()
    tries = [lambda: passwords.change("đoán", "câu khác hẳn", by=actor, now=now)] * 3
    tries += [lambda: passwords.renew_recovery_codes("đoán", by=actor, now=now)] * 2
    for guess in tries:
        with pytest.raises(NotAcceptable, match="chưa đúng"):
            guess()

    with pytest.raises(NotAcceptable, match="Hãy đợi 1 giây"):
        passwords.renew_recovery_codes(staff.PASSWORD, by=actor, now=now)

    later = now + timedelta(seconds=2)
    passwords.change(staff.PASSWORD, "câu khác hẳn câu cũ", by=actor, now=later)
    assert teacher.signs_in("câu khác hẳn câu cũ").location == DESK


def test_signing_out_everywhere_means_everywhere(app, person):
    teacher = person()
    teacher.signs_in()
    other = app.test_client()
    teacher.signs_in(client=other)
    teacher.client.post("/ban-lam-viec/tai-khoan/dang-xuat-moi-noi")

    assert not teacher.is_in(other)


def test_a_session_nobody_uses_ends_after_three_hours(person, time):
    teacher = person()
    teacher.signs_in()
    time(hours=2, minutes=59)
    assert teacher.is_in()

    time(hours=3)
    assert not teacher.is_in()


def test_a_session_lasts_twelve_hours_at_most(person, time):
    teacher = person()
    teacher.signs_in()
    for _hour in range(11):
        time(hours=1)
        teacher.is_in()
    assert teacher.is_in()

    time(hours=1)
    assert not teacher.is_in()


def test_what_was_typed_is_not_lost_with_the_session(person):
    teacher = person()
    teacher.signs_in()
    teacher.client.delete_cookie("ban_lam_viec")
    answer = teacher.client.post("/ban-lam-viec/tai-khoan/mat-khau?x=1", data={"body": "bài viết dở <b>"})

    assert answer.status_code == 400
    assert "bài viết dở &lt;b&gt;" in answer.text


def test_passwords_are_never_shown_again(person):
    teacher = person()
    answer = teacher.client.post("/ban-lam-viec/tai-khoan/mat-khau", data={"password": "bí mật của tôi"})

    assert "bí mật của tôi" not in answer.text


def test_a_link_ends_what_was_signed_in_before(person):
    teacher = person()
    teacher.signs_in()
    token = passwords.make_link(teacher.account.id, by=SERVER, now=clock.now())
    passwords.use_link(token, "câu khác hẳn câu cũ", now=clock.now())

    assert not teacher.is_in()
