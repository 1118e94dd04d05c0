"""Tables of sources and of the pages that rest on them."""

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from vocational.sources.kinds import PAGE_KINDS
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


class SourceUse(db.Model):
    """A public page that rests on a source; `address` is the page's own, without the first slash."""

    __tablename__ = "source_use"

    source_id: Mapped[str] = mapped_column(ForeignKey("source.id"), primary_key=True)
    address: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    position: Mapped[int]

    @property
    def kind_name(self) -> str:
        """What kind of page it is, as readers see it."""
        return PAGE_KINDS[self.kind]
