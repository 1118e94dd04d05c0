"""Suggestions while typing, as the script of the search box shows them."""

from collections.abc import Iterable

from vocational.search.kinds import KINDS


def as_json(found: Iterable, root: str) -> list[dict]:
    """Return completions for the script; addresses begin with `root`, where the site is mounted.

    `text` is the name in pieces, each with 1 where it repeats what was typed; `page` is the title of the page
    where that is another.
    """
    return [
        {
            "text": [[piece, int(is_marked)] for piece, is_marked in one.segments],
            "kind": KINDS[one.kind].short if one.kind in KINDS else "",
            "url": root + one.url,
            "page": "" if one.title == one.text else one.title,
        }
        for one in found
    ]
