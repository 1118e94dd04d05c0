"""Which published records become search documents, and what of them can be found.

This module and `document_kinds/` alone decide that. A document is a plain dict, as `engine/api.build` takes
it; its id is the address of the page without the first slash.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from vocational.admissions import queries as admissions
from vocational.noticeboard.dates import end_of
from vocational.places import queries as places
from vocational.search.document_kinds import around, asked, rules, teaching, written

# What people write on the site; pages of the content change by a load only, which builds the index anew.
WRITTEN = {
    "thong-bao": around.of_notices,
    "su-kien": around.of_notices,
    "viec-lam": around.of_notices,
    "hoi-dap": asked.of_faqs,
}


def documents_of(ids: Iterable[str], today: date, now: datetime | None = None) -> dict[str, dict | None]:
    """Return the documents of some pages by id, None for a page that is not there (any more).

    Without `now` they are those of the end of the day.
    """
    found: dict[str, dict | None] = dict.fromkeys(ids)
    # What staff write changes by the minute; all else is read only for the ids that are left.
    items = written.of_items(now or end_of(today), set(found))
    found |= {one["id"]: one for one in items if one["id"] in found}
    left = {id for id, one in found.items() if one is None}
    for maker in {WRITTEN.get(id.partition("/")[0], _of_content) for id in left}:
        found |= {one["id"]: one for one in maker(today, left) if one["id"] in left}
    return found


def _of_content(today, _wanted):
    return documents(today)


def documents(today: date, now: datetime | None = None) -> Iterator[dict]:
    """Yield every document of the site; without `now` as it is at the end of the day."""
    names = {area.id: area.name.removesuffix(" (cũ)") for area in places.areas_by_id().values()}
    due = admissions.last_days()
    yield from teaching.of_institutions(names, due)
    yield from teaching.of_programmes(due)
    yield from teaching.of_careers()
    yield from rules.of_policies()
    yield from rules.of_legal_documents()
    yield from rules.of_stages()
    yield from around.of_series(today)
    yield from around.of_notes()
    yield from around.of_notices(today)
    yield from written.of_items(now or end_of(today))
    yield from around.of_guides()
    yield from asked.of_faqs(today)
    yield from around.of_lists()
