import pytest

from tests import factories
from vocational.web import version


def test_every_page_carries_the_security_headers(visitor):
    factories.guide()

    headers = visitor.opens("/lop-9").headers

    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in headers


def test_an_unchanged_page_is_answered_by_304(visitor):
    factories.guide()
    tag = visitor.opens("/lop-9").headers["ETag"]

    again = visitor.opens("/lop-9", status=304, **{"If-None-Match": tag})

    assert again.html == ""


def test_a_304_touches_neither_database_nor_template(visitor, monkeypatch):
    factories.guide()
    tag = visitor.opens("/lop-9").headers["ETag"]
    monkeypatch.setattr("vocational.guides.queries.guide", lambda _slug: pytest.fail("asked the database"))

    visitor.opens("/lop-9", status=304, **{"If-None-Match": tag})


def test_a_load_changes_the_tag(visitor, app):
    factories.guide()
    before = visitor.opens("/lop-9").headers["ETag"]

    version.stamp(app.config["DATA_DIR"], "other content")

    assert visitor.opens("/lop-9").headers["ETag"] != before


def test_two_addresses_never_share_a_tag(visitor):
    assert visitor.opens("/nguon/").headers["ETag"] != visitor.opens("/nguon/?q=a").headers["ETag"]


def test_errors_carry_no_tag(visitor):
    assert "ETag" not in visitor.opens("/khong-co", status=404).headers


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example"])
def test_an_unknown_host_is_refused(visitor, host):
    assert visitor.client.get("/nguon/", headers={"Host": host}).status_code == 400


def test_a_compressed_page_is_small_and_still_known_by_its_tag(visitor):
    headers = {"Accept-Encoding": "gzip"}
    answer = visitor.client.get("/nguon/", headers=headers)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert (
        visitor.client.get("/nguon/", headers=headers | {"If-None-Match": answer.headers["ETag"]}).status_code
        == 304
    )
