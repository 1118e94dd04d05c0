"""Reading occupations: the list with its filters, one page, and what other rooms show of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, case, false, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from vocational.careers.models import (
    Career,
    CareerArea,
    CareerGroup,
    CareerInterests,
    CareerProgramme,
    CareerWage,
    InterestScale,
    InterestTest,
    RelatedCareer,
)
from vocational.errors import NotFound
from vocational.storage import db
from vocational.vietnamese import fold


class Sort(StrEnum):
    """The orders of the list; there is none by pay, because the figures count different people."""

    GROUP = "nhom"
    NAME = "ten"


ORDERS = {Sort.GROUP: (CareerGroup.position, Career.position), Sort.NAME: (Career.position,)}
WITH_WAGE = "co"


@dataclass(frozen=True)
class Asked:
    """What a reader narrows the list to; an empty group means all of it."""

    words: str = ""
    group: Sequence[str] = ()
    area: Sequence[str] = ()
    interest: Sequence[str] = ()
    wage: Sequence[str] = ()


@dataclass(frozen=True)
class Group:
    """A group of occupations and how many it holds."""

    slug: str
    name: str
    count: int


def groups() -> list[Group]:
    """Return all groups in the order of the office, each with its number of occupations."""
    rows = select(CareerGroup.slug, CareerGroup.name, func.count(Career.slug)).outerjoin(Career)
    rows = rows.group_by(CareerGroup.slug, CareerGroup.name, CareerGroup.position).order_by(
        CareerGroup.position
    )
    return [Group(*row) for row in db.session.execute(rows)]


def areas() -> list[tuple[str, str]]:
    """Return (id, name) of each area that an occupation is found in."""
    rows = select(CareerArea.area, CareerArea.name).distinct().order_by(CareerArea.area)
    return [tuple(row) for row in db.session.execute(rows)]


def interest_scales() -> list[InterestScale]:
    """Return the six interests in the order R I A S E C; none before the interest test is loaded."""
    return list(db.session.scalars(select(InterestScale).order_by(InterestScale.position)))


def interest_test() -> InterestTest | None:
    """Return the interest test; None before it is loaded."""
    return db.session.get(InterestTest, 1)


def career_total(asked: Asked) -> int:
    """Return how many occupations match."""
    return db.session.scalar(_number(_narrowed(asked)))


def careers(asked: Asked, *, sort: Sort = Sort.GROUP, offset: int, limit: int) -> list[Career]:
    """Return part of the list, each with group, interests and wages."""
    rows = _narrowed(asked).join(CareerGroup).order_by(*ORDERS[sort]).offset(offset).limit(limit)
    parts = (joinedload(Career.group), joinedload(Career.interests), selectinload(Career.wages))
    return list(db.session.scalars(rows.options(*parts)))


def counts(asked: Asked) -> dict[str, dict[str, int]]:
    """Return for each group of filters how many occupations each option gives, the other groups as chosen."""
    return {
        "group": _tally(_narrowed(asked, but="group"), Career.group_slug),
        "area": _tally(_narrowed(asked, but="area").join(CareerArea), CareerArea.area),
        "interest": _letters(_narrowed(asked, but="interest")),
        "wage": {WITH_WAGE: db.session.scalar(_number(_narrowed(asked, but="wage").where(_has_wage())))},
    }


def career(slug: str) -> Career:
    """Return an occupation with everything its page shows; raises NotFound."""
    found = db.session.get(Career, slug, options=_parts())
    if found is None:
        raise NotFound(slug)
    return found


def careers_of_programme(programme: str) -> list[Career]:
    """Return the occupations that a programme leads to, in Vietnamese order."""
    leads = Career.programmes.any(CareerProgramme.programme_slug == programme)
    return list(db.session.scalars(select(Career).where(leads).order_by(Career.position)))


def careers_for_search() -> list[Career]:
    """Return all occupations with their parts, in Vietnamese order."""
    return list(db.session.scalars(select(Career).options(*_parts()).order_by(Career.position)))


def slugs() -> list[tuple[str, date | None]]:
    """Return (slug, day of the last check) of every occupation."""
    rows = select(Career.slug, Career.checked_on)
    return [tuple(row) for row in db.session.execute(rows.order_by(Career.slug))]


def _parts():
    return (
        joinedload(Career.group),
        joinedload(Career.interests),
        selectinload(Career.areas),
        selectinload(Career.programmes),
        selectinload(Career.wages),
        selectinload(Career.outlooks),
        selectinload(Career.codes),
        selectinload(Career.related).joinedload(RelatedCareer.other),
    )


def _narrowed(asked: Asked, but: str = "") -> Select:
    """Return the occupations that match every group asked for, save the group `but`."""
    wanted = [match for name, match in _matches(asked).items() if name != but and getattr(asked, name)]
    holds = [Career.words.contains(word, autoescape=True) for word in fold(asked.words).split()]
    return select(Career).where(*wanted, *holds)


def _matches(asked: Asked) -> dict[str, ColumnElement]:
    letters = [CareerInterests.code.contains(letter) for letter in asked.interest]
    return {
        "group": Career.group_slug.in_(asked.group),
        "area": Career.areas.any(CareerArea.area.in_(asked.area)),
        "interest": Career.interests.has(or_(false(), *letters)),
        "wage": _has_wage(),
    }


def _number(rows: Select) -> Select:
    return rows.with_only_columns(func.count(Career.slug))


def _tally(rows: Select, column) -> dict[str, int]:
    rows = rows.with_only_columns(column, func.count(Career.slug)).group_by(column)
    return dict(db.session.execute(rows).all())


def _letters(rows: Select) -> dict[str, int]:
    scales = "RIASEC"
    sums = [func.sum(case((CareerInterests.code.contains(letter), 1), else_=0)) for letter in scales]
    found = db.session.execute(rows.join(CareerInterests).with_only_columns(*sums)).one()
    return {letter: number or 0 for letter, number in zip(scales, found, strict=True)}


def _has_wage() -> ColumnElement:
    return Career.wages.any(CareerWage.value.is_not(None))
