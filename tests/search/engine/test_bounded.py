from vocational.search.engine.bounded import Bounded


def test_what_was_made_is_kept():
    made, kept = [], Bounded(10_000)

    assert [kept.get("a", lambda: made.append(1) or "x") for _ in range(3)] == ["x"] * 3
    assert made == [1]


def test_what_was_unused_longest_goes_first():
    kept = Bounded(1000, len)
    for key in "abc":
        kept.get(key, lambda: "x" * 100)
    kept.get("a", str)
    kept.get("d", lambda: "x" * 100)

    assert kept.longest_unused_first() == ["c", "a", "d"]


def test_memory_stays_bounded_whatever_is_asked_for():
    kept = Bounded(50_000, len)
    for number in range(5000):
        kept.get(number, lambda: "x" * 100)

    assert kept.bytes <= 50_000
    assert len(kept) < 200
