"""The plain values that go into and come out of the engine, and its errors."""

from collections.abc import Mapping
from dataclasses import dataclass, field


class IndexUnusable(Exception):
    """The index cannot answer; building it again cures it."""


class IndexMissing(IndexUnusable):
    """There is no built index in the folder."""


class IndexDamaged(IndexUnusable):
    """The index in the folder cannot be read, or another version of the engine wrote it."""


class IndexBusy(Exception):
    """Somebody else is writing and did not finish in time."""


Segments = tuple[tuple[str, bool], ...]
"""A text in pieces: (piece, whether it is marked as found)."""


@dataclass(frozen=True)
class Request:
    """What a visitor asks: words, chosen facet values, and which part of the answer to show.

    sort: "relevance", "newest", "deadline" (the next due date from `today` on first) or "nearest". `near`
    gives the distance of areas from where the visitor is, in any unit; a page is as far as its nearest area.
    """

    q: str = ""
    filters: dict[str, list[str]] = field(default_factory=dict)
    offset: int = 0
    limit: int = 10
    sort: str = "relevance"
    near: Mapping[str, float] = field(default_factory=dict)
    today: str = ""


@dataclass(frozen=True)
class Hit:
    """One found page; `exact` says that the whole query is what this page is called."""

    id: str
    kind: str
    title: str
    url: str
    score: float
    summary: str
    date: str
    archived: bool
    covers: tuple[str, ...]
    title_segments: Segments
    snippet: Segments
    exact: bool = False
    due: str = ""
    distance: float | None = None


@dataclass(frozen=True)
class Reading:
    """One thing that was read differently from how it was typed.

    kind: "spelling", "keystrokes", "spacing" (read instead), "abbreviation", "synonym" (also looked for),
    "place".
    """

    kind: str
    typed: str
    read_as: str


@dataclass(frozen=True)
class Condition:
    """Words of the query that were read as a condition which the visitor may take off.

    kind: "place" (`value`: ids of the areas of that name, the largest first, with spaces between), a facet
    ("entry", "level", "kind", "area", "field"; `value` is its value) or "topic" (no value). `typed` is what
    stood there, `rest` the query without it.
    """

    kind: str
    typed: str
    label: str
    value: str
    rest: str


@dataclass(frozen=True)
class Understood:
    """How the query was read: the words looked for, and what was made of them.

    `not_here` are the words of which the vocabulary says that people look for them, and not on this site.
    """

    words: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    conditions: tuple[Condition, ...] = ()
    kinds: tuple[str, ...] = ()
    not_here: tuple[str, ...] = ()


@dataclass(frozen=True)
class Results:
    """The answer to a request; `total` counts all confident hits, not only the ones of this page."""

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[tuple[str, int], ...]]
    understood: Understood
    did_you_mean: str | None = None
    nearby: tuple[Hit, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """One completion of what is being typed; `id`, `url` and `title` are of the page that is called so."""

    text: str
    id: str
    kind: str
    url: str
    segments: Segments
    title: str = ""


@dataclass(frozen=True)
class Status:
    """The state of an index folder: "ready", "missing" or "damaged" (then `problem` says why)."""

    state: str
    generation: int = 0
    commits: int = 0
    documents: int = 0
    built_at: str = ""
    bytes: int = 0
    problem: str = ""
