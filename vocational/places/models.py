"""Tables of places. Present units are keyed by official code, never by name."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from vocational.storage import ProvenanceColumns, db


class Province(ProvenanceColumns, db.Model):
    """A province as it is today."""

    __tablename__ = "province"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    formed_from: Mapped[str] = mapped_column(default="")
    commune_count: Mapped[int | None]
    area_km2: Mapped[float | None]
    population: Mapped[int | None]
    valid_from: Mapped[date]
    note: Mapped[str] = mapped_column(default="")


class Commune(ProvenanceColumns, db.Model):
    """A commune, ward or special zone as it is today; coordinates are of its centre, roughly."""

    __tablename__ = "commune"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    province_code: Mapped[str] = mapped_column(ForeignKey("province.code"), index=True)
    formed_from: Mapped[str] = mapped_column(default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    area_km2: Mapped[float | None]
    resolution: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date]

    @property
    def full_name(self) -> str:
        """The name with its kind: «phường Buôn Hồ»."""
        return f"{self.kind} {self.name}"


class FormerUnit(ProvenanceColumns, db.Model):
    """A province, district or commune that no longer exists under that name and border."""

    __tablename__ = "former_unit"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("former_unit.id"), index=True)
    valid_to: Mapped[date]


class UnitLink(db.Model):
    """One present unit that a former unit went into: exactly one of the two codes is set."""

    __tablename__ = "unit_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    former_id: Mapped[str] = mapped_column(ForeignKey("former_unit.id"), index=True)
    province_code: Mapped[str | None] = mapped_column(ForeignKey("province.code"), index=True)
    commune_code: Mapped[str | None] = mapped_column(ForeignKey("commune.code"), index=True)
    is_split: Mapped[bool]
    valid_from: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
