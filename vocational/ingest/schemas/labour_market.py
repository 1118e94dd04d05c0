"""What the files under `labour_market/` may hold."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from vocational.ingest.schemas.fields import Entry, Kind, Measured, ShortText, Slug, Sourced, Text, _as_text
from vocational.labour_market import periods
from vocational.labour_market.topics import KINDS as FIGURE_KINDS
from vocational.labour_market.topics import NOTES, TOPICS


def _period(text: str) -> str:
    periods.read(text)
    return text


PeriodText = Annotated[str, BeforeValidator(_as_text), AfterValidator(_period)]
Topic = Literal[tuple(TOPICS)]
FigureKind = Literal[tuple(FIGURE_KINDS)]
AreaId = Annotated[str, BeforeValidator(_as_text), Field(min_length=1, max_length=120)]


class Observation(Measured, Entry):
    """One figure of the labour market; rows with the same `series` make one series."""

    id: Slug
    series: Slug
    topic: Topic
    indicator: ShortText
    area: AreaId
    place: ShortText
    scope: str = ""
    kind: FigureKind
    unit: ShortText
    period: PeriodText = ""
    headline: bool = False

    @property
    def key(self) -> str:
        """The id, which also is an address under /thi-truong/."""
        return self.id

    @model_validator(mode="after")
    def _is_whole(self):
        if self.state == "known" and self.value is None:
            raise ValueError("thiếu value; nếu chưa có số thì ghi state là unknown")
        if self.state != "known" and self.value is not None:
            raise ValueError(f"state là {self.state} thì để trống value")
        if self.value_to is not None and (self.value is None or self.value_to <= self.value):
            raise ValueError("value_to phải lớn hơn value; nếu chỉ có một số thì để trống value_to")
        if not self.sources:
            raise ValueError("thiếu sources; mỗi con số phải có ít nhất một mã nguồn")
        return self


class Note(Sourced, Entry):
    """A short text about an employer, a zone, a plan or a rule."""

    slug: Slug
    title: ShortText
    about: Literal[tuple(NOTES)]
    area: AreaId
    place: ShortText
    body: Annotated[str, Field(min_length=1, max_length=10_000)]


class Gap(Entry):
    """A figure that was looked for and not found."""

    id: Slug
    topic: Topic
    area: AreaId
    place: ShortText
    text: Text
    as_of: Annotated[str, BeforeValidator(_as_text)]

    @property
    def key(self) -> str:
        """The id."""
        return self.id


KINDS = (
    Kind("indicators", "labour_market/indicators.csv", Observation),
    Kind("student_flow", "labour_market/student_flow.csv", Observation),
    Kind("labour_market_notes", "labour_market/*.md", Note),
    Kind("labour_market_gaps", "labour_market/gaps.yaml", Gap),
)
