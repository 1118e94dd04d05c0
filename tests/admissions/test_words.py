import pytest

from vocational.admissions.words import LEVELS, level_rank, level_words


@pytest.mark.parametrize(
    ("levels", "own", "words"),
    [
        ("cao-dang", "", "Cao đẳng"),
        ("so-cap lai-xe", "", "Sơ cấp và đào tạo lái xe"),
        ("", "Dạy nghề", "Dạy nghề"),
    ],
)
def test_a_group_of_levels_has_words(levels, own, words):
    assert level_words(levels, own) == words


def test_a_group_stands_where_its_lowest_level_stands():
    assert level_rank("lai-xe so-cap") == level_rank("so-cap")


def test_a_level_of_no_present_name_comes_last():
    assert level_rank("") == len(LEVELS)
