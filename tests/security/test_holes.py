"""Ways in that were found by reading as an attacker does; each stays closed."""

import io

import pytest

from tests import staff
from tests.noticeboard import written
from tests.noticeboard.written import NOW
from vocational.errors import NotAllowed
from vocational.noticeboard.items.kinds import State
from vocational.noticeboard.publication import service as publication
from vocational.questions import reports
from vocational.web import known_browsers
from vocational.web.downloads import csv_pieces

DOORS = ["/ban-lam-viec/dang-nhap", "/hoi-dap/hoi", "/bao-sai", "/hoi-dap/tra-loi"]
LISTS = ["/tim-kiem", "/truong/", "/thong-bao/", "/su-kien/", "/viec-lam/", "/hoi-dap/", "/van-ban/"]
OWN_NAMES = ["endpoint=x", "_external=1&_scheme=javascript", "_anchor=x", "_method=POST", "self=1", "slug=x"]
NAMES = ("email", "password", "text", "topic", "area", "page", "code", "phieu", "trang-web", "right_source")


@pytest.fixture
def calm(app, monkeypatch):
    """A browser that gets the page of an error, as readers do."""
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    return app.test_client()


@pytest.mark.parametrize("query", OWN_NAMES)
@pytest.mark.parametrize("path", [*LISTS, "/ban-lam-viec/dang-nhap/ma", "/ban-lam-viec/dang-nhap"])
def test_no_parameter_gets_into_the_making_of_links(calm, path, query):
    answer = calm.get(f"{path}?{query}&q=%0aalert(1)&khu-vuc=dak-lak&loai=admission")

    assert answer.status_code in {200, 303, 503}
    assert "javascript:" not in answer.text


@pytest.mark.parametrize("body", [dict.fromkeys(NAMES, 5), dict.fromkeys(NAMES, {"a": ["b"]}), [1, [2]], "x"])
@pytest.mark.parametrize("path", DOORS)
def test_a_form_sent_as_json_is_an_empty_form(calm, path, body):
    assert calm.post(path, json=body).status_code == 422


@pytest.mark.parametrize("path", DOORS)
def test_a_file_in_the_place_of_a_text_is_nothing(calm, path):
    files = {name: (io.BytesIO(b"x"), "tep.txt") for name in NAMES}

    assert calm.post(path, data=files).status_code == 422


def test_hidden_signs_do_not_get_in(app):
    sent = {"email": "a\x00b\u202ec\u2066@mau.vn", "password": "x"}
    with app.test_request_context("/?q=a%00b%e2%80%ae", method="POST", data=sent) as context:
        assert context.request.form["email"] == "abc@mau.vn"
        assert context.request.args["q"] == "ab"


@pytest.mark.parametrize(
    "typed",
    ["/%2Fevil.example", "http://localhost/%2f%2fevil.example", "/%5cevil.example", "//evil.example",
     "https://evil.example/", "javascript:alert(1)", "/..//evil.example", "/%09/evil.example"],
)  # fmt: skip
def test_nobody_leads_staff_to_another_site_by_telling_what_is_wrong(typed):
    page = reports.own_page(typed, "http://localhost")

    assert page is None or (page.startswith("/") and "//" not in page and "\\" not in page)


def test_who_was_taken_down_does_not_come_back_by_a_new_version(app):
    school = staff.unit("THCS Một", needs_approval=False)
    writer, editor = staff.actor(unit=school), staff.actor(role="editor")
    made = written.item("tin", unit=school, by=writer)
    publication.submit(made.id, number=1, by=writer, now=NOW)
    publication.withdraw(made.id, reason="Sai", by=editor, now=NOW)
    written.version(made, by=writer)

    with pytest.raises(NotAllowed):
        publication.publish(made.id, number=2, by=writer, now=NOW)
    publication.submit(made.id, number=2, by=writer, now=NOW)
    assert (made.state, made.withdrawn_at is None) == (State.REVIEW, False)


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "null"},
                {"Origin": "https://evil.example"}]
)  # fmt: skip
def test_what_another_site_sent_is_not_offered_to_be_sent_again(app, monkeypatch, headers):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    client = staff.signed_in(app, role="administrator")
    answer = client.post("/ban-lam-viec/quan-tri/tai-khoan/1/khoa", headers=headers, data={"a": "chữ lạ"})

    assert answer.status_code == 400
    assert "<form" not in answer.text.partition("<main")[2]
    assert "chữ lạ" not in answer.text


def test_what_staff_sent_too_late_can_be_sent_again(app, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    client = staff.signed_in(app)
    answer = client.post(
        "/ban-lam-viec/bai/moi", data={"body": "bài dài"}, headers={"Sec-Fetch-Site": "same-origin"}
    )

    assert answer.status_code == 400
    assert "Gửi lại" in answer.text and "bài dài" in answer.text


@pytest.mark.parametrize("path", ["/ban-lam-viec/bai/moi", "/ban-lam-viec/gui-truong/1/tep"])
def test_a_made_up_cookie_does_not_open_the_gate_for_large_files(app, path):
    client = app.test_client()
    client.set_cookie("ban_lam_viec", "gi-do")
    kind = "multipart/form-data; boundary=hang"

    assert client.post(path, data=b"x" * 2_000_000, content_type=kind).status_code == 413


def test_one_household_counts_once_however_many_addresses_it_has(app):
    def keys(address):
        with app.test_request_context("/ban-lam-viec/dang-nhap", environ_base={"REMOTE_ADDR": address}):
            return known_browsers.tries("ai@mau.vn", None).keys

    assert keys("2001:db8:1:2::1") == keys("2001:db8:1:2:ffff::9")
    assert keys("2001:db8:1:2::1") != keys("2001:db8:1:3::1")
    assert keys("198.51.100.1") == keys("::ffff:198.51.100.1")


@pytest.mark.parametrize(
    "text", ["\n=1+1", "＝1+1", "＋1", "－1", "＠A1", "lời;=1+1", "dòng\n=HYPERLINK(1)", "a\t@b"]
)
def test_no_cell_of_a_table_begins_a_formula_whatever_separates_cells(text):
    shown = "".join(csv_pieces(["a"], [[text]]))

    signs = "=+-@＝＋－＠"
    assert not [one for sign in signs for one in ";\n\r\t" if one + sign in shown.replace("\r\n", "")]
    assert not shown.splitlines()[1].startswith(tuple(signs))
