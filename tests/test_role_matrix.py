"""Every role before every page of staff: what the table allows opens, all else is refused.

Made from the table itself: a new role, verb or route is tested without a word here, and one without a rule
fails in `test_routes`.
"""

import pytest

from tests import staff
from tests.test_routes import STAFF
from vocational.accounts import roles
from vocational.accounts.kinds import Role, UnitKind
from vocational.accounts.models import Unit
from vocational.accounts.roles import ROLES, UNITS_OF, VERBS, Scope
from vocational.storage import db

GIVEN = [role.value for role in UNITS_OF]


def addresses(site):
    """Yield (endpoint, method, address) of every page of staff, with parts that name nothing."""
    for rule in site.url_map.iter_rules():
        if rule.endpoint in STAFF:
            parts = {name: _value(rule, name) for name in rule.arguments}
            for method in sorted(rule.methods & {"GET", "POST"}):
                with site.test_request_context():
                    yield rule.endpoint, method, rule.build(parts)[1]


def _value(rule, name):
    converter = rule._converters[name]
    choices = sorted(getattr(converter, "items", ()))
    kind = type(converter).__name__.lower()
    return choices[0] if choices else 999999 if "integer" in kind else "khong-co"


@pytest.mark.parametrize("role", GIVEN)
def test_a_role_opens_what_the_table_allows_and_nothing_else(app, role):
    client = staff.signed_in(app, role=role)
    refused, wrong = set(), []
    for endpoint, method, address in addresses(app):
        if endpoint in {"accounts.sign_out", "accounts.sign_out_everywhere"}:
            continue
        status = client.open(address, method=method).status_code
        allowed = STAFF[endpoint] in ROLES[Role(role)]
        if allowed == (status == 403) or status >= 500:
            wrong.append((endpoint, method, status))
        refused |= {endpoint} if not allowed else set()

    assert not wrong
    assert role == "administrator" or refused


def test_nobody_opens_anything_without_signing_in(app):
    client = app.test_client()
    answers = {
        (endpoint, method): client.open(address, method=method)
        for endpoint, method, address in addresses(app)
    }
    opened = {
        key: answer.status_code
        for key, answer in answers.items()
        if answer.status_code != (303 if key[1] == "GET" else 400)
    }

    assert not opened


def test_somebody_whose_work_has_ended_opens_nothing(app):
    client = staff.signed_in(app, role="administrator")
    [one] = staff.queries.account(client.account_id).assignments
    staff.service.end_assignment(one.id, on=one.since, by=roles.SERVER, now=staff.clock.now())

    assert {client.get(address).status_code for _e, method, address in addresses(app) if method == "GET"} == {
        303
    }


class Places:
    """One unit of somebody, one beside it in the same area, one far away, and the site as a whole."""

    def __init__(self, role):
        kind = UNITS_OF[role][0].value
        area = "" if kind == "office" else "cu-ninh-thuan"
        self.own = staff.unit("Của mình", kind, area)
        self.near = staff.unit("Bên cạnh", "school", "cu-ninh-thuan")
        self.far = staff.unit("Nơi khác", "school", "cu-dak-lak-thi-xa-buon-ho")
        self.site = None


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", GIVEN)
def test_a_verb_reaches_as_far_as_the_table_says(app, role, verb):
    places = Places(Role(role))
    actor = staff.actor(role=role, unit=places.own)
    scope, central = ROLES[Role(role)].get(verb), places.own.area == ""

    reached = {name for name in ("own", "near", "far", "site") if roles.may(actor, verb, vars(places)[name])}
    expected = {
        None: set(),
        Scope.UNIT: {"own"},
        Scope.AREA: {"own", "near", "far", "site"} if central else {"own", "near"},
        Scope.ALL: {"own", "near", "far", "site"},
    }
    assert reached == expected[scope]


def test_a_school_without_an_area_answers_for_itself_alone(app):
    lost = Unit(name="Trường ở xa", kind="school", area="")
    db.session.add(lost)
    db.session.commit()
    actor = staff.actor(role="counselor", unit=lost)

    assert roles.may(actor, "question.answer", lost)
    assert not roles.may(actor, "question.answer", None)


def test_every_verb_of_the_table_exists_and_is_somebodys():
    used = {verb for role in UNITS_OF for verb in ROLES[role]}

    assert used == set(VERBS)


def test_every_role_but_the_server_belongs_to_a_kind_of_unit():
    assert set(UNITS_OF) == set(ROLES) - {Role.SERVER}
    assert {kind for kinds in UNITS_OF.values() for kind in kinds} == set(UnitKind)


def test_a_verb_that_does_not_exist_is_a_mistake_and_no_refusal(app):
    with pytest.raises(KeyError):
        roles.may(staff.actor(), "notice.wirte", None)
