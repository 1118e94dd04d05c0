"""What a program asks the search for in the address; faults are told one by one, in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vocational.levels import ENTRIES, LEVELS
from vocational.search.kinds import KINDS

SORTS = ("relevance", "newest", "deadline", "nearest")
MOST_RESULTS, FARTHEST = 100, 10_000
CHOICES = {"kind": tuple(KINDS), "level": tuple(LEVELS), "entry": tuple(ENTRIES)}
"""Parameters that may be repeated and take one of few values."""
FREE = ("area", "field")
"""Parameters that may be repeated; a value that nothing bears finds nothing."""


@dataclass(frozen=True)
class Asked:
    """A request to the search as a program writes it."""

    q: str
    limit: int
    offset: int
    sort: str
    near: str
    filters: dict[str, list[str]] = field(default_factory=dict)


class BadParameters(ValueError):
    """Parameters that cannot be read; `faults` leads from each one's name to what to write instead."""

    def __init__(self, faults: Mapping[str, str]):
        super().__init__("; ".join(faults.values()))
        self.faults = dict(faults)


def read(arguments) -> Asked:
    """Return what the arguments of an address (a MultiDict) ask for; raise BadParameters.

    Unknown parameters are ignored; of one that is not repeatable the first counts.
    """
    faults: dict[str, str] = {}
    filters = {name: arguments.getlist(name) for name in (*CHOICES, *FREE) if name in arguments}
    for name, allowed in CHOICES.items():
        if not set(filters.get(name, ())) <= set(allowed):
            faults[name] = f"{name} phải là một trong: {', '.join(allowed)}."
    sort = arguments.get("sort", SORTS[0])
    if sort not in SORTS:
        faults["sort"] = f"sort phải là một trong: {', '.join(SORTS)}."
    limit = _number(arguments, "limit", 10, 1, MOST_RESULTS, faults)
    offset = _number(arguments, "offset", 0, 0, FARTHEST, faults)
    if faults:
        raise BadParameters(faults)
    return Asked(arguments.get("q", ""), limit, offset, sort, arguments.get("near", ""), filters)


def _number(arguments, name, default, least, most, faults) -> int:
    text = arguments.get(name, str(default))
    if re.fullmatch(r"[0-9]{1,6}", text) and least <= int(text) <= most:
        return int(text)
    faults[name] = f"{name} phải là số nguyên từ {least} đến {most}."
    return default
