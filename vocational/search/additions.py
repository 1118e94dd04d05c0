"""What staff add to the vocabulary, laid over what the content says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

SYNONYMS, ABBREVIATIONS = "synonyms", "abbreviations"
PARTS = (SYNONYMS, ABBREVIATIONS)
LIVING, TAKEN_OVER, WITHDRAWN = "living", "taken over", "withdrawn"


@dataclass(frozen=True)
class Addition:
    """One entry that staff added.

    `data` has the shape of an entry of `part` in `content/synonyms.yaml`. `state` is LIVING (the search uses
    it), TAKEN_OVER (the content says the same by now, and is used instead) or WITHDRAWN.
    """

    id: int
    part: str
    data: dict
    post: str
    added_on: date
    withdrawn_on: date | None
    state: str


def state(part: str, data: dict, content: dict, *, is_withdrawn: bool) -> str:
    """Return the state of an entry beside what the content says."""
    if is_withdrawn:
        return WITHDRAWN
    return TAKEN_OVER if says_all(content.get(part) or (), part, data) else LIVING


def merged(content: dict, additions: Iterable[Addition]) -> dict:
    """Return the vocabulary of the content with the living additions behind its own entries."""
    living = [addition for addition in additions if addition.state == LIVING]
    parts = {
        part: [*(content.get(part) or ()), *(addition.data for addition in living if addition.part == part)]
        for part in PARTS
    }
    return content | {part: entries for part, entries in parts.items() if entries}


def says_all(entries: Iterable[dict], part: str, data: dict) -> bool:
    """Return whether entries say everything that another one says; weights and notes are not compared."""
    claims = set(_claims(part, data))
    said = {claim for entry in entries for claim in _claims(part, entry)}
    return bool(claims) and claims <= said


def _claims(part: str, data: dict) -> Iterator[tuple]:
    """Yield all that an entry claims, as («who types this», «means this too», whether small letters do)."""
    if part == SYNONYMS:
        yield from _synonym_claims(data)
    else:
        yield from _abbreviation_claims(data)


def _synonym_claims(data):
    words, means = _plain(data["words"]), data.get("means")
    for word in words:
        others = words if means is None else _plain(means)
        yield from ((word, other, True) for other in others if other != word)


def _abbreviation_claims(data):
    [short] = _plain([data["short"]])
    for meaning in _plain(data["means"]):
        yield short, meaning, False
        if not data.get("capitals"):
            yield short, meaning, True
        if data.get("both_ways", True):
            yield meaning, short, True


def _plain(words) -> list[str]:
    return [" ".join(str(word).lower().split()) for word in words]
