"""The first page of staff."""

from tests import staff


def test_who_is_not_signed_in_is_led_to_do_that(app):
    answer = app.test_client().get("/ban-lam-viec/")

    assert answer.status_code == 303
    assert answer.location == "/ban-lam-viec/dang-nhap?next=/ban-lam-viec/"


def test_somebody_signed_in_sees_her_desk(app):
    page = staff.signed_in(app, role="counselor").get("/ban-lam-viec/")

    assert page.status_code == 200
    assert "Giáo viên tư vấn" in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_signing_in_with_the_right_password_leads_to_the_desk(app, password_of):
    client = app.test_client()
    email = password_of("counselor")

    answer = client.post("/ban-lam-viec/dang-nhap", data={"email": email, "password": staff.PASSWORD})

    assert answer.location == "/ban-lam-viec/"
    assert client.get(answer.location).status_code == 200


def test_after_signing_out_the_old_cookie_opens_nothing(app):
    client = staff.signed_in(app)
    cookie = client.get_cookie("ban_lam_viec").value
    client.post("/ban-lam-viec/dang-xuat")

    client.set_cookie("ban_lam_viec", cookie)

    assert client.get("/ban-lam-viec/").status_code == 303
