import gc

import pytest

from tests.conftest import settings
from vocational.factory import create_app
from vocational.web import limits
from vocational.web.limits import Limit


def asked(limit, times, key=1, now=0.0):
    return [limit.wait(key, now) for _time in range(times)]


def test_three_seconds_worth_is_given_at_once_and_then_one_by_one():
    limit = Limit(10)

    assert asked(limit, 30) == [0] * 30
    assert limit.wait(1, 0.0) == pytest.approx(0.1)
    assert limit.wait(1, 0.11) == 0
    assert limit.wait(1, 0.11) > 0


def test_who_asks_slowly_is_never_kept_waiting():
    limit = Limit(10)

    assert not any(limit.wait(1, second / 10) for second in range(1000))


def test_one_address_does_not_use_up_the_share_of_another():
    limit = Limit(1)
    asked(limit, 10, key=1)

    assert limit.wait(2, 0.0) == 0


def test_zero_is_no_limit():
    assert not any(asked(Limit(0), 1000))


def test_a_flood_of_addresses_does_not_fill_the_memory():
    limit = Limit(10)
    for key in range(3 * limits.MOST_ADDRESSES):
        limit.wait(key, key / 1000)

    assert len(limit._served) <= limits.MOST_ADDRESSES


def test_who_asks_no_more_is_forgotten_within_seconds():
    limit = Limit(10)
    limit.wait(1, 0.0)
    limit.wait(2, 5.0)

    assert set(limit._served) == {2}


def test_no_address_is_kept():
    limit = Limit(10)
    limit.wait(limits._key("203.0.113.77"), 0.0)

    assert not [one for one in gc.get_referents(limit._served) if isinstance(one, str)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.7", "203.0.113.8", False),
        ("203.0.113.7", "::ffff:203.0.113.7", True),
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        (None, "", True),
    ],
)
def test_what_counts_as_one_address(one, other, same):
    assert (limits._key(one) == limits._key(other)) is same


@pytest.mark.parametrize(("proxies", "expected"), [(0, "127.0.0.1"), (1, "203.0.113.9"), (2, "203.0.113.8")])
def test_the_address_is_the_one_before_our_own_web_servers(tmp_path, monkeypatch, proxies, expected):
    app = create_app(settings(tmp_path, PROXIES=proxies))
    seen = []
    app.before_request(lambda: seen.append(limits.request.remote_addr))

    app.test_client().get(
        "/healthz",
        headers={"X-Forwarded-For": "1.2.3.4, 203.0.113.8, 203.0.113.9", "X-Forwarded-Host": "evil.example"},
        environ_base={"REMOTE_ADDR": "127.0.0.1"},
    )

    assert seen == [expected]
