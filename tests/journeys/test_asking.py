"""A parent asks without an account, reads the answer by her code, and others find it as an answer for all."""

import re
from datetime import date, datetime, timedelta

import pytest

from tests import factories, staff
from tests.journeys.office import IN_ALL_WAYS, Office, soon
from vocational.guides.models import Site
from vocational.web.clock import ZONE

AREA = "cu-ninh-thuan"
NINE, WRITING = datetime(2026, 11, 22, 9, tzinfo=ZONE), timedelta(seconds=40)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The site of an office that serves one area, with a counselor there and an editor."""
    office = Office(tmp_path_factory.mktemp("asking"), TESTING=False, PAGE_CACHE_BYTES=2**20)
    office.turns_to(NINE)
    with office.app.app_context():
        areas = [{"area": AREA, "name": "tỉnh Ninh Thuận (cũ)", "plan": ""}]
        words = {"name": "Trang thử", "short_name": "Thử", "tagline": "Thử", "popular_searches": []}
        words |= dict.fromkeys(("office", "address", "phone", "email", "counselling_phone"), "")
        right = "Quyền vào lớp 10 của em"
        factories.keep(
            Site(id=1, areas=areas, right_to_grade_10=right, content_as_of=date(2026, 11, 22), **words)
        )
        school = staff.unit("THCS An Hải", "school", AREA)
    office.indexes()
    office.counselor, office.editor = office.person("counselor", unit=school), office.person("editor")
    yield office
    office.close()


@pytest.fixture
def people(browser, office, way):
    """A parent, a counselor and an editor, each with a browser."""
    office.turns_to(NINE)
    people = [office.comes(browser, way, name) for name in ("", office.counselor, office.editor)]
    yield people
    for one in people:
        one.page.context.close()


def asks(office, parent, question):
    """Ask, after reading the warning, and return the code on the sheet with its address as a QR code."""
    parent.opens("/hoi-dap/")
    page = parent.follows("Đặt câu hỏi")
    typed = page.locator("main :is(input, textarea, select):not([type=hidden], [tabindex])")
    names = [field.get_attribute("name") for field in typed.all()]
    assert names == ["topic", "area", "text"]
    warning = page.get_by_text("Đừng ghi tên, số điện thoại, trường, lớp")
    box = page.get_by_label("Câu hỏi của em")
    assert warning.bounding_box()["y"] < box.bounding_box()["y"]
    page.get_by_label("Em muốn hỏi về").select_option(index=1)
    page.get_by_label("Em ở đâu").select_option(label="tỉnh Ninh Thuận (cũ)")
    box.fill(question)
    office.turns_to(NINE + WRITING)
    parent.presses("Gửi câu hỏi")
    parent.passes_axe_once("sent")
    assert page.get_by_role("img", name="Mã QR mở trang xem trả lời").is_visible()
    return page.locator("#ma-so").inner_text()


def answers(counselor, question, answer):
    """Find the question on the desk and answer it for whoever has the code."""
    counselor.opens("/ban-lam-viec/")
    page = counselor.follows("Câu hỏi chờ trả lời")
    counselor.follows(re.compile(r"^Câu \d+:"))
    assert page.get_by_text(question).is_visible()
    page.get_by_label("Trả lời riêng").fill(answer)
    counselor.presses("Gửi trả lời")
    assert page.get_by_text("Đã trả lời; người hỏi đọc được bằng mã.").is_visible()


def reads(parent, code):
    """Read by code what became of the question."""
    page = parent.opens("/hoi-dap/tra-loi")
    page.get_by_label("Mã xem trả lời").fill(code.lower())
    parent.presses("Xem trả lời")
    parent.passes_axe_once("read")
    return page.locator("main").inner_text()


def publishes(counselor, editor, question, general):
    """Write the question anew for all, and let the editor put it up."""
    counselor.opens("/ban-lam-viec/hoi-dap?trang-thai=answered")
    page = counselor.follows(re.compile(r"^Câu \d+:"))
    counselor.follows("Viết thành câu hỏi đáp chung")
    assert page.get_by_text(question).is_visible()
    page.get_by_label("Câu hỏi chung").fill(general)
    page.get_by_label("Trả lời", exact=True).fill("Không mất học phí.\n\n- Còn có trợ cấp hằng tháng.")
    page.get_by_label("Tôi đã đọc lại").check()
    counselor.presses("Lưu, gửi duyệt")
    editor.opens("/ban-lam-viec/")
    page = editor.follows(general)
    editor.presses("Duyệt và đăng")
    assert page.get_by_text("Đã đăng").is_visible()


@IN_ALL_WAYS
def test_a_question_is_answered_for_one_and_then_for_all(office, people, way):
    parent, counselor, editor = people
    question = f"Con tôi muốn học nghề {way.word} nhưng nhà nghèo, có phải đóng tiền không?"
    general, answer = f"Học nghề {way.word} có mất tiền không?", "Con chị không phải đóng học phí."
    code = asks(office, parent, question)
    assert "Chưa có trả lời" in reads(parent, code)
    answers(counselor, question, answer)
    assert answer in reads(parent, code)

    publishes(counselor, editor, question, general)
    page = parent.page
    soon(lambda: parent.opens(f"/tim-kiem?q={way.word}").get_by_role("link", name=general).count())
    parent.opens("/hoi-dap/")
    parent.follows(general)
    assert page.get_by_text("Còn có trợ cấp hằng tháng.").is_visible()
    assert question not in page.content() and answer not in page.content()
    assert general in reads(parent, code)
