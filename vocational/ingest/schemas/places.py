"""What the files under `places/` may hold."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from vocational.ingest.schemas.fields import Entry, Kind, Reference, ShortText, Slug, Sourced, Text, _as_text


def _official_code(digits: int):
    def check(text: str) -> str:
        if not re.fullmatch(rf"\d{{{digits}}}", text):
            raise ValueError(f"mã đơn vị hành chính phải có đúng {digits} chữ số, giữ cả số 0 ở đầu")
        return text

    return Annotated[str, BeforeValidator(_as_text), AfterValidator(check)]


ProvinceCode = _official_code(2)
CommuneCode = _official_code(5)


class Province(Sourced, Entry):
    """A province of today, by its official code."""

    code: ProvinceCode
    name: ShortText
    kind: ShortText
    formed_from: Text = ""
    commune_count: int | None = Field(None, ge=0)
    area_km2: float | None = Field(None, gt=0)
    population: int | None = Field(None, ge=0)
    valid_from: date

    @property
    def key(self) -> str:
        """The official code."""
        return self.code


class Commune(Sourced, Entry):
    """A commune, ward or special zone of today; coordinates are of its centre, roughly."""

    code: CommuneCode
    name: ShortText
    kind: Literal["phường", "xã", "đặc khu"]
    province: Annotated[ProvinceCode, Reference("provinces")]
    formed_from: Text = ""
    latitude: float | None = Field(None, ge=-90, le=90)
    longitude: float | None = Field(None, ge=-180, le=180)
    area_km2: float | None = Field(None, gt=0)
    resolution: ShortText = ""
    valid_from: date

    @property
    def key(self) -> str:
        """The official code."""
        return self.code


class FormerUnit(Sourced, Entry):
    """A province, district or commune that no longer exists under that name and border."""

    id: Slug
    name: ShortText
    kind: Literal["tinh", "huyen", "xa"]
    parent: Annotated[str, Reference("former_units")] | None = None
    valid_to: date

    @property
    def key(self) -> str:
        """The id, which starts with «cu-»."""
        return self.id


class UnitLink(Entry):
    """One present unit that a former unit went into; a split unit has several."""

    former: Annotated[str, Reference("former_units")]
    present: Annotated[str, BeforeValidator(_as_text)]
    is_split: bool
    valid_from: date
    note: str = ""

    @property
    def key(self) -> str:
        """Both ends."""
        return f"{self.former}/{self.present}"


KINDS = (
    Kind("provinces", "places/provinces.csv", Province, required=True),
    Kind("communes", "places/communes.csv", Commune, required=True),
    Kind("former_units", "places/former_units.csv", FormerUnit),
    Kind("unit_links", "places/unit_links.csv", UnitLink),
)
