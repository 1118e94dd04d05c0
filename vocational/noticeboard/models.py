"""Tables of curated notices."""

from datetime import date

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.noticeboard import dates
from vocational.noticeboard.dates import Standing
from vocational.noticeboard.kinds import Area, Audience, Board, Kind
from vocational.storage import ProvenanceColumns, db


class Notice(ProvenanceColumns, db.Model):
    """One dated, sourced announcement, event or vacancy that the office wrote into a file.

    `date` and `date_end` are as exact as the source («2025-08»); `starts_on`, `shown_until` follow from them.
    """

    __tablename__ = "notice"

    slug: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    date: Mapped[str]
    date_end: Mapped[str] = mapped_column(default="")
    date_is_estimated: Mapped[bool] = mapped_column(default=False)
    deadline: Mapped[date | None]
    starts_on: Mapped[date] = mapped_column(index=True)
    shown_until: Mapped[date] = mapped_column(index=True)
    place: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(index=True)
    organiser: Mapped[str] = mapped_column(default="")
    facts: Mapped[list[str]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(default="")
    html: Mapped[str] = mapped_column(default="")

    audiences: Mapped[list["NoticeAudience"]] = relationship(order_by="NoticeAudience.id", viewonly=True)
    institutions: Mapped[list["NoticeInstitution"]] = relationship(
        order_by="NoticeInstitution.id", viewonly=True
    )

    @property
    def board(self) -> Board:
        """The list that the notice hangs on."""
        return Kind(self.kind).board

    @property
    def kind_label(self) -> str:
        """The kind in words."""
        return Kind(self.kind).label

    @property
    def area_label(self) -> str:
        """The area in words."""
        return Area(self.area).label

    @property
    def audience_labels(self) -> list[str]:
        """Whom the notice is for, in words; empty when the source does not say."""
        return [Audience(row.audience).label for row in self.audiences]

    @property
    def when(self) -> str:
        """The date or span in words, as exact as the source; a guessed one says so."""
        said = dates.span_words(self.date, self.date_end)
        return f"{said} (ước đoán)" if self.date_is_estimated else said

    @property
    def year(self) -> int:
        """The year that the notice is filed under."""
        return self.starts_on.year

    def standing(self, today: date) -> Standing:
        """Return whether the notice lies ahead, holds, or belongs into the archive."""
        return dates.standing(self.starts_on, self.shown_until, today)

    def days_left(self, today: date) -> int | None:
        """Return how many days are left until the deadline; None without one or after it."""
        return (self.deadline - today).days if self.deadline and self.deadline >= today else None

    def archived_because(self, today: date) -> str:
        """Return in words why the notice belongs into the archive."""
        return dates.archive_words(
            kind=self.kind, starts=self.date, ends=self.date_end, deadline=self.deadline, today=today
        )


class NoticeAudience(db.Model):
    """One group of readers that a notice is for."""

    __tablename__ = "notice_audience"

    id: Mapped[int] = mapped_column(primary_key=True)
    notice: Mapped[str] = mapped_column(ForeignKey("notice.slug"), index=True)
    audience: Mapped[str] = mapped_column(index=True)


class NoticeInstitution(db.Model):
    """One institution that a notice speaks of."""

    __tablename__ = "notice_institution"

    id: Mapped[int] = mapped_column(primary_key=True)
    notice: Mapped[str] = mapped_column(ForeignKey("notice.slug"), index=True)
    institution: Mapped[str] = mapped_column(ForeignKey("institution.slug"), index=True)
