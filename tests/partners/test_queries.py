import pytest

from tests import factories
from vocational.partners import queries
from vocational.partners.queries import Asked


def found(**asked):
    return [partner.id for partner in queries.partners(Asked(**asked))]


@pytest.fixture
def three(app):
    """A company in two areas, a scholarship fund, and a service that also forecasts."""
    factories.partner("cong-ty", areas=("66", "56"), schools=("cao-dang-a",))
    factories.partner("quy", types=("quy-hoc-bong",), areas=("viet-nam",))
    factories.partner("trung-tam", types=("dich-vu-viec-lam", "du-bao"), areas=("56",))


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, ["cong-ty", "quy", "trung-tam"]),
        ({"areas": ("56",)}, ["cong-ty", "trung-tam"]),
        ({"types": ("du-bao", "quy-hoc-bong")}, ["quy", "trung-tam"]),
        ({"types": ("doanh-nghiep",), "areas": ("viet-nam",)}, []),
    ],
)
def test_a_list_keeps_to_what_was_asked(three, asked, ids):
    assert found(**asked) == ids
    assert queries.partner_total(Asked(**asked)) == len(ids)


def test_options_are_counted_beside_the_other_filter(three):
    counts = queries.option_counts(Asked(types=("doanh-nghiep",), areas=("56",)))

    assert counts["types"] == {"doanh-nghiep": 1, "dich-vu-viec-lam": 1, "du-bao": 1}
    assert counts["areas"] == {"66": 1, "56": 1}


def test_a_school_knows_its_partners(three):
    assert [partner.id for partner in queries.partners_of("cao-dang-a")] == ["cong-ty"]


def test_areas_come_in_the_order_of_the_file(three):
    assert queries.areas() == ["66", "56", "viet-nam"]


def test_secondary_schools_stand_by_province(app):
    factories.secondary_school("thpt-a", position=0)
    factories.secondary_school("thpt-b", position=1, province="56")

    assert [(province, len(schools)) for province, schools in queries.secondary_schools()] == [
        ("66", 1),
        ("56", 1),
    ]
