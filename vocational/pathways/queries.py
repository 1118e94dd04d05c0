"""Reading the ways on: all stages with their passages, or one stage with what leads to it and out of it."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from vocational.errors import NotFound
from vocational.pathways.kinds import Phase
from vocational.pathways.models import Passage, Stage
from vocational.policies import queries as policies
from vocational.storage import db

# From here on every way is beside grade 10, so each of these pages carries the pupil's right to it.
CROSSROADS = "tot-nghiep-thcs"


@dataclass(frozen=True)
class Way:
    """One passage as a page shows it: the stage at its other end, and the policies that help on it."""

    passage: Passage
    stage: Stage
    policies: list
    opens: list[Stage]


@dataclass(frozen=True)
class StagePage:
    """One stage with the ways that lead to it and out of it."""

    stage: Stage
    arrivals: list[Way]
    onward: list[Way]
    equivalent: Stage | None
    is_beside_grade_10: bool


def stage_page(slug: str) -> StagePage:
    """Return a stage with its ways; raises NotFound."""
    stage = db.session.get(Stage, slug, options=_ways())
    if stage is None:
        raise NotFound(slug)
    named = {policy for way in (*stage.passages, *stage.arrivals) for policy in way.policies}
    known = {policy.slug: policy for policy in policies.policies_by_slug(sorted(named))}
    others = _stages_named(stage)
    return StagePage(
        stage=stage,
        arrivals=[_way(passage, passage.start, known, others) for passage in stage.arrivals],
        onward=[_way(passage, passage.goal, known, others) for passage in stage.passages],
        equivalent=others.get(stage.level_equivalent),
        is_beside_grade_10=stage.phase == Phase.GRADE_9
        or any(passage.from_slug == CROSSROADS for passage in stage.arrivals),
    )


def stages() -> list[Stage]:
    """Return all stages in order, with their passages and the stages these lead to."""
    rows = select(Stage).options(selectinload(Stage.passages).selectinload(Passage.goal))
    return list(db.session.scalars(rows.order_by(Stage.position)))


def stages_by_phase() -> list[tuple[Phase, list[Stage]]]:
    """Return the stages by the part of the way that they belong to, in order."""
    order = list(Phase)
    rows = sorted(stages(), key=lambda stage: (order.index(stage.phase), stage.position))
    return [(Phase(phase), list(group)) for phase, group in groupby(rows, key=lambda stage: stage.phase)]


def stages_for_search() -> list[Stage]:
    """Return all stages with the passages out of them and into them."""
    return list(db.session.scalars(select(Stage).options(*_ways()).order_by(Stage.position)))


def slugs() -> list[tuple[str, date | None]]:
    """Return (slug, day of the last check) of every stage."""
    rows = select(Stage.slug, Stage.checked_on)
    return [tuple(row) for row in db.session.execute(rows.order_by(Stage.position))]


def _ways():
    return (
        selectinload(Stage.passages).selectinload(Passage.goal),
        selectinload(Stage.arrivals).selectinload(Passage.start),
    )


def _stages_named(stage: Stage) -> dict[str, Stage]:
    """Return the stages that a page names beside those at the ends of its passages."""
    slugs = {slug for passage in (*stage.passages, *stage.arrivals) for slug in passage.opens}
    rows = select(Stage).where(Stage.slug.in_({*slugs, stage.level_equivalent}))
    return {row.slug: row for row in db.session.scalars(rows)}


def _way(passage: Passage, stage: Stage, known: dict, others: dict[str, Stage]) -> Way:
    helping = [known[slug] for slug in passage.policies if slug in known]
    return Way(passage, stage, helping, [others[slug] for slug in passage.opens])
