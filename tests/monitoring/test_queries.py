from datetime import date

import pytest

from tests import factories
from vocational.monitoring import queries

TODAY = date(2026, 11, 22)


def names(plans):
    return [target.id for plan in plans for target in plan.targets]


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ({"by_year": 2030}, "present"),
        ({"by_year": 2026}, "present"),
        ({"by_year": 2025}, "past"),
        ({"by_year": 2030, "status": "du-thao"}, "draft"),
        ({"by_year": 2030, "year_is_sure": False}, "draft"),
    ],
)
def test_a_target_stands_by_its_year_and_what_it_rests_on(app, values, standing):
    assert factories.target(**values).standing(TODAY) == standing


def test_targets_stand_by_document(app):
    factories.target("mot", document="qd-a")
    factories.target("hai", document="qd-b")
    factories.target("ba", document="qd-a")

    found = queries.targets_by_standing(today=TODAY)

    assert [(plan.document, [target.id for target in plan.targets]) for plan in found.present] == [
        ("qd-a", ["mot", "ba"]),
        ("qd-b", ["hai"]),
    ]


def test_the_past_is_kept_apart_and_counted(app):
    factories.target("cu", by_year=2025)
    factories.target("nay", by_year=2030)

    found = queries.targets_by_standing(today=TODAY)

    assert names(found.present) == ["nay"] and names(found.past) == ["cu"]
    assert found.past_count == 1


def test_the_levels_of_a_target_stay_separate_figures(app):
    factories.target("mot", value=100, parts=[("vùng đặc biệt khó khăn", 80)])

    (plan,) = queries.targets_by_standing(today=TODAY).present

    assert [(row.counts, row.figure.value) for row in plan.targets[0].figures] == [
        ("", 100),
        ("vùng đặc biệt khó khăn", 80),
    ]


def test_the_documents_spoken_of_are_named_once(app):
    factories.target("mot", document="qd-a")
    factories.target("hai", document="qd-a")
    factories.target("ba", document=None, status="du-thao")

    assert queries.documents_named() == {"qd-a"}
