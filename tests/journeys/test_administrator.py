"""An administrator lets a teacher in, and out again; on a phone and on a desk, with and without scripts."""

import pytest

from tests import staff
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.office import IN_ALL_WAYS, SIGN_IN, Office, code_of, signs_in

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


def lets_in(boss, name):
    """Add a teacher with a role at her school; return the link by which she sets her password."""
    page = boss.opens("/ban-lam-viec/")
    boss.follows("Thêm tài khoản")
    page.get_by_label("Chức danh").fill("Giáo viên tư vấn, THCS Cư Bao")
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Vai trò").select_option(label="Giáo viên tư vấn")
    page.get_by_label("Đơn vị").select_option(label="THCS Cư Bao – Trường phổ thông")
    boss.presses("Thêm tài khoản")
    boss.presses("Tạo đường dẫn đặt mật khẩu")
    return page.get_by_label("Chép và gửi riêng").input_value()


def comes_by_link(teacher, link, name):
    """Set a password by the link, which works once, and sign in with it."""
    page = teacher.opens(link.removeprefix(teacher.address))
    page.get_by_label("Mật khẩu mới", exact=True).fill(NEW)
    page.get_by_label("Viết lại").fill(NEW)
    teacher.presses("Đặt mật khẩu")
    signs_in(page, teacher.office, name, NEW)
    assert teacher.at("/ban-lam-viec/")


def sets_second_step(teacher):
    """Set up the app that shows codes, of one's own accord, and put the spare codes away."""
    page = teacher.page
    teacher.follows("Tài khoản", within="header")
    teacher.follows("Đặt mã trên điện thoại")
    page.get_by_label("Mã 6 chữ số").fill(code_of(page.locator(".typed-key").inner_text()))
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Đã cất, tiếp tục").click()
    page.wait_for_load_state()
    teacher.looks_over()


@IN_ALL_WAYS
def test_a_teacher_is_let_in_and_out_again(browser, office, way):
    office.forgets_apps()
    boss, teacher = office.comes(browser, way), office.comes(browser, way)
    boss.may_have_cookie = teacher.may_have_cookie = True
    name = f"tuvan-{way.width}-{way.javascript}@truong.vn".lower()
    signs_in(boss.page, office, office.administrator)
    link = lets_in(boss, name)
    comes_by_link(teacher, link, name)
    sets_second_step(teacher)
    assert "Đường dẫn không dùng được nữa" in boss.page.request.get(link).text()

    boss.opens(boss.page.url.removeprefix(boss.address).removesuffix("/duong-dan"))
    boss.presses("Thôi giao từ hôm nay")
    assert boss.page.get_by_text("Đã thôi giao việc").is_visible()
    teacher.opens("/ban-lam-viec/")
    assert teacher.at(f"{SIGN_IN}?next=/ban-lam-viec/")
    for one in (boss, teacher):
        one.page.context.close()


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
