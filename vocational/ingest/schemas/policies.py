"""What the files of support policies may hold."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from vocational.ingest.schemas import legal, rules
from vocational.ingest.schemas.fields import (
    Entry,
    Kind,
    Part,
    Reference,
    ShortText,
    Slug,
    Sourced,
    SourceIds,
    Text,
    _as_text,
)
from vocational.ingest.schemas.legal import DocumentRef, PartlyFrom
from vocational.policies import kinds

ROLES = tuple(role.value for role in kinds.BasisRole if role not in {"programme_list", "area_list"})


class LegalBasis(Part):
    """A provision that a policy rests on or rested on, with the days between which it counts."""

    document: DocumentRef
    ref: ShortText = ""
    valid_from: date
    valid_to: date | None = None
    role: Literal[ROLES]

    @model_validator(mode="after")
    def _ends_after_start(self):
        if self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("valid_to phải sau valid_from; xem lại hai ngày")
        return self


class Frame(Part):
    """The floor and ceiling that an amount set elsewhere has to keep to, for one school year and level."""

    school_year: Annotated[str, Field(pattern=r"^\d{4}-\d{4}$")]
    level: ShortText
    floor: float
    ceiling: float


class Benefit(Part):
    """One thing that a policy gives; its amount is fixed, at most so much, or computed from `percent_of`."""

    id: Annotated[str, BeforeValidator(_as_text), Field(min_length=1, max_length=50)]
    name: ShortText
    kind: kinds.BenefitKind
    percent: float | None = Field(None, gt=0)
    multiple: float | None = Field(None, gt=0)
    percent_of: Annotated[str, Reference("reference_values")] | None = None
    base: ShortText = ""
    amount: float | None = Field(None, ge=0)
    amount_max: float | None = Field(None, ge=0)
    amount_text: ShortText = ""
    at_most: bool = False
    amount_state: Literal["unknown"] | None = None
    amount_set_by: ShortText = ""
    unit: ShortText = ""
    tiers: list[Annotated[str, BeforeValidator(_as_text)]] = []
    condition: ShortText = ""
    cap: ShortText = ""
    frames: list[Frame] = []
    months_per_year: int | None = Field(None, ge=1, le=12)
    max_months_per_year: int | None = Field(None, ge=1, le=12)
    payments_per_year: int | None = Field(None, ge=1)
    max_months: int | None = Field(None, ge=1)
    lender: ShortText = ""
    rate_percent_per_year: float | None = Field(None, ge=0)
    rate_state: Literal["unknown"] | None = None
    percent_of_agreed: float | None = Field(None, ge=0)
    per_job_cap: float | None = Field(None, ge=0)
    first_repayment: ShortText = ""
    early_repayment: ShortText = ""
    preferred_groups: list[ShortText] = []
    rule: Text = ""
    note: Text = ""
    sources: SourceIds = []

    @model_validator(mode="after")
    def _computed_or_given(self):
        if self.percent_of and self.percent is None and self.multiple is None:
            raise ValueError("có percent_of thì phải ghi percent (phần trăm) hoặc multiple (số lần)")
        if self.percent_of and (
            self.amount is not None or self.amount_max is not None and self.percent is not None
        ):
            raise ValueError("số tiền tính từ percent_of; bỏ amount, amount_max đi")
        return self

    @model_validator(mode="after")
    def _amount_has_unit(self):
        if (self.amount is not None or self.amount_max is not None or self.percent_of) and not self.unit:
            raise ValueError("ghi đơn vị ở unit, ví dụ VND/tháng")
        return self


class Application(Part):
    """Papers, where to hand them in, until when, how the money comes."""

    documents: list[ShortText] = []
    where: list[ShortText] = []
    deadline: Text = ""
    payment: Text = ""
    verify: Text = ""
    partly_from: PartlyFrom | None = None
    sources: SourceIds = []


class Question(Part):
    """A question that readers ask; `unverified` is the part of the answer without a source."""

    q: ShortText
    a: Text
    unverified: Text = ""


class Policy(Sourced, Entry):
    """One support: whom it is for, what it gives, how to get it, on what law it rests."""

    slug: Slug
    name: ShortText
    lead: ShortText
    group: kinds.Group
    status: kinds.PolicyStatus
    audience: Annotated[list[kinds.Audience], Field(min_length=1)]
    region: kinds.Region
    local_relevance: Text = ""
    applies_from_school_year: Annotated[str, Field(pattern=r"^\d{4}-\d{4}$")] | None = None
    legal_basis: Annotated[list[LegalBasis], Field(min_length=1)]
    lists: list[DocumentRef] = []
    depends_on: list[DocumentRef] = []
    superseded_candidates: list[Annotated[str, Reference("policies")]] = []
    eligibility: rules.Eligibility
    ethnic_list: list[ShortText] = []
    benefits: Annotated[list[Benefit], Field(min_length=1)]
    apply: Application
    stop_rules: list[Text] = []
    open_issues: list[Text] = []
    questions: list[Question] = []
    body: str = ""


KINDS = (
    Kind("legal_documents", "legal_documents.yaml", legal.LegalDocument),
    Kind("reference_values", "reference_values.yaml", legal.ReferenceValue),
    Kind("eligibility_fields", "eligibility_fields.yaml", rules.EligibilityField),
    Kind("policies", "policies/*.md", Policy),
    Kind("policy_changes", "policy_changes.yaml", legal.PolicyChange),
    Kind("ethnic_groups", "reference/ethnic_groups.yaml", legal.EthnicGroups),
    Kind("difficult_areas", "reference/difficult_areas.yaml", legal.DifficultAreas),
)
