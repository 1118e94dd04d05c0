from datetime import date

import pytest

from vocational.noticeboard import dates

TODAY = date(2026, 11, 22)


def until(kind="news", starts="2026-11-01", ends="", deadline=None):
    return dates.shown_until(kind=kind, starts=starts, ends=ends, deadline=deadline)


def archive(kind="news", starts="2026-01-07", ends="", deadline=None):
    return dates.archive_words(kind=kind, starts=starts, ends=ends, deadline=deadline, today=TODAY)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025-08-20", date(2025, 8, 20), date(2025, 8, 20)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_date_means_no_more_than_its_source_says(written, first, last):
    assert (dates.first_day(written), dates.last_day(written)) == (first, last)


@pytest.mark.parametrize("written", ["2025-13", "2025-02-30", "20/08/2025", "25", "", "2025-8"])
def test_what_is_no_date_is_refused(written):
    with pytest.raises(ValueError, match=r".*"):
        dates.parts(written)


@pytest.mark.parametrize(
    ("written", "said"),
    [("2025-08-20", "20/08/2025"), ("2025-08", "tháng 8/2025"), ("2025", "năm 2025")],
)
def test_a_date_is_said_as_exactly_as_it_is_known(written, said):
    assert dates.span_words(written) == said


def test_a_span_is_said_from_first_to_last():
    assert dates.span_words("2025-09", "2025-11") == "từ tháng 9/2025 đến tháng 11/2025"


def test_admission_holds_until_its_deadline():
    assert until("admission", "2026-07-08", deadline=date(2026, 8, 31)) == date(2026, 8, 31)


def test_an_event_holds_until_it_is_over():
    assert until("event", "2025-08-13", ends="2025-08-15") == date(2025, 8, 15)


def test_an_event_is_over_even_when_its_report_has_a_later_deadline():
    assert until("event", "2025-08-13", deadline=date(2026, 12, 31)) == date(2025, 8, 13)


def test_a_vacancy_without_a_deadline_is_archived_after_a_month():
    assert dates.standing(date(2026, 10, 1), until("vacancy", "2026-10-01"), TODAY) == "archived"


def test_a_vacancy_known_by_its_year_only_never_looks_open():
    assert dates.standing(date(2026, 1, 1), until("vacancy", "2026"), TODAY) == "archived"


def test_what_lies_ahead_is_upcoming_however_vague():
    assert dates.standing(date(2027, 1, 1), until("event", "2027"), TODAY) == "upcoming"


def test_the_last_day_still_counts():
    assert dates.standing(date(2026, 7, 8), TODAY, TODAY) == "current"


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        ({"kind": "admission", "deadline": date(2026, 8, 31)}, "đã qua ngày 31/08/2026"),
        ({"kind": "event", "starts": "2025-08-13", "ends": "2025-08-15"}, "đã qua ngày 15/08/2025"),
        ({"kind": "event", "starts": "2025-03"}, "đã qua tháng 3/2025"),
        ({"kind": "event", "starts": "2026"}, "tin năm 2026"),
        ({"kind": "vacancy", "starts": "2025-11"}, "tin tháng 11/2025"),
        ({"kind": "news", "starts": "2026-01-07"}, "tin ngày 07/01/2026"),
    ],
)
def test_the_archive_says_why(notice, said):
    assert archive(**notice) == said
