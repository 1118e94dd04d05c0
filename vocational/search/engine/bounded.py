"""A memory of what was made, bounded in bytes: every cache that visitors' words can fill is one.

What a visitor types is endless, so a cache by typed words that nobody bounds is a leak.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

_EACH = 200
"""Bytes that a key and its place cost beside the value."""


class Bounded:
    """Keeps what was made up to `most` bytes, dropping what was unused longest; threads may share it."""

    def __init__(self, most: int, size_of: Callable[[object], int] = lambda made: 0):
        self._most = most
        self._size_of = size_of
        self._kept = OrderedDict()
        self._lock = Lock()
        self.bytes = 0

    def get(self, key: Hashable, make: Callable[[], object]):
        """Return what was kept under the key, or make it; two threads may make the same at once."""
        with self._lock:
            made = self._kept.get(key)
            if made is not None:
                self._kept.move_to_end(key)
                return made
        made = make()
        self._keep(key, made)
        return made

    def _keep(self, key, made):
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = made
            self.bytes += _EACH + self._size_of(made)
            while self.bytes > self._most and self._kept:
                _, dropped = self._kept.popitem(last=False)
                self.bytes -= _EACH + self._size_of(dropped)

    def longest_unused_first(self) -> list[Hashable]:
        """Return the keys of what is kept."""
        with self._lock:
            return list(self._kept)

    def __len__(self):
        return len(self._kept)
