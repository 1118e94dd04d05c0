from datetime import date

from vocational.search import journal
from vocational.search.journal import Journal

DAY = date(2026, 11, 22)


def test_the_same_words_of_a_day_are_one_line():
    counts = Journal()

    counts.note("Hàn", found=True, day=DAY)
    counts.note("hàn ", found=False, day=DAY)

    assert counts.take() == {(DAY, "hàn"): (2, 1)}
    assert counts.take() == {}


def test_what_could_not_be_written_is_counted_beside_what_came_meanwhile():
    counts = Journal()
    counts.note("hàn", found=True, day=DAY)
    taken = counts.take()
    counts.note("hàn", found=False, day=DAY)

    counts.give_back(taken)

    assert counts.take() == {(DAY, "hàn"): (2, 1)}


def test_made_up_words_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(journal, "MOST", 2)
    counts = Journal()

    noted = [counts.note(words, found=True, day=DAY) for words in ("a", "b", "c", "a")]

    assert noted == [True, True, False, True]
    assert counts.take() == {(DAY, "a"): (2, 0), (DAY, "b"): (1, 0)}
