"""The link by which somebody sets her password: once, within three days, without any mail."""

import pytest

from tests import staff
from tests.accounts.conftest import DESK, SIGN_IN
from vocational.accounts import passwords
from vocational.accounts.roles import SERVER
from vocational.errors import NotAllowed
from vocational.web import clock

NEW = "con trâu đi trước cái cày"


@pytest.fixture
def link(person):
    """Somebody without a password, and the address that she was given."""
    teacher = person()
    token = passwords.make_link(teacher.account.id, new_holder=True, by=SERVER, now=clock.now())
    teacher.link = f"/ban-lam-viec/dat-mat-khau/{token}"
    return teacher


def sets(teacher, password=NEW, again=None):
    return teacher.client.post(teacher.link, data={"password": password, "again": again or password})


def test_a_password_is_set_and_opens_the_desk(link):
    assert sets(link).location == SIGN_IN
    assert link.signs_in(NEW).location == DESK


def test_looking_at_the_link_does_not_use_it_up(link):
    link.client.get(link.link)

    assert link.client.get(link.link).status_code == 200


def test_a_link_works_once(link):
    sets(link)

    assert sets(link, "một câu khác nữa nhé").status_code == 404
    assert link.signs_in(NEW).location == DESK


def test_a_link_dies_after_three_days(link, time):
    time(days=3)

    assert link.client.get(link.link).status_code == 404


def test_a_new_link_kills_the_older_one(link):
    passwords.make_link(link.account.id, by=SERVER, now=clock.now())

    assert link.client.get(link.link).status_code == 404


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("ngắn", "10 đến 128"),
        ("x" * 129, "10 đến 128"),
        ("1111111111111", "dễ đoán"),
        ("matkhau123", "dễ đoán"),
        ("nguoi1 đi học xa", "tên đăng nhập"),
    ],
)
def test_a_poor_password_is_refused_with_the_reason(link, password, says):
    answer = sets(link, password)

    assert answer.status_code == 422
    assert says in answer.text


def test_two_different_passwords_are_refused(link):
    assert "Hai lần viết chưa giống nhau." in sets(link, NEW, "khác đi một chút").text


def test_a_new_holder_of_the_post_starts_without_the_old_password_and_phone(person):
    teacher = person()
    teacher.has_an_app()
    passwords.make_link(teacher.account.id, new_holder=True, by=SERVER, now=clock.now())

    assert teacher.signs_in().status_code == 422
    assert not teacher.account.has_second_step


def test_only_who_looks_after_accounts_makes_links(person):
    with pytest.raises(NotAllowed):
        passwords.make_link(person().account.id, by=staff.actor(role="editor"), now=clock.now())


def test_a_made_up_link_opens_nothing(visitor):
    assert "không dùng được" in visitor.opens("/ban-lam-viec/dat-mat-khau/abc", 404).heading
