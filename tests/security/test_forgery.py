"""What another site makes a browser send: nothing of it is done, whatever the address.

Made from the map of addresses: a new form is tested without a word here.
"""

import io

import pytest
from flask_wtf.csrf import generate_csrf
from sqlalchemy import func, select

from tests import staff
from tests.security import poisoned
from tests.security.addresses import readable
from tests.test_routes import DOOR, FORMS, STAFF
from vocational.accounts.kinds import Role
from vocational.accounts.models import Account
from vocational.accounts.roles import SERVER, UNITS_OF
from vocational.noticeboard.items.models import Item
from vocational.storage import db

HARMLESS = {"accounts.sign_in", "accounts.second_step", "accounts.second_step_setup", "accounts.password_new"}
WAYS = {
    "without a token": {},
    "with a made-up token": {"data": {"csrf_token": "x"}},
    "with the token in the address": {"query_string": {"csrf_token": "x"}},
    "as JSON": {"json": {"csrf_token": "x", "reason": "x"}},
    "as plain text": {"data": "csrf_token=x", "content_type": "text/plain"},
    "with a file": {"data": {"files": (b"x", "x.pdf")}},
}


def everybody(app):
    """Return the browser of somebody with every role there is."""
    office = staff.unit("Cơ quan", "office", "")
    account = staff.account(role="administrator", unit=office)
    for role, kinds in UNITS_OF.items():
        if role is not Role.ADMINISTRATOR:
            place = (
                office
                if kinds[0].value == "office"
                else staff.unit(f"Nơi {role}", kinds[0].value, poisoned.AREA)
            )
            staff.service.assign(
                account.id, role=role, unit_id=place.id, since=poisoned.DAY, by=SERVER, now=poisoned.NOW
            )
    return staff.signed_in(app, who=account)


def counts():
    """Return how many rows each table has; pages on their way to the index do not count."""
    db.session.rollback()
    tables = [table for table in db.metadata.sorted_tables if table.name != "search_change"]
    return {table.name: db.session.scalar(select(func.count()).select_from(table)) for table in tables}


@pytest.mark.parametrize("way", WAYS)
def test_no_form_of_staff_is_taken_from_another_site(app, monkeypatch, way):
    client = everybody(app)
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    before, answers = counts(), {}
    # One address each: the token is asked for before the thing is.
    for endpoint, address in dict(readable(app, "POST")).items():
        if endpoint in STAFF:
            answer = client.post(address, headers={"Origin": "https://evil.example"}, **_sent(way))
            answers[address] = answer.status_code

    assert len(answers) > 40
    assert set(answers.values()) == {400}, {one: code for one, code in answers.items() if code != 400}
    assert counts() == before


def _sent(way):
    """Return what is sent in some way; a file is open anew each time."""
    sent = dict(WAYS[way])
    if way == "with a file":
        sent["data"] = {name: (io.BytesIO(data), title) for name, (data, title) in sent["data"].items()}
    return sent


def test_a_token_of_another_session_is_worth_nothing(app, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    stranger, client = app.test_client(), staff.signed_in(app, role="administrator")
    with stranger.session_transaction() as cookie:
        cookie["csrf_token"] = "a" * 40
    with app.test_request_context():
        theirs = generate_csrf()
    answer = client.post("/ban-lam-viec/dang-xuat", data={"csrf_token": theirs})

    assert answer.status_code == 400
    assert client.get("/ban-lam-viec/").status_code == 200


def test_the_doors_do_not_let_another_site_in(app, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    account = staff.account(role="counselor")
    data = {"email": account.email, "password": staff.PASSWORD, "code": "123456", "again": staff.PASSWORD}
    for endpoint, address in readable(app, "POST"):
        if endpoint in DOOR:
            client = app.test_client()
            answer = client.post(address, data=data, headers={"Origin": "https://evil.example"})
            assert answer.status_code in {404, 422, 303, 410}, address
            assert client.get("/ban-lam-viec/").status_code == 303


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_forms_without_an_account_are_not_taken_from_another_site(app, headers):
    before = counts()
    for endpoint, address in readable(app, "POST"):
        if endpoint in FORMS:
            assert (
                app.test_client().post(address, data={"text": "x" * 20}, headers=headers).status_code == 422
            )

    assert counts() == before


def test_every_form_is_at_one_of_these_addresses(app):
    changing = {endpoint for endpoint, _address in readable(app, "POST")}

    assert changing <= {*STAFF, *DOOR, *FORMS}


def test_nothing_is_changed_by_reading(app):
    poisoned.fill("một", "<p>một</p>")
    client = everybody(app)
    before = counts()
    for endpoint, address in readable(app):
        if endpoint in STAFF:
            client.get(address, headers={"Sec-Fetch-Site": "cross-site"}, buffered=True)
    after = counts()

    # Exports and opened notices are written down; nothing else is.
    noted = {"audit_entry", "circular_receipt"}
    assert {name for name in after if after[name] != before[name]} <= noted


def test_fields_that_a_form_does_not_have_are_not_taken(app):
    office = staff.unit("Cơ quan", "office", "")
    client = staff.signed_in(app, role="administrator", unit=office)
    victim = staff.account(role="counselor")
    more = {
        "id": "1",
        "active": "",
        "is_demo": "1",
        "password": "x",
        "fs_uniquifier": "x",
        "created_at": "2020-01-01",
    }
    address = f"/ban-lam-viec/quan-tri/tai-khoan/{victim.id}/sua"
    answer = client.post(address, data={"post": "Mới", "email": "moi@mau.vn", "holder": ""} | more)
    db.session.rollback()
    row = db.session.get(Account, victim.id, populate_existing=True)

    assert answer.status_code == 303
    assert (row.post, row.active, row.is_demo, row.password) == ("Mới", True, False, None)


def test_a_counselor_cannot_grant_herself_more_by_her_form(app):
    own, other = staff.unit("THCS Một"), staff.unit("THCS Hai")
    client = staff.signed_in(app, role="counselor", unit=own)
    data = {"key": "k1", "unit": other.id, "title": "Tin", "body": "Chữ", "topic": "news", "do": "save"}
    more = {
        "state": "approved",
        "public_number": "1",
        "slug": "x",
        "number": "9",
        "by_account": "1",
        "base": "0",
    }
    refused = client.post("/ban-lam-viec/bai/moi", data=data | more)
    taken = client.post("/ban-lam-viec/bai/moi", data=data | more | {"unit": own.id})
    [row] = db.session.query(Item)

    assert (refused.status_code, taken.status_code) == (422, 303)
    assert (row.unit_id, row.state, row.public_number, row.number) == (own.id, "draft", None, 1)
    assert row.by_account == client.account_id
