"""Two people saved the same text: what differs, paragraph by paragraph, and what is proposed to be kept."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest


class Whose(StrEnum):
    """Whose words a paragraph are."""

    BOTH = "both"
    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the two texts laid over one another; `kept` is what is proposed."""

    whose: Whose
    text: str
    kept: bool


@dataclass(frozen=True)
class Choice:
    """A field that the two texts fill differently; `mine_kept` is what is proposed."""

    name: str
    label: str
    mine: str
    theirs: str
    mine_kept: bool


def paragraphs(mine: str, theirs: str, base: str) -> list[Paragraph]:
    """Lay two texts that began from the same one over one another.

    A paragraph that somebody wrote anew is proposed; one of the old text that the other took out is not.
    """
    old, ours, others = set(_parts(base)), _parts(mine), _parts(theirs)
    found = []
    for same, a, b, c, d in SequenceMatcher(None, ours, others, autojunk=False).get_opcodes():
        if same == "equal":
            found += [Paragraph(Whose.BOTH, text, True) for text in ours[a:b]]
            continue
        for pair in zip_longest(ours[a:b], others[c:d]):
            sides = zip((Whose.MINE, Whose.THEIRS), pair, strict=True)
            found += [Paragraph(whose, text, text not in old) for whose, text in sides if text is not None]
    return found


def merged(found: list[Paragraph], kept: set[int]) -> str:
    """Return the text of what both have and the chosen rest; `kept` are positions."""
    return "\n\n".join(
        one.text for place, one in enumerate(found) if one.whose is Whose.BOTH or place in kept
    )


def union(mine: list, theirs: list, base: list) -> list:
    """Return what either added to a list, without what either took out."""
    return [one for one in mine if one in theirs or one not in base] + [
        one for one in theirs if one not in mine and one not in base
    ]


def _parts(text: str) -> list[str]:
    return [part.strip("\n") for part in re.split(r"\n[ \t]*\n", text.strip()) if part.strip()]
