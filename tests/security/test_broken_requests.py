"""What arrives broken, cut short or twice: a clear page, and nothing half done."""

import io

import pytest
from PIL import Image

from tests import staff
from tests.security.test_forgery import counts
from vocational.errors import NotAcceptable
from vocational.noticeboard import uploads
from vocational.noticeboard.items.models import Attachment
from vocational.storage import db

NEW = "/ban-lam-viec/bai/moi?loai=thong-bao"
BOUNDARY = "multipart/form-data; boundary=cut"
BODY = b'--cut\r\nContent-Disposition: form-data; name="title"\r\n\r\nNg\xc3\xa0y h\xe1\xbb\x99i'


@pytest.fixture
def browser(app, monkeypatch):
    client = staff.signed_in(app)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    return client


@pytest.mark.parametrize("kind", [BOUNDARY, "application/x-www-form-urlencoded"])
def test_a_connection_lost_on_the_way_leaves_nothing_behind(browser, kind):
    before = counts()
    lost = {"wsgi.input": io.BytesIO(BODY), "CONTENT_LENGTH": str(len(BODY) + 5000)}
    answer = browser.post(NEW, content_type=kind, environ_overrides=lost)

    assert answer.status_code in {400, 422}
    assert counts() == before


@pytest.mark.parametrize("kind", [BOUNDARY, "multipart/form-data", "multipart/form-data; boundary=", "x/y"])
@pytest.mark.parametrize("data", [b"", b"--cut", b"\xff\xfe\x00", b"--cut--\r\n" * 50, b"a=1&" * 2000])
def test_a_body_that_is_none_is_no_form(browser, kind, data):
    before = counts()
    answer = browser.post(NEW, data=data, content_type=kind)

    assert answer.status_code in {400, 413, 422}
    assert counts() == before


@pytest.mark.parametrize(
    "name",
    ["a\r\nSet-Cookie: x=1.pdf", 'a"; filename="b.html', "../../etc/passwd.pdf", "..\\..\\a.pdf", "a\x00.pdf",
     "\u202egpj.exe.pdf", "a;b=c.pdf", "%0d%0aX: y.pdf", "x" * 5000 + ".pdf", ".pdf", "<script>.pdf"],
)  # fmt: skip
def test_the_name_of_a_file_gets_into_no_header(app, name):
    school = staff.unit("THCS Một")
    browser = staff.signed_in(app, unit=school)
    sent = {"key": "k1", "title": "Tin", "body": "Chữ", "topic": "news", "do": "save", "unit": school.id}
    # As an attacker sends it: quoted marks are the client's politeness.
    head = f'--cut\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
    fields = "".join(
        f'--cut\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in sent.items()
    )
    body = f"{fields}{head}%PDF-1.7 x\r\n--cut--\r\n".encode()
    assert browser.post(NEW, data=body, content_type=BOUNDARY).status_code in {303, 422}

    for row in db.session.query(Attachment):
        answer = browser.get(f"/tap-tin/{row.stored_name}", buffered=True)
        assert answer.status_code == 200
        assert not {"Set-Cookie", "X"} & set(answer.headers.keys())
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
        assert answer.headers["Content-Disposition"].endswith(".pdf")
        assert (answer.mimetype, "/" in row.stored_name) == ("application/pdf", False)
    # With a line end in its name the part has no name any more: it is no file.
    assert db.session.query(Attachment).count() == int("\r" not in name)


@pytest.mark.parametrize("behind", [b"<script>alert(1)</script>", b"PK\x03\x04", b"%PDF-1.7", b"<?php x ?>"])
@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_a_picture_that_is_something_else_too_is_only_a_picture(tmp_path, format, behind):
    out = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(out, format)
    try:
        stored = uploads.keep(io.BytesIO(out.getvalue() + behind), "ảnh", tmp_path)
    except NotAcceptable:
        assert not list(tmp_path.iterdir())
    else:
        assert behind not in (tmp_path / stored.name).read_bytes() or stored.media_type == "application/pdf"
