from datetime import date

import pytest

from vocational.search.additions import LIVING, TAKEN_OVER, WITHDRAWN, Addition, merged, says_all, state


def test_living_additions_stand_behind_the_content():
    addition = Addition(1, "synonyms", {"words": ["c", "d"]}, "", date(2026, 1, 1), None, LIVING)
    content = {"synonyms": [{"words": ["a", "b"]}], "whole_words": ["vé số"]}

    assert merged(content, [addition]) == {
        "synonyms": [{"words": ["a", "b"]}, {"words": ["c", "d"]}],
        "whole_words": ["vé số"],
    }


@pytest.mark.parametrize("now", [TAKEN_OVER, WITHDRAWN])
def test_other_additions_do_not(now):
    addition = Addition(1, "synonyms", {"words": ["c", "d"]}, "", date(2026, 1, 1), None, now)

    assert merged({"synonyms": []}, [addition]) == {"synonyms": []}


SAME = [
    ({"words": ["b", "A"]}, [{"words": ["a", "B"], "weight": 0.5, "note": "khác"}]),
    ({"words": ["a", "b"]}, [{"words": ["a", "b", "c"]}]),
    ({"words": ["a"], "means": ["b", "c"]}, [{"words": ["a"], "means": ["b"]}, {"words": ["a", "c"]}]),
]
OTHER = [
    ({"words": ["a", "b"]}, [{"words": ["a"], "means": ["b"]}]),
    ({"words": ["a"], "means": ["b"]}, [{"words": ["b"], "means": ["a"]}]),
    ({"words": ["a", "b"]}, []),
]


@pytest.mark.parametrize(("added", "content"), SAME)
def test_what_the_content_says_already_is_recognised(added, content):
    assert state("synonyms", added, {"synonyms": content}, is_withdrawn=False) == TAKEN_OVER


@pytest.mark.parametrize(("added", "content"), OTHER)
def test_what_the_content_says_in_part_lives_on(added, content):
    assert state("synonyms", added, {"synonyms": content}, is_withdrawn=False) == LIVING


def test_a_short_form_in_capitals_only_says_less():
    strict, loose = ({"short": "SC", "means": ["sơ cấp"], "capitals": capitals} for capitals in (True, False))

    assert says_all([loose], "abbreviations", strict)
    assert not says_all([strict], "abbreviations", loose)
    assert not says_all([loose | {"both_ways": False}], "abbreviations", strict)
