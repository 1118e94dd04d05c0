"""What peers are handed of a document and of a query: folded words, so that none fails on accents or đ."""

import re

from vocational.vietnamese import fold

FIELDS = ("title", "names", "keywords", "summary", "body")
FACETS = {"kind": "kind", "area": "areas", "level": "levels", "entry": "entries", "field": "fields"}
"""Name of a facet → key in the document."""


def record(document: dict) -> dict:
    """Return a document as peers get it: five folded texts, and its facets as lists of values."""
    texts = {
        "title": [document.get("title")],
        "names": document.get("other_titles"),
        "keywords": [*(document.get("keywords") or ()), *(document.get("codes") or ())],
        "summary": [document.get("summary")],
        "body": [document.get("body"), *(document.get("places") or ())],
    }
    folded = {name: fold(". ".join(part for part in parts or () if part)) for name, parts in texts.items()}
    return {"id": document["id"], **folded, "facets": facets(document)}


def facets(document: dict) -> dict[str, list[str]]:
    """Return the values of each facet of a document."""
    values = {name: document.get(key) or [] for name, key in FACETS.items()}
    return {name: [value] if isinstance(value, str) else list(value) for name, value in values.items()}


def words(query: str) -> list[str]:
    """Return the different folded words of a query, in order."""
    return list(dict.fromkeys(re.findall(r"[^\W_]+", fold(query))))
