"""An administrator gives people their accounts, and takes them back."""

import re

import pytest
from sqlalchemy import select

from tests import staff
from vocational.accounts import queries
from vocational.accounts.models import Account, AuditEntry
from vocational.storage import db
from vocational.web import clock

ROOT = "/ban-lam-viec/quan-tri"
DESK = "/ban-lam-viec/"


@pytest.fixture
def administrator(app):
    """The browser of an administrator."""
    return staff.signed_in(app, role="administrator")


def typed(unit, **more):
    return {
        "post": "Giáo viên tư vấn, THPT Buôn Hồ",
        "email": "TuVan@BuonHo.vn ",
        "holder": "Cô H'Linh",
        "role": "counselor",
        "unit_id": unit.id,
        "since": "2026-11-22",
        "last": "",
    } | more


def test_a_person_gets_an_account_a_link_and_her_desk(app, administrator):
    added = administrator.post(f"{ROOT}/tai-khoan/moi", data=typed(staff.unit("THPT Buôn Hồ")))
    page = administrator.post(f"{added.location}/duong-dan")
    link = re.search(r"/ban-lam-viec/dat-mat-khau/[\w-]+", page.text)[0]

    teacher = app.test_client()
    teacher.post(link, data={"password": "con trâu đi trước", "again": "con trâu đi trước"})
    sign_in = {"email": "tuvan@buonho.vn", "password": "con trâu đi trước"}
    assert teacher.post(f"{DESK}dang-nhap", data=sign_in).location == DESK
    assert "Giáo viên tư vấn, THPT Buôn Hồ" in teacher.get(DESK).text


def test_the_link_is_shown_as_text_and_as_qr_code(administrator):
    row = staff.account()
    page = administrator.post(f"{ROOT}/tai-khoan/{row.id}/duong-dan").text

    assert "http://localhost/ban-lam-viec/dat-mat-khau/" in page
    assert '<svg role="img" aria-label="Mã QR' in page


def test_every_step_is_written_down_without_the_secret(administrator):
    row = staff.account()
    page = administrator.post(f"{ROOT}/tai-khoan/{row.id}/duong-dan").text
    token = re.search(r"dat-mat-khau/([\w-]+)", page)[1]

    entry = db.session.scalar(select(AuditEntry).where(AuditEntry.verb == "account.link"))
    assert entry.object == f"account:{row.id}"
    assert token not in str(entry.after)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"post": " "}, "Hãy viết chức danh."),
        ({"email": "khong phai"}, "Hãy viết địa chỉ như"),
        ({"role": ""}, "Hãy chọn vai trò."),
        ({"role": "server"}, "Hãy chọn một trong"),
        ({"role": "administrator"}, "không có ở loại đơn vị"),
        ({"unit_id": "99999"}, "Hãy chọn một trong"),
        ({"last": "2026-11-21"}, "Ngày kết thúc phải sau"),
        ({"since": "hôm nay"}, "Hãy viết ngày như"),
    ],
)
def test_what_does_not_fit_is_refused_and_what_was_typed_stays(administrator, wrong, says):
    answer = administrator.post(f"{ROOT}/tai-khoan/moi", data=typed(staff.unit(), **wrong))

    assert answer.status_code == 422
    assert says in answer.text
    assert "Cô H&#39;Linh" in answer.text
    assert queries.account_named("tuvan@buonho.vn") is None


def test_two_accounts_never_share_a_sign_in_name(administrator):
    staff.account(email="tuvan@buonho.vn")

    assert "Đã có tài khoản" in administrator.post(f"{ROOT}/tai-khoan/moi", data=typed(staff.unit())).text


def test_fields_nobody_offered_change_nothing(administrator):
    row = staff.account()
    data = {"post": row.post, "email": row.email, "active": "", "password": "x", "is_demo": "1", "id": "1"}
    administrator.post(f"{ROOT}/tai-khoan/{row.id}/sua", data=data)

    found = db.session.get(Account, row.id, populate_existing=True)
    assert (found.active, found.password, found.is_demo) == (True, None, False)


def test_ending_an_assignment_ends_the_session_at_once(app, administrator):
    row = staff.account()
    teacher = staff.signed_in(app, who=row)
    [one] = queries.account(row.id).assignments
    administrator.post(f"{ROOT}/giao-viec/{one.id}/thoi")

    assert teacher.get(DESK).status_code == 303


def test_disabling_an_account_ends_the_session_and_enabling_opens_the_door_again(app, administrator):
    row = staff.account()
    teacher = staff.signed_in(app, who=row)
    administrator.post(f"{ROOT}/tai-khoan/{row.id}/khoa")
    assert teacher.get(DESK).status_code == 303

    administrator.post(f"{ROOT}/tai-khoan/{row.id}/mo")
    assert staff.signed_in(app, who=row).get(DESK).status_code == 200


def test_administrators_cannot_lock_themselves_out(administrator):
    mine = queries.account(administrator.account_id)
    administrator.post(f"{ROOT}/tai-khoan/{mine.id}/khoa")
    administrator.post(f"{ROOT}/giao-viec/{mine.assignments[0].id}/thoi")

    assert administrator.get(DESK).status_code == 200


def test_an_assignment_holds_on_its_last_day_and_no_longer(administrator):
    row = staff.account()
    data = typed(staff.unit("Trường hai"), last="2026-12-31")
    administrator.post(f"{ROOT}/tai-khoan/{row.id}/giao-viec", data=data)

    until = max(one.until for one in queries.account(row.id).assignments if one.until)
    assert until.isoformat() == "2027-01-01"


def test_the_list_finds_by_post_name_and_unit(administrator):
    staff.account(unit=staff.unit("THCS Cư Bao"), post="Tổ trưởng chuyên môn")

    assert "Tổ trưởng chuyên môn" in administrator.get(f"{ROOT}/tai-khoan?q=Cư Bao").text
    assert "1 tài khoản" in administrator.get(f"{ROOT}/tai-khoan?q=trưởng chuyên&vai-tro=counselor").text
    assert "0 tài khoản" in administrator.get(f"{ROOT}/tai-khoan?q=không có").text


def test_an_unknown_account_is_a_404(administrator):
    assert administrator.get(f"{ROOT}/tai-khoan/999").status_code == 404
    assert administrator.post(f"{ROOT}/tai-khoan/999/khoa").status_code == 404
    assert administrator.post(f"{ROOT}/giao-viec/999/thoi").status_code == 404


def test_the_desk_tells_administrators_who_has_no_password_yet(administrator):
    staff.account()

    assert "tài khoản chưa đặt mật khẩu" in administrator.get(DESK).text


def test_times_of_the_audit_are_those_of_the_clock(administrator):
    staff.account()
    entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()

    assert entry.at == clock.now()
