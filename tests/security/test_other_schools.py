"""One school, office or institution before what another one wrote: every address, every id.

Made from the map of addresses and the table of roles: a new page that forgets to ask whose a thing is fails.
"""

import pytest

from tests import staff
from tests.security import poisoned
from tests.security.addresses import readable
from tests.security.test_forgery import counts
from tests.test_routes import STAFF
from vocational.accounts.kinds import Role
from vocational.accounts.roles import ROLES, Scope

FAR = "cu-dak-lak-thi-xa-buon-ho"
SECRET = "chuyện riêng của trường ấy"
STRANGERS = {
    "counselor": "school",
    "editor": "education-office",
    "institution-officer": "institution",
    "reporting-officer": "commune",
    "partner": "agency",
}
# What these name is no thing of a unit: own drafts are kept by account, and a stranger's key is unknown.
SHARED = {"writing.draft_keep", "writing.draft_drop", "writing.preview", "writing.item_new"}

LISTS = (
    "/ban-lam-viec/",
    "/ban-lam-viec/bai/",
    "/ban-lam-viec/tim?q=chuyện",
    "/ban-lam-viec/viec-da-lam",
    "/ban-lam-viec/hoi-dap",
    "/ban-lam-viec/hoi-dap/cau-chung",
    "/ban-lam-viec/bao-sai",
    "/ban-lam-viec/thong-bao-den/",
)


def role_of(name):
    return next(role for role in Role if role.value.replace("_", "-") == name or role.value == name)


def things(app, method, role):
    """Yield the addresses that name a thing, of those whose verb the role has for its own place only."""
    for endpoint, address in readable(app, method):
        scope = ROLES[role].get(STAFF.get(endpoint, ""))
        parts = {name for rule in app.url_map.iter_rules(endpoint) for name in rule.arguments}
        if scope in {Scope.UNIT, Scope.AREA} and "id" in parts and endpoint not in SHARED:
            yield endpoint, address


@pytest.mark.parametrize("name", STRANGERS)
def test_what_another_place_wrote_is_neither_seen_nor_touched(app, name):
    role = role_of(name)
    poisoned.fill(SECRET, f"<p>{SECRET}</p>")
    place = staff.unit("Nơi khác", STRANGERS[name], FAR)
    client = staff.signed_in(app, role=role.value, unit=place)
    before, opened, told = counts(), {}, []
    for method in ("GET", "POST"):
        for _endpoint, address in things(app, method, role):
            data = {"number": "1", "version": "1", "revision": "1", "reason": "lý do", "recipient_id": "1"}
            answer = client.open(
                address, method=method, data=data if method == "POST" else None, buffered=True
            )
            opened.setdefault(answer.status_code, []).append(address)
            told += [address] if SECRET in answer.text else []

    assert set(opened) <= {403, 404}, {
        code: ones[:5] for code, ones in opened.items() if code not in {403, 404}
    }
    assert not told
    assert counts() == before


def test_the_ids_that_are_tried_are_those_of_things(app):
    poisoned.fill(SECRET, f"<p>{SECRET}</p>")
    client = staff.signed_in(app, role="editor", unit=staff.unit("Gần", "education-office", poisoned.AREA))
    opened = {}
    for endpoint, address in things(app, "GET", Role.EDITOR):
        if client.get(address, buffered=True).status_code == 200:
            opened.setdefault(endpoint, []).append(address)

    assert {"writing.item_edit", "questions.staff_question", "questions.staff_faq_edit"} <= set(opened)


def test_lists_of_a_school_hold_nothing_of_another(app):
    poisoned.fill(SECRET, f"<p>{SECRET}</p>")
    client = staff.signed_in(app, role="counselor", unit=staff.unit("Trường xa", "school", FAR))
    answers = {address: client.get(address) for address in LISTS}

    assert {answer.status_code for answer in answers.values()} == {200}
    assert not [address for address, answer in answers.items() if SECRET in answer.text]


def test_a_file_of_a_draft_opens_for_its_own_school_only(app, tmp_path):
    poisoned.fill(SECRET, f"<p>{SECRET}</p>")
    names = ["announcementback.pdf", "announcementdown.pdf", "circularsent.pdf", "circulardraft.pdf"]
    far = staff.signed_in(app, role="counselor", unit=staff.unit("Trường xa", "school", FAR))

    for client in (far, app.test_client()):
        assert {client.get(f"/tap-tin/{name}").status_code for name in names} == {404}


def test_an_own_form_does_not_open_what_somebody_else_took_over(app):
    """The key of a form that made an item leads back to the item only for its own unit."""
    one, two = staff.unit("THCS Một"), staff.unit("THCS Hai")
    account, now = staff.account(role="counselor", unit=one), staff.clock.now()
    client = staff.signed_in(app, who=account)
    data = {"key": "k1", "title": "Tin", "body": "Chữ", "topic": "news", "do": "save", "base": "0"}
    assert client.post("/ban-lam-viec/bai/moi", data=data | {"unit": one.id}).status_code == 303
    [held] = staff.queries.account(account.id).assignments
    staff.service.end_assignment(held.id, on=held.since, by=staff.SERVER, now=now)
    staff.service.assign(
        account.id,
        role=Role.COUNSELOR,
        unit_id=two.id,
        since=held.since,
        by=staff.SERVER,
        now=staff.clock.now(),
    )
    again = staff.signed_in(app, who=account)

    assert (
        again.post("/ban-lam-viec/bai/moi", data=data | {"unit": two.id, "title": "Đổi"}).status_code == 403
    )
