"""What a file of a notice may hold."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, field_validator, model_validator

from vocational.ingest.schemas.fields import Entry, Kind, Reference, ShortText, Slug, Sourced, Text
from vocational.noticeboard import dates, kinds


def _as_text(value):
    return str(value) if isinstance(value, int) else value


def _written_date(text: str) -> str:
    try:
        dates.parts(text)
    except ValueError as error:
        raise ValueError(
            "viết ngày theo dạng 2027-08-30; chỉ biết tháng thì viết 2027-08, chỉ biết năm thì viết 2027"
        ) from error
    return text


WrittenDate = Annotated[str, BeforeValidator(_as_text), AfterValidator(_written_date)]


class Notice(Entry, Sourced):
    """One announcement, event or vacancy with its date and source; the body is optional own text."""

    slug: Slug
    kind: kinds.Kind
    title: ShortText
    date: WrittenDate
    date_end: WrittenDate | None = None
    date_is_estimated: bool = False
    deadline: date | None = None
    place: ShortText | None = None
    area: kinds.Area
    organiser: ShortText | None = None
    institutions: list[Annotated[str, Reference("institutions")]] = []
    audience: list[kinds.Audience] = []
    facts: Annotated[list[Text], Field(max_length=30)] = []
    body: str = ""

    @field_validator("sources")
    @classmethod
    def _has_source(cls, sources):
        if not sources:
            raise ValueError("ghi ít nhất một nguồn, ví dụ inst-16")
        return sources

    @model_validator(mode="after")
    def _ends_after_start(self):
        if self.date_end and dates.last_day(self.date_end) < dates.first_day(self.date):
            raise ValueError("date_end phải sau date; xem lại hai ngày")
        return self

    @model_validator(mode="after")
    def _closes_after_start(self):
        if self.deadline and self.deadline < dates.first_day(self.date):
            raise ValueError("deadline phải sau date; xem lại hai ngày")
        return self

    @model_validator(mode="after")
    def _says_something(self):
        if not self.facts and not self.body:
            raise ValueError("viết ít nhất một dòng trong facts hoặc một đoạn dưới dấu ---")
        return self


KINDS = (Kind("notices", "notices/*.md", Notice),)
