"""The parts of a guide: an anchor for each heading, and the list of them."""

import re
from itertools import count

from markupsafe import Markup

from vocational.vietnamese import slug

HEADING = re.compile(r"<h2>(.*?)</h2>", re.S)


def outline(html: str) -> tuple[str, list[tuple[str, Markup]]]:
    """Return a guide's HTML with an anchor at each heading, and (anchor, heading) of each."""
    parts: list[tuple[str, Markup]] = []

    def with_anchor(heading: re.Match) -> str:
        title = Markup(re.sub(r"<[^>]+>", "", heading[1]))
        anchor = _free(title.striptags(), {taken for taken, _title in parts})
        parts.append((anchor, title))
        return f'<h2 id="{anchor}">{heading[1]}</h2>'

    return HEADING.sub(with_anchor, html), parts


def _free(title: str, taken: set[str]) -> str:
    words = slug(title) or "muc"
    names = (f"muc-{words}" if number == 1 else f"muc-{words}-{number}" for number in count(1))
    return next(name for name in names if name not in taken)
