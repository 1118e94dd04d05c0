"""What `admissions/<year>.csv`, `rounds.csv` and `admission_progress.csv` may hold."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from vocational.ingest.schemas.fields import (
    Entry,
    Kind,
    LevelCode,
    Part,
    Reference,
    ShortText,
    Slug,
    Sourced,
    SourceIds,
    Text,
    _as_list,
    _as_text,
)

Year = Annotated[int, Field(ge=1990, le=2100)]
EntryCode = Literal["lop-9", "lop-12", "khac"]
Institution = Annotated[str, Reference("institutions")]
WHOLE_SCHOOL = "tat-ca"


class Dated(Sourced, Entry):
    """An entry about one school and admission year, known by its own id."""

    id: Slug
    institution: Institution
    year: Year
    sources: SourceIds = Field(min_length=1)

    @property
    def key(self) -> str:
        """The id of the row."""
        return self.id


class Window(Part):
    """Since when, until when and how applications are taken."""

    opens: date | None = None
    closes: date | None = None
    method: Text = ""

    @model_validator(mode="after")
    def _closes_after_it_opens(self):
        if self.opens and self.closes and self.closes < self.opens:
            raise ValueError("ngày hết hạn (closes) phải sau ngày mở (opens)")
        return self


class Quota(Window, Dated):
    """One line of seats, exactly as wide as its source gives it; never split, never summed."""

    school_year: Annotated[str, BeforeValidator(_as_text)] = ""
    kind: Literal["chi-tieu", "duoc-giao", "da-tuyen", "chua-ro"]
    covers: Literal["truong", "trinh-do", "nhom-nganh", "nganh"]
    level: Annotated[list[LevelCode], BeforeValidator(_as_list)] = []
    level_words: ShortText = ""
    programme: Annotated[str, Reference("programmes")] | None = None
    scope: ShortText = ""
    entry: EntryCode | None = None
    seats: int | None = Field(None, ge=0, le=10_000_000)
    state: Literal["known", "unknown", "withheld"] = "known"
    qualifier: ShortText = ""
    unit: ShortText

    @model_validator(mode="after")
    def _seats_or_state(self):
        if self.state == "known" and self.seats is None:
            raise ValueError(
                "ghi số vào seats; nếu chưa biết, ghi state là unknown; nếu nguồn không công bố, ghi withheld"
            )
        if self.state != "known" and self.seats is not None:
            raise ValueError("có số trong seats thì state phải là known; nếu chưa biết số, để trống seats")
        return self

    @model_validator(mode="after")
    def _level_is_told(self):
        if not self.level and not self.level_words:
            raise ValueError("ghi mã trình độ vào level; nguồn dùng tên khác thì chép tên đó vào level_words")
        if WHOLE_SCHOOL in self.level and (len(self.level) > 1 or self.covers != "truong"):
            raise ValueError("level tat-ca đứng một mình và đi với covers là truong")
        if self.covers == "truong" and self.level and WHOLE_SCHOOL not in self.level:
            raise ValueError(
                "số của một trình độ thì covers là trinh-do, nhom-nganh hoặc nganh, không phải truong"
            )
        return self

    @model_validator(mode="after")
    def _programme_or_scope(self):
        if self.programme and self.covers != "nganh":
            raise ValueError("có programme thì covers phải là nganh")
        if self.covers in {"nganh", "nhom-nganh"} and not (self.programme or self.scope):
            raise ValueError("ghi mã ngành vào programme, hoặc viết tên nhóm ngành vào scope")
        return self

    @model_validator(mode="after")
    def _school_year_begins_with_year(self):
        if self.school_year and self.school_year != f"{self.year}-{self.year + 1}":
            raise ValueError("school_year viết theo dạng 2025-2026, bắt đầu bằng năm tuyển sinh (year)")
        return self


class Round(Window, Dated):
    """A time in which a school takes applications; without `closes` the last day is not known."""

    name: ShortText
    level: Annotated[list[LevelCode], BeforeValidator(_as_list)] = []
    entry: EntryCode | None = None


class AdmissionProgress(Dated):
    """How far a school's admission had come, in one or two own sentences."""

    text: Text


KINDS = (
    Kind("quotas", "admissions/*.csv", Quota),
    Kind("rounds", "rounds.csv", Round),
    Kind("admission_progress", "admission_progress.csv", AdmissionProgress),
)
