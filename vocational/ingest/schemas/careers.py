"""What the files of occupations and of the reference lists behind them may hold."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, field_validator, model_validator

from vocational.ingest.schemas import interest_test
from vocational.ingest.schemas.fields import (
    Entry,
    Kind,
    Measured,
    Part,
    Reference,
    ShortText,
    Slug,
    Sourced,
    SourceIds,
    Text,
    _as_text,
)

LETTERS = "RIASEC"
# The first digit of a programme code says its level (Circular 26/2020).
LEVELS_BY_DIGIT = {"5": "trung-cap", "6": "cao-dang"}


def _interest_code(text: str) -> str:
    if not re.fullmatch(f"[{LETTERS}]{{1,3}}", text) or len(set(text)) < len(text):
        raise ValueError("viết 1 đến 3 chữ khác nhau trong R, I, A, S, E, C, ví dụ RCI")
    return text


def _digits(text: str) -> str:
    if not text.isascii() or not text.isdigit():
        raise ValueError("mã chỉ gồm chữ số; hãy đặt trong dấu nháy để giữ số 0 ở đầu, ví dụ '01100'")
    return text


Code = Annotated[str, BeforeValidator(_as_text), AfterValidator(_digits)]
InterestCode = Annotated[str, AfterValidator(_interest_code)]
Score = Annotated[float, Field(ge=1, le=7)]


class Group(Entry):
    """One of the groups that occupations are listed under."""

    slug: Slug
    name: ShortText


class Scores(Part):
    """How well an occupation suits each interest, from 1 to 7."""

    R: Score
    I: Score  # noqa: E741 - the letter is the name of the scale
    A: Score
    S: Score
    E: Score
    C: Score


class Interests(Sourced):
    """The interests that an occupation suits; `code` names the strongest, strongest first."""

    code: InterestCode
    scores: Scores
    scale: ShortText = ""

    @model_validator(mode="after")
    def _starts_with_the_strongest(self):
        scores = self.scores.model_dump()
        if scores[self.code[0]] < max(scores.values()):
            raise ValueError("chữ đầu của «code» phải là sở thích có điểm cao nhất trong «scores»")
        return self


class Vsco(Sourced):
    """The place in the national list of occupations; without a code the note says why."""

    code: Annotated[Code, Reference("occupation_codes")] | None = None
    name: ShortText = ""

    @model_validator(mode="after")
    def _says_why_there_is_no_code(self):
        if not self.code and not self.note:
            raise ValueError("nghề chưa có mã thì ghi lý do vào «note»")
        return self


class Isco(Sourced):
    """The place in the international classification ISCO-08."""

    code: Code
    label_en: ShortText = ""
    mapping: ShortText = ""


class Onet(Sourced):
    """The comparable occupation of the O*NET database, which the interest scores are taken from."""

    soc: Annotated[str, Reference("onet_interests")]
    title_en: ShortText
    job_zone: int = Field(ge=1, le=5)
    isco_soc_check: Literal["match", "no_match", "soc_not_in_table"]
    check_sources: SourceIds = []


class ProgrammeLink(Sourced):
    """A programme that leads to the occupation, at one level."""

    programme: Annotated[Slug, Reference("programmes")]
    name: ShortText
    code: Code | None = None
    level: Literal["so-cap", "trung-cap", "cao-dang"] | None = None
    code_status: Literal["sourced", "memory_unverified", "no_code"]

    @field_validator("code_status")
    @classmethod
    def _agrees_with_the_code(cls, status, checked):
        if (status == "no_code") != (checked.data.get("code") is None):
            raise ValueError("có «code» thì ghi sourced hoặc memory_unverified; chưa có mã thì ghi no_code")
        return status

    @field_validator("level")
    @classmethod
    def _agrees_with_the_first_digit(cls, level, checked):
        expected = LEVELS_BY_DIGIT.get((checked.data.get("code") or " ")[0], level)
        if level != expected:
            raise ValueError(f"mã này là của trình độ {expected}; xem lại «code» hoặc «level»")
        return level


class Wage(Measured):
    """One observation of pay a month; `counts` says whose pay it is."""

    counts: ShortText

    @field_validator("value_to")
    @classmethod
    def _is_not_below_the_start(cls, value_to, checked):
        value = checked.data.get("value")
        if value_to is not None and (value is None or value_to <= value):
            raise ValueError("«value_to» (mức cao) phải lớn hơn «value» (mức thấp); chỉ có một mức thì bỏ đi")
        return value_to

    @model_validator(mode="after")
    def _says_where_a_number_comes_from(self):
        if self.value is not None and not self.sources:
            raise ValueError("con số lương phải có nguồn («sources»); chưa có nguồn thì đừng ghi")
        return self


class Outlook(Sourced):
    """One dated observation about demand."""

    text: Text


class Career(Entry):
    """An occupation; the body says in a few sentences what one does."""

    slug: Slug
    name: ShortText
    group: Annotated[Slug, Reference("career_groups")]
    synonyms: list[ShortText] = []
    areas: list[Annotated[str, BeforeValidator(_as_text)]] = []
    areas_basis: ShortText = ""
    tasks: Annotated[list[ShortText], Field(min_length=1)]
    skills: list[ShortText] = []
    working_conditions: ShortText = ""
    text_from: Sourced
    interests: Interests | None = None
    programmes: list[ProgrammeLink] = []
    wages: list[Wage] = []
    outlook: list[Outlook] = []
    vsco: Vsco | None = None
    isco08: Isco | None = None
    onet: Onet | None = None
    body: Annotated[str, Field(min_length=1, max_length=5000)]

    @field_validator("synonyms")
    @classmethod
    def _are_said_once(cls, synonyms):
        doubled = {word for word in synonyms if synonyms.count(word) > 1}
        if doubled:
            raise ValueError(f"ghi hai lần: {', '.join(sorted(doubled))}; bỏ bớt một")
        return synonyms


class OccupationCode(Sourced, Entry):
    """One row of the national list of occupations (VSCO 2020)."""

    code: Code
    level: int = Field(ge=1, le=5)
    name: ShortText = ""

    @property
    def key(self) -> str:
        """The code."""
        return self.code

    @field_validator("level")
    @classmethod
    def _is_the_number_of_digits(cls, level, checked):
        if len(checked.data.get("code", "")) not in {0, level}:
            raise ValueError("cấp của mã là số chữ số của mã")
        return level

    @model_validator(mode="after")
    def _says_why_there_is_no_name(self):
        if not self.name and not self.note:
            raise ValueError("mã không có tên thì ghi lý do vào cột «note»")
        return self


class OnetInterests(Sourced, Scores, Entry):
    """The six interest scores of one occupation of the O*NET database."""

    soc: Annotated[str, Field(pattern=r"^\d{2}-\d{4}\.\d{2}$")]
    title_en: ShortText
    job_zone: int = Field(ge=1, le=5)
    code: InterestCode

    @property
    def key(self) -> str:
        """The O*NET-SOC code."""
        return self.soc


KINDS = (
    Kind("career_groups", "career_groups.yaml", Group),
    Kind("occupation_codes", "reference/vsco_2020.csv", OccupationCode),
    Kind("onet_interests", "reference/onet_interests.csv", OnetInterests),
    Kind("careers", "careers/*.md", Career),
    Kind("interest_test", "interest_test.yaml", interest_test.InterestTest),
)
