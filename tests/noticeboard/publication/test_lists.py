"""The list of all texts of a unit, and the card of those that readers will soon lose."""

import re
from datetime import timedelta

import pytest

from tests import staff
from tests.noticeboard import written
from tests.noticeboard.written import NOW

LIST = "/ban-lam-viec/bai/"


@pytest.fixture
def school(app):
    return staff.unit("Trường A")


@pytest.fixture
def counselor(app, school):
    return staff.signed_in(app, role="counselor", unit=school)


def titles(client, address):
    """Return the titles of the texts that a list shows."""
    return re.findall(r"<h2><a [^>]*>([^<]*)</a></h2>", client.get(address).text)


def test_a_list_holds_what_the_own_unit_wrote_in_every_standing_and_nothing_else(counselor, school):
    written.item("nhap", unit=school, title="Bài nháp")
    written.published("ra", unit=school, title="Bài đã đăng")
    written.item("khac", unit=staff.unit("Trường B"), title="Bài của nơi khác")

    assert set(titles(counselor, LIST)) == {"Bài nháp", "Bài đã đăng"}
    assert titles(counselor, f"{LIST}?tinh-trang=draft") == ["Bài nháp"]
    assert titles(counselor, f"{LIST}?q=đã+đăng") == ["Bài đã đăng"]
    assert titles(counselor, f"{LIST}?loai=su-kien") == []


def test_the_desk_tells_what_ends_within_days(counselor, school):
    written.published("som", unit=school, title="Bài sắp hết", expire_at=NOW + timedelta(days=3))
    written.published("lau", unit=school, title="Bài còn lâu", expire_at=NOW + timedelta(days=30))

    desk = counselor.get("/ban-lam-viec/").text
    [card] = re.findall(
        r"<li class=\"card desk-card[^>]*>(?:(?!</li>\n<li class=\"card).)*Sắp hết hạn.*?</ul>", desk, re.S
    )

    assert "Bài sắp hết" in card and "Bài còn lâu" not in card
    assert titles(counselor, f"{LIST}?tinh-trang=soon") == ["Bài sắp hết"]


def test_long_lists_have_pages_and_odd_pages_are_the_last(counselor, school):
    for number in range(23):
        written.item(f"bai-{number}", unit=school, title=f"Bài {number}")

    assert len(titles(counselor, LIST)) == 20
    assert len(titles(counselor, f"{LIST}?trang=99")) == 3
