"""Column heads that sort a table, as plain links."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request, url_for

DOWNWARDS = "-giam"


@dataclass(frozen=True)
class SortLink:
    """One column head: its words, the address that sorts by it, and `aria-sort`, empty when it does not."""

    label: str
    href: str
    aria: str


def sort_links(field, columns: Iterable[tuple[str, str]]) -> dict[str, SortLink]:
    """Return a link for each (code, label) by code; a second press on the same head turns the order round."""
    return {code: _link(field, code, label) for code, label in columns}


def _link(field, code: str, label: str) -> SortLink:
    current = field.data
    wanted = code + DOWNWARDS if current == code else code
    kept = request.args.to_dict(flat=False)
    kept.pop("trang", None)
    href = url_for(request.endpoint, **(request.view_args or {}), **kept | {field.short_name: wanted})
    aria = {code: "ascending", code + DOWNWARDS: "descending"}.get(current, "")
    return SortLink(label, href, aria)
