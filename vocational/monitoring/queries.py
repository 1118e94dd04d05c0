"""Reading targets by where they stand today, and what surrounds them."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from vocational.monitoring.models import (
    Discrepancy,
    FrameworkNote,
    ReportingDuty,
    SiteMandate,
    Target,
)
from vocational.storage import db


@dataclass(frozen=True)
class Plan:
    """The targets of one document; `document` is its slug, None when no document in force states them."""

    document: str | None
    targets: list[Target]
    discrepancies: list[Discrepancy]


@dataclass(frozen=True)
class Standings:
    """All targets by where they stand: of today, of the past, and those that are no target yet."""

    present: list[Plan] = field(default_factory=list)
    past: list[Plan] = field(default_factory=list)
    draft: list[Plan] = field(default_factory=list)

    @property
    def past_count(self) -> int:
        """How many targets are history."""
        return sum(len(plan.targets) for plan in self.past)


def targets_by_standing(*, today: date) -> Standings:
    """Return the targets by standing, then by document, in the order of the file."""
    remarks = _discrepancies()
    found = Standings()
    plans: dict[tuple, Plan] = {}
    query = select(Target).options(selectinload(Target.figures)).order_by(Target.position)
    for target in db.session.scalars(query):
        standing = target.standing(today)
        key = standing, target.document
        if key not in plans:
            plans[key] = Plan(target.document, [], remarks.get(target.document, []))
            getattr(found, standing).append(plans[key])
        plans[key].targets.append(target)
    return found


def _discrepancies() -> dict[str, list[Discrepancy]]:
    found: dict[str, list[Discrepancy]] = {}
    for row in _ordered(Discrepancy):
        found.setdefault(row.document, []).append(row)
    return found


def reporting_duties() -> list[ReportingDuty]:
    """Return who has to report what."""
    return _ordered(ReportingDuty)


def site_mandates() -> list[SiteMandate]:
    """Return the tasks that plans give to a site like this one."""
    return _ordered(SiteMandate)


def framework_notes() -> list[FrameworkNote]:
    """Return questions on today's framework, with answers."""
    return _ordered(FrameworkNote)


def documents_named() -> set[str]:
    """Return the slugs of all legal documents that this room speaks of."""
    named = {slug for note in framework_notes() for slug in note.documents}
    for table in (Target, ReportingDuty, SiteMandate):
        named.update(db.session.scalars(select(table.document).distinct()))
    return named - {None}


def _ordered(table) -> list:
    return list(db.session.scalars(select(table).order_by(table.position)))
