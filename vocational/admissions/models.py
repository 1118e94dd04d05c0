"""Tables of seats and rounds."""

from datetime import date

from sqlalchemy import JSON, BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.admissions.words import COVERS, KINDS, level_words
from vocational.levels import ENTRIES
from vocational.provenance import Figure, State
from vocational.storage import ProvenanceColumns, db

SAME = ("year", "kind", "covers", "level", "level_words", "level_rank", "unit")
"""What groups have in common that may be added."""


class AdmissionYear(db.Model):
    """One admission year: how much it holds, and what its lines can be narrowed by.

    `areas` are [id, name] of the present and former provinces that its schools lie in.
    """

    __tablename__ = "admission_year"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    lines: Mapped[int]
    schools: Mapped[int]
    kinds: Mapped[list[str]] = mapped_column(JSON)
    levels: Mapped[list[str]] = mapped_column(JSON)
    # Long, and read for one year only.
    areas: Mapped[list[list[str]]] = mapped_column(JSON, deferred=True)


class QuotaGroup(db.Model):
    """The lines of one school and year that may be added: same kind, width, level and unit.

    Lists count, filter and add up these instead of the lines, which are many more. `seats` adds the known
    lines; `qualifier` is the one that all lines share, or «khoảng»; `rank` is the school's place in
    Vietnamese order.
    """

    __tablename__ = "quota_group"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    institution: Mapped[str] = mapped_column(ForeignKey("institution.slug"), index=True)
    school: Mapped[str]
    words: Mapped[str]
    rank: Mapped[int]
    kind: Mapped[str]
    covers: Mapped[str]
    level: Mapped[str] = mapped_column(default="")
    level_words: Mapped[str] = mapped_column(default="")
    level_rank: Mapped[int]
    unit: Mapped[str]
    lines: Mapped[int]
    known: Mapped[int]
    uncertain: Mapped[int]
    seats: Mapped[int] = mapped_column(BigInteger)
    qualifier: Mapped[str] = mapped_column(default="")

    __table_args__ = (
        Index("ix_quota_group_by_school", "year", "rank", "id"),
        Index("ix_quota_group_by_level", "year", "level_rank", "rank", "id"),
        # Holds all that the sums of a year read, so that they never touch the table.
        Index(
            "ix_quota_group_sums", *SAME, "institution", "lines", "known", "uncertain", "seats", "qualifier"
        ),
    )

    @property
    def kind_name(self) -> str:
        """What the figures count, in words."""
        return KINDS[self.kind]

    @property
    def level_name(self) -> str:
        """The level in words; the source's own where no level of today fits."""
        return level_words(self.level, self.level_words)


class QuotaSum(db.Model):
    """What all groups of a year with the same kind, width, level and unit add up to.

    Read where nobody asks for some schools or places only. `qualifier` and `other_qualifier` are the first
    and the last of those that the groups have.
    """

    __tablename__ = "quota_sum"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(index=True)
    kind: Mapped[str]
    covers: Mapped[str]
    level: Mapped[str]
    level_words: Mapped[str]
    level_rank: Mapped[int]
    unit: Mapped[str]
    schools: Mapped[int]
    lines: Mapped[int]
    known: Mapped[int]
    uncertain: Mapped[int]
    seats: Mapped[int] = mapped_column(BigInteger)
    qualifier: Mapped[str]
    other_qualifier: Mapped[str]


class Quota(ProvenanceColumns, db.Model):
    """One line of seats, as wide as its source gives it."""

    __tablename__ = "quota"

    id: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("quota_group.id"))
    year: Mapped[int]
    position: Mapped[int]
    school_year: Mapped[str] = mapped_column(default="")
    programme: Mapped[str | None] = mapped_column(ForeignKey("programme.slug"), index=True)
    programme_name: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(default="")
    entry: Mapped[str] = mapped_column(default="")
    seats: Mapped[int | None]
    state: Mapped[str]
    qualifier: Mapped[str] = mapped_column(default="")
    opens: Mapped[date | None]
    closes: Mapped[date | None]
    method: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    group: Mapped[QuotaGroup] = relationship(viewonly=True)

    __table_args__ = (
        Index("ix_quota_in_group", "group_id", "position"),
        Index("ix_quota_by_seats", "year", "seats", "id"),
    )

    @property
    def entry_name(self) -> str:
        """Who may apply, in words; empty where the source does not say."""
        return ENTRIES.get(self.entry, "")

    @property
    def about(self) -> str:
        """What of the school the line covers, in words."""
        return self.programme_name or self.scope or COVERS[self.group.covers]

    @property
    def figure(self) -> Figure:
        """The seats as a figure."""
        return Figure(
            value=self.seats,
            unit=self.group.unit,
            state=State(self.state),
            qualifier=self.qualifier,
            counts=self.group.kind_name,
            period=f"năm học {self.school_year}" if self.school_year else f"năm {self.year}",
            note=self.note,
            provenance=self.provenance,
        )


class AdmissionArea(db.Model):
    """One area that a school with seats lies in: its present province or its former one."""

    __tablename__ = "admission_area"

    institution: Mapped[str] = mapped_column(ForeignKey("institution.slug"), primary_key=True)
    area: Mapped[str] = mapped_column(primary_key=True, index=True)


class Round(ProvenanceColumns, db.Model):
    """A time in which a school takes applications, written as such or drawn from its seats' dates.

    `notice` is the notice that tells of the same last day.
    """

    __tablename__ = "admission_round"

    id: Mapped[str] = mapped_column(primary_key=True)
    institution: Mapped[str] = mapped_column(ForeignKey("institution.slug"), index=True)
    school: Mapped[str]
    year: Mapped[int]
    name: Mapped[str]
    levels: Mapped[list[str]] = mapped_column(JSON, default=list)
    entry: Mapped[str] = mapped_column(default="")
    opens: Mapped[date | None]
    closes: Mapped[date | None]
    method: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    notice: Mapped[str | None] = mapped_column(ForeignKey("notice.slug"))

    __table_args__ = (Index("ix_admission_round_by_day", "closes", "notice"),)


class AdmissionProgress(ProvenanceColumns, db.Model):
    """How far a school's admission had come, in one or two sentences."""

    __tablename__ = "admission_progress"

    id: Mapped[str] = mapped_column(primary_key=True)
    institution: Mapped[str] = mapped_column(ForeignKey("institution.slug"), index=True)
    school: Mapped[str]
    year: Mapped[int] = mapped_column(index=True)
    text: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
