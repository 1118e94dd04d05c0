"""Narrowing a list that is read as a whole: several values of a group widen it, several groups narrow it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

Values = Mapping[str, Callable[[object], Iterable[str]]]
Asked = Mapping[str, Sequence[str]]


def narrowed(rows: Iterable, asked: Asked, values: Values, but: str = "") -> list:
    """Return the rows that have one of the values asked for in every group, save the group `but`.

    `values` gives for each group a function that returns a row's values; an empty group means all.
    """
    wanted = {name: set(asked[name]) for name in values if name != but and asked.get(name)}
    return [row for row in rows if all(wanted[name] & set(values[name](row)) for name in wanted)]


def counts(rows: Sequence, asked: Asked, values: Values) -> dict[str, dict[str, int]]:
    """Return for each group how many rows each value gives, the other groups as asked."""
    return {
        name: Counter(value for row in narrowed(rows, asked, values, but=name) for value in values[name](row))
        for name in values
    }


def sections(
    rows: Iterable, order: Iterable[tuple], values: Callable[[object], Iterable[str]]
) -> list[tuple]:
    """Return (section, its rows) for each section that has any; a row stands in the first that it fits.

    A section is a tuple of values: what stands in it has all of them.
    """
    rest, found = list(rows), []
    for section in order:
        members = [row for row in rest if set(section) <= set(values(row))]
        rest = [row for row in rest if row not in members]
        found.append((section, members))
    return [(section, members) for section, members in found if members]
