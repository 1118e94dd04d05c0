"""What waits for somebody: each room tells the desk by a card, and neither imports the other."""

from collections.abc import Callable
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


class Cards:
    """The cards of all rooms, each for those who may do one thing."""

    def __init__(self):
        self._makers: list[tuple[str, Maker]] = []

    def add(self, verb: str, maker: Maker) -> None:
        """Show a card to those who may do something; the maker may still answer None."""
        roles.VERBS[verb]
        self._makers.append((verb, maker))

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
