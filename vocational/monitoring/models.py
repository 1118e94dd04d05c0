"""Tables of targets, reporting duties and what the plans say of this site."""

from datetime import date

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.monitoring.kinds import DUTY_STATUSES, FREQUENCIES
from vocational.storage import FigureColumns, ProvenanceColumns, db


class Target(ProvenanceColumns, db.Model):
    """What a document wants reached by a year; its figures are the level for all and those for parts."""

    __tablename__ = "target"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    indicator: Mapped[str]
    area: Mapped[str]
    place: Mapped[str]
    document: Mapped[str | None] = mapped_column(index=True)
    by_year: Mapped[int] = mapped_column(index=True)
    year_is_sure: Mapped[bool]
    status: Mapped[str]
    measure: Mapped[str] = mapped_column(default="")
    frequency: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    figures: Mapped[list["TargetFigure"]] = relationship(order_by="TargetFigure.position")

    def standing(self, today: date) -> str:
        """Return «draft» when no document in force says it, else «past» or «present» by its year."""
        if self.status == "du-thao" or not self.year_is_sure:
            return "draft"
        return "past" if self.by_year < today.year else "present"

    @property
    def when_words(self) -> str:
        """By when, or how often, it is to be reached."""
        year = f"năm {self.by_year}" if self.year_is_sure else f"năm {self.by_year}, chưa chắc"
        often = FREQUENCIES.get(self.frequency)
        return f"{often}, đến {year}" if often else year


class TargetFigure(FigureColumns, db.Model):
    """One level of a target; `counts` names the part it is for, empty for all."""

    __tablename__ = "target_figure"

    id: Mapped[int] = mapped_column(primary_key=True)
    target_id: Mapped[str] = mapped_column(ForeignKey("target.id"), index=True)
    position: Mapped[int]


class ReportingDuty(ProvenanceColumns, db.Model):
    """Who has to tell whom what, and how often."""

    __tablename__ = "reporting_duty"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    who: Mapped[str]
    to: Mapped[list[str]] = mapped_column(JSON)
    what: Mapped[str]
    frequency: Mapped[str]
    document: Mapped[str]
    status: Mapped[str]
    data_fields: Mapped[list[str]] = mapped_column(JSON)
    note: Mapped[str] = mapped_column(default="")

    @property
    def status_words(self) -> str:
        """Whether it still binds, in words."""
        return DUTY_STATUSES[self.status]


class SiteMandate(ProvenanceColumns, db.Model):
    """A task that a plan gives to a site like this one."""

    __tablename__ = "site_mandate"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    text: Mapped[str]
    document: Mapped[str]
    ref: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class FrameworkNote(ProvenanceColumns, db.Model):
    """A question about today's framework of career guidance, with what is known."""

    __tablename__ = "framework_note"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    question: Mapped[str]
    answer: Mapped[str]
    documents: Mapped[list[str]] = mapped_column(JSON)
    needs_collection: Mapped[bool]
    partly_unverified: Mapped[bool]
    note: Mapped[str] = mapped_column(default="")


class Discrepancy(ProvenanceColumns, db.Model):
    """Something that a document states differently from others."""

    __tablename__ = "discrepancy"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    document: Mapped[str]
    text: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
