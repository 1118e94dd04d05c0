"""What `partners.yaml` and `schools.csv` may hold."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator

from vocational.ingest.schemas.fields import (
    Entry,
    Kind,
    Reference,
    ShortText,
    Slug,
    Sourced,
    Text,
    WebAddress,
    _as_text,
)
from vocational.ingest.schemas.labour_market import AreaId
from vocational.partners.kinds import OWNERSHIPS, TYPES

Code = Annotated[str, BeforeValidator(_as_text)]


class Partner(Sourced, Entry):
    """A body that a source names together with what it did or offered."""

    id: Slug
    name: ShortText
    types: Annotated[list[Literal[tuple(TYPES)]], Field(min_length=1)]
    areas: Annotated[list[AreaId], Field(min_length=1)]
    place: ShortText = ""
    offers: Annotated[list[Text], Field(min_length=1)]
    institutions: list[Annotated[str, Reference("institutions")]] = []
    website: WebAddress | None = None
    contact_as_of: Annotated[str, BeforeValidator(_as_text)] = ""

    @property
    def key(self) -> str:
        """The id."""
        return self.id

    @field_validator("sources")
    @classmethod
    def _has_source(cls, sources):
        if not sources:
            raise ValueError("ghi ít nhất một nguồn nêu tên đơn vị này, ví dụ inst-97")
        return sources


class SecondarySchool(Sourced, Entry):
    """A lower or upper secondary school; where the commune of today is not known, the cell stays empty."""

    id: Slug
    name: ShortText
    level: ShortText
    ownership: Literal[tuple(OWNERSHIPS)] = ""
    former_unit: Annotated[str, Reference("former_units")]
    province: Annotated[Code, Reference("provinces")]
    commune: Annotated[Code, Reference("communes")] | None = None
    latitude: float | None = Field(None, ge=-90, le=90)
    longitude: float | None = Field(None, ge=-180, le=180)
    website: WebAddress | None = None

    @property
    def key(self) -> str:
        """The id."""
        return self.id


KINDS = (
    Kind("partners", "partners.yaml", Partner),
    Kind("secondary_schools", "schools.csv", SecondarySchool),
)
