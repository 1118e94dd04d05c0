"""A counselor at a desk narrows a table, takes it home, and follows law and figures through the years."""

import csv

import openpyxl
import pytest

from tests.journeys.conftest import DESKTOP

YEAR = "/tuyen-sinh/2025"


@pytest.fixture
def counselor(reader):
    """A person at a desk."""
    return reader(DESKTOP)


def filtered(counselor):
    """Return the page of a year with the seats of one level only, and its rows as read on the screen."""
    page = counselor.opens(YEAR)
    rows = page.locator("table").first.locator("tbody tr")
    before = rows.count()
    page.get_by_label("Trung cấp").check()
    page.get_by_role("button", name="Xem").click()
    counselor.looks_over()
    assert 0 < rows.count() < before
    return page, [row.locator("th").inner_text() for row in rows.all()]


def test_the_csv_of_a_filtered_table_holds_exactly_its_rows(counselor):
    page, schools = filtered(counselor)

    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [row["Trường"] for row in rows] == schools


def test_the_sheet_of_a_filtered_table_holds_exactly_its_rows(counselor, tmp_path):
    page, schools = filtered(counselor)

    with page.expect_download() as download:
        page.get_by_role("link", name="Excel").click()
    download.value.save_as(tmp_path / download.value.suggested_filename)
    (file,) = tmp_path.glob("*.xlsx")
    sheet = openpyxl.load_workbook(file).active
    head, *rows = list(sheet.iter_rows(values_only=True))

    assert [row[head.index("Trường")] for row in rows] == schools


def test_a_column_sorts_both_ways(counselor):
    page = counselor.opens(YEAR)

    counselor.follows("Số lượng")
    first = page.locator("th[aria-sort]").get_attribute("aria-sort")
    counselor.follows("Số lượng")

    assert {first, page.locator("th[aria-sort]").get_attribute("aria-sort")} == {"ascending", "descending"}


def test_a_replaced_law_leads_to_the_one_in_force_and_back(counselor):
    counselor.opens("/van-ban/nd-81-2021")
    assert counselor.page.get_by_text("Đã được thay thế").first.is_visible()

    counselor.follows("238/2025/NĐ-CP")
    assert counselor.page.get_by_text("Còn hiệu lực").first.is_visible()

    counselor.follows("81/2021/NĐ-CP")
    assert counselor.at("/van-ban/nd-81-2021")


def test_a_series_shows_the_same_numbers_in_the_chart_and_in_the_table(counselor):
    counselor.opens("/thi-truong/")
    counselor.follows("Thu nhập bình quân tháng của người lao động")
    figure = counselor.page.locator("figure").first

    figure.get_by_text("Xem bảng số liệu").click()

    drawn = figure.locator("svg .value").all_text_contents()
    told = figure.locator("td").all_inner_texts()
    assert drawn and all(any(value in cell for cell in told) for value in drawn)
    counselor.passes_axe()


def test_a_topic_opens_from_its_first_lines(counselor):
    counselor.opens("/thi-truong/")

    counselor.follows("số liệu: Sau lớp 9")

    assert "chu-de=sau-lop-9" in counselor.page.url
    assert counselor.page.get_by_role("heading", name="Sau lớp 12").count() == 0
