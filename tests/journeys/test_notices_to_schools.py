"""A notice to all schools of an area: sent, read, confirmed, reminded of, and followed to the end."""

import csv
import io
from datetime import date, datetime

import openpyxl
import pytest

from tests import factories, staff
from tests.journeys.office import IN_ALL_WAYS, Office
from tests.journeys.test_publishing import PDF
from vocational.places.models import FormerUnit, UnitLink
from vocational.web.clock import ZONE

AREA, SCHOOLS = "cu-ninh-thuan", ["THCS An Hải", "THCS Bắc Sơn", "THCS Cà Ná"]
NINE, TEN = datetime(2026, 11, 22, 9, tzinfo=ZONE), datetime(2026, 11, 22, 10, tzinfo=ZONE)


def fills(office):
    """Give the office its area with an office of education and three schools, and something to attach."""
    factories.province("56", name="Khánh Hòa")
    ended = date(2025, 7, 1)
    factories.keep(FormerUnit(id=AREA, name="Ninh Thuận", kind="tinh", valid_to=ended, **factories.SOURCED))
    factories.keep(UnitLink(former_id=AREA, province_code="56", is_split=False, valid_from=ended))
    factories.programme("han", name="Hàn", levels=["trung-cap"])
    factories.institution("truong-a", name="Trường nghề An Phước", place="56")
    factories.quota("truong-a", school="Trường nghề An Phước", level="trung-cap")
    factories.eligibility_field()
    factories.policy("mien-hoc-phi", name="Miễn học phí trung cấp")
    sender = staff.unit("Phòng Giáo dục Ninh Thuận", "education-office", AREA)
    return sender, [staff.unit(name, "school", AREA) for name in SCHOOLS]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The site of an office of education, its editor, and a counselor at each of three schools."""
    office = Office(tmp_path_factory.mktemp("notices"), TESTING=False, PAGE_CACHE_BYTES=2**20)
    office.turns_to(NINE)
    with office.app.app_context():
        sender, schools = fills(office)
    office.editor = office.person("editor", unit=sender)
    office.counselors = [office.person("counselor", unit=school) for school in schools]
    office.indexes()
    yield office
    office.close()


@pytest.fixture
def people(browser, office, way):
    """An editor and three counselors, each with a browser."""
    office.turns_to(NINE)
    people = [office.comes(browser, way, name) for name in (office.editor, *office.counselors)]
    yield people[0], people[1:]
    for one in people:
        one.page.context.close()


def attaches(editor, kind, words):
    """Find something of the catalogue by words and attach it."""
    page = editor.page
    page.get_by_label("Tìm trong").select_option(label=kind)
    page.get_by_label("Tên ngành, trường hoặc chính sách").fill(words)
    editor.presses("Tìm")
    editor.presses("Kèm «")
    assert page.get_by_role("button", name="Bỏ «").last.is_visible()


def sends(editor, title):
    """Write a notice, attach a file and what the site knows, choose an area, look it over and send it."""
    editor.opens("/ban-lam-viec/")
    page = editor.follows("Soạn thông báo gửi trường")
    page.get_by_label("Tiêu đề", exact=True).fill(title)
    page.get_by_label("Nội dung").fill("Kính gửi các trường, gửi **chỉ tiêu** năm học tới.")
    page.get_by_label("Xác nhận đã đọc trước hết ngày").fill("2026-11-30")
    editor.presses("Lưu, sang bước kèm theo")
    page.get_by_label("Thêm tệp").set_input_files(
        {"name": "Công văn.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    editor.presses("Đính kèm")
    attaches(editor, "Ngành đào tạo", "hàn")
    attaches(editor, "Chỉ tiêu", "an phước")
    attaches(editor, "Chính sách", "miễn học phí")
    editor.follows("Sang bước chọn trường")
    page.get_by_label("tỉnh Ninh Thuận (cũ) (3)").check()
    editor.presses("Lập danh sách trường")
    assert page.get_by_text("3 trên 3 trường sẽ nhận").is_visible()
    editor.presses("Lưu danh sách, xem lại")
    editor.presses("Gửi đến 3 trường")
    assert page.get_by_role("heading", name="0/3 trường đã xác nhận").is_visible()


def confirms(counselor, title):
    """Open a notice from the desk, download its file and confirm."""
    counselor.opens("/ban-lam-viec/")
    page = counselor.follows(title)
    assert page.get_by_role("heading", name="Hàn", exact=True).is_visible()
    assert page.get_by_role("heading", name="Miễn học phí trung cấp").is_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Công văn").click()
    assert download.value.path().read_bytes() == PDF
    page.get_by_label("Lời nhắn lại cho nơi gửi").fill("Trường đã phổ biến cho lớp 9.")
    counselor.presses("Xác nhận đã đọc")
    assert page.get_by_text("Đã xác nhận. Nơi gửi thấy trường đã đọc.").is_visible()
    counselor.opens("/ban-lam-viec/")
    assert not page.locator(".desk-card-waiting").get_by_role("link", name=title).count()


def reminds(editor, title):
    """See on the desk who has not confirmed, and remind her."""
    editor.opens("/ban-lam-viec/")
    page = editor.follows(title)
    assert page.get_by_role("heading", name="2/3 trường đã xác nhận").is_visible()
    editor.follows("Chưa mở: 1")
    assert page.locator("tbody th").all_inner_texts()[0].startswith(SCHOOLS[2])
    editor.follows("Nhắc 1 trường")
    assert SCHOOLS[2] in page.get_by_label("Tên các trường chưa xác nhận").input_value()
    editor.presses("Nhắc trên bàn làm việc")
    assert page.get_by_text("đã nhắc 1 lần").is_visible()


def takes_home(editor, name):
    """Download the list of schools in a form."""
    with editor.page.expect_download() as download:
        editor.page.get_by_role("link", name=name).click()
    return download.value.path().read_bytes()


@IN_ALL_WAYS
def test_a_notice_reaches_all_schools_of_an_area(office, people, way):
    editor, (first, second, third) = people
    title = f"Chỉ tiêu nghề {way.word}"
    sends(editor, title)
    confirms(first, title)
    confirms(second, title)

    office.turns_to(TEN)
    reminds(editor, title)

    page = third.opens("/ban-lam-viec/")
    waiting = page.locator(".desk-card-waiting li", has_text=title)
    assert "nơi gửi đã nhắc" in waiting.inner_text()
    third.follows(title)
    assert page.get_by_text("Nơi gửi đã nhắc lúc 10:00").is_visible()
    editor.follows("Lịch sử")
    deeds = editor.page.get_by_role("listitem").all_inner_texts()
    assert sum("xác nhận đã đọc" in deed for deed in deeds) == 2 and any("nhắc 1" in deed for deed in deeds)
    editor.page.go_back()
    rows = list(csv.DictReader(io.StringIO(takes_home(editor, "Tải CSV").decode("utf-8-sig"))))
    assert [row["Trường"] for row in rows] == SCHOOLS
    assert [bool(row["Xác nhận lúc"]) for row in rows] == [True, True, False]
    assert rows[2]["Mở lúc"] and rows[2]["Số lần nhắc"] == "1"
    sheet = openpyxl.load_workbook(io.BytesIO(takes_home(editor, "Tải Excel"))).active
    assert [row[0] for row in sheet.values][1:] == SCHOOLS
