"""Reading what review is about: what waits, one item with all of its versions, who may do what with it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from vocational.accounts import roles
from vocational.accounts.roles import Actor
from vocational.errors import NotFound
from vocational.noticeboard import checks, comparison
from vocational.noticeboard.checks import Finding
from vocational.noticeboard.comparison import Compared
from vocational.noticeboard.items import content as contents
from vocational.noticeboard.items import queries as items
from vocational.noticeboard.items import readiness, told
from vocational.noticeboard.items.kinds import Standing
from vocational.noticeboard.publication import records, rights, service
from vocational.noticeboard.publication.rights import Asking
from vocational.noticeboard.publication.steps import Step

REVIEW = items.Asked(standing="review")
EXPIRES_SOON = timedelta(days=7)
SOON = "soon"
"""Beside the standings: what readers still have, but not for long."""


@dataclass(frozen=True)
class Seen:
    """An item as somebody who may judge or write sees it."""

    asking: Asking
    steps: list[Step]
    undo: int | None
    history: list
    findings: list[Finding]

    @property
    def item(self):
        """The item."""
        return self.asking.item

    @property
    def version(self):
        """Its newest version."""
        return self.asking.version


def waiting_total(by: Actor, *, now: datetime) -> int:
    """Return how many texts wait for somebody's approval."""
    return items.item_total(roles.reach(by, "notice.approve"), REVIEW, now=now)


def waiting(by: Actor, *, now: datetime, offset: int = 0, limit: int | None = None) -> list:
    """Return the texts that wait for somebody's approval."""
    reach = roles.reach(by, "notice.approve")
    return items.items(reach, REVIEW, now=now, offset=offset, limit=limit)


def returned(by: Actor, *, now: datetime, limit: int) -> list:
    """Return the texts of somebody's units that came back."""
    reach = roles.reach(by, "notice.write")
    return items.items(reach, items.Asked(standing="returned"), now=now, limit=limit)


def named(words: str, by: Actor, *, now: datetime, limit: int) -> list:
    """Return the texts within somebody's reach that say some words, changed last first."""
    return items.items(roles.reach(by, "notice.read"), items.Asked(words=words), now=now, limit=limit)


def returned_total(by: Actor, *, now: datetime) -> int:
    """Return how many texts of somebody's units came back."""
    return items.item_total(roles.reach(by, "notice.write"), items.Asked(standing="returned"), now=now)


def listed_total(by: Actor, asked: items.Asked, *, now: datetime) -> int:
    """Return how many texts within somebody's reach match; the standing may be SOON."""
    return items.item_total(roles.reach(by, "notice.read"), _read(asked, now), now=now)


def listed(by: Actor, asked: items.Asked, *, now: datetime, offset: int = 0, limit: int) -> list:
    """Return the texts within somebody's reach that match; the standing may be SOON."""
    reach = roles.reach(by, "notice.read")
    return items.items(reach, _read(asked, now), now=now, offset=offset, limit=limit)


def expiring_total(by: Actor, *, now: datetime) -> int:
    """Return how many texts of somebody's units readers lose within days."""
    return items.item_total(roles.reach(by, "notice.write"), _read(items.Asked(standing=SOON), now), now=now)


def expiring(by: Actor, *, now: datetime, limit: int) -> list:
    """Return the texts of somebody's units that readers lose within days, what ends first first."""
    reach = roles.reach(by, "notice.write")
    return items.items(reach, _read(items.Asked(standing=SOON), now), now=now, limit=limit)


def _read(asked: items.Asked, now: datetime) -> items.Asked:
    if asked.standing != SOON:
        return asked
    return replace(asked, standing=Standing.PUBLIC.value, ends_by=now + EXPIRES_SOON)


def seen(id: int, *, by: Actor, now: datetime) -> Seen:
    """Return an item as somebody sees it; raises NotFound and NotAllowed."""
    item = _open(id, by)
    version = items.version(id, item.number)
    asking = rights.asking(by, item, version, now=now)
    history = records.steps_of(id)
    last = history[0] if history else None
    return Seen(
        asking=asking,
        steps=rights.open_steps(asking, now=now),
        undo=last.id if service.can_undo(by, item, last, now=now) else None,
        history=history,
        findings=readiness.findings(contents.of(version), now=now),
    )


def versions(id: int, *, by: Actor) -> list:
    """Return all versions of an item, newest first; raises NotFound and NotAllowed."""
    return list(_open(id, by).versions)


def version(id: int, number: int, *, by: Actor):
    """Return a version of an item; raises NotFound and NotAllowed."""
    _open(id, by)
    return items.version(id, number)


def compared(id: int, before: int, after: int, *, by: Actor) -> list[Compared]:
    """Return what differs between two versions of an item; raises NotFound and NotAllowed."""
    texts = [told.fields_of(version(id, number, by=by)) for number in (before, after)]
    return comparison.compared(*texts)


def stops(seen: Seen) -> list[str]:
    """Return what has to be put right before readers may have the text, without the names of fields."""
    return [problem.partition(": ")[2] or problem for problem in checks.stops(seen.findings)]


def _open(id: int, by: Actor):
    item = items.item(id)
    roles.require(by, "notice.read", item.unit)
    if not item.number:
        raise NotFound(f"item {id} has no version")
    return item
