"""People who work on the site, for tests: made with a role at a unit, and signed in."""

from flask.testing import FlaskClient

from vocational.accounts import credentials, queries, roles, service, sessions, units
from vocational.accounts.kinds import Role, UnitKind
from vocational.accounts.models import Account, Unit
from vocational.accounts.roles import SERVER, UNITS_OF, Actor
from vocational.storage import writing
from vocational.web import clock, identity

PASSWORD = "một câu dễ nhớ"


def unit(name: str = "Trường Mẫu", kind: str = "school", area: str = "cu-ninh-thuan", **more) -> Unit:
    """Return a new unit."""
    kind = UnitKind(kind)
    return units.add_unit(name=name, kind=kind, area=area, by=SERVER, now=clock.now(), **more)


def account(*, role: str = "counselor", unit: Unit | None = None, post: str = "", email: str = "") -> Account:
    """Return a new account with a role at a unit; without one, at a unit of a fitting kind."""
    role, number = Role(role), queries.account_total() + 1
    unit = unit or _unit_for(role)
    post = post or f"{role.label} {number}"
    row = service.add_account(post=post, email=email or f"nguoi{number}@mau.vn", by=SERVER, now=clock.now())
    service.assign(row.id, role=role, unit_id=unit.id, since=clock.today(), by=SERVER, now=clock.now())
    return row


def actor(*, role: str = "counselor", unit: Unit | None = None) -> Actor:
    """Return somebody new with a role at a unit, as services take her."""
    return queries.actor(account(role=role, unit=unit), clock.today())


def signed_in(
    site, *, role: str = "counselor", unit: Unit | None = None, who: Account | None = None
) -> FlaskClient:
    """Return the browser of somebody signed in: of a new account with a role at a unit, or of `who`.

    Forms find no forgery check here unless a test switches `WTF_CSRF_ENABLED` on.
    """
    who = who or account(role=role, unit=unit)
    with writing():
        if roles.needs_second_step(queries.actor(who, clock.today())) and not who.has_second_step:
            who.tf_totp_secret, who.tf_primary_method = credentials.new_secret(), "authenticator"
        token = sessions.start(who, step=sessions.SIGNED_IN, browser="test", now=clock.now())
    client = site.test_client()
    with client.session_transaction() as cookie:
        cookie[identity.TOKEN] = token
    client.account_id = who.id
    return client


def _unit_for(role: Role) -> Unit:
    kind = UNITS_OF[role][0]
    area = "" if kind is UnitKind.OFFICE else "cu-ninh-thuan"
    return unit(f"Đơn vị mẫu {queries.unit_total() + 1}", kind.value, area)
