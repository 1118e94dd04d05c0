"""Tables of partners and secondary schools."""

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.partners.kinds import OWNERSHIPS, TYPES
from vocational.storage import ProvenanceColumns, db


class Partner(ProvenanceColumns, db.Model):
    """A body that a source names together with what it did or offered; being named is no endorsement."""

    __tablename__ = "partner"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    offers: Mapped[list[str]] = mapped_column(JSON)
    website: Mapped[str] = mapped_column(default="")
    contact_as_of: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    types: Mapped[list["PartnerType"]] = relationship(order_by="PartnerType.id")
    areas: Mapped[list["PartnerArea"]] = relationship(order_by="PartnerArea.id")
    schools: Mapped[list["PartnerSchool"]] = relationship(order_by="PartnerSchool.id")

    @property
    def type_words(self) -> list[str]:
        """What kinds of body it is, in words."""
        return [TYPES[row.type] for row in self.types]


class PartnerType(db.Model):
    """One kind of body that a partner is."""

    __tablename__ = "partner_type"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[str] = mapped_column(ForeignKey("partner.id"), index=True)
    type: Mapped[str] = mapped_column(index=True)


class PartnerArea(db.Model):
    """One area that a partner is active in."""

    __tablename__ = "partner_area"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[str] = mapped_column(ForeignKey("partner.id"), index=True)
    area: Mapped[str] = mapped_column(index=True)


class PartnerSchool(db.Model):
    """One vocational school that a partner works with."""

    __tablename__ = "partner_school"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[str] = mapped_column(ForeignKey("partner.id"), index=True)
    institution: Mapped[str] = mapped_column(index=True)


class SecondarySchool(ProvenanceColumns, db.Model):
    """A lower or upper secondary school of the area; coordinates are rough, and no commune means unknown."""

    __tablename__ = "secondary_school"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    level: Mapped[str]
    ownership: Mapped[str] = mapped_column(default="")
    former_unit: Mapped[str] = mapped_column(index=True)
    province: Mapped[str] = mapped_column(index=True)
    commune: Mapped[str] = mapped_column(default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    website: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    @property
    def ownership_words(self) -> str:
        """Who owns it, in words."""
        return OWNERSHIPS[self.ownership]
