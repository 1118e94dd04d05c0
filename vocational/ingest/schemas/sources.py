"""What `sources.yaml` may hold."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from vocational.ingest.schemas.fields import Entry, Kind, ShortText, Text, WebAddress, _as_text


def _source_id(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,8}-\d{1,4}[a-z]?", text):
        raise ValueError("mã nguồn gồm tiền tố, gạch ngang và số, ví dụ inst-3")
    return text


class Source(Entry):
    """A document, page or article that facts come from."""

    id: Annotated[str, AfterValidator(_source_id)]
    title: ShortText
    publisher: ShortText = ""
    published: Annotated[str, BeforeValidator(_as_text)] = ""
    urls: list[WebAddress] = []
    kind: ShortText = ""
    used_for: Text = ""
    note: Text = ""

    @property
    def key(self) -> str:
        """The id that facts refer to."""
        return self.id


KINDS = (Kind("sources", "sources.yaml", Source, required=True),)
