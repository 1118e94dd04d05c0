"""Reading the site's own words and guides."""

from datetime import date

from sqlalchemy import select

from vocational.errors import NotFound
from vocational.guides.models import ContentVersion, Guide, Site
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
