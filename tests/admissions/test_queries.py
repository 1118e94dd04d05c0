from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from tests import factories
from vocational.admissions import queries
from vocational.admissions.models import AdmissionArea
from vocational.admissions.seats import Asked
from vocational.storage import db

TODAY = date(2026, 11, 22)
ALL = Asked()


@pytest.fixture(autouse=True)
def schools(app):
    """Two schools: A in Đắk Lắk, formerly Phú Yên, and B in Khánh Hòa."""
    factories.institution("truong-a", name="Trường A")
    factories.institution("truong-b", name="Trường B")
    factories.keep(AdmissionArea(institution="truong-a", area="66"))
    factories.keep(AdmissionArea(institution="truong-a", area="cu-phu-yen"))
    factories.keep(AdmissionArea(institution="truong-b", area="56"))


def seats(asked=ALL, order="ten"):
    return [quota.seats for quota in queries.lines(2025, asked, order=order, offset=0, limit=20)]


def sums(asked=ALL):
    return [
        (total.kind, total.covers, total.level, total.figure.value)
        for total in queries.overview(2025, asked).totals
    ]


def test_years_come_newest_first_with_what_they_hold():
    factories.quota(year=2024)
    factories.quota(year=2025)
    factories.quota("truong-b", year=2025)

    assert [(year.year, year.lines, year.schools) for year in queries.years()] == [(2025, 2, 2), (2024, 1, 1)]


def test_the_latest_year_of_nothing_is_none():
    assert queries.latest_year() is None
    assert queries.seats_summary() is None


def test_words_find_a_school_without_accents_and_in_any_order():
    factories.quota(seats=1, school="Trường Cao đẳng Đắk Lắk")
    factories.quota("truong-b", seats=2, school="Trường Trung cấp Ninh Hòa")

    assert seats(Asked(words="lak cao dang")) == [1]


@pytest.mark.parametrize("words", ["%", "_", "100%", "\\", "'"])
def test_marks_of_the_database_language_are_plain_words(words):
    factories.quota()

    assert seats(Asked(words=words)) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(level=["so-cap"]), [3]),
        (Asked(level=["lai-xe"]), [3]),
        (Asked(level=["cao-dang", "lai-xe"]), [1, 3]),
        (Asked(area=["cu-phu-yen"]), [1, 3]),
        (Asked(area=["56"]), [2]),
        (Asked(kind=["da-tuyen"]), [2]),
        (Asked(kind=["da-tuyen"], area=["66"]), []),
    ],
)
def test_filters_narrow_the_lines(asked, found):
    factories.quota(seats=1, level="cao-dang")
    factories.quota("truong-b", seats=2, level="trung-cap", kind="da-tuyen", rank=1)
    factories.quota(seats=3, level="so-cap lai-xe")

    assert seats(asked) == found
    assert queries.overview(2025, asked).lines == len(found)


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("ten", [20, 10, None]),
        ("ten-giam", [None, 10, 20]),
        ("bac", [10, 20, None]),
        ("bac-giam", [None, 20, 10]),
        ("so", [10, 20, None]),
        ("so-giam", [20, 10, None]),
    ],
)
def test_lines_can_be_sorted_and_unknown_seats_come_last_by_number(order, found):
    factories.quota(seats=20, level="cao-dang", rank=0)
    factories.quota("truong-b", seats=10, level="so-cap", rank=1)
    factories.quota("truong-b", seats=None, level="cao-dang", rank=2)

    assert seats(order=order) == found


def test_totals_add_the_same_kind_width_and_level_only():
    factories.quota(seats=100)
    factories.quota("truong-b", seats=20)
    factories.quota(seats=70, kind="da-tuyen", unit="người")
    factories.quota(seats=500, level="tat-ca", covers="truong")
    factories.quota(seats=30, covers="nganh", programme_name="Hàn")
    factories.quota(seats=999, year=2024)

    assert sums() == [
        ("chi-tieu", "nganh", "Cao đẳng", 30),
        ("chi-tieu", "trinh-do", "Cao đẳng", 120),
        ("chi-tieu", "truong", "Tất cả trình độ", 500),
        ("da-tuyen", "trinh-do", "Cao đẳng", 70),
    ]


def test_totals_follow_the_filters():
    factories.quota(seats=100)
    factories.quota("truong-b", seats=20)

    assert sums(Asked(area=["56"])) == [("chi-tieu", "trinh-do", "Cao đẳng", 20)]


def test_a_total_without_any_number_is_unknown_and_tells_the_gap():
    factories.quota(seats=None)

    total = queries.overview(2025, ALL).totals[0]

    assert (total.figure.value, total.figure.state, total.missing) == (None, "unknown", 1)


def test_a_total_of_nought_is_nought():
    factories.quota(seats=0)

    assert queries.overview(2025, ALL).totals[0].figure.value == 0


@pytest.mark.parametrize(
    ("qualifiers", "shown"),
    [(["", ""], ""), (["trên", "trên"], "trên"), (["", "khoảng"], "khoảng"), (["trên", ""], "khoảng")],
)
def test_a_total_is_as_rough_as_its_lines(qualifiers, shown):
    for qualifier in qualifiers:
        factories.quota(qualifier=qualifier)

    assert queries.overview(2025, ALL).totals[0].figure.qualifier == shown


def test_a_total_with_an_uncertain_line_is_uncertain():
    factories.quota()
    factories.quota(confidence="low")

    assert not queries.overview(2025, ALL).totals[0].figure.provenance.is_certain


def test_counts_of_a_group_leave_its_own_choice_out():
    factories.quota(level="so-cap lai-xe")
    factories.quota("truong-b", level="cao-dang", kind="da-tuyen")

    found = queries.overview(2025, Asked(level=["cao-dang"]))

    assert found.levels == {"so-cap": 1, "lai-xe": 1, "cao-dang": 1}
    assert found.kinds == {"da-tuyen": 1}
    assert found.areas == {"56": 1}


def test_all_lines_are_those_of_every_page():
    for number in range(25):
        factories.quota(seats=number, position=number)

    assert [quota.seats for quota in queries.all_lines(2025, ALL, order="so")] == list(range(25))


def test_quotas_of_a_school_come_by_year_newest_first():
    factories.quota(year=2023, seats=1)
    factories.quota(year=2025, seats=2)
    factories.quota("truong-b")

    found = queries.quotas_of("truong-a")

    assert [(year, [quota.seats for quota in lines]) for year, lines in found] == [(2025, [2]), (2023, [1])]


def test_rounds_of_a_school_come_newest_first():
    factories.admission_round(closes=date(2025, 8, 31), year=2025)
    factories.admission_round(closes=date(2026, 8, 31), year=2026)

    assert [row.year for row in queries.rounds_of("truong-a")] == [2026, 2025]


def test_deadlines_ahead_and_passed_are_told_apart():
    for closes in (date(2026, 11, 21), TODAY, date(2026, 12, 5), None):
        factories.admission_round(closes=closes)

    found = queries.deadlines(TODAY, ahead=10, passed=10)

    assert [deadline.closes for deadline in found.ahead] == [TODAY, date(2026, 12, 5)]
    assert [deadline.closes for deadline in found.passed] == [date(2026, 11, 21)]
    assert (found.ahead_count, found.passed_count) == (2, 1)


def test_a_round_and_its_notice_are_one_deadline():
    factories.notice("tuyen-sinh", deadline=date(2026, 12, 5), title="Trường A nhận hồ sơ")
    factories.notice("hoc-bong", deadline=date(2026, 12, 5), title="Học bổng")
    factories.admission_round(closes=date(2026, 12, 5), notice="tuyen-sinh")

    found = queries.deadlines(TODAY, ahead=10, passed=10)

    assert sorted(deadline.title for deadline in found.ahead) == ["Học bổng", "Trường A"]
    assert found.ahead_count == 2


def test_what_closes_soon_is_cut_after_the_nearest():
    for day in (5, 1, 3):
        factories.admission_round(closes=date(2026, 12, day))

    assert [deadline.closes.day for deadline in queries.closing_soon(TODAY, 2)] == [1, 3]


@contextmanager
def selects():
    """Collect the reading statements of a block."""
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.extend([statement] if statement.startswith("SELECT") else [])

    event.listen(db.engine, "before_cursor_execute", note)
    yield seen
    event.remove(db.engine, "before_cursor_execute", note)


def test_a_page_of_lines_costs_one_statement_however_many_there_are():
    for number in range(20):
        factories.quota(seats=number)
    db.session.expire_all()
    db.session.expunge_all()

    with selects() as seen:
        figures = [quota.figure for quota in queries.lines(2025, ALL, order="ten", offset=0, limit=20)]

    assert (len(figures), len(seen)) == (20, 1)
