"""The shape of a search document, and texts made ready for it."""

import html
import re


def document(id: str, title: str, **values) -> dict:
    """Return a document of the page at this address; a page covers itself unless told otherwise."""
    return {"id": id, "kind": id.split("/")[0], "title": title, "url": f"/{id}", "covers": [id]} | values


def plain(text: str) -> str:
    """Return rendered Markdown as words."""
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def join(*parts) -> str:
    """Return texts and lists of texts as sentences."""
    flat = (item for part in parts for item in ([part] if isinstance(part, str) else part))
    return ". ".join(item.strip(" .") for item in flat if item)


def day(as_of: str) -> str:
    """Return a date of a fact as far as it is one day; the sort by newest needs no more."""
    found = re.match(r"\d{4}(-\d{2}(-\d{2})?)?", as_of or "")
    return f"{found[0]}-01-01"[:10] if found else ""
