"""A parent asks what it costs, what the state bears, where the child would live, and prints it."""

import pytest

SCHOOL = "/truong/cao-dang-bach-khoa-tay-nguyen"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_parent_learns_the_cost_and_the_support(reader, javascript):
    parent = reader(javascript=javascript)
    parent.opens("/")
    parent.follows("Phụ huynh")
    parent.follows("Xem đủ các chính sách")
    parent.follows("Phụ huynh")
    assert "danh-cho=phu-huynh" in parent.page.url

    parent.follows("Vay vốn học sinh, sinh viên")
    assert parent.page.get_by_role("heading", name="Hồ sơ, nơi nộp, hạn").is_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_parent_reads_fees_and_dormitory_of_a_school(reader, javascript):
    parent = reader(javascript=javascript)
    page = parent.opens(SCHOOL)

    fees = page.locator("dt", has_text="Học phí").locator("xpath=following-sibling::dd").inner_text()
    assert "Niêm yết" in fees and "Còn phải đóng" in fees
    parent.follows("Ở trường", within=".toc")
    assert page.get_by_role("heading", name="Ký túc xá").is_visible()


def test_a_printed_school_keeps_the_facts_and_drops_the_controls(reader):
    parent = reader()
    page = parent.opens(SCHOOL)
    page.emulate_media(media="print")

    assert not page.get_by_role("link", name="Mục lục").is_visible()
    assert not page.locator(".toc").is_visible()
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("heading", name="Nguồn", exact=True).is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_print_button_prints(reader):
    parent = reader()
    page = parent.opens(SCHOOL)
    page.evaluate("window.print = () => { window.printed = true }")

    page.get_by_role("button", name="In trang này").click()

    assert page.evaluate("window.printed")
