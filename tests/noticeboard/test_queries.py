from datetime import date

import pytest

from tests import factories
from vocational.errors import NotFound
from vocational.noticeboard import queries
from vocational.noticeboard.kinds import Board
from vocational.noticeboard.queries import Asked

TODAY = date(2026, 11, 22)
ALL = Asked()


def archived(board=Board.ANNOUNCEMENT, asked=ALL):
    found = queries.archived(board, asked, today=TODAY, offset=0, limit=20)
    return [notice.slug for notice in found]


def test_the_archive_begins_with_the_newest(app):
    factories.notice("cu", date="2024")
    factories.notice("moi", date="2025-11")
    factories.notice("giua", date="2025-02-10")

    assert archived() == ["moi", "giua", "cu"]


def test_each_kind_hangs_on_its_own_board(app):
    factories.notice("hoc-bong", kind="scholarship")
    factories.notice("ngay-hoi", kind="event")
    factories.notice("tho-may", kind="vacancy")

    assert [archived(board) for board in Board] == [["hoc-bong"], ["ngay-hoi"], ["tho-may"]]


def test_what_holds_is_not_in_the_archive(app):
    factories.notice("con-han", date="2026-11-01", deadline=date(2026, 12, 31))
    factories.notice("sap-toi", date="2027-01-05")
    factories.notice("het-han", date="2026-07-08", deadline=date(2026, 8, 31))

    found = queries.open_notices(Board.ANNOUNCEMENT, ALL, today=TODAY)

    assert [notice.slug for notice in found] == ["con-han", "sap-toi"]
    assert archived() == ["het-han"]


def test_options_of_a_group_add_up_and_groups_narrow(app):
    factories.notice("a", area="buon-ho", audience=["lop-9"])
    factories.notice("b", area="ninh-thuan", audience=["lop-9", "lop-12"])
    factories.notice("c", area="ninh-thuan", audience=["lop-12"])
    factories.notice("d", area="khanh-hoa", audience=["lop-9"])

    asked = Asked(area=["buon-ho", "ninh-thuan"], audience=["lop-9"])

    assert archived(asked=asked) == ["a", "b"]


def test_counts_of_a_group_leave_its_own_choice_out(app):
    factories.notice("a", area="buon-ho", audience=["lop-9"])
    factories.notice("b", area="ninh-thuan", audience=["lop-9", "lop-12"])

    counts = queries.counts(Board.ANNOUNCEMENT, Asked(area=["buon-ho"]))

    assert counts["area"] == {"buon-ho": 1, "ninh-thuan": 1}
    assert counts["audience"] == {"lop-9": 1}


def test_a_notice_is_found_on_its_own_board_only(app):
    factories.notice("ngay-hoi", kind="event")

    assert queries.notice(Board.EVENT, "ngay-hoi").slug == "ngay-hoi"
    with pytest.raises(NotFound):
        queries.notice(Board.VACANCY, "ngay-hoi")


def test_notices_of_an_institution_come_newest_first(app):
    factories.institution("truong-a")
    factories.notice("cu", date="2024", institutions=["truong-a"])
    factories.notice("moi", date="2025", institutions=["truong-a"])
    factories.notice("khac")

    assert [notice.slug for notice in queries.notices_of("truong-a")] == ["moi", "cu"]


def test_deadlines_come_in_the_order_of_their_days(app):
    factories.notice("sau", deadline=date(2026, 8, 31))
    factories.notice("truoc", kind="scholarship", deadline=date(2025, 9, 10))
    factories.notice("khong-han")

    assert [(row.slug, row.board) for row in queries.deadlines()] == [
        ("truoc", "announcement"),
        ("sau", "announcement"),
    ]


def test_the_newest_come_from_all_boards(app):
    factories.notice("a", kind="vacancy", date="2025-10")
    factories.notice("b", kind="event", date="2026-03-21")
    factories.notice("c", date="2023")

    assert [notice.slug for notice in queries.newest(2)] == ["b", "a"]
    assert queries.newest_of(Board.ANNOUNCEMENT).slug == "c"
