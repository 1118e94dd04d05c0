"""What waits for somebody: each room tells the desk by a card, and neither imports the other.

The contract of a room with the desk, kept in its own views:

- `@card(bp, verb)` over a function (actor, now) → `Card` or None. It is asked only for those who may do the
  verb somewhere. A card has a title, the number of things that wait, the first few of them as lines, and a
  link to all. None hides it; with a count of 0 it stands quietly below and its `says` tells what will come.
  The function narrows to the actor's reach itself, counts in the database, and loads no more than it shows.
- `@finder(bp, verb, title)` over a function (actor, words) → lines: what of the actor's reach is called so,
  the best first, at most `FOUND_AT_MOST`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from flask import Blueprint

from vocational.accounts import roles
from vocational.accounts.roles import Actor


@dataclass(frozen=True)
class Line:
    """One thing that waits: its name, where it is, and a few words beside it."""

    title: str
    href: str
    note: str = ""


@dataclass(frozen=True)
class Card:
    """One kind of thing that waits for somebody. `count` 0 is shown quietly, below the rest.

    `lines` are the few that come first; `href` leads to all of them; `position` orders cards, lowest first.
    """

    title: str
    href: str
    count: int = 0
    says: str = ""
    lines: tuple[Line, ...] = ()
    action: tuple[str, str] | None = None
    position: int = 50
    links: tuple[tuple[str, str], ...] = field(default=())


Maker = Callable[[Actor, datetime], Card | None]
Finder = Callable[[Actor, str], Sequence[Line]]
FOUND_AT_MOST = 10


class Cards:
    """The cards of all rooms, each for those who may do one thing."""

    def __init__(self):
        self._makers: list[tuple[str, Maker]] = []
        self._finders: list[tuple[str, str, Finder]] = []

    def add(self, verb: str, maker: Maker) -> None:
        """Show a card to those who may do something; the maker may still answer None."""
        roles.VERBS[verb]
        self._makers.append((verb, maker))

    def add_finder(self, verb: str, title: str, finder: Finder) -> None:
        """Search with a function for those who may do something; `title` stands above what it finds."""
        roles.VERBS[verb]
        self._finders.append((verb, title, finder))

    def found(self, actor: Actor, words: str) -> list[tuple[str, Sequence[Line]]]:
        """Return (title, lines) of all rooms that know something of somebody's reach by some words."""
        own = [(title, find) for verb, title, find in self._finders if roles.may_anywhere(actor, verb)]
        groups = [(title, find(actor, words)[:FOUND_AT_MOST]) for title, find in own]
        return [(title, lines) for title, lines in groups if lines]

    def of(self, actor: Actor, now: datetime) -> list[Card]:
        """Return the cards of somebody, what waits first."""
        made = [maker(actor, now) for verb, maker in self._makers if roles.may_anywhere(actor, verb)]
        return sorted((card for card in made if card), key=lambda card: (card.count == 0, card.position))


def card(bp: Blueprint, verb: str) -> Callable[[Maker], Maker]:
    """Show what a function returns on the desk of those who may do something; `bp` is the room's own."""

    def known(maker: Maker) -> Maker:
        bp.record(lambda state: state.app.extensions["cards"].add(verb, maker))
        return maker

    return known


def finder(bp: Blueprint, verb: str, title: str) -> Callable[[Finder], Finder]:
    """Let the search of the desk ask a function for those who may do something; `bp` is the room's own."""

    def known(find: Finder) -> Finder:
        bp.record(lambda state: state.app.extensions["cards"].add_finder(verb, title, find))
        return find

    return known
