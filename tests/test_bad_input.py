"""Whatever is asked of any address: a page that helps, never an error of the site."""

import shutil
from urllib.parse import quote

import pytest

from tests.pages import PAGES

SLUGS = ["khong-co", "a" * 3000, "../../etc/passwd", "😀", "a\x00b", "' OR 1=1 --", "%", "CON", "-1", " "]
VALUES = [
    "",
    "a" * 5000,
    "\x00",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "9" * 40,
    "-1",
    "😀",
    "%",
    "nan",
]
NAMES = [
    "q",
    "trang",
    "khu-vuc",
    "loai",
    "so-huu",
    "bac",
    "vao",
    "nhom",
    "9cong",
    "hien-trang",
    "sap-xep",
    "nam",
    "dang",
]
METHODS = ["POST", "PUT", "DELETE", "PATCH"]


def with_slugs(app):
    return sorted(rule.rule for rule in app.url_map.iter_rules() if "<string:" in rule.rule)


def filled(rule, slug):
    start, _, rest = rule.partition("<")
    return start + quote(slug, safe="") + rest.partition(">")[2]


@pytest.mark.parametrize("slug", SLUGS)
def test_an_unknown_name_is_a_404(published, slug):
    client = published.test_client()
    answers = {rule: client.get(filled(rule, slug)).status_code for rule in with_slugs(published)}

    assert set(answers.values()) <= {404, 308}, answers


@pytest.mark.parametrize("year", ["0", "1", "99999", "9" * 40, "-1", "2026abc"])
def test_an_unknown_year_is_a_404(published, year):
    assert published.test_client().get(f"/tuyen-sinh/{year}").status_code == 404


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("path", [path for path in PAGES if "?" not in path])
def test_no_option_breaks_a_page(published, path, value):
    answer = published.test_client().get(path, query_string={name: value for name in NAMES})

    assert answer.status_code in {200, 301, 404}
    assert "<script>alert(1)" not in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_a_method_that_changes_things_is_refused(published, path):
    client = published.test_client()

    assert {client.open(path, method=method).status_code for method in METHODS} == {405}


@pytest.mark.parametrize(
    "headers",
    [
        {"If-None-Match": '"' + "x" * 5000},
        {"If-None-Match": "W/" * 100},
        {"Accept-Encoding": "br;q=abc, *;q=-1"},
        {"Accept": "image/png"},
        {"Range": "bytes=0-1"},
        {"Cookie": "session=abc; " * 200},
        {"X-Forwarded-Host": "evil.example"},
        {"Content-Length": "99999999999"},
    ],
)
def test_no_header_breaks_a_page(published, headers):
    answer = published.test_client().get("/truong/", headers=headers)

    assert answer.status_code in {200, 206, 413}
    assert b"evil.example" not in answer.data


@pytest.mark.parametrize("path", [path for path in PAGES if "?" not in path])
def test_an_empty_site_answers_every_list(app, path):
    expected = {503} if path == "/tim-kiem" else {200, 404}
    shutil.rmtree(app.config["SEARCH_INDEX_DIR"], ignore_errors=True)

    assert app.test_client().get(path).status_code in expected
