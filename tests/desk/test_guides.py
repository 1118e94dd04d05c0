"""The guides for staff: whole, linked, and true to the words on the buttons."""

import ast
import re
from pathlib import Path

import pytest
from jinja2 import Environment

from tests import staff

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "templates"
GUIDES = {"counselor": "tu-van", "editor": "bien-tap", "administrator": "quan-tri"}
WRITTEN = sorted(TEMPLATES.glob("desk/*guide*.html"))
QUOTED = re.compile(r"«([^«»]+)»")
MARKUP = re.compile(r"<[^>]*>|{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)


def labels_of_templates():
    """Yield the pieces of text between marks, and the strings inside them, of all other templates."""
    lexer = Environment()
    for path in sorted(set(TEMPLATES.rglob("*.html")) - set(WRITTEN)):
        source = path.read_text()
        yield from MARKUP.split(source)
        yield from (ast.literal_eval(text) for _line, kind, text in lexer.lex(source) if kind == "string")


def labels_of_code():
    """Yield the strings of the code."""
    for path in sorted((ROOT / "vocational").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@pytest.fixture(scope="module")
def labels():
    """All words that pages show as a whole piece."""
    return {" ".join(text.split()).strip(" :.") for text in (*labels_of_templates(), *labels_of_code())}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_a_guide_quotes_only_words_that_stand_on_a_page(path, labels):
    quoted = {" ".join(words.split()).strip(" :.") for words in QUOTED.findall(path.read_text())}

    assert quoted - labels == set()


@pytest.mark.parametrize(("role", "name"), GUIDES.items())
def test_a_guide_is_linked_from_the_desk_and_in_order(app, visitor, role, name):
    address = f"/ban-lam-viec/huong-dan/{name}"
    visitor.client = staff.signed_in(app, role=role)

    assert f'href="{address}"' in visitor.client.get("/ban-lam-viec/").text
    page = visitor.opens(address)
    assert page.html.count("<img") >= 5
    assert "Ảnh chưa có" not in page.html


def test_every_picture_is_small_and_used():
    used = set(re.findall(r'picture\("([\w-]+)"', "".join(path.read_text() for path in WRITTEN)))
    files = {path.stem: path.stat().st_size for path in (ROOT / "static" / "guide").glob("*.webp")}

    assert used == set(files)
    assert max(files.values()) <= 40_000


def test_a_picture_that_is_missing_is_told_in_words(app, monkeypatch):
    assets = {name: hashed for name, hashed in app.extensions["assets"].items() if "guide/" not in name}
    monkeypatch.setitem(app.extensions, "assets", assets)

    page = staff.signed_in(app).get("/ban-lam-viec/huong-dan/tu-van")

    assert page.status_code == 200
    assert "Ảnh chưa có: Trang đăng nhập" in page.text
