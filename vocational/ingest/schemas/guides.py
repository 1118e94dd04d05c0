"""What `site.yaml` and the files under `guides/` may hold."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from vocational.ingest.schemas.fields import (
    Entry,
    Kind,
    Part,
    Reference,
    ShortText,
    Slug,
    Sourced,
    Text,
    WebAddress,
    _as_text,
)


class ServedArea(Part):
    """An area the office serves, with the plan that orders the site there."""

    area: str
    name: ShortText
    plan: Annotated[str, Reference("legal_documents")]


class Site(Entry):
    """What every page says about the office that keeps the site."""

    name: ShortText
    short_name: ShortText
    tagline: ShortText
    office: ShortText = ""
    address: ShortText = ""
    phone: Annotated[str, BeforeValidator(_as_text)] = ""
    email: ShortText = ""
    website: WebAddress | None = None
    counselling_phone: Annotated[str, BeforeValidator(_as_text)] = ""
    right_to_grade_10: Text
    areas: list[ServedArea] = []
    popular_searches: list[ShortText] = []
    content_as_of: date

    @property
    def key(self) -> str:
        """There is one site."""
        return "site"


class Guide(Sourced, Entry):
    """A page of advice or about the site, written in Markdown."""

    slug: Slug
    title: ShortText
    summary: ShortText
    audience: Literal["lop-9", "lop-12", "phu-huynh", "tu-van", "chung"]
    lang: Literal["vi", "en"] = "vi"
    body: Annotated[str, Field(min_length=1, max_length=40_000)]


KINDS = (
    Kind("site", "site.yaml", Site, required=True),
    Kind("guides", "guides/*.md", Guide),
)
