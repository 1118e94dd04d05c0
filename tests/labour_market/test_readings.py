from types import SimpleNamespace

import pytest

from vocational.labour_market import periods
from vocational.labour_market.readings import charts_of, readings_of
from vocational.provenance import Confidence, Figure, Provenance


def seen(
    period, value, *, group="", source="inst-1", note="", value_to=None, qualifier="", sure=Confidence.HIGH
):
    read = periods.read(period)
    provenance = Provenance((source,), "2026", sure)
    figure = Figure(value, "%", value_to=value_to, qualifier=qualifier, note=note, provenance=provenance)
    return SimpleNamespace(
        id=f"{period}-{source}",
        starts=read.starts,
        ends=read.ends,
        period=read.words,
        counts=group,
        figure=figure,
    )


def charts(*observations):
    return charts_of("Tỷ lệ", "%", readings_of(observations))


def test_the_newest_period_comes_first():
    readings = readings_of([seen("2020", 1), seen("2025-Q4", 3), seen("2025-Q1", 2)])

    assert [reading.period.words for reading in readings] == ["quý IV/2025", "quý I/2025", "2020"]


def test_the_same_figure_of_two_sources_is_shown_once_with_both():
    (reading,) = readings_of(
        [seen("2020", 86, source="inst-1"), seen("2020", 86, source="car-2", qualifier="gần")]
    )

    (figure,) = reading.figures
    assert figure.provenance.sources == ("inst-1", "car-2") and figure.qualifier == "gần"
    assert reading.ids == ("2020-inst-1", "2020-car-2")


def test_a_note_that_says_no_more_is_not_repeated():
    (reading,) = readings_of(
        [seen("2020", 1, note="Tại 53 trường; mới."), seen("2020", 1, note="Tại 53 trường.")]
    )

    assert reading.figures[0].note == "Tại 53 trường; mới."


def test_sources_that_contradict_each_other_stand_side_by_side():
    (reading,) = readings_of([seen("2023", 28464), seen("2023", 29702, source="inst-99")])

    assert reading.is_disputed
    assert [figure.value for figure in reading.figures] == [28464, 29702]


def test_one_figure_makes_no_chart():
    assert charts(seen("2025", 1)) == []


def test_even_steps_make_a_line():
    (chart,) = charts(seen("2023", 1), seen("2024", 2), seen("2025", 3))

    assert chart.kind == "line"
    assert chart.points == (("2023", 1), ("2024", 2), ("2025", 3))


def test_gaps_in_time_make_bars():
    (chart,) = charts(seen("1992", 1), seen("2024", 2), seen("2025", 3))

    assert chart.kind == "bar"


def test_a_contradiction_makes_bars_for_both():
    (chart,) = charts(seen("2022", 1), seen("2023", 2), seen("2023", 3, source="car-1"), seen("2024", 4))

    assert chart.kind == "bar"
    assert [label for label, _value in chart.points][1:3] == ["2023 (nguồn thứ 1)", "2023 (nguồn thứ 2)"]


@pytest.mark.parametrize("other", ["2018-2022", "2022-Q3", "năm học 2022-2023"])
def test_periods_of_different_length_never_share_a_chart(other):
    assert charts(seen("2022", 1472), seen(other, 5372)) == []


def test_groups_of_one_period_stand_side_by_side():
    (chart,) = charts(seen("2026", 5, group="vùng I"), seen("2026", 4, group="vùng II"))

    assert chart.title == "Tỷ lệ, 2026"
    assert chart.points == (("vùng I", 5), ("vùng II", 4))


def test_groups_have_lines_of_their_own():
    years = ("2018", "2019", "2020")
    found = charts(*(seen(year, 1, group=group) for year in years for group in ("nam", "nữ")))

    assert [chart.title for chart in found] == ["Tỷ lệ: nam", "Tỷ lệ: nữ", "Tỷ lệ, 2020"]


def test_a_range_says_that_its_lower_end_is_drawn():
    (chart,) = charts(seen("2024", 50, value_to=55), seen("2025", 60))

    assert chart.points[0] == ("2024, mức thấp", 50)


def test_a_point_that_is_in_doubt_says_so():
    (chart,) = charts(seen("2023", 26), seen("2024", 27.8, sure=Confidence.INFERRED))

    assert chart.points == (("2023", 26), ("2024 (chưa kiểm chứng)", 27.8))
