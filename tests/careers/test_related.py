import pytest

from vocational.careers.related import SHOWN, Profile, correlation, neighbours

HANDS = (7.0, 2.0, 1.0, 1.0, 1.0, 4.0)
CARE = (1.0, 3.0, 1.0, 7.0, 2.0, 2.0)


def profile(slug, group="co-khi", programmes=(), scores=HANDS):
    return Profile(slug, group, frozenset(programmes), scores)


def order(of, *others):
    return [one.slug for one in neighbours(of, others)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((1, 2, 3, 4, 5, 6), (2, 4, 6, 8, 10, 12), 1.0),
        ((1, 2, 3, 4, 5, 6), (6, 5, 4, 3, 2, 1), -1.0),
        ((1, 2, 3), (1, 3, 2), 0.5),
        ((4, 4, 4, 4, 4, 4), (1, 2, 3, 4, 5, 6), 0.0),
        ((), (1, 2, 3, 4, 5, 6), 0.0),
    ],
)
def test_correlation_is_pearsons(left, right, expected):
    assert correlation(left, right) == pytest.approx(expected)


def test_common_programmes_count_more_than_group_and_interests():
    of = profile("tho-han", programmes=["han", "co-khi"])
    colleague = profile("tho-tien")
    shares_one = profile("tho-nguoi", "dien", ["han"], CARE)
    shares_two = profile("tho-ong", "dien", ["han", "co-khi"], CARE)

    assert order(of, colleague, shares_one, shares_two) == ["tho-ong", "tho-nguoi", "tho-tien"]


def test_the_same_group_counts_more_than_like_interests():
    of = profile("tho-han")

    assert order(of, profile("tho-dien", "dien"), profile("y-ta", scores=CARE)) == ["y-ta", "tho-dien"]


def test_like_interests_decide_within_a_group():
    of = profile("tho-han")

    assert order(of, profile("a", scores=CARE), profile("b")) == ["b", "a"]


def test_a_stranger_with_other_interests_is_no_neighbour():
    assert order(profile("tho-han"), profile("y-ta", "suc-khoe", scores=CARE)) == []


def test_nobody_is_a_neighbour_of_himself_and_the_list_is_short():
    of = profile("tho-han")

    found = order(of, of, *(profile(f"nghe-{number}") for number in range(20)))

    assert len(found) == SHOWN
    assert "tho-han" not in found


def test_unknown_interests_leave_programmes_and_group():
    assert order(profile("a", scores=()), profile("b", scores=()), profile("c", "dien", scores=())) == ["b"]
