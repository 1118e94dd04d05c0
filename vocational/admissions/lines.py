"""Reading single lines of seats: by id, and by what somebody calls the school or the programme."""

from collections.abc import Collection, Iterable

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import contains_eager

from vocational.admissions.models import Quota, QuotaGroup
from vocational.storage import db
from vocational.vietnamese import fold


def by_id(ids: Iterable[str]) -> dict[str, Quota]:
    """Return lines with their groups by id; those that do not exist are left out."""
    rows = select(Quota).join(Quota.group).options(contains_eager(Quota.group))
    return {row.id: row for row in db.session.scalars(rows.where(Quota.id.in_(set(ids))))}


def named(words: str, programmes: Collection[str], *, limit: int) -> list[Quota]:
    """Return lines of schools that are called so or of some programmes, newest year first."""
    school = and_(*[QuotaGroup.words.contains(word, autoescape=True) for word in fold(words).split()])
    rows = select(Quota).join(Quota.group).options(contains_eager(Quota.group))
    rows = rows.where(or_(school, Quota.programme.in_(programmes)))
    rows = rows.order_by(Quota.year.desc(), QuotaGroup.rank, QuotaGroup.id, Quota.position)
    return list(db.session.scalars(rows.limit(limit)))
