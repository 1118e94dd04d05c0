"""Signing in with a password, and what strangers at the door learn: nothing."""

import pytest
from sqlalchemy import select

from tests import staff
from tests.accounts.conftest import DESK, SIGN_IN
from vocational.accounts import service
from vocational.accounts.models import AuditEntry, AuthSession
from vocational.accounts.roles import SERVER
from vocational.storage import db
from vocational.web import clock


def test_the_right_password_opens_the_desk(person):
    teacher = person()

    assert teacher.signs_in().location == DESK
    assert teacher.is_in()


def test_signing_in_leads_to_where_somebody_wanted_to_go(person):
    teacher = person()
    asked = teacher.client.get("/ban-lam-viec/tai-khoan?a=1")

    assert teacher.signs_in(query_string=asked.location.partition("?")[2]).location.endswith("/tai-khoan?a=1")


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        " //evil.example",
        "javascript:alert(1)",
        "/%09/evil.example\r\nX: y",
        "http:evil.example",
        "evil.example",
        "///evil.example",
        "/" + "a" * 3000,
        "",
    ],
)
def test_signing_in_never_leads_to_another_site(person, address):
    assert person().signs_in(query_string={"next": address}).location == DESK


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(app, person):
    teacher = person()
    wrong = teacher.signs_in("không phải mật khẩu")
    unknown = app.test_client().post(SIGN_IN, data={"email": "ai@do.vn", "password": "gì đó"})

    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in wrong.text
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in unknown.text


def test_a_disabled_account_gets_the_answer_of_a_wrong_password(person):
    teacher = person()
    service.set_active(teacher.account.id, active=False, by=SERVER, now=clock.now())

    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in teacher.signs_in().text


def test_somebody_without_anything_to_do_is_not_let_in(person):
    teacher = person()
    [one] = teacher.account.assignments
    service.end_assignment(one.id, on=clock.today(), by=SERVER, now=clock.now())

    assert teacher.signs_in().status_code == 422


def test_the_typed_name_stays_and_the_password_does_not(person):
    page = person().signs_in("sai mật khẩu")

    assert 'value="nguoi1@mau.vn"' in page.text
    assert "sai mật khẩu" not in page.text


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(person):
    cookie = next(c for c in person().signs_in().headers.getlist("Set-Cookie") if "ban_lam_viec" in c)

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_signing_in_gives_a_new_cookie_whatever_the_browser_brought(app, person):
    teacher = person()
    teacher.client.get(SIGN_IN)
    with teacher.client.session_transaction() as cookie:
        cookie["token"] = "chosen by somebody else"
    teacher.signs_in()

    with teacher.client.session_transaction() as cookie:
        assert cookie["token"] != "chosen by somebody else"
        assert "csrf_token" not in cookie


def test_the_secret_of_the_cookie_is_not_in_the_database(person):
    teacher = person()
    teacher.signs_in()
    with teacher.client.session_transaction() as cookie:
        token = cookie["token"]

    assert db.session.scalar(select(AuthSession.key)) != token


def test_passwords_are_kept_as_argon2(person):
    assert person().account.password.startswith("$argon2id$")


def test_coming_and_going_is_written_down(person):
    teacher = person()
    teacher.signs_in()
    teacher.client.post("/ban-lam-viec/dang-xuat")

    verbs = list(db.session.scalars(select(AuditEntry.verb).order_by(AuditEntry.id)))
    assert verbs[-2:] == ["session.start", "session.end"]


def test_a_form_from_another_site_signs_nobody_out(app, monkeypatch):
    client = staff.signed_in(app)
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)

    assert client.post("/ban-lam-viec/dang-xuat").status_code == 400
    assert client.get(DESK).status_code == 200


def test_a_form_from_another_site_signs_nobody_in(app, person, monkeypatch):
    teacher = person()
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)

    assert teacher.signs_in().status_code == 422
    assert not teacher.is_in()


def test_the_page_for_those_who_forgot_tells_whom_to_ask(visitor):
    assert "người quản trị trang" in visitor.opens("/ban-lam-viec/quen-mat-khau").text


def test_staff_see_pages_that_nobody_keeps(app):
    client = staff.signed_in(app)

    answer = client.get("/gioi-thieu")

    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


def test_visitors_get_pages_that_vary_by_no_cookie(app):
    answer = app.test_client().get("/gioi-thieu")

    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "Set-Cookie" not in answer.headers
