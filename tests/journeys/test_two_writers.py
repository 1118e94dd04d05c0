"""Two counselors of a school write at the same text: each sees what the other wrote, and nothing is lost."""

import pytest

from tests import staff
from tests.journeys.office import IN_ALL_WAYS, Office

FIRST, SECOND = "Mời phụ huynh đến họp.", "Nhớ mang theo học bạ."


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The site of an office, with two counselors of one school."""
    office = Office(tmp_path_factory.mktemp("writers"))
    with office.app.app_context():
        school = staff.unit("THCS Cư Bao")
    office.counselors = [office.person("counselor", unit=school) for _ in range(2)]
    yield office
    office.close()


@pytest.fixture
def people(browser, office, way):
    """Both, each with a browser."""
    people = [office.comes(browser, way, name) for name in office.counselors]
    yield people
    for one in people:
        one.page.context.close()


def begins(person, title):
    """Save the draft of an announcement and return its address."""
    page = person.opens("/ban-lam-viec/bai/moi")
    page.get_by_label("Tiêu đề", exact=True).fill(title)
    page.get_by_label("Nội dung").fill("Kính gửi quý thầy cô.")
    person.presses("Lưu nháp")
    return page.url.removeprefix(person.address)


def adds(person, words):
    """Add a paragraph below what the form shows."""
    box = person.page.get_by_label("Nội dung")
    box.fill(f"{box.input_value()}\n\n{words}")


def saves_in_vain(person):
    """Save, and get the page with both texts, which comes as an error."""
    with person.page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        person.page.get_by_role("button", name="Lưu nháp").click()
    assert answer.value.status == 409
    person.page.get_by_role("heading", name="Có người vừa sửa bài này").wait_for()
    person.complaints.clear()
    person.looks_over()
    person.passes_axe_once("conflict")


@IN_ALL_WAYS
def test_both_texts_are_shown_and_put_together(people, way):
    first, second = people
    address = begins(first, f"Họp phụ huynh {way.word}")
    page = second.opens(address)
    adds(first, FIRST)
    first.presses("Lưu nháp")

    adds(second, SECOND)
    page.get_by_label("Tiêu đề", exact=True).fill(f"Họp cha mẹ {way.word}")
    saves_in_vain(second)
    assert page.get_by_text(FIRST).is_visible() and page.get_by_text(SECOND).is_visible()
    second.follows("Để sau: phần của tôi đã được giữ")
    assert page.get_by_label("Tiêu đề", exact=True).input_value() == f"Họp cha mẹ {way.word}"
    assert SECOND in page.get_by_label("Nội dung").input_value()

    saves_in_vain(second)
    page.get_by_label(FIRST).check()
    page.get_by_label(SECOND).check()
    second.presses("Ghép")
    second.presses("Lưu nháp")
    text = first.opens(address).get_by_label("Nội dung").input_value()
    assert FIRST in text and SECOND in text
    assert first.page.get_by_label("Tiêu đề", exact=True).input_value() == f"Họp cha mẹ {way.word}"
