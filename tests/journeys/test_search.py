"""Somebody types a whole sentence and goes on by what the page makes of it, with and without scripts."""

import pytest

from tests.journeys.conftest import DESKTOP, PHONE

WITH_AND_WITHOUT_SCRIPTS = pytest.mark.parametrize("javascript", [True, False])


@WITH_AND_WITHOUT_SCRIPTS
def test_a_sentence_is_taken_apart_and_narrowed(reader, javascript):
    pupil = reader(PHONE, javascript=javascript)
    box = pupil.opens("/tim-kiem").get_by_label("Tìm trường, ngành")
    box.fill("hoc nghe han o buon ho sau lop 9")
    box.press("Enter")
    pupil.page.wait_for_url("**q=hoc**")
    pupil.looks_over()
    chips = pupil.page.get_by_role("list", name="Điều kiện tìm")
    assert chips.get_by_text("ở Buôn Hồ (nay:").is_visible()

    pupil.follows("sau lớp 9")
    assert chips.get_by_text("sau lớp 9").count() == 0
    assert chips.get_by_text("ở Buôn Hồ (nay:").is_visible()

    pupil.follows("Trường", within="nav.kinds")
    count = pupil.page.locator("nav.kinds [aria-current] span").inner_text()
    assert pupil.page.get_by_role("status").first.inner_text().startswith(f"{count} kết quả")
    assert pupil.page.get_by_role("heading", level=2).first.is_visible()

    pupil.page.locator(".order summary").click()
    pupil.follows("Gần nhất", within=".order")
    assert "sap-xep=gan-nhat" in pupil.page.url and "loai=truong" in pupil.page.url


@WITH_AND_WITHOUT_SCRIPTS
def test_one_says_where_one_lives(reader, javascript):
    pupil = reader(PHONE, javascript=javascript)
    pupil.opens("/tim-kiem?q=điện&sap-xep=gan-nhat")
    pupil.page.get_by_label("Nơi em ở").select_option(label="phường Buôn Hồ")
    pupil.page.get_by_role("button", name="Tính từ nơi này").click()
    pupil.page.wait_for_url("**tu=**")

    pupil.looks_over()
    assert "sap-xep=gan-nhat" in pupil.page.url


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "query",
    [
        "q=học nghề ở buôn ma thuột sau lớp 9&bac=trung-cap",
        "q=trường cao đẳng bách khoa tây nguyên",
        "q=hàn&sap-xep=gan-nhat&tu=24305",
        "q=asdkjh qwe&vao=lop-9",
    ],
)
def test_every_state_of_the_page_passes_axe(reader, width, scheme, query):
    person = reader(width, color_scheme=scheme)
    person.opens(f"/tim-kiem?{query}")

    person.passes_axe()
