"""What has to be right, or looked at once more, before a text goes to readers."""

from datetime import UTC, date, datetime, timedelta

import pytest

from vocational.noticeboard import checks
from vocational.noticeboard.checks import Picture, Text, Weight

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
LATER = NOW + timedelta(days=30)


def found(body="", *, html="", is_own=lambda path: path == "/truong/", **more):
    words = {"title": more.pop("title", "Ngày hội"), "body": body} | more.pop("words", {})
    text = Text(words=words, html=html, **{"expire_at": LATER} | more)
    return checks.findings(text, now=NOW, today=date(2026, 11, 22), is_own=is_own)


def stops(*args, **more):
    return checks.stops(found(*args, **more))


def looks(*args, **more):
    return [one.says for one in checks.looks(found(*args, **more))]


def test_a_good_text_is_left_alone():
    assert not found("Mời các em đến dự ngày hội ngày 5/12/2026.", contact="0259 3822 222")


def test_pushing_wording_is_refused_with_the_reason():
    (said,) = stops("Phụ huynh nộp đơn xin không thi lớp 10.")

    assert said.startswith("body: ")
    assert "quyền đăng ký vào lớp 10" in said


def test_pushing_wording_cut_over_two_fields_is_refused():
    assert stops("không thi lớp 10", title="Mẫu đơn tự nguyện")


@pytest.mark.parametrize("expire_at", [None, NOW - timedelta(days=1), NOW])
def test_an_expiry_ahead_is_asked_for(expire_at):
    assert [said.partition(": ")[0] for said in stops(expire_at=expire_at)] == ["expire_on"]


def test_expiry_comes_after_publication():
    assert stops(publish_at=LATER, expire_at=LATER)


def test_ends_come_after_starts():
    assert stops(starts=LATER, ends=LATER - timedelta(hours=1))


@pytest.mark.parametrize(
    "target",
    [
        "http://truong.edu.vn",
        "/khong-co",
        "//evil.vn",
        "truong.edu.vn",
        "https://",
        "https://localhost",
        "ftp://truong.vn/a",
    ],
)
def test_a_link_that_cannot_be_right_is_refused(target):
    assert stops(html=f'<a href="{target}">xem</a>')


@pytest.mark.parametrize(
    "target", ["https://truong.edu.vn/a?b=1&amp;c=2", "/truong/", "mailto:a@b.vn", "tel:0259"]
)
def test_a_link_that_can_be_right_is_taken(target):
    assert not found(html=f'<a href="{target}">xem</a>')


def test_a_picture_without_words_is_asked_for_them():
    assert stops(pictures=(Picture("Sân trường", " "),))
    assert not stops(pictures=(Picture("Sân trường", "Học sinh xếp hàng"),))


@pytest.mark.parametrize(
    "more",
    [
        {"starts": NOW - timedelta(days=1)},
        {"deadline": date(2026, 11, 21)},
        {"title": "Ngày hội 20/11/2026"},
        {"publish_at": NOW - timedelta(days=2)},
        {"expire_at": NOW + timedelta(days=600)},
        {"starts": LATER + timedelta(days=3)},
    ],
)
def test_a_day_that_looks_wrong_is_pointed_out(more):
    assert looks(**more)
    assert not stops(**more)


def test_a_due_day_in_the_text_that_has_passed_is_pointed_out():
    assert looks("Hạn nộp hồ sơ đến hết ngày 1/10/2026")
    assert not looks("Theo quyết định ngày 1/10/2026")


@pytest.mark.parametrize(
    "body",
    [
        "Em Lan, 0912 345 678",
        "gọi +84912345678",
        "CCCD 056 203 001 234",
        "số 056203001234",
        "1. Nguyễn Văn A 12/05/2011\n2. Đặng Thị Bé 01-02-2012",
        "| Đặng Văn Ân | 12.05.2011 |\n| Y Bhăm Niê | 1/2/2012 |",
        "Em Trần Thị B, sinh ngày 12/05/2011",
    ],
)
def test_what_tells_about_one_pupil_is_pointed_out(body):
    assert looks(body)


@pytest.mark.parametrize(
    "body",
    [
        "Hiệu trưởng Nguyễn Văn A ký ngày 12/05/2026",
        "Thành lập ngày 12/05/1995 và 01/06/1999 theo Quyết Định",
        "Lương 7.000.000 – 9.000.000 đồng",
        "Chỉ tiêu 120, mã trường 123456789",
    ],
)
def test_what_tells_about_no_pupil_is_left_alone(body):
    assert not looks(body)


def test_the_phone_of_the_office_is_left_alone():
    assert not looks("Gọi 0259.3822.222", contact="Phòng đào tạo: 02593822222")


def test_all_findings_name_a_field_or_none():
    assert {one.weight for one in found("xin không thi lớp 10 0912345678")} == {Weight.STOP, Weight.LOOK}
