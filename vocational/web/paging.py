"""Cutting a list into pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from flask import request, url_for

from vocational.web.links import parameters

SIZE = 20
# Larger numbers overflow the offset that a database can take; nobody reads that far.
LAST_PAGE = 10_000


@dataclass(frozen=True)
class Page:
    """One page of a longer list; `number` counts from 1."""

    items: Sequence
    number: int
    total: int
    size: int = SIZE

    @property
    def count(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, ceil(self.total / self.size))

    @property
    def first(self) -> int:
        """Position of the first item shown, counted from 1; 0 in an empty list."""
        return (self.number - 1) * self.size + 1 if self.total else 0

    @property
    def last(self) -> int:
        """Position of the last item shown."""
        return min(self.number * self.size, self.total)

    def numbers(self) -> list[int | None]:
        """Return the page numbers to link to; None stands for a gap."""
        near = {1, self.count, self.number - 1, self.number, self.number + 1}
        shown = sorted(number for number in near if 1 <= number <= self.count)
        result: list[int | None] = []
        for number in shown:
            if result and number - result[-1] > 1:
                result.append(None)
            result.append(number)
        return result

    def href(self, number: int) -> str:
        """Return the address of another page of the same list."""
        values = parameters() | {"trang": [number]}
        if number == 1:
            del values["trang"]
        return url_for(request.endpoint, **(request.view_args or {}), **values)


def page_number() -> int:
    """Return the page asked for by `?trang=`; anything unreadable is page 1."""
    text = request.args.get("trang", "1")
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def page_of(items: Sequence, number: int, size: int = SIZE) -> Page:
    """Cut one page out of a whole list; a number past the end gives the last page."""
    number = min(number, max(1, ceil(len(items) / size)))
    return Page(items[(number - 1) * size : number * size], number, len(items), size)
