import pytest

from vocational.vietnamese import fold, slug, sort_key, sort_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đắk  Lắk", "dak lak"), ("Thợ hàn", "tho han"), ("", ""), ("M'Đrắk", "m'drak"), ("ƯỚC", "uoc")],
)
def test_fold_drops_accents_and_spare_spaces(text, folded):
    assert fold(text) == folded


def test_letters_come_in_vietnamese_order():
    words = ["êm", "đa", "da", "ăn", "an", "ân", "ba", "ơn", "ôn", "on"]

    assert sorted(words, key=sort_key) == ["an", "ăn", "ân", "ba", "da", "đa", "êm", "on", "ôn", "ơn"]


def test_tones_count_only_where_letters_are_equal():
    words = ["mạ nam", "má", "mà", "ma", "mả", "mã", "mạ", "Ma nam"]

    assert sorted(words, key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ", "Ma nam", "mạ nam"]


def test_composed_and_spread_letters_are_the_same():
    assert sort_key("Thợ") == sort_key("Tho\u031b\u0323")


def test_the_sort_column_gives_the_same_order_in_digits_alone():
    words = ["mạ nam", "Điện công nghiệp", "Điện", "má", "ma", "Dược", "Ma nam", "ăn – 21", "Điện lạnh", "Ôn"]

    assert sorted(words, key=sort_text) == sorted(words, key=sort_key)
    assert all(sort_text(word).isdigit() for word in words)


def test_an_anchor_is_made_of_plain_letters_and_digits():
    assert slug("1. Lớp 10, đường khác (%)") == "1-lop-10-duong-khac"
    assert slug("…") == ""
