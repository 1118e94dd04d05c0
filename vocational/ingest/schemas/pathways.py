"""What the file of pathways may hold: stages, each with the passages that lead out of it."""

from typing import Annotated, Literal

from pydantic import Field

from vocational.ingest.schemas.fields import Entry, Kind, Part, Reference, ShortText, Slug, Sourced, Text
from vocational.pathways.kinds import Phase, StageKind
from vocational.provenance import Confidence

PolicyRef = Annotated[str, Reference("policies")]
StageRef = Annotated[str, Reference("pathways")]


class PlannedHours(Sourced):
    """Hours of a programme as planned, not yet as ruled."""

    total: int = Field(gt=0)
    general: int = Field(ge=0)
    common: int = Field(ge=0)
    vocational: int = Field(ge=0)


class Passage(Sourced):
    """One way from a stage to another, with what it takes."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)+$")]
    to: StageRef
    label: ShortText
    conditions: list[ShortText] = []
    duration: ShortText = ""
    status: Literal["in_transition"] | None = None
    available_from: Annotated[str, Field(pattern=r"^\d{4}-\d{4}$")] | None = None
    opens: list[StageRef] = []
    certificate: ShortText = ""
    recognition: ShortText = ""
    threshold_examples: list[ShortText] = []
    policies: list[PolicyRef] = []
    open_issues: list[Text] = []


class Subjects(Part):
    """The subjects of a component: required ones, and those of which at least one is chosen."""

    required: list[ShortText]
    choose_at_least_one: list[ShortText] = []


class Stage(Sourced, Entry):
    """Where a person may stand on the way: a grade, a programme, a certificate, work."""

    slug: Slug
    name: ShortText
    lead: ShortText
    kind: StageKind
    phase: Phase
    duration: ShortText = ""
    duration_confidence: Confidence | None = None
    credential: ShortText = ""
    cost: ShortText = ""
    min_age: int | None = Field(None, ge=0, le=100)
    managed_by: ShortText = ""
    level_equivalent: StageRef | None = None
    planned_hours: PlannedHours | None = None
    subjects: Subjects | None = None
    partly_from: Literal["memory"] | None = None
    passages: list[Passage] = []


KINDS = (Kind("pathways", "pathways.yaml", Stage),)
