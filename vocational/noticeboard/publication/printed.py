"""Whether a printed sheet still says what the site says."""

from vocational.noticeboard import comparison
from vocational.noticeboard.comparison import Compared
from vocational.noticeboard.items import public, told
from vocational.noticeboard.items.posted import Posted
from vocational.noticeboard.publication import records


def changes_since(posted: Posted, number: int) -> list[Compared] | None:
    """Return what readers see otherwise than on a sheet of a version; None when the sheet is not out of date.

    A version that readers never had stays unseen.
    """
    if number >= posted.version.number or number not in records.public_numbers(posted.item.id):
        return None
    before = public.version(posted.item, number)
    return comparison.compared(told.for_readers(before), told.for_readers(posted.version))
