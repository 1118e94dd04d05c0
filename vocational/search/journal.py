"""Counting searches in memory, until somebody takes the counts and writes them down."""

from collections.abc import Mapping
from datetime import date
from threading import Lock

from vocational.search.typed import countable

Counts = dict[tuple[date, str], tuple[int, int]]
"""(day, words) → (times, times without result)."""

MOST = 5000


class Journal:
    """What was looked for since the counts were last taken; shared by the threads of one process."""

    def __init__(self):
        self.searches = 0
        self._counts: Counts = {}
        self._lock = Lock()

    def note(self, typed: str, *, found: bool, day: date) -> bool:
        """Count one search; False when its words may not be counted, or too many others wait already."""
        words = countable(typed)
        if words is None:
            return False
        with self._lock:
            self.searches += 1
            return self._add((day, words), 1, int(not found))

    def take(self) -> Counts:
        """Return the counts so far and begin anew."""
        with self._lock:
            taken, self._counts, self.searches = self._counts, {}, 0
            return taken

    def give_back(self, counts: Mapping[tuple[date, str], tuple[int, int]]) -> None:
        """Take back counts that could not be written, beside what was counted meanwhile."""
        with self._lock:
            for key, (times, without_result) in counts.items():
                self._add(key, times, without_result)

    def _add(self, key, times, without_result) -> bool:
        if key not in self._counts and len(self._counts) >= MOST:
            return False
        before = self._counts.get(key, (0, 0))
        self._counts[key] = before[0] + times, before[1] + without_result
        return True
