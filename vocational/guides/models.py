"""Tables of what the site says about itself, of guides, and of the version of the content."""

from datetime import date

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from vocational.storage import ProvenanceColumns, db


class ContentVersion(db.Model):
    """Which content is published: the hash of its files and the day they were loaded. At most one row."""

    __tablename__ = "content_version"

    digest: Mapped[str] = mapped_column(primary_key=True)
    loaded_on: Mapped[date]
    rows: Mapped[int]


class Site(db.Model):
    """What every page says about the office that keeps the site. One row."""

    __tablename__ = "site"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    short_name: Mapped[str]
    tagline: Mapped[str]
    office: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str | None]
    counselling_phone: Mapped[str] = mapped_column(default="")
    right_to_grade_10: Mapped[str]
    areas: Mapped[list[dict]] = mapped_column(JSON, default=list)
    popular_searches: Mapped[list[str]] = mapped_column(JSON, default=list)
    content_as_of: Mapped[date]


class Guide(ProvenanceColumns, db.Model):
    """A page of advice for one kind of reader, or about the site."""

    __tablename__ = "guide"

    slug: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    summary: Mapped[str]
    audience: Mapped[str]
    lang: Mapped[str] = mapped_column(default="vi")
    html: Mapped[str]
