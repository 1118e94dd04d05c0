"""Notices as table rows."""

from collections.abc import Iterator

from vocational.ingest import markdown
from vocational.noticeboard import dates
from vocational.noticeboard.models import Notice, NoticeAudience, NoticeInstitution

TABLES = (Notice, NoticeAudience, NoticeInstitution)


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield the rows of all notices, each kind of row together."""
    for entry in content.entries("notices"):
        yield Notice, _notice(entry)
    for entry in content.entries("notices"):
        for audience in entry.audience:
            yield NoticeAudience, {"notice": entry.slug, "audience": audience.value}
    for entry in content.entries("notices"):
        for institution in entry.institutions:
            yield NoticeInstitution, {"notice": entry.slug, "institution": institution}


def _notice(entry) -> dict:
    ends = entry.date_end or ""
    kind = entry.kind.value
    return entry.provenance_row() | {
        "slug": entry.slug,
        "kind": kind,
        "title": entry.title,
        "date": entry.date,
        "date_end": ends,
        "date_is_estimated": entry.date_is_estimated,
        "deadline": entry.deadline,
        "starts_on": dates.first_day(entry.date),
        "shown_until": dates.shown_until(kind=kind, starts=entry.date, ends=ends, deadline=entry.deadline),
        "place": entry.place or "",
        "area": entry.area.value,
        "organiser": entry.organiser or "",
        "facts": list(entry.facts),
        "note": entry.note,
        "html": markdown.html_of(entry.body) if entry.body else "",
        "as_of": entry.as_of or entry.date,
    }
