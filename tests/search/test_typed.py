import pytest

from vocational.search.typed import countable


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("  Học   Nghề HÀN ", "học nghề hàn"),
        ("ho\u0323c", "học"),
        ("hàn\u202e\u200b xì\x00", "hàn xì"),
        ("238/2025/NĐ-CP", "238/2025/nđ-cp"),
        ("6510216", "6510216"),
        ("tuyển sinh 2025-2026", "tuyển sinh 2025-2026"),
        ("a " * 12, "a a a a a a a a a a a a"),
        ("x" * 100, "x" * 100),
        ("C++", "c++"),
    ],
)
def test_words_are_counted_in_one_form(typed, counted):
    assert countable(typed) == counted


@pytest.mark.parametrize(
    "typed",
    [
        "0905123456",
        "gọi 0905 123 456",
        "0905.123.456",
        "+84 (905) 123-456",
        "cccd 066123456789",
        "sinh 12/05/2011",
        "20102011",
        "2025-2027",
        "0262-2025-2026",
        "０９０５１２３４５６",
        "0905\u200b123\u200b456",
        "ten@example.vn",
        "ten＠example.vn",
        "a " * 13,
        "x" * 101,
        "x" * 10_000,
        "",
        "   ",
        "?!",
        "\u0301",
    ],
)
def test_what_may_lead_to_a_person_is_not_counted(typed):
    assert countable(typed) is None
