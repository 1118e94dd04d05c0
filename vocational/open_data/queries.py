"""Gathering what machines are told of all rooms."""

from collections.abc import Iterator
from datetime import date, datetime

from vocational.careers import queries as careers
from vocational.catalogue import queries as catalogue
from vocational.labour_market import queries as labour_market
from vocational.noticeboard import queries as noticeboard
from vocational.noticeboard.items import public as items
from vocational.pathways import queries as pathways
from vocational.policies import queries as policies
from vocational.questions import queries as questions


def pages(now: datetime) -> Iterator[tuple[str, str, date | None]]:
    """Yield (what it is, slug, day of the last check) of every page that has a slug."""
    dated = {
        "catalogue.institution": catalogue.institution_slugs(),
        "careers.career": careers.slugs(),
        "policies.policy": policies.policy_slugs(),
        "policies.legal_document": policies.document_slugs(),
        "pathways.pathway": pathways.slugs(),
        "labour_market.note": labour_market.note_slugs(),
        "questions.faq": questions.slugs(),
    }
    for what, rows in dated.items():
        yield from ((what, slug, day) for slug, day in rows)
    yield from ((f"noticeboard.{board}", slug, day) for board, slug, day in noticeboard.slugs())
    for posted in items.posted_on(None, now=now):
        yield f"noticeboard.{posted.board}", posted.slug, posted.version.at.date()
    yield from (("catalogue.programme", slug, None) for slug in catalogue.programme_slugs())
    yield from (("labour_market.indicator", slug, None) for slug in labour_market.series_slugs())
