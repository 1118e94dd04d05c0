"""Reading partners and secondary schools."""

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from vocational.partners.kinds import TYPES
from vocational.partners.models import (
    Partner,
    PartnerArea,
    PartnerSchool,
    PartnerType,
    SecondarySchool,
)
from vocational.storage import db


@dataclass(frozen=True)
class Asked:
    """Which partners a list is about; an empty part means all."""

    types: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    def narrowed(self, query: Select, *, without: str = "") -> Select:
        """Return a query on partners kept to what was asked, leaving out one part (to count its options)."""
        if self.types and without != "types":
            query = query.where(Partner.types.any(PartnerType.type.in_(self.types)))
        if self.areas and without != "areas":
            query = query.where(Partner.areas.any(PartnerArea.area.in_(self.areas)))
        return query


def partner_total(asked: Asked) -> int:
    """Return how many partners match."""
    return db.session.scalar(asked.narrowed(select(func.count()).select_from(Partner)))


def partners(asked: Asked, *, offset: int = 0, limit: int | None = None) -> list[Partner]:
    """Return the partners that match, with all they are tied to, in the order of the file."""
    ties = (selectinload(Partner.types), selectinload(Partner.areas), selectinload(Partner.schools))
    query = asked.narrowed(select(Partner)).options(*ties).order_by(Partner.position)
    return list(db.session.scalars(query.offset(offset).limit(limit)))


def option_counts(asked: Asked) -> dict[str, dict[str, int]]:
    """Return how many partners each option of each filter would give beside the other filter."""
    parts = (("types", PartnerType, PartnerType.type), ("areas", PartnerArea, PartnerArea.area))
    return {name: _counted(asked, name, table, column) for name, table, column in parts}


def _counted(asked: Asked, name: str, table, column) -> dict[str, int]:
    query = select(column, func.count(Partner.id.distinct())).join(table, table.partner_id == Partner.id)
    counted = asked.narrowed(query, without=name).group_by(column)
    return {option: count for option, count in db.session.execute(counted)}


def areas() -> list[str]:
    """Return the ids of the areas that partners are active in."""
    query = select(PartnerArea.area).group_by(PartnerArea.area).order_by(func.min(PartnerArea.id))
    return list(db.session.scalars(query))


def type_options() -> list[tuple[str, str]]:
    """Return (type, words) for the filter."""
    return [(code, words[:1].upper() + words[1:]) for code, words in TYPES.items()]


def partners_of(institution: str) -> list[Partner]:
    """Return the partners that a source ties to a vocational school."""
    tied = Partner.schools.any(PartnerSchool.institution == institution)
    return list(db.session.scalars(select(Partner).where(tied).order_by(Partner.position)))


def partners_for_search() -> list[Partner]:
    """Return every partner with all it is tied to."""
    return partners(Asked())


def secondary_schools() -> list[tuple[str, list[SecondarySchool]]]:
    """Return (province code, its secondary schools) in the order of the file."""
    rows = db.session.scalars(select(SecondarySchool).order_by(SecondarySchool.position))
    return [(province, list(group)) for province, group in groupby(rows, key=lambda row: row.province)]
