"""How much a first visit may cost a phone on a weak network, in bytes as sent."""

import gzip
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.pages import STAFF_FILES

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
KB = 1024


@pytest.mark.parametrize(("name", "most"), [("site.css", 8 * KB), ("site.js", 3 * KB), ("icons.svg", 3 * KB)])
def test_a_text_file_keeps_to_its_budget(name, most):
    assert len(gzip.compress((STATIC / name).read_bytes(), 9)) <= most


def test_all_scripts_together_keep_to_their_budget():
    scripts = [path for path in STATIC.rglob("*.js") if path.name not in STAFF_FILES]

    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts) <= 6 * KB


def test_fonts_keep_to_their_budget():
    assert sum(path.stat().st_size for path in STATIC.rglob("*.woff2")) <= 14.1 * KB


def test_there_are_few_icons_and_each_name_is_used_once():
    names = [symbol.get("id") for symbol in ElementTree.parse(STATIC / "icons.svg").getroot()]

    assert len(names) == len(set(names)) <= 30


def test_the_style_sheet_fetches_nothing_from_elsewhere():
    text = (STATIC / "site.css").read_text()

    assert "http" not in text.replace('href^="http"', "") and "@import" not in text
