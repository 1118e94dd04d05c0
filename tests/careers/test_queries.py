import pytest
from sqlalchemy import event

from tests import factories
from vocational.careers import queries
from vocational.careers.models import CareerArea, CareerProgramme
from vocational.careers.queries import Asked, Sort
from vocational.errors import NotFound
from vocational.storage import db


def area(career, area, name):
    factories.keep(CareerArea(career_slug=career, area=area, name=name))


def programme(career, slug):
    known = {"name": slug, "level": "trung-cap", "code": None, "code_status": "no_code"}
    factories.keep(CareerProgramme(career_slug=career, programme_slug=slug, **known))


def names(asked, sort=Sort.GROUP):
    return [career.name for career in queries.careers(asked, sort=sort, offset=0, limit=20)]


@pytest.fixture
def two(app):
    """A mason in building and a nurse in health."""
    factories.career_group("suc-khoe", name="Sức khỏe", position=1)
    factories.career("dieu-duong", group="suc-khoe", name="Điều dưỡng", code="SRC", position=0)
    factories.career("tho-xay", name="Thợ xây", code="RC", position=1)
    area("tho-xay", "66", "Đắk Lắk")
    area("dieu-duong", "cu-ninh-thuan", "Ninh Thuận (cũ)")
    factories.career_wage("tho-xay")


def test_occupations_stand_by_group_or_by_name(two):
    assert names(Asked()) == ["Thợ xây", "Điều dưỡng"]
    assert names(Asked(), Sort.NAME) == ["Điều dưỡng", "Thợ xây"]


@pytest.mark.parametrize(
    "asked",
    [
        Asked(group=["xay-dung"]),
        Asked(area=["66"]),
        Asked(wage=["co"]),
        Asked(words="tho xay"),
        Asked(words="  XÂY Thợ "),
        Asked(group=["xay-dung"], interest=["R"]),
    ],
)
def test_each_filter_narrows_the_list(two, asked):
    assert names(asked) == ["Thợ xây"]
    assert queries.career_total(asked) == 1


def test_an_interest_matches_any_of_the_strongest(two):
    assert names(Asked(interest=["S"])) == ["Điều dưỡng"]
    assert names(Asked(interest=["R"])) == ["Thợ xây", "Điều dưỡng"]
    assert names(Asked(interest=["A"])) == []


@pytest.mark.parametrize("words", ["100%", "_", "'", "\\", "tho%xay"])
def test_signs_of_the_database_are_only_signs(two, words):
    assert names(Asked(words=words)) == []


def test_counts_leave_their_own_group_out(two):
    counts = queries.counts(Asked(group=["xay-dung"]))

    assert counts["group"] == {"xay-dung": 1, "suc-khoe": 1}
    assert counts["area"] == {"66": 1}
    assert counts["interest"] == {"R": 1, "I": 0, "A": 0, "S": 0, "E": 0, "C": 1}
    assert counts["wage"] == {"co": 1}


def test_a_figure_that_is_not_known_is_no_figure(two):
    factories.career_wage("dieu-duong", value=None, value_to=None, state="unknown")

    assert names(Asked(wage=["co"])) == ["Thợ xây"]


def test_groups_tell_how_many_they_hold(two):
    factories.career_group("moi-truong", name="Môi trường", position=2)

    assert [(group.name, group.count) for group in queries.groups()] == [
        ("Xây dựng", 1),
        ("Sức khỏe", 1),
        ("Môi trường", 0),
    ]


def test_occupations_of_a_programme(two):
    programme("tho-xay", "ky-thuat-xay-dung")
    programme("tho-xay", "ky-thuat-xay-dung")

    assert [career.slug for career in queries.careers_of_programme("ky-thuat-xay-dung")] == ["tho-xay"]
    assert queries.careers_of_programme("duoc") == []


def test_an_unknown_occupation_is_not_found(app):
    with pytest.raises(NotFound):
        queries.career("khong-co")


def test_an_empty_list_counts_nothing(app):
    assert queries.career_total(Asked()) == 0
    assert queries.counts(Asked())["interest"]["R"] == 0


def test_a_list_takes_as_many_statements_for_many_as_for_few(visitor):
    factories.interest_scales()
    factories.career("nghe-0")

    few = statements(visitor, "/nghe/")
    for number in range(1, 19):
        factories.career(f"nghe-{number}")
        factories.career_wage(f"nghe-{number}")

    assert statements(visitor, "/nghe/") == few


def test_a_page_takes_as_many_statements_for_much_as_for_little(visitor):
    factories.interest_scales()
    factories.career()
    factories.career_wage()
    programme("tho-xay", "nganh")
    few = statements(visitor, "/nghe/tho-xay")
    for number in range(12):
        factories.career_wage()
        programme("tho-xay", f"nganh-{number}")

    assert statements(visitor, "/nghe/tho-xay") == few


def statements(visitor, address):
    visitor.opens(address)
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    visitor.opens(address)
    event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)
