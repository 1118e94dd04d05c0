import pytest

from vocational.search.engine.text import exact_phrase
from vocational.search.engine.vocabulary import Vocabulary


def shown(vocabulary, typed, raw=None):
    raw = tuple((raw or typed).split())
    return [
        meaning.shown
        for entry in vocabulary.entries_for(exact_phrase(typed), raw)
        for meaning in entry.meanings
    ]


def test_words_of_a_group_stand_for_each_other():
    vocabulary = Vocabulary.read({"synonyms": [{"words": ["heo", "lợn"]}]})

    assert shown(vocabulary, "heo") == ["lợn"]
    assert shown(vocabulary, "lợn") == ["heo"]


def test_means_leads_one_way():
    vocabulary = Vocabulary.read({"synonyms": [{"words": ["thợ hồ"], "means": ["thợ xây"]}]})

    assert shown(vocabulary, "thợ hồ") == ["thợ xây"]
    assert shown(vocabulary, "thợ xây") == []


def test_entries_fit_without_accents_but_not_with_other_accents():
    vocabulary = Vocabulary.read({"synonyms": [{"words": ["y tá"], "means": ["điều dưỡng"]}]})

    assert shown(vocabulary, "y ta") == ["điều dưỡng"]
    assert shown(vocabulary, "y tả") == []


def test_an_abbreviation_in_capitals_needs_capitals_where_it_could_be_a_word():
    vocabulary = Vocabulary.read({"abbreviations": [{"short": "TI", "means": ["tin học"], "capitals": True}]})

    assert shown(vocabulary, "ti", raw="TI") == ["tin học"]
    assert shown(vocabulary, "ti", raw="ti") == []


def test_an_abbreviation_in_capitals_that_is_no_syllable_may_be_typed_small():
    vocabulary = Vocabulary.read({"abbreviations": [{"short": "SC", "means": ["sơ cấp"], "capitals": True}]})

    assert shown(vocabulary, "sc", raw="sc") == ["sơ cấp"]


def test_abbreviations_work_both_ways_unless_told_not_to():
    vocabulary = Vocabulary.read(
        {
            "abbreviations": [
                {"short": "KTX", "means": ["ký túc xá"]},
                {"short": "ko", "means": ["không"], "both_ways": False},
            ]
        }
    )

    assert shown(vocabulary, "ký túc xá") == ["KTX"]
    assert shown(vocabulary, "không") == []


@pytest.mark.parametrize(
    "data", [{}, {"synonyms": None}, {"synonyms": [{}]}, {"abbreviations": [{"short": "!"}]}]
)
def test_entries_without_sense_do_no_harm(data):
    assert Vocabulary.read(data).entries_for(("a",), ("a",)) == []
