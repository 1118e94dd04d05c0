"""Whether a legal document holds on a given day."""

from dataclasses import dataclass
from datetime import date

ENDING = {"replaced", "replaced_presumed", "ended"}
HOLDING = {"in_force", "in_force_amended", "in_force_presumed"}


@dataclass(frozen=True)
class Standing:
    """Where a document stands on a day: a code, and the last day it holds where that lies ahead."""

    code: str
    until: date | None = None


def standing(status: str, effective: str, valid_to: date | None, today: date) -> Standing:
    """Return where a document stands today.

    `status` is what the file says, `effective` a date as exact as known («2022», «2022-06», empty).
    A document whose end is already dated still holds until that day: the law is read by date, not by rumour.
    """
    if effective and effective > today.isoformat()[: len(effective)]:
        return Standing("not_yet")
    if valid_to and valid_to >= today and status in ENDING | HOLDING:
        return Standing("until", valid_to)
    if valid_to and valid_to < today and status in HOLDING:
        return Standing("ended")
    return Standing(status)


def applies(valid_from: date, valid_to: date | None, today: date) -> str:
    """Return whether a provision «applies», is «past» or is «ahead» on a day."""
    if valid_from > today:
        return "ahead"
    return "past" if valid_to and valid_to < today else "applies"
