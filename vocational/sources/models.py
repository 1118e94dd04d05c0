"""Table of sources."""

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from vocational.storage import db


class Source(db.Model):
    """One document, page or article that facts of the site come from; the id is «inst-3», «pol-16», …"""

    __tablename__ = "source"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    title: Mapped[str]
    publisher: Mapped[str] = mapped_column(default="")
    published: Mapped[str] = mapped_column(default="")
    urls: Mapped[list[str]] = mapped_column(JSON, default=list)
    kind: Mapped[str] = mapped_column(default="")
    used_for: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
