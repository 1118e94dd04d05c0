"""Tables of policies, legal documents, reference values and what eligibility rules are made of."""

from datetime import date

from sqlalchemy import JSON, Double, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.policies import kinds, validity
from vocational.storage import FigureColumns, ProvenanceColumns, db


class LegalDocument(ProvenanceColumns, db.Model):
    """One law, decree or decision; `issued` and `effective` are as exact as known («2022-06»)."""

    __tablename__ = "legal_document"

    slug: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str]
    title: Mapped[str]
    issuer: Mapped[str]
    issued: Mapped[str] = mapped_column(index=True)
    effective: Mapped[str] = mapped_column(default="")
    valid_to: Mapped[date | None]
    status: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    key_articles: Mapped[list[dict]] = mapped_column(JSON, default=list)
    scope_note: Mapped[str] = mapped_column(default="")
    verify: Mapped[str] = mapped_column(default="")
    partly_from: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    words: Mapped[str]

    @property
    def role_label(self) -> str:
        """Why the document is kept, in words; empty when policies are the reason."""
        return kinds.DocumentRole(self.role).label if self.role else ""

    @property
    def status_label(self) -> str:
        """What the file says of its validity, in words."""
        return kinds.DocumentStatus(self.status).label

    def standing(self, today: date) -> validity.Standing:
        """Return where the document stands on a day."""
        return validity.standing(self.status, self.effective, self.valid_to, today)

    def standing_label(self, today: date) -> str:
        """Return where the document stands on a day, in words."""
        return kinds.STANDINGS[self.standing(today).code]


class LegalLink(db.Model):
    """What a newer document does to an older one."""

    __tablename__ = "legal_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[str] = mapped_column(ForeignKey("legal_document.slug"), index=True)
    other: Mapped[str] = mapped_column(ForeignKey("legal_document.slug"), index=True)
    relation: Mapped[str]


class ReferenceValue(FigureColumns, db.Model):
    """A value that amounts are computed from, over one stretch of time."""

    __tablename__ = "reference_value"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    document_slug: Mapped[str] = mapped_column(ForeignKey("legal_document.slug"))

    document: Mapped[LegalDocument] = relationship(viewonly=True)


class Policy(ProvenanceColumns, db.Model):
    """One support: the answer in a sentence, who may have it, how to get it."""

    __tablename__ = "policy"

    slug: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    lead: Mapped[str]
    group: Mapped[str]
    status: Mapped[str]
    region: Mapped[str]
    local_relevance: Mapped[str] = mapped_column(default="")
    applies_from_school_year: Mapped[str] = mapped_column(default="")
    eligibility: Mapped[dict] = mapped_column(JSON)
    ethnic_list: Mapped[list[str]] = mapped_column(JSON, default=list)
    application: Mapped[dict] = mapped_column(JSON)
    stop_rules: Mapped[list[str]] = mapped_column(JSON, default=list)
    open_issues: Mapped[list[str]] = mapped_column(JSON, default=list)
    questions: Mapped[list[dict]] = mapped_column(JSON, default=list)
    superseded_candidates: Mapped[list[str]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(default="")
    html: Mapped[str] = mapped_column(default="")

    audiences: Mapped[list["PolicyAudience"]] = relationship(order_by="PolicyAudience.id", viewonly=True)
    benefits: Mapped[list["Benefit"]] = relationship(order_by="Benefit.id", viewonly=True)
    bases: Mapped[list["LegalBasis"]] = relationship(order_by="LegalBasis.id", viewonly=True)

    @property
    def group_label(self) -> str:
        """What the policy helps with, in words."""
        return kinds.Group(self.group).label

    @property
    def group_rank(self) -> int:
        """The place of its group in lists."""
        return list(kinds.Group).index(self.group)

    @property
    def status_label(self) -> str:
        """Whether the policy applies, in words."""
        return kinds.PolicyStatus(self.status).label

    @property
    def region_label(self) -> str:
        """Where the policy applies, in words."""
        return kinds.Region(self.region).label

    @property
    def audience_labels(self) -> list[str]:
        """Whom the policy is for, in words."""
        return [kinds.Audience(row.audience).label for row in self.audiences]


class PolicyAudience(db.Model):
    """One group of readers that a policy is for."""

    __tablename__ = "policy_audience"

    id: Mapped[int] = mapped_column(primary_key=True)
    policy: Mapped[str] = mapped_column(ForeignKey("policy.slug"), index=True)
    audience: Mapped[str] = mapped_column(index=True)


class Benefit(FigureColumns, db.Model):
    """One thing that a policy gives; `value` holds only amounts that the law writes out itself.

    `terms` are further conditions by the names of the content file; those that are not given are left out.
    """

    __tablename__ = "benefit"

    id: Mapped[int] = mapped_column(primary_key=True)
    policy: Mapped[str] = mapped_column(ForeignKey("policy.slug"), index=True)
    code: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    percent: Mapped[float | None] = mapped_column(Double)
    multiple: Mapped[float | None] = mapped_column(Double)
    percent_of: Mapped[str] = mapped_column(default="")
    tiers: Mapped[list[str]] = mapped_column(JSON, default=list)
    condition: Mapped[str] = mapped_column(default="")
    rule: Mapped[str] = mapped_column(default="")
    terms: Mapped[dict] = mapped_column(JSON, default=dict)

    @property
    def kind_label(self) -> str:
        """What is given, in words."""
        return kinds.BenefitKind(self.kind).label


class LegalBasis(db.Model):
    """A provision that a policy rests on or rested on."""

    __tablename__ = "legal_basis"

    id: Mapped[int] = mapped_column(primary_key=True)
    policy: Mapped[str] = mapped_column(ForeignKey("policy.slug"), index=True)
    document_slug: Mapped[str] = mapped_column(ForeignKey("legal_document.slug"), index=True)
    ref: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    role: Mapped[str]

    document: Mapped[LegalDocument] = relationship(viewonly=True)

    @property
    def role_label(self) -> str:
        """What the document does for the policy, in words."""
        return kinds.BasisRole(self.role).label

    def applies(self, today: date) -> str:
        """Return whether the provision «applies», is «past» or is «ahead» on a day."""
        return validity.applies(self.valid_from or date.min, self.valid_to, today)


class PolicyChange(ProvenanceColumns, db.Model):
    """Something that changed in law, newest first on the page."""

    __tablename__ = "policy_change"

    slug: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    effective: Mapped[date]
    documents: Mapped[list[str]] = mapped_column(JSON, default=list)
    facts: Mapped[list[str]] = mapped_column(JSON, default=list)
    partly_from: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class EligibilityField(db.Model):
    """Something about a person that rules may ask for; `values` are pairs of value and words, low to high."""

    __tablename__ = "eligibility_field"

    field: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[str]
    meaning: Mapped[str]
    kind: Mapped[str]
    values: Mapped[list[dict]] = mapped_column(JSON, default=list)


class EthnicGroup(ProvenanceColumns, db.Model):
    """One of the 54 ethnic groups; `other_names` serve search only and are never shown."""

    __tablename__ = "ethnic_group"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    other_names: Mapped[list[str]] = mapped_column(JSON, default=list)
    is_minority: Mapped[bool]
    is_very_small: Mapped[bool | None]


class DifficultAreas(ProvenanceColumns, db.Model):
    """What is known of the lists of difficult communes, for one period."""

    __tablename__ = "difficult_areas"

    slug: Mapped[str] = mapped_column(primary_key=True)
    decision: Mapped[str]
    period: Mapped[str]
    total: Mapped[int]
    zone_1: Mapped[int]
    zone_2: Mapped[int]
    zone_3: Mapped[int]
    provinces: Mapped[int]
    zone_3_provinces: Mapped[int]
    local_lists: Mapped[list[str]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(default="")
