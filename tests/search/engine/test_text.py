import unicodedata

import pytest

from vocational.search.engine import text

MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"


@pytest.mark.parametrize("letter", MARKED + MARKED.upper())
def test_each_of_the_134_accented_letters_folds_to_plain_ascii(letter):
    assert text.fold("b" + letter).isascii()


def test_there_are_134_accented_letters():
    assert len(set(MARKED + MARKED.upper())) == 134


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("luỹ", "lũy")]
)
def test_the_place_of_the_tone_does_not_matter(one, other):
    assert text.exact(one) == text.exact(other)


@pytest.mark.parametrize(
    ("one", "other"), [("kĩ", "kỹ"), ("lí", "lý"), ("quí", "quý"), ("mĩ", "Mỹ"), ("sĩ", "sỹ")]
)
def test_final_i_and_y_are_one_word_in_both_forms(one, other):
    assert text.exact(one) == text.exact(other)
    assert text.fold(one) == text.fold(other)


@pytest.mark.parametrize(("one", "other"), [("tai", "tay"), ("thúi", "thúy"), ("hai", "hay")])
def test_i_and_y_behind_another_vowel_stay_different(one, other):
    assert text.exact(one) != text.exact(other)


@pytest.mark.parametrize("word", ["hàn", "đường", "Đắk", "nghiệp"])
def test_both_unicode_forms_are_one_word(word):
    assert text.exact(unicodedata.normalize("NFD", word)) == text.exact(unicodedata.normalize("NFC", word))


def test_accents_stay_apart_in_the_exact_form():
    assert len({text.exact(word) for word in ("may", "máy", "mây", "mấy", "mày")}) == 5


def test_the_letter_eth_is_read_as_d_with_stroke():
    assert text.exact("Ðắk") == text.exact("Đắk")


def test_highland_names_join_over_the_apostrophe():
    assert text.folded_phrase("M'Đrắk, H’Leo") == ("mdrak", "hleo")


def test_offsets_point_into_the_cleaned_text():
    cleaned = text.clean(unicodedata.normalize("NFD", "Nghề\u200b hàn – điện"))

    assert [cleaned[token.start : token.end] for token in text.tokens(cleaned)] == ["Nghề", "hàn", "điện"]


def test_numbers_and_signs_of_names_are_words():
    assert text.folded_phrase("Mô hình 9+, C++, hạng B2, 238/2025") == (
        "mo",
        "hinh",
        "9+",
        "c++",
        "hang",
        "b2",
        "238",
        "2025",
    )


def test_lone_combining_marks_are_not_words():
    assert text.tokens("\u0301 \u0300\u0309") == []


def test_pairs_do_not_cross_punctuation():
    sentence = "hàn, điện lạnh"

    assert text.pairs(sentence, text.tokens(sentence)) == ["dien_lanh"]


@pytest.mark.parametrize("marks", ["\u0301", "\u0302", "\u031b\u0302", "\u0306"])
def test_marks_without_a_letter_are_no_word(marks):
    assert text.tokens(marks) == []
