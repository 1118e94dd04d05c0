"""Which schools a notice can be sent to."""

from tests import factories, staff
from vocational.noticeboard.circulars.schools import (
    EVERYWHERE,
    Choice,
    addressable,
    area_options,
    fingerprint,
    kind_options,
)
from vocational.web import clock

AREA = "cu-ninh-thuan"


def names(found):
    return [one.name for one in found]


def test_units_and_schools_of_the_list_are_offered_in_vietnamese_order(editor, school_a):
    factories.secondary_school("thcs-d", name="THCS Đông Hải", level="THCS", former_unit=AREA, province="56")
    factories.secondary_school("thcs-b", name="THCS Ấn", level="THCS", former_unit=AREA, province="56")

    assert names(addressable(editor, day=clock.today())) == ["THCS An Hải", "THCS Ấn", "THCS Đông Hải"]


def test_a_school_of_the_list_that_is_a_unit_stands_once(editor, places):
    factories.secondary_school("thcs-d", name="THCS Đông Hải", level="THCS", former_unit=AREA, province="56")
    staff.unit("THCS Đông Hải", "school", AREA, secondary_school="thcs-d")

    (one,) = addressable(editor, day=clock.today())
    assert (one.unit_id is not None, one.kind) == (True, "THCS")


def test_an_editor_of_an_area_reaches_no_school_elsewhere(editor, school_a):
    staff.unit("THCS Cao Nguyên", "school", "cu-dak-lak")
    factories.secondary_school("thpt-x", name="THPT X", former_unit="cu-dak-lak", province="66")

    assert names(addressable(editor, day=clock.today())) == ["THCS An Hải"]


def test_the_office_of_the_site_reaches_all(places, school_a):
    staff.unit("THCS Cao Nguyên", "school", "cu-dak-lak")
    office = staff.actor(role="editor", unit=staff.unit("Sở", "office", ""))

    assert len(addressable(office, day=clock.today())) == 2


def test_a_school_is_found_under_its_former_province_and_under_the_present_one(editor, school_a):
    found = addressable(editor, day=clock.today())

    assert Choice([AREA]).chosen(found) == Choice(["56"]).chosen(found) == found
    assert {id for id, _name, _count in area_options(found)} == {AREA, "56"}


def test_without_an_area_a_notice_goes_nowhere(editor, school_a):
    found = addressable(editor, day=clock.today())

    assert Choice().chosen(found) == []
    assert Choice([EVERYWHERE]).chosen(found) == found


def test_kinds_narrow_and_schools_can_be_left_out(editor, school_a):
    factories.secondary_school("thcs-d", name="THCS Đông Hải", level="THCS", former_unit=AREA, province="56")
    found = addressable(editor, day=clock.today())

    assert names(Choice([AREA], ["THCS"]).chosen(found)) == ["THCS Đông Hải"]
    assert names(Choice([AREA], left_out=["s:thcs-d"]).chosen(found)) == ["THCS An Hải"]
    assert dict(kind_options(found)) == {"THCS": 1, "Trường phổ thông, chưa rõ cấp": 1}


def test_a_unit_that_no_longer_exists_is_not_offered(editor, places):
    staff.unit("THCS Cũ", "school", AREA, until=clock.today())

    assert addressable(editor, day=clock.today()) == []


def test_it_is_known_where_somebody_can_confirm(editor, school_a, school_b):
    staff.account(role="counselor", unit=school_a)

    assert [one.people for one in addressable(editor, day=clock.today())] == [1, 0]


def test_the_mark_of_a_list_changes_with_the_list(editor, school_a):
    before = fingerprint(addressable(editor, day=clock.today()))
    staff.unit("THCS Mới", "school", AREA)

    assert fingerprint(addressable(editor, day=clock.today())) != before
