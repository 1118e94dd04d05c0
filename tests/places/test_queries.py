from datetime import date

import pytest

from tests import factories
from vocational.places import queries
from vocational.places.models import FormerUnit, UnitLink

GONE = date(2025, 6, 30)


@pytest.fixture
def buon_ho(app):
    """The former town of Buôn Hồ, split between a ward and a commune of today."""
    factories.province("66")
    factories.commune("24305", name="Buôn Hồ")
    factories.commune("24340", name="Ea Drông", kind="xã")
    factories.keep(FormerUnit(id="cu-dak-lak", name="Đắk Lắk", kind="tinh", valid_to=GONE))
    factories.keep(
        FormerUnit(id="cu-x", name="Thị xã Buôn Hồ", kind="huyen", parent_id="cu-dak-lak", valid_to=GONE)
    )
    factories.keep(FormerUnit(id="cu-x-a", name="Phường An Lạc", kind="xa", parent_id="cu-x", valid_to=GONE))
    for code in ("24305", "24340"):
        link = {"commune_code": code, "is_split": True, "valid_from": date(2025, 7, 1)}
        factories.keep(UnitLink(former_id="cu-x-a", **link))
    link = {"province_code": "66", "is_split": False, "valid_from": date(2025, 7, 1)}
    factories.keep(UnitLink(former_id="cu-dak-lak", **link))


def test_a_former_unit_knows_all_communes_it_went_into(buon_ho):
    assert queries.areas_by_id()["cu-x"].communes == {"24305", "24340"}


def test_a_commune_lies_in_its_province_and_a_former_one_in_all_above(buon_ho):
    areas = queries.areas_by_id()

    assert areas["24305"].within == ("66",)
    assert areas["cu-x-a"].within == ("cu-x", "cu-dak-lak")


def test_a_name_says_whether_the_unit_still_exists(buon_ho):
    areas = queries.areas_by_id()

    assert areas["cu-x"].name == "thị xã Buôn Hồ (cũ)" and areas["cu-x"].is_former
    assert areas["24305"].name == "phường Buôn Hồ"


def test_provinces_to_choose_from_are_those_of_today_then_those_before(buon_ho):
    assert queries.province_choices() == [("66", "tỉnh Đắk Lắk"), ("cu-dak-lak", "Đắk Lắk (trước 1/7/2025)")]


@pytest.mark.parametrize(
    ("area", "around"),
    [
        ("24305", {"66", "cu-x-a", "cu-x", "cu-dak-lak"}),
        ("cu-x-a", {"cu-x", "cu-dak-lak"}),
        ("cu-dak-lak", set()),
        ("khong-co", set()),
    ],
)
def test_a_place_knows_the_areas_around_it(buon_ho, area, around):
    assert queries.areas_around(area) == around
