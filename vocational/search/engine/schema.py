"""What Whoosh keeps of a document, and how a document dict becomes its terms.

Each text field holds the *exact* words (text.exact). A word typed without accents is looked up under every
accented form that the index really holds (lexicon.py), so that a folded copy of each field is not needed and
a word keeps one frequency and one length. Pairs of neighbours are folded; they stand for words of two
syllables. Facets, places and codes are fields whose terms are whole values.
"""

import re
from collections import Counter
from struct import Struct

from whoosh import columns, fields, formats

from vocational.search.engine.records import packed
from vocational.search.engine.text import clean, exact, fold, pairs, tokens

TEXT_FIELDS = ("title", "names", "keywords", "summary", "body")
PAIR_FIELDS = ("title_pairs", "text_pairs")
FACETS = {"kind": "kind", "area": "areas", "level": "levels", "entry": "entries", "field": "fields"}
"""Facet name in a request → key in the document dict."""

_NUMBER = re.compile(r"(\d+[a-z]?)((?:/\d{4})?)((?:/[a-z][\w\-]*)?)$")
_pack = Struct("!I").pack


class Terms(fields.FieldType):
    """A Whoosh field that is handed its terms ready-made, as a list of words."""

    def __init__(self, scorable=False):
        self.format = formats.Frequency()
        self.analyzer = None
        self.scorable = scorable
        self.stored = False
        self.unique = False
        self.vector = None
        self.multitoken_query = "default"
        self.column_type = None

    def index(self, value, **kwargs):
        """Yield each different term once with its frequency, as Whoosh's writer expects it."""
        for term, count in sorted(Counter(value).items()):
            yield term.encode("utf-8"), count, float(count), _pack(count)


def schema():
    """Return the Whoosh schema of one generation."""
    return fields.Schema(
        id=fields.ID(unique=True, stored=False),
        record=fields.COLUMN(columns.VarBytesColumn()),
        date=fields.COLUMN(columns.NumericColumn("i")),
        popularity=fields.COLUMN(columns.NumericColumn("f")),
        archived=Terms(),
        due=Terms(),
        code=Terms(),
        place=Terms(),
        called=Terms(),
        **{name: Terms(scorable=True) for name in TEXT_FIELDS + PAIR_FIELDS},
        **{name: Terms() for name in FACETS},
    )


def row(document: dict) -> dict:
    """Return the values that Whoosh's writer takes for one document; absent keys count as empty."""
    texts = {name: [clean(part) for part in parts] for name, parts in _texts(document).items()}
    words = {name: [tokens(part) for part in parts] for name, parts in texts.items()}
    return {
        "id": document["id"],
        "record": packed(document),
        "due": _listed(document.get("due")),
        "date": date_number(document.get("date") or ""),
        "popularity": float(document.get("popularity") or 0.0),
        "archived": ["yes"] if document.get("archived") else [],
        "code": sorted({key for code in document.get("codes", ()) for key in code_keys(code)}),
        "place": [name_key(name) for name in document.get("places", ())],
        "called": sorted({name_key(name) for name in _names(document)}),
        "title_pairs": _all_pairs(texts, words, ("title", "names", "keywords")),
        "text_pairs": _all_pairs(texts, words, ("summary", "body")),
        **{name: [token.exact for part in words[name] for token in part] for name in TEXT_FIELDS},
        **{name: _listed(document.get(key)) for name, key in FACETS.items()},
    }


def _names(document):
    """Return all whole names of a page, those included that are only a shorter way to say its title."""
    return [
        document.get("title") or "",
        *(document.get("other_titles") or ()),
        *(document.get("called") or ()),
    ]


def _texts(document):
    return {
        "title": [document.get("title") or ""],
        "names": list(document.get("other_titles") or ()),
        "keywords": [*(document.get("keywords") or ()), *(document.get("codes") or ())],
        "summary": [document.get("summary") or ""],
        "body": [document.get("body") or "", *(document.get("places") or ())],
    }


def _all_pairs(texts, words, names):
    return [
        pair
        for name in names
        for part, found in zip(texts[name], words[name], strict=True)
        for pair in pairs(part, found)
    ]


def _listed(value):
    return [value] if isinstance(value, str) else list(value or ())


def date_number(date: str) -> int:
    """Return 20260708 for «2026-07-08»; a date without day or month counts from its start, no date is 0."""
    digits = re.sub(r"\D", "", date)[:8]
    return int(digits.ljust(8, "0")) if len(digits) >= 4 else 0


def name_key(name: str) -> str:
    """Return the one term of a whole name, of a place or of a page: its exact words joined."""
    return "_".join(token.exact for token in tokens(clean(name)))


def code_keys(code: str) -> set[str]:
    """Return everything a number is called by: 238/2025/NĐ-CP is also 238/2025, nd_238, nd_238/2025 …

    The letters before the first hyphen of a legal number are the abbreviation of its kind (NĐ, QĐ, TT).
    """
    key = code_key(code)
    match = _NUMBER.match(key)
    if not match or not match[3]:
        return {key} - {""}
    number, year, issuer = match.groups()
    kind = issuer[1:].split("-")[0]
    return {key, number + year, f"{kind}_{number}", f"{kind}_{number}{year}", f"{kind}_{key}"}


def code_key(code: str) -> str:
    """Return a code folded, without spaces."""
    return "".join(fold(part) for part in exact(clean(code)).split())
