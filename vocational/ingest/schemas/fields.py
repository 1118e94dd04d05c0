"""Building blocks of all content schemas: dated, sourced facts and references to other entries."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from vocational.provenance import Confidence

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        raise ValueError("chỉ dùng chữ thường không dấu, số và dấu gạch ngang, ví dụ cao-dang-dak-lak")
    return text


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+", text):
        raise ValueError("địa chỉ web phải bắt đầu bằng http:// hoặc https://")
    return text


def _as_text(value):
    # Years and codes written without quotes arrive as numbers; what curators mean is text.
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _as_list(value):
    # In CSV a list is one cell, its parts separated by spaces or semicolons.
    return [part for part in re.split(r"[;\s]+", value) if part] if isinstance(value, str) else value


@dataclass(frozen=True)
class Reference:
    """Marks a field as the key of an entry of another kind; the check looks whether it exists."""

    kind: str


Text = Annotated[str, BeforeValidator(_as_text), Field(min_length=1, max_length=5000)]
ShortText = Annotated[str, BeforeValidator(_as_text), Field(min_length=1, max_length=500)]
Slug = Annotated[str, BeforeValidator(_as_text), AfterValidator(_slug)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
SourceId = Annotated[str, Reference("sources")]
SourceIds = Annotated[list[SourceId], BeforeValidator(_as_list)]
LevelCode = Literal[
    "so-cap", "trung-cap", "cao-dang", "trung-hoc-nghe", "thuong-xuyen", "lai-xe", "dai-hoc", "thpt", "tat-ca"
]


class Part(BaseModel):
    """Base of everything written in a content file: no unknown names, no surprises with spaces."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)


class Sourced(Part):
    """A fact with where it comes from, what date it speaks of and how sure it is."""

    sources: SourceIds = []
    as_of: Annotated[str, BeforeValidator(_as_text)] = ""
    confidence: Confidence = Confidence.MEDIUM
    checked_on: date | None = None
    note: Annotated[str, BeforeValidator(_as_text)] = ""

    def provenance_row(self) -> dict:
        """Return the columns of `storage.ProvenanceColumns`."""
        return {
            "sources": list(self.sources),
            "as_of": self.as_of,
            "confidence": self.confidence.value,
            "checked_on": self.checked_on,
        }


class Measured(Sourced):
    """A sourced figure: a value, or the state that says why there is none."""

    value: float | None = None
    value_to: float | None = None
    state: Literal["known", "unknown", "withheld"] = "known"
    unit: str = ""
    qualifier: str = ""
    counts: str = ""
    level: str = ""
    period: Annotated[str, BeforeValidator(_as_text)] = ""

    def figure_row(self) -> dict:
        """Return the columns of `storage.FigureColumns`."""
        own = ("value", "value_to", "state", "unit", "qualifier", "counts", "level", "period", "note")
        return {name: getattr(self, name) for name in own} | self.provenance_row()


class Entry(Part):
    """Base of the entries themselves; `key` tells them apart within their kind."""

    @property
    def key(self) -> str:
        """What other entries refer to this one by."""
        return self.slug


@dataclass(frozen=True)
class Kind:
    """One kind of entries: what its files are called and what an entry may hold."""

    name: str
    files: str
    schema: type[Entry]
    required: bool = False
