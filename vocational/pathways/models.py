"""Tables of stages and the passages between them."""

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.pathways.kinds import Phase, StageKind
from vocational.provenance import CERTAIN, Confidence
from vocational.storage import ProvenanceColumns, db


class Stage(ProvenanceColumns, db.Model):
    """Where a person may stand on the way: a grade, a programme, a certificate, work."""

    __tablename__ = "stage"

    slug: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    lead: Mapped[str]
    kind: Mapped[str]
    phase: Mapped[str]
    duration: Mapped[str] = mapped_column(default="")
    duration_confidence: Mapped[str] = mapped_column(default="")
    credential: Mapped[str] = mapped_column(default="")
    cost: Mapped[str] = mapped_column(default="")
    min_age: Mapped[int | None]
    managed_by: Mapped[str] = mapped_column(default="")
    level_equivalent: Mapped[str] = mapped_column(default="")
    planned_hours: Mapped[dict | None] = mapped_column(JSON(none_as_null=True))
    subjects: Mapped[dict | None] = mapped_column(JSON(none_as_null=True))
    partly_from: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    passages: Mapped[list["Passage"]] = relationship(
        foreign_keys="Passage.from_slug", order_by="Passage.position", viewonly=True, back_populates="start"
    )
    arrivals: Mapped[list["Passage"]] = relationship(
        foreign_keys="Passage.to_slug", order_by="Passage.position", viewonly=True, back_populates="goal"
    )

    @property
    def kind_label(self) -> str:
        """What the stage is, in words."""
        return StageKind(self.kind).label

    @property
    def phase_label(self) -> str:
        """The part of the way, in words."""
        return Phase(self.phase).label

    @property
    def duration_is_certain(self) -> bool:
        """Whether the duration may be shown without a mark."""
        return not self.duration_confidence or Confidence(self.duration_confidence) in CERTAIN


class Passage(ProvenanceColumns, db.Model):
    """One way from a stage to another, with what it takes."""

    __tablename__ = "passage"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    from_slug: Mapped[str] = mapped_column(ForeignKey("stage.slug"), index=True)
    to_slug: Mapped[str] = mapped_column(ForeignKey("stage.slug"), index=True)
    label: Mapped[str]
    conditions: Mapped[list[str]] = mapped_column(JSON, default=list)
    duration: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default="")
    available_from: Mapped[str] = mapped_column(default="")
    opens: Mapped[list[str]] = mapped_column(JSON, default=list)
    certificate: Mapped[str] = mapped_column(default="")
    recognition: Mapped[str] = mapped_column(default="")
    threshold_examples: Mapped[list[str]] = mapped_column(JSON, default=list)
    policies: Mapped[list[str]] = mapped_column(JSON, default=list)
    open_issues: Mapped[list[str]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(default="")

    start: Mapped[Stage] = relationship(foreign_keys=from_slug, viewonly=True)
    goal: Mapped[Stage] = relationship(foreign_keys=to_slug, viewonly=True)

    @property
    def is_in_transition(self) -> bool:
        """Whether the way is being changed by new law, so that schools have to be asked year by year."""
        return self.status == "in_transition"
