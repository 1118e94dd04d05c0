"""Finished pages kept in memory, so that a page many people open is made once per version of the content.

The key is the page's version tag, which changes with code, content, index, day and address: nothing
has to be thrown away by hand, and an outdated page can never be found again.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from flask import Response

ENCODINGS = ("br", "zstd", "gzip")
LARGEST_PAGE = 256 * 1024
MOST_PAGES = 10_000
"""So many small answers weigh more by their headers, which are not counted, than by their bytes."""


class PageCache:
    """The pages used last, up to a number of bytes; shared by the threads of one process."""

    def __init__(self, limit: int):
        self.limit, self.size = limit, 0
        self._pages: OrderedDict[tuple, tuple] = OrderedDict()
        self._lock = Lock()

    def find(self, key: tuple) -> Response | None:
        """Return a fresh copy of a kept page, doing what goes with each showing; None when it is not kept."""
        with self._lock:
            page = self._pages.get(key)
            if page is None:
                return None
            self._pages.move_to_end(key)
        status, headers, body, each_time = page
        if each_time is not None:
            each_time()
        return Response(body, status, headers)

    def keep(self, key: tuple, response: Response, each_time: Callable[[], object] | None = None) -> None:
        """Keep a finished page, and what is to be done each time it is shown again.

        The pages not used for longest make room.
        """
        body = response.get_data()
        if len(body) > min(LARGEST_PAGE, self.limit):
            return
        with self._lock:
            if key not in self._pages:
                self._pages[key] = (response.status_code, list(response.headers), body, each_time)
                self.size += len(body)
            while self.size > self.limit or len(self._pages) > MOST_PAGES:
                _key, (_status, _headers, oldest, _each_time) = self._pages.popitem(last=False)
                self.size -= len(oldest)


def encoding_key(accepted) -> str:
    """Return which of the possible forms of a page a reader gets: they differ by compression only."""
    return "".join(name[0] for name in ENCODINGS if accepted.quality(name) > 0)
