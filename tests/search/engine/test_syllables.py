import pytest

from vocational.search.engine.syllables import is_syllable, likeness, spelled
from vocational.search.engine.text import exact


@pytest.mark.parametrize(
    "word", ["nghề", "quyết", "giường", "y", "yêu", "Đắk", "Búk", "nguyễn", "quốc", "ong"]
)
def test_syllables_of_the_language_are_possible(word):
    assert is_syllable(exact(word))


@pytest.mark.parametrize("word", ["kees", "toans", "ddieenj", "web", "trih", "hòc", "bcd", "tmt"])
def test_other_letter_sequences_are_impossible(word):
    assert not is_syllable(exact(word))


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [("hàn", "hàn", "hạn"), ("nghiêp", "nghiệp", "nghiếp"), ("dẩn", "dẫn", "dân"), ("may", "may", "máy")],
)
def test_likeness_prefers_agreeing_accents(typed, better, worse):
    assert likeness(exact(typed), exact(better)) >= likeness(exact(typed), exact(worse))


def test_missing_accents_agree_and_other_accents_contradict():
    assert likeness(exact("han"), exact("hàn")) > 0.5 > likeness(exact("hàn"), exact("hạn"))


@pytest.mark.parametrize(
    "word", ["hòa", "nghiệp", "quý", "giá", "cảo", "đường", "thủy", "khuya", "toán", "mùa"]
)
def test_an_exact_form_is_spelled_as_people_write_it(word):
    assert exact(spelled(exact(word))) == exact(word)
    assert spelled(exact(word)) == word or word == "quý"
