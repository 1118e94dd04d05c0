"""Reading the site's own words and guides, and gathering the front page from all rooms."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from vocational.admissions import queries as admissions
from vocational.careers import queries as careers
from vocational.catalogue import queries as catalogue
from vocational.errors import NotFound
from vocational.guides.models import ContentVersion, Guide, Site
from vocational.noticeboard import boards
from vocational.policies import queries as policies
from vocational.storage import db

# Shown until the first load: the site must answer, and say nothing that nobody wrote.
UNNAMED = {
    "name": "Chuyên trang hướng nghiệp",
    "short_name": "Hướng nghiệp",
    "tagline": "Học gì, học ở đâu, còn chỗ không",
}


def site() -> Site:
    """Return what every page says about the office; a nameless one before the first load."""
    found = db.session.get(Site, 1)
    return found or Site(
        **UNNAMED,
        right_to_grade_10="",
        areas=[],
        popular_searches=[],
        content_as_of=date.min,
        office="",
        address="",
        phone="",
        email="",
        counselling_phone="",
    )


def guide(slug: str) -> Guide:
    """Return a guide by slug; raises NotFound."""
    found = db.session.get(Guide, slug)
    if found is None:
        raise NotFound(slug)
    return found


def guides() -> list[Guide]:
    """Return all guides by slug."""
    return list(db.session.scalars(select(Guide).order_by(Guide.slug)))


def loaded_on() -> date | None:
    """Return the day the published content was loaded; None before the first load."""
    return db.session.scalar(select(ContentVersion.loaded_on))


def guide_or_none(slug: str) -> Guide | None:
    """Return a guide by slug; None when nobody wrote it."""
    return db.session.get(Guide, slug)


@dataclass(frozen=True)
class FrontPage:
    """What the front page tells: deadlines ahead, the newest notices, and how much the site holds."""

    closing: list
    notices: list
    institutions: int
    programmes: int
    careers: int
    policies: int
    seats: tuple | None
    after_grade_9: int


def front_page(today: date, now: datetime) -> FrontPage:
    """Return the front page as it is at a moment of a day."""
    everything = catalogue.Asked()
    entry = catalogue.institution_counts(everything)["vao"]
    return FrontPage(
        closing=admissions.closing_soon(today, 5),
        notices=boards.newest(4, now=now),
        institutions=catalogue.institution_total(everything),
        programmes=catalogue.programme_total(everything),
        careers=careers.career_total(careers.Asked()),
        policies=len(policies.policy_slugs()),
        seats=admissions.seats_summary(),
        after_grade_9=entry.get("lop-9", 0),
    )
