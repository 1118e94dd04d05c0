"""What the files of legal documents, reference values, changes and reference lists may hold."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from vocational.ingest.schemas.fields import Entry, Part, Reference, ShortText, Slug, Sourced, Text
from vocational.ingest.schemas.noticeboard import WrittenDate
from vocational.policies import kinds

DocumentRef = Annotated[str, Reference("legal_documents")]
PartlyFrom = Literal["memory"]


class Article(Part):
    """One article of a document that readers of this site need."""

    article: ShortText
    about: ShortText


class LegalDocument(Sourced, Entry):
    """A law, decree, decision or the like. Only the newer document names the older one."""

    slug: Slug
    number: ShortText
    title: ShortText
    issuer: ShortText
    issued: WrittenDate
    effective: WrittenDate | None = None
    valid_to: date | None = None
    status: kinds.DocumentStatus
    role: kinds.DocumentRole | None = None
    replaces: list[DocumentRef] = []
    amends: list[DocumentRef] = []
    implements: list[DocumentRef] = []
    succeeds: list[DocumentRef] = []
    key_articles: list[Article] = []
    scope_note: Text = ""
    verify: Text = ""
    partly_from: PartlyFrom | None = None

    @model_validator(mode="after")
    def _dates_run_forward(self):
        if self.effective and self.valid_to and self.valid_to.isoformat() < self.effective:
            raise ValueError("valid_to phải sau effective; xem lại hai ngày")
        if self.effective and self.effective[:4] < self.issued[:4]:
            raise ValueError("effective phải sau issued; xem lại hai ngày")
        return self

    @model_validator(mode="after")
    def _speaks_of_others(self):
        if self.slug in {*self.replaces, *self.amends, *self.implements, *self.succeeds}:
            raise ValueError("văn bản không thể thay thế, sửa đổi hay thi hành chính nó")
        return self


class DatedValue(Sourced):
    """A reference value over one stretch of time."""

    value: float = Field(gt=0)
    unit: ShortText
    valid_from: date
    valid_to: date | None = None
    document: DocumentRef

    @model_validator(mode="after")
    def _ends_after_start(self):
        if self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("valid_to phải sau valid_from; xem lại hai ngày")
        return self


class ReferenceValue(Entry):
    """A value that other amounts are computed from, such as the base salary, with all its dated values."""

    slug: Slug
    name: ShortText
    values: Annotated[list[DatedValue], Field(min_length=1)]


class PolicyChange(Sourced, Entry):
    """Something that changed in law, with the day from which it counts."""

    slug: Slug
    title: ShortText
    documents: list[DocumentRef] = []
    effective: date
    facts: Annotated[list[Text], Field(min_length=1)]
    partly_from: PartlyFrom | None = None


class EthnicGroup(Part):
    """One of the 54 groups; other names serve search only, some are outdated or offensive."""

    code: ShortText
    name: ShortText
    name_in_source: ShortText
    spelling_is_ours: bool = False
    other_names: list[ShortText] = []
    minority: bool
    very_small: bool | None = None
    very_small_from: PartlyFrom | None = None


class LocalNote(Part):
    """What is known of the groups in one area."""

    area: ShortText
    text: Text
    sources: list[Annotated[str, Reference("sources")]] = []
    unverified: Text = ""


def _all_codes_differ(groups: list[EthnicGroup]) -> list[EthnicGroup]:
    if len({group.code for group in groups}) < len(groups):
        raise ValueError("hai dân tộc trùng code; mỗi dân tộc một mã riêng")
    return groups


class EthnicGroups(Sourced, Entry):
    """The list of ethnic groups as a whole."""

    slug: Slug = "dan-toc"
    list_basis: ShortText
    basis_sources: list[Annotated[str, Reference("sources")]] = []
    caution: Text
    local: list[LocalNote] = []
    groups: Annotated[list[EthnicGroup], Field(min_length=1), AfterValidator(_all_codes_differ)]


class DifficultAreas(Sourced, Entry):
    """What is known of the lists of difficult communes: totals, and whether local lists exist."""

    slug: Slug = "vung-kho-khan"
    decision: ShortText
    period: ShortText
    total: int
    zone_1: int
    zone_2: int
    zone_3: int
    provinces: int
    zone_3_provinces: int
    local_lists: list[ShortText] = []
    note_confidence: Literal["inferred"] | None = None
