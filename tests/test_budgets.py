"""How heavy pages may be, on the real content."""

import gzip
import re

import pytest

from tests.pages import CAPS, STAFF_FILES
from vocational.web import assets

LOADED = re.compile(rb"/static/([\w-]+)\.[0-9a-f]{10}\.(css|js)")
STATIC_CAPS = {".css": 12, ".js": 6, ".woff2": 28}


@pytest.mark.parametrize(("path", "kilobytes"), CAPS.items())
def test_a_page_stays_within_its_budget(published, path, kilobytes):
    answer = published.test_client().get(path, follow_redirects=True)

    assert answer.status_code == 200
    assert len(gzip.compress(answer.data, 6)) <= kilobytes * 1024


@pytest.mark.parametrize(("suffix", "kilobytes"), STATIC_CAPS.items())
def test_what_a_page_loads_stays_within_its_budget(suffix, kilobytes):
    files = [path for path in assets.STATIC.rglob(f"*{suffix}") if path.name not in STAFF_FILES]
    sizes = [
        len(path.read_bytes() if suffix == ".woff2" else gzip.compress(path.read_bytes())) for path in files
    ]

    assert files and sum(sizes) <= kilobytes * 1024


def test_a_first_visit_stays_within_its_budget(published):
    html = published.test_client().get("/").data
    page = gzip.compress(html, 6)
    named = {f"{name.decode()}.{kind.decode()}" for name, kind in LOADED.findall(html)}
    files = [path for path in assets.STATIC.iterdir() if path.name in named]
    files += assets.STATIC.rglob("*.woff2")
    files += [assets.STATIC / "icons.svg", assets.STATIC / "favicon.svg"]
    sizes = [
        path.stat().st_size if path.suffix == ".woff2" else len(gzip.compress(path.read_bytes()))
        for path in files
    ]

    assert len(page) + sum(sizes) <= 80 * 1024
    assert 1 + len(files) <= 10


def test_what_staff_load_beside_stays_within_their_budget():
    sizes = [len(gzip.compress((assets.STATIC / name).read_bytes())) for name in STAFF_FILES]

    assert sum(sizes) <= 40 * 1024
