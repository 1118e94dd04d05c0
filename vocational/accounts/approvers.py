"""Who else could do something at a unit."""

from datetime import date

from sqlalchemy import select

from vocational.accounts import queries, roles
from vocational.accounts.kinds import Role
from vocational.accounts.models import Account, Assignment, Unit
from vocational.storage import db


def who_may(verb: str, unit: Unit | None, *, day: date) -> list[Account]:
    """Return the accounts that are in use and may do something at a unit on a day."""
    able = [role.value for role in Role if verb in roles.ROLES[role]]
    query = select(Account).where(Account.assignments.any(Assignment.role.in_(able)))
    query = query.where(Account.active, Account.password.is_not(None)).order_by(Account.id)
    return [row for row in db.session.scalars(query) if roles.may(queries.actor(row, day), verb, unit)]
