"""The geometry of charts."""

import pytest

from vocational.web import charts


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 85, [0, 20, 40, 60, 80, 100]),
        (0, 5, [0, 1, 2, 3, 4, 5]),
        (0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (-3, 7, [-4, -2, 0, 2, 4, 6, 8]),
        (0, 0.3, [0, 0.1, 0.2, 0.3]),
        (0, 12_400_000, [0, 2_500_000, 5_000_000, 7_500_000, 10_000_000, 12_500_000]),
    ],
)
def test_ticks_are_round_numbers_around_the_values(low, high, ticks):
    assert charts.nice_ticks(low, high) == ticks


def test_bars_start_at_zero_and_keep_their_proportion():
    chart = charts.layout([("Nam", 50), ("Nữ", 100)], "bar")

    assert [mark.x for mark in chart.marks] == [0, 0]
    assert chart.marks[1].width == pytest.approx(2 * chart.marks[0].width, abs=0.2)


def test_a_negative_bar_ends_at_the_zero_line():
    down, up = charts.layout([("2020", -2), ("2021", 4)], "bar").marks

    assert down.x + down.width == pytest.approx(up.x, abs=0.2)


def test_bars_and_their_values_stay_inside_the_drawing():
    chart = charts.layout([("Cả tỉnh", 1_234_567), ("Huyện", 3)], "bar")

    assert all(mark.text_x + charts.text_width("1.234.567") <= chart.width for mark in chart.marks[:1])


def test_a_long_name_of_a_bar_is_wrapped():
    chart = charts.layout([("Trường Cao đẳng Kỹ thuật Công nghệ và Du lịch vùng Nam Trung Bộ", 3)], "bar")

    assert len(chart.labels[0].lines) == 2


def test_a_missing_value_leaves_a_gap_in_the_line():
    chart = charts.layout([("2019", 1), ("2020", 2), ("2021", None), ("2022", 3), ("2023", 4)])

    assert len(chart.lines) == 2
    assert chart.marks[2].value is None


def test_a_point_alone_between_gaps_has_no_line():
    chart = charts.layout([("2019", 1), ("2020", None), ("2021", 3)])

    assert chart.lines == ()
    assert [mark.is_named for mark in chart.marks] == [True, False, True]


@pytest.mark.parametrize("label", ["{}", "năm học {}", "hết {}"])
def test_years_are_set_apart_by_the_time_between_them(label):
    points = [(label.format(2015), 1), (label.format(2016), 2), (label.format(2025), 3)]
    first, second, third = charts.layout(points).marks

    assert third.x - second.x == pytest.approx(9 * (second.x - first.x), rel=0.05)


@pytest.mark.parametrize("label", ["Quý {}", "quý {}/2025"])
def test_other_labels_are_set_at_even_distances(label):
    first, second, third = charts.layout([(label.format(number), number) for number in (1, 2, 3)]).marks

    assert third.x - second.x == pytest.approx(second.x - first.x, abs=0.2)


def test_a_line_starts_at_zero_unless_all_values_lie_high():
    assert charts.layout([("2020", 10), ("2021", 90)]).ticks[0].value == 0
    assert charts.layout([("2020", 92), ("2021", 97)]).ticks[0].value == 92


def test_labels_below_a_line_do_not_touch():
    chart = charts.layout([(str(year), year) for year in range(1990, 2026)])

    gaps = [after.x - before.x for before, after in zip(chart.labels, chart.labels[1:], strict=False)]
    assert min(gaps) > charts.text_width("2025")
    assert chart.labels[-1].lines == ("2025",)


def test_a_crowded_line_names_only_its_ends_and_extremes():
    chart = charts.layout([(str(2000 + step), 100 + (step - 10) ** 2) for step in range(26)])

    assert [mark.label for mark in chart.marks if mark.is_named] == ["2000", "2010", "2025"]


@pytest.mark.parametrize("kind", ["line", "bar"])
@pytest.mark.parametrize("points", [[], [("2020", None)], [("2020", 0)], [("2020", 5)], [("2020", -5)]])
def test_few_or_no_points_still_make_a_drawing(points, kind):
    chart = charts.layout(points, kind)

    assert len(chart.marks) == len(points)
    assert chart.height > 0


def test_everything_of_a_line_stays_inside_the_drawing():
    chart = charts.layout([("2020", 1_000_000), ("2021", 12_345_678), ("2022", 999)])

    half = charts.text_width("12.345.678") / 2
    assert all(half <= mark.text_x <= chart.width - half for mark in chart.marks[1:2])
    assert all(0 < mark.text_y <= chart.height for mark in chart.marks)
