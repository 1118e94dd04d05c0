"""What the file of a programme (ngành, nghề) may hold."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, model_validator

from vocational.ingest.schemas.fields import (
    Entry,
    LevelCode,
    Reference,
    ShortText,
    Slug,
    Sourced,
    SourceIds,
    Text,
    _as_text,
)
from vocational.provenance import Confidence

# The first digit of an official code says the level (Circular 26/2020).
LEVEL_DIGITS = {"4": "so-cap", "5": "trung-cap", "6": "cao-dang"}


def _official_code(text: str) -> str:
    if not re.fullmatch(r"[456]\d{6}", text):
        raise ValueError("mã ngành có 7 chữ số, bắt đầu bằng 5 (trung cấp) hoặc 6 (cao đẳng): '5520227'")
    return text


OfficialCode = Annotated[str, BeforeValidator(_as_text), AfterValidator(_official_code)]


class ProgrammeCode(Sourced):
    """The official code of a programme at one level, and where it was seen."""

    code: OfficialCode
    level: LevelCode
    name: ShortText = ""
    status: Literal["sourced", "memory"]
    group_code: Annotated[str, BeforeValidator(_as_text)] = ""
    group_name: ShortText = ""
    group_confidence: Confidence = Confidence.MEMORY
    reduced_fee_sources: SourceIds = []
    hazardous_sources: SourceIds = []

    @model_validator(mode="after")
    def _level_agrees_with_code(self):
        level = LEVEL_DIGITS[self.code[0]]
        if self.level != level:
            raise ValueError(f"mã {self.code} là mã bậc {level}, nhưng mục level ghi {self.level}")
        if self.status == "sourced" and not self.sources:
            raise ValueError("mã có nguồn (sourced) thì phải ghi sources; nếu không, ghi status: memory")
        return self


class Programme(Entry):
    """A programme across levels."""

    slug: Slug
    name: ShortText
    name_status: Literal["sourced", "memory"] = "sourced"
    other_names: list[ShortText] = []
    former_slugs: list[Slug] = []
    variant_of: Annotated[Slug, Reference("programmes")] | None = None
    fields: list[Annotated[Slug, Reference("career_groups")]] = []
    levels: list[LevelCode] = []
    everyday_words: list[ShortText] = []
    codes: list[ProgrammeCode] = []
    remarks: list[Text] = []
    note: Text | Literal[""] = ""
    body: str = ""
