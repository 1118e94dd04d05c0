"""Whether a query is the very name or number of a page: then that page comes first, with its key facts.

A name is compared word by word in its accents as far as they were typed; short forms count as what they stand
for («CĐ Sư phạm Đắk Lắk»), and words for the sort of thing are left out on both sides («trường», «nghề»).
"""

from itertools import islice, product

from vocational.search.engine.query import Query
from vocational.search.engine.records import Record
from vocational.search.engine.syllables import likeness
from vocational.search.engine.text import exact_phrase, fold

_AGREES = 0.5
_MOST_READINGS = 8
_LONGEST_SORT = 2
_PLACE_KINDS = frozenset(exact_phrase("tỉnh huyện thị xã thành phố phường"))
"""Words that say what sort of place follows; names are written with and without them."""


class Naming:
    """Compares names with one query; `codes` are the code terms of a query that is nothing but a number."""

    def __init__(self, query: Query, vocabulary):
        self._vocabulary = vocabulary
        units = [unit for unit in query.units if unit.factor > 0]
        content = [unit for unit in units if unit.factor >= 1]
        only_numbers = bool(content) and all(unit.role == "code" for unit in content)
        self.codes = {term for unit in content for term in unit.terms} if only_numbers else set()
        leading = next((place for place, unit in enumerate(units) if unit.role != "role"), 0)
        self._typed = [
            reading for start in {0, leading} for reading in _readings(units[start:]) if any(reading)
        ]

    def is_name_of(self, record: Record) -> bool:
        """Return whether the query is the title or another name of a page with this stored record."""
        if not self._typed:
            return False
        names = (record.title_words[0], *record.names)
        return any(self._is(_bare(name.split())) for name in names)

    def _is(self, name):
        return any(
            self._begins(name, start) and _agree(typed, name[start:])
            for typed in self._typed
            if 0 <= (start := len(name) - len(typed)) <= _LONGEST_SORT
        )

    def _begins(self, name, start):
        """Return whether a name may begin there: at once, or behind its words for the sort of thing."""
        entries = self._vocabulary.entries.get(tuple(map(fold, name[:start])), ()) if start else ()
        return not start or any(entry.role == "role" for entry in entries)


def _readings(units):
    """Yield the words of some units, each short form written out in one of its meanings."""
    for way in islice(product(*map(_ways, units)), _MOST_READINGS):
        yield tuple(form for part in way for form in part if form not in _PLACE_KINDS)


def _ways(unit):
    short = [meaning.phrase for meaning in unit.meanings if meaning.kind == "abbreviation"]
    return short or [tuple(word.exact for word in unit.words)]


def _bare(name):
    return tuple(form for form in name if form not in _PLACE_KINDS)


def _agree(typed, written):
    return len(typed) == len(written) and all(map(_same, typed, written))


def _same(typed, written):
    return fold(typed) == fold(written) and likeness(typed, written) >= _AGREES
