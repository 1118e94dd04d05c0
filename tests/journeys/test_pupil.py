"""Pupils of grade 9 and 12 look things up on a phone, with and without scripts."""

import pytest

WITH_AND_WITHOUT_SCRIPTS = pytest.mark.parametrize("javascript", [True, False])
SCHOOL = "/truong/cao-dang-bach-khoa-tay-nguyen"


@WITH_AND_WITHOUT_SCRIPTS
def test_grade_9_goes_from_the_ways_to_a_support_and_its_law(reader, javascript):
    pupil = reader(javascript=javascript)
    pupil.opens("/")
    pupil.follows("Em học lớp 9")
    assert "quyền đăng ký dự tuyển lớp 10" in pupil.page.locator("main").inner_text()

    pupil.follows("Xem lộ trình trung cấp")
    assert pupil.page.get_by_role("heading", level=1).inner_text() == "Trung cấp"

    pupil.follows("Miễn học phí cho người tốt nghiệp trung học cơ sở học trung cấp")
    assert pupil.page.get_by_text("Miễn 100 % học phí").first.is_visible()

    pupil.follows("238/2025/NĐ-CP")
    assert pupil.page.get_by_text("Còn hiệu lực").first.is_visible()


@WITH_AND_WITHOUT_SCRIPTS
def test_grade_9_narrows_the_schools_and_follows_a_figure_to_its_source(reader, javascript):
    pupil = reader(javascript=javascript)
    pupil.opens("/truong/")
    before = pupil.page.get_by_role("status").inner_text()
    pupil.page.get_by_role("link", name="Lọc").click()
    pupil.page.get_by_label("Học xong lớp 9").check()
    pupil.page.get_by_role("button", name="Xem").click()
    pupil.looks_over()
    assert pupil.page.get_by_role("status").inner_text() != before
    assert pupil.page.get_by_role("link", name="Lọc (1)").is_visible()

    pupil.follows("Trường Cao đẳng Bách khoa Tây Nguyên")
    assert pupil.at(SCHOOL)
    pupil.page.locator("main").get_by_role("link", name="Nguồn 1").first.click()
    assert pupil.page.locator("#nguon-1").is_visible()

    pupil.page.locator("#nguon-1 a").click()
    pupil.looks_over()
    assert "/nguon/" in pupil.page.url


@WITH_AND_WITHOUT_SCRIPTS
def test_grade_12_finds_an_occupation_what_to_learn_for_it_and_where(reader, javascript):
    pupil = reader(javascript=javascript)
    pupil.opens("/")
    pupil.follows("Em học lớp 12")
    pupil.follows("các nghề")
    pupil.follows("Kỹ thuật viên sửa chữa ô tô")
    pupil.follows("Công nghệ ô tô")
    assert pupil.at("/nganh/cong-nghe-o-to")

    pupil.follows("Trường Cao đẳng Bách khoa Tây Nguyên")
    assert pupil.page.locator("main").get_by_text("Công nghệ ô tô").first.is_visible()


@WITH_AND_WITHOUT_SCRIPTS
def test_words_without_accents_find_a_school_and_its_telephone(reader, javascript):
    pupil = reader(javascript=javascript)
    box = pupil.opens("/").locator("main").get_by_label("Tìm trường")
    box.fill("cao dang bach khoa tay nguyen")
    box.press("Enter")
    pupil.page.wait_for_url("**/tim-kiem**")
    pupil.looks_over()
    pupil.page.locator("main article a").first.click()
    pupil.looks_over()

    assert pupil.at(SCHOOL)
    call = pupil.page.locator("main a[href^='tel:+84']").first
    assert call.is_visible()


@WITH_AND_WITHOUT_SCRIPTS
def test_words_that_nothing_fits_lead_on(reader, javascript):
    pupil = reader(javascript=javascript)
    pupil.opens("/tim-kiem?q=asdkjh qwe")

    pupil.follows("đường đi sau lớp 9")

    assert pupil.at("/lop-9")


def test_an_unknown_address_offers_the_search(reader):
    pupil = reader(javascript=False)
    pupil.page.goto(f"{pupil.address}/khong-co-trang-nay")

    box = pupil.page.get_by_role("searchbox")
    box.fill("hàn")
    box.press("Enter")
    pupil.page.wait_for_url("**/tim-kiem**")
    pupil.complaints.clear()  # the browser itself notes the 404

    pupil.looks_over()
