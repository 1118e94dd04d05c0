"""Where the parts of a chart go, so that a template only has to print them.

Lengths are in units of the drawing's `viewBox`; the drawing itself grows and shrinks with the page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import ceil, floor, log10
from textwrap import wrap

from vocational.web.formatting import number

WIDTH, HEIGHT = 360, 220
# Average width of one character at the font size that the style sheet gives to charts.
CHARACTER = 7.2
LINE_HEIGHT = 17
BAR, BAR_GAP = 18, 14
TOP, BOTTOM, SIDE = 26, 30, 14

Points = Sequence[tuple[str, float | None]]


@dataclass(frozen=True)
class Tick:
    """One line of the grid: its place and the value it stands for."""

    position: float
    value: float


@dataclass(frozen=True)
class Label:
    """The name of one point, in one or more lines, with the place of its first line."""

    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """One point or bar; a value of None means that the number is not known and nothing is drawn.

    A point has its centre at (x, y); a bar its upper left corner there.
    """

    label: str
    value: float | None
    x: float
    y: float
    width: float
    height: float
    text_x: float
    text_y: float
    is_named: bool


@dataclass(frozen=True)
class Chart:
    """A drawing ready to print; `lines` are the `points` of polylines, one for each run without a gap."""

    kind: str
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    zero: float
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    lines: tuple[str, ...] = ()


def layout_of(series) -> Chart:
    """Return the drawing of a series (`points` and `kind`)."""
    return layout(series.points, series.kind)


def layout(points: Points, kind: str = "line", width: float = WIDTH, height: float = HEIGHT) -> Chart:
    """Return the drawing of points (label, value); bars lie one under another and decide their own height."""
    return _bars(points, width) if kind == "bar" else _line(points, width, height)


def nice_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Return evenly spaced round numbers from at or below `low` to at or above `high`."""
    if high <= low:
        high = low + 1
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(count * step, 10) for count in range(first, last + 1)]


def text_width(text: str) -> float:
    """Return about how wide a text is when drawn."""
    return len(text) * CHARACTER


def _known(points: Points) -> list[float]:
    return [value for _label, value in points if value is not None]


def _line(points: Points, width: float, height: float) -> Chart:
    values = _known(points) or [0]
    scale = nice_ticks(_lowest(values), max(values))
    left = max(text_width(number(value)) for value in scale) + 10
    right, bottom = width - SIDE, height - BOTTOM

    def down(value: float) -> float:
        return _round(bottom - (value - scale[0]) / (scale[-1] - scale[0]) * (bottom - TOP))

    across = _across([label for label, _value in points], left + SIDE, right - SIDE)
    marks = [
        _point(label, value, x, bottom if value is None else down(value))
        for (label, value), x in zip(points, across, strict=True)
    ]
    return Chart(
        kind="line",
        width=width,
        height=height,
        left=_round(left),
        right=right,
        top=TOP,
        bottom=bottom,
        zero=bottom,
        ticks=tuple(Tick(down(value), value) for value in scale),
        labels=_labels_below(marks, bottom + LINE_HEIGHT + 2),
        marks=_with_named(marks, left, right),
        lines=_runs(marks),
    )


def _lowest(values: list[float]) -> float:
    # Only where everything lies high up does a scale from zero hide the course; bars always start at zero.
    low, high = min(values), max(values)
    return low if low < 0 or low > high * 0.6 else 0


def _across(labels: list[str], left: float, right: float) -> list[float]:
    """Return a place for each label: by its year where all have one, else at even distances."""
    if len(labels) < 2:
        return [(left + right) / 2] * len(labels)
    years = [re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", label) for label in labels]
    steps = [int(year[0]) for year in years] if all(years) else list(range(len(labels)))
    if any(after <= before for before, after in pairwise(steps)):
        steps = list(range(len(labels)))
    return [left + (step - steps[0]) / (steps[-1] - steps[0]) * (right - left) for step in steps]


def _point(label: str, value: float | None, x: float, y: float) -> Mark:
    return Mark(label, value, _round(x), _round(y), 0, 0, _round(x), _round(y - 10), False)


def _labels_below(marks: Sequence[Mark], y: float) -> tuple[Label, ...]:
    """Return the labels that fit beside each other, the last one always among them."""
    shown: list[Label] = []
    limit = float("inf")
    for mark in reversed(marks):
        half = text_width(mark.label) / 2
        if mark.x + half <= limit:
            shown.append(Label(mark.x, _round(y), (mark.label,)))
            limit = mark.x - half - CHARACTER
    return tuple(reversed(shown))


def _with_named(marks: Sequence[Mark], left: float, right: float) -> tuple[Mark, ...]:
    """Print the value at every point where there is room, else at the ends and extremes."""
    known = [mark for mark in marks if mark.value is not None]
    widest = max((text_width(number(mark.value)) for mark in known), default=0)
    roomy = all(after.x - before.x >= widest + 4 for before, after in pairwise(known))
    extremes = sorted(known, key=lambda mark: mark.value)
    named = known if roomy else [*known[:1], *known[-1:], *extremes[:1], *extremes[-1:]]
    return tuple(_named(mark, left, right + SIDE) if mark in named else mark for mark in marks)


def _named(mark: Mark, left: float, edge: float) -> Mark:
    half = text_width(number(mark.value)) / 2
    text_x = min(max(mark.x, left + half), edge - half)
    return Mark(mark.label, mark.value, mark.x, mark.y, 0, 0, _round(text_x), mark.text_y, True)


def _runs(marks: Sequence[Mark]) -> tuple[str, ...]:
    runs = [list(run) for known, run in groupby(marks, lambda mark: mark.value is not None) if known]
    return tuple(" ".join(f"{mark.x:g},{mark.y:g}" for mark in run) for run in runs if len(run) > 1)


def _bars(points: Points, width: float) -> Chart:
    values = [*_known(points), 0]
    low, high = min(values), max(values)
    room = max(text_width(number(value)) for value in values) + 10
    unit = (width - room) / ((high - low) or 1)
    zero = -low * unit
    labels, marks, y = [], [], 0.0
    for name, value in points:
        lines = tuple(wrap(name, int(width / CHARACTER))) or ("",)
        labels.append(Label(0, _round(y + LINE_HEIGHT - 4), lines))
        y += LINE_HEIGHT * len(lines)
        marks.append(_bar(name, value, zero, unit, y))
        y += BAR + BAR_GAP
    bottom = max(y - BAR_GAP, 0)
    return Chart(
        "bar",
        width,
        _round(bottom + 4),
        0,
        width,
        0,
        _round(bottom),
        _round(zero),
        (),
        tuple(labels),
        tuple(marks),
    )


def _bar(name: str, value: float | None, zero: float, unit: float, y: float) -> Mark:
    length = abs(value or 0) * unit
    start = zero - length if (value or 0) < 0 else zero
    text_x = max(zero, start + length) + 6
    return Mark(
        name, value, _round(start), _round(y), _round(length), BAR, _round(text_x), _round(y + BAR - 4), True
    )


def _round(value: float) -> float:
    return round(value, 1)
