"""Guessing is slow; a colleague is never shut out by it."""

import pytest

from tests.accounts.conftest import DESK
from vocational.accounts import passwords
from vocational.accounts.roles import SERVER
from vocational.web import clock

STRANGER = {"REMOTE_ADDR": "203.0.113.7"}


def guesses(teacher, client, times, **environ):
    for _time in range(times):
        answer = teacher.signs_in("đoán bừa", client=client, environ_overrides=environ or STRANGER)
    return answer


@pytest.fixture
def guessed_at(app, person, time):
    """Somebody whose name a stranger keeps trying."""
    teacher = person()
    teacher.stranger = app.test_client()
    guesses(teacher, teacher.stranger, 6)
    return teacher


def test_a_few_wrong_tries_cost_nothing(app, person, time):
    teacher = person()
    guesses(teacher, app.test_client(), 4)

    assert teacher.signs_in(environ_overrides=STRANGER).location == DESK


def test_after_a_few_wrong_tries_even_the_right_password_has_to_wait(guessed_at):
    answer = guessed_at.signs_in(client=guessed_at.stranger, environ_overrides=STRANGER)

    assert "Hãy chờ 1 giây" in answer.text
    assert not guessed_at.is_in(guessed_at.stranger)


def test_waiting_never_grows_beyond_a_minute(guessed_at, time):
    for _try in range(30):
        time(minutes=1)
        guesses(guessed_at, guessed_at.stranger, 1)
    assert "Hãy chờ 60 giây" in guesses(guessed_at, guessed_at.stranger, 1).text

    time(minutes=1)
    assert guessed_at.signs_in(client=guessed_at.stranger, environ_overrides=STRANGER).location == DESK


def test_a_colleague_at_another_address_waits_for_nothing(guessed_at):
    assert guessed_at.signs_in().location == DESK


def test_a_known_browser_waits_for_nothing_even_at_the_same_address(app, person, time):
    teacher = person()
    teacher.signs_in(environ_overrides=STRANGER)
    teacher.client.post("/ban-lam-viec/dang-xuat")
    guesses(teacher, app.test_client(), 10)

    assert teacher.signs_in(environ_overrides=STRANGER).location == DESK


def test_who_was_handed_a_link_waits_for_nothing_at_a_new_browser_either(app, guessed_at):
    """Somebody who tries a name without a pause, from everywhere, cannot shut its owner out."""
    for number in range(25):
        guesses(guessed_at, app.test_client(), 1, REMOTE_ADDR=f"198.51.100.{number}")
    token = passwords.make_link(guessed_at.account.id, by=SERVER, now=clock.now())
    fresh, new = app.test_client(), "một câu khác hẳn"
    assert "Hãy chờ" in guesses(guessed_at, fresh, 1, REMOTE_ADDR="192.0.2.1").text
    fresh.post(f"/ban-lam-viec/dat-mat-khau/{token}", data={"password": new, "again": new})

    assert guessed_at.signs_in(new, client=fresh, environ_overrides=STRANGER).location == DESK


def test_a_known_browser_cannot_guess_without_end_either(person, time):
    teacher = person()
    teacher.signs_in()
    teacher.client.post("/ban-lam-viec/dang-xuat")

    assert "Hãy chờ" in guesses(teacher, teacher.client, 11).text


def test_a_made_up_cookie_makes_no_known_browser(guessed_at, app):
    forger = app.test_client()
    forger.set_cookie("trinh_duyet", "eyJpZCI6ICJ4In0.abc", path="/ban-lam-viec/dang-nhap")

    assert "Hãy chờ" in guesses(guessed_at, forger, 1).text


def test_trying_one_name_from_everywhere_gets_slow_too(app, person, time):
    teacher = person()
    for number in range(21):
        answer = guesses(teacher, app.test_client(), 1, REMOTE_ADDR=f"198.51.100.{number}")

    assert "Hãy chờ" in answer.text


def test_an_unknown_name_is_slowed_down_just_so(app, time):
    for _time in range(6):
        data = {"email": "khong@co.vn", "password": "x"}
        answer = app.test_client().post("/ban-lam-viec/dang-nhap", data=data, environ_overrides=STRANGER)

    assert "Hãy chờ" in answer.text


def test_codes_of_the_second_step_cannot_be_tried_without_end(person, time):
    teacher = person()
    teacher.has_an_app()
    teacher.signs_in()
    for _time in range(7):
        answer = teacher.client.post("/ban-lam-viec/dang-nhap/ma", data={"code": "000000"})

    assert "Hãy chờ" in answer.text
