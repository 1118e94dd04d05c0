"""Two texts side by side: what went, what came, word by word where a line was only touched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_LINES = 4000
ALIKE = 0.4
"""How much of a line must be the same for it to count as touched; below it is another line."""


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"

    @property
    def label(self) -> str:
        """The word that stands before a changed piece: colour alone tells too few."""
        return LABELS[self]


LABELS = {Change.SAME: "", Change.REMOVED: "Bỏ", Change.ADDED: "Thêm"}


@dataclass(frozen=True)
class Piece:
    """Some words of a line and what became of them."""

    change: Change
    text: str


@dataclass(frozen=True)
class Line:
    """A line; `change` is what became of it as a whole, SAME for one that was touched or left alone."""

    change: Change
    pieces: tuple[Piece, ...]

    @property
    def is_touched(self) -> bool:
        """Whether anything of it changed."""
        return self.change is not Change.SAME or any(one.change is not Change.SAME for one in self.pieces)


@dataclass(frozen=True)
class Compared:
    """One field of two versions; without `lines` it stayed as it was."""

    name: str
    lines: tuple[Line, ...]


def compared(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> list[Compared]:
    """Return the fields, (name, text), that differ, in their order, with what changed in them."""
    old, new = dict(before), dict(after)
    names = list(dict.fromkeys([*new, *old]))
    changed = [name for name in names if old.get(name, "") != new.get(name, "")]
    return [Compared(name, tuple(lines(old.get(name, ""), new.get(name, "")))) for name in changed]


def lines(before: str, after: str) -> Iterator[Line]:
    """Yield the lines of two texts as they came to be from one another."""
    old, new = ([line for line in text.splitlines()[:MOST_LINES] if line.strip()] for text in (before, after))
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield from (_whole(Change.SAME, line) for line in old[i:j])
        elif what == "replace" and j - i == m - k:
            for gone, come in zip(old[i:j], new[k:m], strict=True):
                yield from _rewritten(gone, come)
        else:
            yield from (_whole(Change.REMOVED, line) for line in old[i:j])
            yield from (_whole(Change.ADDED, line) for line in new[k:m])


def _rewritten(before: str, after: str) -> Iterator[Line]:
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        yield _whole(Change.REMOVED, before)
        yield _whole(Change.ADDED, after)
        return
    pieces = []
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece(Change.SAME, "".join(old[i:j])))
            continue
        pieces += [Piece(Change.REMOVED, "".join(old[i:j]))] if j > i else []
        pieces += [Piece(Change.ADDED, "".join(new[k:m]))] if m > k else []
    yield Line(Change.SAME, tuple(pieces))


def _words(line: str) -> list[str]:
    return re.findall(r"\s*\S+|\s+$", line)


def _whole(change: Change, line: str) -> Line:
    return Line(change, (Piece(change, line),))
