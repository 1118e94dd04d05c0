"""The second step: asked of those who must and those who want, each code once."""

import re

from tests import staff
from tests.accounts.conftest import DESK
from vocational.accounts import queries, sessions
from vocational.accounts.models import AuthSession
from vocational.storage import db

CODE = "/ban-lam-viec/dang-nhap/ma"
SETUP = "/ban-lam-viec/dang-nhap/dat-buoc-hai"


def test_an_editor_sets_up_an_app_before_anything_opens(person):
    editor = person("editor")

    assert editor.signs_in().location == SETUP
    assert not editor.is_in()


def test_the_first_code_of_the_app_opens_the_desk_and_gives_recovery_codes(person):
    editor = person("administrator")
    editor.signs_in()
    assert "<svg" in editor.client.get(SETUP).text
    secret = db.session.query(AuthSession.secret).scalar()

    page = editor.client.post(SETUP, data={"code": editor.code(secret)})

    assert len(re.findall(r"<code>[0-9a-f-]{14}</code>", page.text)) == 8
    assert editor.is_in()


def test_a_wrong_first_code_sets_nothing_up(person):
    editor = person("editor")
    editor.signs_in()
    editor.client.get(SETUP)

    assert editor.client.post(SETUP, data={"code": "000000"}).status_code == 422
    assert not queries.account(editor.account.id).has_second_step


def test_another_session_gets_another_secret(app, person):
    editor = person("editor")
    editor.signs_in()
    other = app.test_client()
    editor.signs_in(client=other)

    keys = [re.search(r"typed-key\">(.*?)<", client.get(SETUP).text)[1] for client in (editor.client, other)]
    assert keys[0] != keys[1]


def test_with_an_app_the_password_alone_opens_nothing(person):
    teacher = person()
    teacher.has_an_app()

    assert teacher.signs_in().location == CODE
    assert not teacher.is_in()


def test_the_code_of_the_app_opens_the_desk(person):
    teacher = person()
    teacher.has_an_app()
    teacher.signs_in()

    assert teacher.client.post(CODE, data={"code": teacher.code()}).location == DESK
    assert teacher.is_in()


def test_a_code_works_once(app, person):
    teacher = person()
    teacher.has_an_app()
    code = teacher.code()
    teacher.signs_in()
    teacher.client.post(CODE, data={"code": code})
    other = app.test_client()
    teacher.signs_in(client=other)

    assert other.post(CODE, data={"code": code}).status_code == 422


def test_a_recovery_code_works_once(app, person):
    teacher = person()
    [first, *_rest] = teacher.has_an_app()
    teacher.signs_in()
    assert teacher.client.post(CODE, data={"code": f" {first.upper()} "}).location == DESK
    other = app.test_client()
    teacher.signs_in(client=other)

    assert other.post(CODE, data={"code": first}).status_code == 422


def test_the_cookie_of_the_first_step_is_worth_nothing_after_the_second(app, person):
    teacher = person()
    teacher.has_an_app()
    teacher.signs_in()
    half = teacher.client.get_cookie("ban_lam_viec").value
    teacher.client.post(CODE, data={"code": teacher.code()})
    thief = app.test_client()
    thief.set_cookie("ban_lam_viec", half)

    assert not teacher.is_in(thief)
    assert thief.get(CODE).status_code == 303


def test_a_password_that_waits_for_its_code_is_forgotten_after_a_quarter_of_an_hour(person, time):
    teacher = person()
    teacher.has_an_app()
    teacher.signs_in()
    time(minutes=15)

    assert teacher.client.get(CODE).status_code == 303


def test_a_unit_may_ask_all_its_people_for_a_second_step(person, app):
    teacher = person(unit=staff.unit("Trường kỹ tính", needs_second_step=True))

    assert teacher.signs_in().location == SETUP


def test_whoever_now_needs_a_second_step_has_to_set_it_up_at_once(person):
    teacher = person()
    teacher.signs_in()
    queries.unit(teacher.account.assignments[0].unit_id).needs_second_step = True
    db.session.commit()

    assert not teacher.is_in()


def test_the_session_begins_anew_with_each_step(person):
    teacher = person()
    teacher.has_an_app()
    teacher.signs_in()
    assert db.session.query(AuthSession.step).all() == [(sessions.CODE,)]

    teacher.client.post(CODE, data={"code": teacher.code()})
    assert db.session.query(AuthSession.step).all() == [(sessions.SIGNED_IN,)]
