import pytest

from vocational.search.engine.snapshot import Snapshot


@pytest.fixture(scope="module")
def spelling(folder):
    return Snapshot(folder).spelling


def test_written_together_words_are_split_into_known_pairs(spelling):
    assert spelling.split("maytinh") == ("may", "tinh")
    assert spelling.split("photoshop") is None


def test_an_impossible_word_takes_the_neighbour_that_fits(spelling):
    assert spelling.replacement("tinhh", "may", None, possible=False) == "tinh"


def test_a_possible_word_changes_only_to_one_heard_alike(spelling):
    assert spelling.replacement("lit", "du", None, possible=True) == "lich"
    assert spelling.replacement("pich", "du", None, possible=True) is None


def test_without_a_pair_a_possible_word_stays(spelling):
    assert spelling.replacement("lit", "xa", None, possible=True) is None


def test_the_usual_accents_depend_on_the_neighbour(spelling):
    assert spelling.accented("may", None, "tinh") == "máy"
    assert spelling.accented("may", None, "thoi") == "may"
