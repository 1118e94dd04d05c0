"""What in a text tells who somebody is."""

import pytest

from vocational.questions.personal_data import found_in, without


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("em tên là Nguyễn Văn An ạ", "em tên là Nguyễn Văn An"),
        ("em ten la nguyen van an", "em ten la nguyen van an"),
        ("Em tên Lan", "Em tên Lan"),
        ("Họ và tên: H'Yến", "Họ và tên: H'Yến"),
        ("con tôi là Lê Thị Bình", "tôi là Lê Thị Bình"),
        ("em học lớp 9A", "lớp 9A"),
        ("lớp 9/2 trường em", "lớp 9/2"),
        ("ở trường THCS Trần Phú", "THCS Trần Phú"),
        ("gọi em 0912 345 678 nhé", "0912 345 678"),
        ("+84 912345678", "+84 912345678"),
        ("cccd 066209001234", "066209001234"),
        ("thư cho em: an.nguyen@gmail.com", "an.nguyen@gmail.com"),
        ("facebook.com/an.nguyen", "facebook.com/an.nguyen"),
        ("em sinh ngày 12/05/2011", "sinh ngày 12/05/2011"),
        ("nhà em số 12 đường lớn", "nhà em số 12"),
    ],
)
def test_it_is_pointed_out(text, piece):
    assert [one.text for one in found_in(text)] == [piece]


@pytest.mark.parametrize(
    "text",
    [
        "em là học sinh lớp 9, em tên gì không quan trọng",
        "học phí 5.400.000 đồng một năm, năm học 2026-2027",
        "lớp 9 xong thì vào lớp 10 có khó không, hay học nghề",
        "trường cao đẳng nghề cách nhà 10 km",
        "nghị định 238/2025/NĐ-CP nói gì",
    ],
)
def test_what_names_nobody_is_left_alone(text):
    assert not found_in(text)


def test_what_was_found_can_be_taken_out():
    text = "Em tên là Lan, lớp 9A, số 0912345678. Học gì?"

    assert without(text, found_in(text)) == "[…], […], số […]. Học gì?"
