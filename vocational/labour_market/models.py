"""Tables of the labour market."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.labour_market.topics import KINDS, NOTES, TOPICS
from vocational.storage import FigureColumns, ProvenanceColumns, db


class IndicatorSeries(db.Model):
    """One indicator of one place as it was then, in one unit and of one kind."""

    __tablename__ = "indicator_series"

    slug: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(index=True)
    topic: Mapped[str] = mapped_column(index=True)
    indicator: Mapped[str]
    area: Mapped[str] = mapped_column(index=True)
    place: Mapped[str]
    scope: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(index=True)
    unit: Mapped[str]
    is_headline: Mapped[bool] = mapped_column(default=False)
    observations: Mapped[list["Observation"]] = relationship(
        back_populates="series", order_by=lambda: (Observation.ends, Observation.starts, Observation.position)
    )

    @property
    def full_place(self) -> str:
        """The place as of then, with the part of it that the figures are about."""
        return f"{self.place}, {self.scope}" if self.scope else self.place

    @property
    def title(self) -> str:
        """The indicator with its place: what the page is called."""
        return f"{self.indicator} – {self.full_place}"

    @property
    def border(self) -> str:
        """«before» or «after» the new provincial borders of July 2025; nothing for wider areas."""
        return "before" if self.area.startswith("cu-") else "after" if self.area.isdigit() else ""

    @property
    def kind_words(self) -> str:
        """The kind of its figures in words."""
        return KINDS[self.kind]

    @property
    def topic_words(self) -> str:
        """The topic in words."""
        return TOPICS[self.topic]


class Observation(FigureColumns, db.Model):
    """One figure of a series; `counts` names the group it is about, `starts` and `ends` bound its period."""

    __tablename__ = "observation"

    id: Mapped[str] = mapped_column(primary_key=True)
    series_slug: Mapped[str] = mapped_column(ForeignKey("indicator_series.slug"), index=True)
    position: Mapped[int]
    starts: Mapped[date]
    ends: Mapped[date]
    series: Mapped[IndicatorSeries] = relationship(back_populates="observations")


class LabourMarketNote(ProvenanceColumns, db.Model):
    """A short text about an employer, a zone, a plan or a rule."""

    __tablename__ = "labour_market_note"

    slug: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    about: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    area: Mapped[str]
    place: Mapped[str]
    html: Mapped[str]
    text: Mapped[str]
    note: Mapped[str] = mapped_column(default="")

    @property
    def about_words(self) -> str:
        """What it is about, in words."""
        return NOTES[self.about]


class LabourMarketGap(db.Model):
    """A figure that was looked for and not found; said openly beside what there is."""

    __tablename__ = "labour_market_gap"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    topic: Mapped[str]
    area: Mapped[str]
    place: Mapped[str]
    text: Mapped[str]
    as_of: Mapped[str]
