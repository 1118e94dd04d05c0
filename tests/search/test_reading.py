import pytest

from vocational.places.gazetteer import Gazetteer
from vocational.places.queries import Area
from vocational.search import reading
from vocational.search.engine.answers import Condition, Reading, Understood

AREAS = [
    Area("66", "tỉnh Đắk Lắk", "tinh"),
    Area("1", "phường Buôn Hồ", "phường", ("66",), frozenset({"1"})),
    Area("2", "phường Cư Bao", "phường", ("66",), frozenset({"2"})),
    Area("3", "xã Ea Drông", "xã", ("66",), frozenset({"3"})),
    Area("4", "xã Tân Lập", "xã", ("66",), frozenset({"4"})),
    Area("5", "xã Tân Lập", "xã", ("66",), frozenset({"5"})),
    Area("cu-x", "thị xã Buôn Hồ (cũ)", "huyen", (), frozenset({"1", "2", "3"})),
]


@pytest.fixture
def gazetteer():
    return Gazetteer({area.id: area for area in AREAS}, {}, {})


def place(label, value=""):
    return Condition("place", label, label, value, "")


@pytest.mark.parametrize(
    "typed, heading",
    [
        ("điện", "điện"),
        ("  nhiều   chỗ trống ", "nhiều chỗ trống"),
        ("\u202engược\u200b", "ngược"),
        ("a\x01b", "a b"),
        ("e\u0301\u0301\u0301\u0301\u0301x", "e\u0301\u0301x"),
        ("\u0001\u202e", ""),
        ("học nghề " * 20, "học nghề " * 6 + "học…"),
        ("a" * 200, "a" * 60 + "…"),
    ],
)
def test_headings_show_typed_words_short_and_without_tricks(typed, heading):
    assert reading.shown(typed) == heading


@pytest.mark.parametrize(
    "condition, words",
    [
        (place("Buôn Hồ"), "ở Buôn Hồ (nay: phường Buôn Hồ và 2 nơi khác)"),
        (place("Buôn Hồ", "cu-x 1"), "ở Buôn Hồ (nay: phường Buôn Hồ và 2 nơi khác)"),
        (place("phường Buôn Hồ", "1"), "ở Buôn Hồ"),
        (place("Đắk Lắk"), "ở Đắk Lắk"),
        (place("Nơi Xa"), ""),
        (place("Tân Lập", "4 5"), "ở Tân Lập"),
        (Condition("entry", "het lop 9", "sau lớp 9", "lop-9", ""), "sau lớp 9"),
    ],
)
def test_a_condition_is_told_in_words_a_former_place_with_what_it_is_today(gazetteer, condition, words):
    assert reading.condition_words(condition, gazetteer) == words


def test_what_was_read_otherwise_is_told_but_not_mere_accents():
    readings = [
        Reading("keystrokes", "hocj", "học"),
        Reading("keystrokes", "hocj", "học"),
        Reading("spelling", "cong", "công"),
        Reading("abbreviation", "sdt", "số điện thoại"),
        Reading("abbreviation", "sdt", "điện thoại"),
        Reading("synonym", "ô tô", "xe hơi"),
    ]

    assert reading.changed(readings) == [
        ("hocj", "phím gõ chưa thành dấu, đọc là", ["học"]),
        ("sdt", "viết tắt, tìm cả", ["số điện thoại", "điện thoại"]),
    ]


def test_other_names_are_told_but_not_short_forms_nor_those_of_a_place():
    readings = (
        Reading("synonym", "ô tô", "xe hơi"),
        Reading("synonym", "ô tô", "CNOT"),
        Reading("synonym", "sửa ô tô", "Ô tô"),
        Reading("synonym", "Buôn Hồ", "BH cũ"),
    )

    assert reading.also(Understood(readings=readings, conditions=(place("Buôn Hồ"),)), "sửa ô tô") == [
        "xe hơi"
    ]
