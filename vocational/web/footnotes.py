"""The numbered sources at the foot of a page, collected while the page is rendered."""

from flask import current_app, g
from werkzeug.local import LocalProxy

from vocational.sources import queries


class Footnotes:
    """The sources that one page has referred to so far, numbered in that order."""

    def __init__(self, known: dict):
        self.known = known
        self.numbers: dict[str, int] = {}

    def number(self, source_id: str) -> int:
        """Return the number of a source on this page, giving it the next one the first time."""
        return self.numbers.setdefault(source_id, len(self.numbers) + 1)

    def numbers_of(self, source_ids: list[str]) -> list[int]:
        """Return the numbers of several sources, smallest first."""
        return sorted(self.number(source_id) for source_id in source_ids)

    def entries(self) -> list[tuple[int, object]]:
        """Return (number, source) in order; a source that is not published is left out."""
        return [(number, self.known[key]) for key, number in self.numbers.items() if key in self.known]


def _current() -> Footnotes:
    if "footnotes" not in g:
        g.footnotes = Footnotes(_known())
    return g.footnotes


def _known() -> dict:
    # Sources change only with a load, and every page needs them: one read per content version.
    version = current_app.extensions["version"]()
    kept = current_app.extensions.setdefault("known_sources", {})
    if version not in kept:
        kept.clear()
        kept[version] = queries.sources_by_id()
    return kept[version]


footnotes = LocalProxy(_current)
