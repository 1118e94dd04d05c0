"""Tables of schools, programmes and offerings, with everything that is known of each."""

from datetime import date
from typing import Annotated

from sqlalchemy import JSON, Double, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.catalogue.vocabulary import KINDS, OWNERSHIPS, level_words
from vocational.provenance import Confidence, Figure, Provenance
from vocational.storage import FigureColumns, ProvenanceColumns, db

Texts = Mapped[Annotated[list[str], mapped_column(JSON, default=list)]]


class Field(db.Model):
    """One group of occupations and programmes, such as «Điện, điện lạnh, năng lượng»."""

    __tablename__ = "field"

    slug: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    position: Mapped[int]


class Programme(db.Model):
    """One programme (ngành, nghề) across levels; `variant_of` names the programme it is a special form of."""

    __tablename__ = "programme"
    __table_args__ = (Index("ix_programme_order", "field_position", "sort_key"),)

    slug: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(index=True)
    other_names: Texts
    everyday_words: Texts
    levels: Texts
    words: Mapped[str]
    variant_of: Mapped[str | None] = mapped_column(ForeignKey("programme.slug"))
    field: Mapped[str | None] = mapped_column(ForeignKey("field.slug"))
    field_position: Mapped[int]
    institution_count: Mapped[int] = mapped_column(default=0)
    is_certain: Mapped[bool]
    note: Mapped[str] = mapped_column(default="")
    html: Mapped[str] = mapped_column(default="")

    codes: Mapped[list["ProgrammeCode"]] = relationship(order_by="ProgrammeCode.position", viewonly=True)


class ProgrammeCode(ProvenanceColumns, db.Model):
    """One official code of a programme at one level; `name` is what that source calls the programme."""

    __tablename__ = "programme_code"

    code: Mapped[str] = mapped_column(primary_key=True)
    programme: Mapped[str] = mapped_column(ForeignKey("programme.slug"), index=True)
    position: Mapped[int]
    level: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    status: Mapped[str]
    group_code: Mapped[str] = mapped_column(default="")
    group_name: Mapped[str] = mapped_column(default="")
    reduced_fee_sources: Texts
    hazardous_sources: Texts
    note: Mapped[str] = mapped_column(default="")


class ProgrammeFacet(db.Model):
    """One value by which a programme can be found in a filter."""

    __tablename__ = "programme_facet"

    topic: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("programme.slug"), primary_key=True, index=True)


class Institution(ProvenanceColumns, db.Model):
    """One school or centre; one that is not `public` is kept, but has no page and is in no list."""

    __tablename__ = "institution"

    slug: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(index=True)
    name_confidence: Mapped[str]
    name_note: Mapped[str] = mapped_column(default="")
    other_names: Texts
    words: Mapped[str]
    school_code: Mapped[str] = mapped_column(default="")
    kind: Mapped[str]
    public: Mapped[bool] = mapped_column(default=True)
    status: Mapped[str]
    status_note: Mapped[str] = mapped_column(default="")
    ownership: Mapped[str]
    ownership_sources: Texts
    ownership_confidence: Mapped[str]
    ownership_note: Mapped[str] = mapped_column(default="")
    managing_body: Mapped[str] = mapped_column(default="")
    place: Mapped[str]
    former_place: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    former_address: Mapped[str] = mapped_column(default="")
    location_sources: Texts
    location_as_of: Mapped[str] = mapped_column(default="")
    location_confidence: Mapped[str]
    location_note: Mapped[str] = mapped_column(default="")
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)
    geo_note: Mapped[str] = mapped_column(default="")
    offering_count: Mapped[int] = mapped_column(default=0, index=True)
    nine_plus: Mapped[bool | None]
    nine_plus_as_of: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    html: Mapped[str] = mapped_column(default="")

    details: Mapped[list["InstitutionDetail"]] = relationship(order_by="InstitutionDetail.id", viewonly=True)
    contacts: Mapped[list["Contact"]] = relationship(order_by="Contact.id", viewonly=True)
    links: Mapped[list["InstitutionLink"]] = relationship(
        order_by="InstitutionLink.id", foreign_keys="InstitutionLink.slug", viewonly=True
    )
    offerings: Mapped[list["Offering"]] = relationship(order_by="Offering.id", viewonly=True)
    figures: Mapped[list["InstitutionFigure"]] = relationship(
        order_by="InstitutionFigure.position", viewonly=True
    )

    @property
    def kind_name(self) -> str:
        """What kind of school it is, in words."""
        return KINDS[self.kind]

    @property
    def ownership_name(self) -> str:
        """Who owns it, in words."""
        return OWNERSHIPS[self.ownership]

    def provenance_of(self, part: str) -> Provenance:
        """Return where the statement on its «ownership» or «location» comes from."""
        sources, confidence = (
            getattr(self, f"{part}_sources"),
            Confidence(getattr(self, f"{part}_confidence")),
        )
        as_of = self.location_as_of if part == "location" else self.as_of
        return Provenance(tuple(sources), as_of, confidence, self.checked_on)

    @property
    def told_place(self) -> str:
        """The present place for lists, with a remark where no source says it."""
        return self.place + ("" if self.provenance_of("location").is_certain else " (chưa kiểm chứng)")

    def nine_plus_on(self, today: date) -> str:
        """Return «yes», «once» (an old source says so) or nothing, on teaching general subjects as well."""
        is_old = Provenance(as_of=self.nine_plus_as_of).freshness(today) == "old"
        return "" if not self.nine_plus else "once" if is_old else "yes"

    def about(self, topic: str) -> list["InstitutionDetail"]:
        """Return what is known on one topic of `vocabulary.DETAILS`."""
        return [detail for detail in self.details if detail.topic == topic]


class InstitutionDetail(ProvenanceColumns, db.Model):
    """One thing known of an institution; `available` is None where no source says yes or no."""

    __tablename__ = "institution_detail"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("institution.slug"), index=True)
    topic: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    from_year: Mapped[int | None]
    to_year: Mapped[int | None]
    available: Mapped[bool | None]
    note: Mapped[str] = mapped_column(default="")


class Contact(ProvenanceColumns, db.Model):
    """One way to reach an institution; an old one (`is_old`) is kept only to be recognised."""

    __tablename__ = "institution_contact"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("institution.slug"), index=True)
    is_old: Mapped[bool]
    phone: Texts
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class InstitutionLink(ProvenanceColumns, db.Model):
    """What ties one institution to another; `in_effect` only where a source says that it happened."""

    __tablename__ = "institution_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("institution.slug"), index=True)
    other: Mapped[str] = mapped_column(ForeignKey("institution.slug"), index=True)
    role: Mapped[str]
    in_effect: Mapped[bool]
    result_name: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    other_institution: Mapped[Institution] = relationship(foreign_keys=other, viewonly=True)
    institution: Mapped[Institution] = relationship(foreign_keys=slug, viewonly=True)


class InstitutionFacet(db.Model):
    """One value by which a public institution can be found in a filter."""

    __tablename__ = "institution_facet"

    topic: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("institution.slug"), primary_key=True, index=True)


class InstitutionArea(db.Model):
    """One place, present or former, in which a public institution lies; `name` is for the filter."""

    __tablename__ = "institution_area"

    area: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    position: Mapped[int]


class FormerSlug(db.Model):
    """A slug that once named an institution or a programme; its address leads to the present one."""

    __tablename__ = "former_slug"

    room: Mapped[str] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(primary_key=True)
    target: Mapped[str]


class Offering(ProvenanceColumns, db.Model):
    """One programme at one institution; several `levels` mean that the source does not tell them apart.

    `price` is the list price, `payable` what is left to pay by entry: [{entry, amount, basis}].
    """

    __tablename__ = "offering"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("institution.slug"), index=True)
    programme: Mapped[str] = mapped_column(ForeignKey("programme.slug"), index=True)
    name: Mapped[str]
    levels: Texts
    code: Mapped[str] = mapped_column(default="")
    duration: Mapped[str] = mapped_column(default="")
    entries: Texts
    entry_note: Mapped[str] = mapped_column(default="")
    price: Mapped[float | None] = mapped_column(Double)
    price_unit: Mapped[str] = mapped_column(default="")
    payable: Mapped[list[dict]] = mapped_column(JSON, default=list)
    learners: Mapped[int | None]
    capacity: Mapped[str] = mapped_column(default="")
    venue: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    institution: Mapped[Institution] = relationship(viewonly=True)

    @property
    def level_name(self) -> str:
        """Its level in words."""
        return level_words(self.levels)

    @property
    def price_figure(self) -> Figure:
        """The list price as a figure."""
        return self._money(self.price)

    @property
    def payable_figures(self) -> list[tuple[str, Figure, str]]:
        """What is to pay: (entry, figure, why)."""
        return [(part["entry"], self._money(part["amount"]), part["basis"]) for part in self.payable]

    def _money(self, amount):
        return Figure(value=amount, unit=self.price_unit, provenance=self.provenance)


class InstitutionFigure(FigureColumns, db.Model):
    """One figure of an institution: pupils, graduates, people in work, number of programmes."""

    __tablename__ = "institution_figure"

    id: Mapped[str] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("institution.slug"), index=True)
    position: Mapped[int]
    measure: Mapped[str]
    programme: Mapped[str | None] = mapped_column(ForeignKey("programme.slug"))
    programme_name: Mapped[str] = mapped_column(default="")
