"""An administrator lets a teacher in, and out again; on a phone and on a desk, with and without scripts."""

import pytest

from tests import staff
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.office import SIGN_IN, Office, signs_in

PAGES = [
    "/ban-lam-viec/",
    "/ban-lam-viec/tai-khoan",
    "/ban-lam-viec/tai-khoan/mat-khau",
    "/ban-lam-viec/tai-khoan/ma-du-phong",
    "/ban-lam-viec/quan-tri/tai-khoan",
    "/ban-lam-viec/quan-tri/tai-khoan/moi",
    "/ban-lam-viec/quan-tri/tai-khoan/1",
    "/ban-lam-viec/quan-tri/tai-khoan/1/sua",
    "/ban-lam-viec/quan-tri/tai-khoan/1/giao-viec",
    "/ban-lam-viec/quan-tri/don-vi",
    "/ban-lam-viec/quan-tri/don-vi/moi",
    "/ban-lam-viec/quan-tri/don-vi/1",
    "/ban-lam-viec/quan-tri/don-vi/1/sua",
    "/ban-lam-viec/quan-tri/nhat-ky",
    "/ban-lam-viec/tim-kiem",
    "/ban-lam-viec/tim-kiem/tu-dong-nghia/moi",
    "/ban-lam-viec/tim-kiem/viet-tat/moi",
]
DOOR = [SIGN_IN, "/ban-lam-viec/quen-mat-khau", "/ban-lam-viec/dat-mat-khau/het-han"]
NEW = "con trâu đi trước cái cày"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The site of an office, with one administrator."""
    office = Office(tmp_path_factory.mktemp("office"))
    office.administrator = office.person("administrator", email="quantri@coquan.vn")
    with office.app.app_context():
        staff.unit("THCS Cư Bao")
    yield office
    office.close()


@pytest.fixture
def opens(browser, office):
    """A maker of browsers: width of the screen, with or without JavaScript → a page of its own."""
    contexts = []

    def make(width=PHONE, javascript=True):
        size = {"width": width, "height": 800}
        context = browser.new_context(viewport=size, java_script_enabled=javascript, locale="vi-VN")
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


def fits(page):
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider <= 0


@pytest.mark.parametrize(("width", "javascript"), [(PHONE, True), (DESKTOP, True), (PHONE, False)])
def test_a_teacher_is_let_in_and_out_again(office, opens, width, javascript):
    name = f"tuvan{width}{javascript}@truong.vn".lower()
    boss, teacher = opens(width, javascript), opens(width, javascript)
    office.forgets_apps()

    signs_in(boss, office, office.administrator)
    boss.get_by_role("link", name="Thêm tài khoản").click()
    boss.get_by_label("Chức danh").fill("Giáo viên tư vấn, THCS Cư Bao")
    boss.get_by_label("Tên đăng nhập").fill(name)
    boss.get_by_label("Vai trò").select_option(label="Giáo viên tư vấn")
    boss.get_by_label("Đơn vị").select_option(label="THCS Cư Bao – Trường phổ thông")
    boss.get_by_role("button", name="Thêm tài khoản").click()
    account = boss.url
    boss.get_by_role("button", name="Tạo đường dẫn đặt mật khẩu").click()

    teacher.goto(boss.get_by_label("Chép và gửi riêng").input_value())
    teacher.get_by_label("Mật khẩu mới", exact=True).fill(NEW)
    teacher.get_by_label("Viết lại").fill(NEW)
    teacher.get_by_role("button", name="Đặt mật khẩu").click()
    signs_in(teacher, office, name, NEW)
    assert teacher.url.endswith("/ban-lam-viec/")
    teacher.get_by_role("link", name="Tài khoản").click()
    teacher.get_by_role("link", name="Đặt mã trên điện thoại").click()
    assert teacher.locator(".typed-key").count()

    boss.goto(account)
    boss.get_by_role("button", name="Thôi giao từ hôm nay").click()
    boss.get_by_text("Đã thôi giao việc").wait_for()
    teacher.goto(office.address + "/ban-lam-viec/")
    assert "/dang-nhap" in teacher.url


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_every_page_of_administrators_is_sound(office, opens, axe, width):
    office.forgets_apps()
    page = opens(width)
    for path in DOOR:
        page.goto(office.address + path)
        assert fits(page), path
        axe(page)
    signs_in(page, office, office.administrator)
    for path in PAGES:
        assert page.goto(office.address + path).status == 200, path
        assert page.url.endswith(path), path
        assert fits(page), path
        axe(page)


def test_a_narrow_screen_without_scripts_shows_everything(office, opens):
    page = opens(320, javascript=False)
    for path in DOOR:
        page.goto(office.address + path)
        assert fits(page), path
