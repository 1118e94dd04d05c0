"""What `targets.yaml` and the files under `monitoring/` may hold."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from vocational.ingest.schemas.fields import Entry, Kind, Reference, ShortText, Slug, Sourced, Text
from vocational.ingest.schemas.labour_market import AreaId
from vocational.monitoring.kinds import (
    DUTY_STATUSES,
    FREQUENCIES,
    MEASURES,
    OPERATORS,
    SCHOOL_LEVELS,
    TARGET_STATUSES,
)

DocumentSlug = Annotated[str, Reference("legal_documents")]


class Identified(Sourced, Entry):
    """Base of the entries of this room, which go by an id."""

    id: Slug

    @property
    def key(self) -> str:
        """The id."""
        return self.id


class Target(Identified):
    """What a document wants reached by a year."""

    indicator: ShortText
    area: AreaId
    place: ShortText
    document: DocumentSlug | None = None
    by_year: int = Field(ge=2000, le=2100)
    year_is_sure: bool = True
    status: Literal[tuple(TARGET_STATUSES)] = "ban-hanh"
    operator: Literal[tuple(OPERATORS)] | None = None
    value: float
    unit: ShortText
    disadvantaged_value: float | None = None
    province_floor: float | None = None
    by_level: dict[Literal[tuple(SCHOOL_LEVELS)], float] = {}
    measure: Literal[tuple(MEASURES)] | None = None
    frequency: Literal[tuple(FREQUENCIES)] | None = None

    @model_validator(mode="after")
    def _rests_on_something(self):
        if self.document is None and self.status == "ban-hanh":
            raise ValueError("thiếu document; mục tiêu chưa có văn bản thì ghi status: du-thao")
        if self.by_level and self.value not in self.by_level.values():
            raise ValueError("value phải là một trong các mức của by_level")
        return self


class ReportingDuty(Identified):
    """Who has to tell whom what, and how often."""

    who: ShortText
    to: list[ShortText]
    what: Text
    frequency: ShortText
    document: DocumentSlug
    status: Literal[tuple(DUTY_STATUSES)]
    data_fields: list[ShortText] = []


class SiteMandate(Identified):
    """A task that a plan gives to a site like this one."""

    text: Text
    document: DocumentSlug
    ref: ShortText


class FrameworkNote(Identified):
    """A question about today's framework of career guidance, with what is known."""

    question: ShortText
    answer: Text
    documents: list[DocumentSlug] = []
    needs_collection: bool = False
    partly_unverified: bool = False


class Discrepancy(Identified):
    """Something that a document states differently from others."""

    document: DocumentSlug
    text: Text


KINDS = (
    Kind("targets", "targets.yaml", Target),
    Kind("reporting_duties", "monitoring/reporting_duties.yaml", ReportingDuty),
    Kind("site_mandates", "monitoring/site_mandates.yaml", SiteMandate),
    Kind("framework_notes", "monitoring/framework_notes.yaml", FrameworkNote),
    Kind("discrepancies", "monitoring/discrepancies.yaml", Discrepancy),
)
