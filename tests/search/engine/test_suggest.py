import pytest

from vocational.search.engine import api


@pytest.fixture
def completed(folder):
    return lambda prefix, limit=8: [one.text for one in api.suggest(folder, prefix, limit)]


def test_a_title_is_completed_from_its_start(completed):
    assert completed("thợ m") == ["Thợ mộc"]


def test_accents_are_not_needed(completed):
    assert completed("ke to") == ["Kế toán"]


def test_any_syllable_may_be_the_start(completed):
    assert "Công nghệ ô tô" in completed("ô tô")


def test_the_start_of_a_phrase_comes_first(completed):
    assert completed("may")[0] == "May thời trang"


def test_a_name_starts_behind_its_class_noun_as_well(completed):
    assert completed("cao dang")[0] == "Trường Cao đẳng Đắk Lắk"


def test_a_whole_name_comes_before_longer_ones(completed):
    assert completed("ke toan")[0] == "Kế toán"


def test_other_accents_come_last(completed):
    assert completed("máy")[0] == "Sửa chữa máy tính"


def test_one_page_is_offered_once(completed):
    assert len(completed("hàn")) == 1


def test_what_was_typed_is_marked(folder):
    suggestion = api.suggest(folder, "ke to")[0]

    assert suggestion.segments == (("Kế to", True), ("án", False))
    assert (suggestion.id, suggestion.url) == ("nganh/ke-toan", "/nganh/ke-toan")


@pytest.mark.parametrize("prefix", ["", " ", "???", "\u0301", "zzzz", "x" * 5000])
def test_nothing_to_complete_gives_nothing(completed, prefix):
    assert completed(prefix) == []


def test_no_more_than_asked(completed):
    assert len(completed("t", limit=3)) == 3
