import pytest
from sqlalchemy import event

from tests import factories
from vocational.catalogue import queries
from vocational.catalogue.queries import Asked, Sort
from vocational.errors import Moved, NotFound
from vocational.storage import db

ALL = Asked()


def names(asked=ALL, sort=Sort.NAME):
    return [school.name for school in queries.institutions(asked, sort=sort, offset=0, limit=20)]


@pytest.fixture
def statements(app):
    """The SQL statements sent so far."""
    sent = []

    def note(_connection, _cursor, statement, *_rest):
        sent.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield sent
    event.remove(db.engine, "before_cursor_execute", note)


def test_schools_come_in_vietnamese_order(app):
    factories.institution("b", name="Trường Đam San")
    factories.institution("a", name="Trường Ea Kar")
    factories.institution("c", name="Trường Dạy nghề")

    assert names() == ["Trường Dạy nghề", "Trường Đam San", "Trường Ea Kar"]


def test_schools_of_history_come_last_when_sorted_by_programmes(app):
    factories.institution("a", name="Xưa", offering_count=50, status="lich-su")
    factories.institution("b", name="Ít", offering_count=1)
    factories.institution("c", name="Nhiều", offering_count=9)

    assert names(sort=Sort.PROGRAMMES) == ["Nhiều", "Ít", "Xưa"]


def test_a_school_without_public_page_is_nowhere(app):
    factories.institution("kin", public=False)

    assert names() == []
    assert queries.institution_total(ALL) == 0
    assert queries.institutions_for_search() == []
    with pytest.raises(NotFound):
        queries.institution("kin")


def test_values_of_a_topic_widen_and_topics_narrow(app):
    for slug, level, kind in (
        ("a", "so-cap", "trung-cap"),
        ("b", "trung-cap", "trung-cap"),
        ("c", "so-cap", "x"),
    ):
        factories.institution(slug, name=slug)
        factories.school_facets(slug, bac=[level], loai=[kind])

    assert names(Asked(chosen={"bac": ["so-cap", "trung-cap"]})) == ["a", "b", "c"]
    assert names(Asked(chosen={"bac": ["so-cap"], "loai": ["trung-cap"]})) == ["a"]


def test_a_topic_is_counted_as_if_nothing_of_it_were_chosen(app):
    for slug, level, kind in (("a", "so-cap", "x"), ("b", "trung-cap", "x"), ("c", "so-cap", "y")):
        factories.institution(slug)
        factories.school_facets(slug, bac=[level], loai=[kind])

    counts = queries.institution_counts(Asked(chosen={"bac": ["so-cap"]}))

    assert counts["bac"] == {"so-cap": 2, "trung-cap": 1}
    assert counts["loai"] == {"x": 1, "y": 1}


def test_words_narrow_lists_and_counts_without_accents(app):
    factories.institution("a", name="Trường Đắk Lắk")
    factories.institution("b", name="Trường Nha Trang")
    factories.school_facets("a", loai=["x"])
    factories.school_facets("b", loai=["y"])

    assert names(Asked(words="dak lak")) == ["Trường Đắk Lắk"]
    assert queries.institution_counts(Asked(words="ĐẮK"))["loai"] == {"x": 1}


@pytest.mark.parametrize("words", ["%", "_", "\\", "'; drop table institution"])
def test_marks_of_the_database_are_plain_words(app, words):
    factories.institution("a", name="Trường A")

    assert names(Asked(words=words)) == []


@pytest.mark.parametrize("count", [3, 60])
def test_lists_ask_the_database_as_often_for_many_as_for_few(app, statements, count):
    factories.programme()
    for number in range(count):
        factories.institution(f"truong-{number}", name=f"Trường {number}")
        factories.school_facets(f"truong-{number}", bac=["so-cap"], loai=["trung-cap"])
    asked = Asked(chosen={"bac": ["so-cap"]})
    statements.clear()

    found = queries.institutions(asked, sort=Sort.NAME, offset=0, limit=20)
    queries.taught_at([school.slug for school in found])
    queries.institution_counts(asked)
    queries.institution_total(asked)

    assert len([sql for sql in statements if sql.startswith("SELECT")]) == 5


@pytest.mark.parametrize("count", [1, 40])
def test_a_school_is_read_in_a_fixed_number_of_statements(app, statements, count):
    factories.institution()
    for number in range(count):
        factories.programme(f"nganh-{number}", name=f"Ngành {number}")
        factories.offering(programme=f"nganh-{number}")
        factories.school_detail("partner", f"Công ty {number}")
        factories.institution(f"ban-{number}")
        factories.school_link("truong-a", f"ban-{number}")
    db.session.expunge_all()
    statements.clear()

    school = queries.institution("truong-a")
    seen = [link.other_institution.name for link in school.links] + [one.name for one in school.offerings]

    assert len(seen) == 2 * count
    assert len([sql for sql in statements if sql.startswith("SELECT")]) == 6


def test_a_former_slug_says_where_the_page_is_now(app):
    factories.programme("y-sy-da-khoa")
    factories.former_slug("y-si-da-khoa", "y-sy-da-khoa")

    with pytest.raises(Moved) as moved:
        queries.programme("y-si-da-khoa")
    assert moved.value.slug == "y-sy-da-khoa"


def test_a_programme_lists_public_schools_those_of_history_last(app):
    factories.programme()
    for slug, status, public in (
        ("a", "lich-su", True),
        ("b", "dang-hoat-dong", True),
        ("c", "dang-hoat-dong", False),
    ):
        factories.institution(slug, name=slug, status=status, public=public)
        factories.offering(slug)

    assert [one.slug for one in queries.offerings_of("han", offset=0, limit=20)] == ["b", "a"]
    assert queries.offering_total("han") == 2


def test_schools_of_several_programmes_come_once_each(app):
    factories.programme()
    factories.institution("a")
    factories.offering("a")
    factories.offering("a", levels=["cao-dang"])

    assert [school.slug for school in queries.schools_by_programme(["han", "may"])["han"]] == ["a"]


def test_special_forms_and_their_programme_know_each_other(app):
    han = factories.programme()
    special = factories.programme("han-duc", name="Hàn (chuẩn Đức)", variant_of="han")

    assert queries.variants_of(han) == [special]
    assert queries.variants_of(special) == [han]


def test_around_a_place_without_school_are_the_areas_that_hold_it(app):
    factories.province()
    factories.commune("24305")
    factories.institution()
    factories.school_facets(khu_vuc=["66"])

    assert queries.wider_areas("24305") == ("phường Buôn Hồ", [("66", "nơi 66")])
    assert queries.wider_areas("99999") is None


def test_a_place_beyond_the_options_can_still_be_asked_for(visitor, monkeypatch):
    monkeypatch.setattr(queries, "AREAS_SHOWN", 0)
    factories.province()
    factories.institution(name="Trường A")
    factories.school_facets(khu_vuc=["66"])

    assert "Trường A" in visitor.opens("/truong/?khu-vuc=66").links
