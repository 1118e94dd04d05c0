"""Every template parses, holds what its name says and imports only what it uses."""

import re
from pathlib import Path

import pytest
from jinja2 import nodes

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
ALL = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
FRAMES = ["base.html", "staff_base.html"]
COMPONENTS = [name for name in ALL if name.startswith("components/")]


@pytest.mark.parametrize("name", ALL)
def test_a_template_parses(site, name):
    assert site.jinja_env.get_template(name)


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_says_on_top_what_it_is(name):
    assert (TEMPLATES / name).read_text().startswith("{#")


@pytest.mark.parametrize("name", ALL)
def test_a_template_uses_all_it_imports(site, name):
    text = (TEMPLATES / name).read_text()
    tree = site.jinja_env.parse(text)
    names = [name for node in tree.find_all(nodes.FromImport) for name in node.names]
    imported = [name if isinstance(name, str) else name[1] for name in names]
    body = re.sub(r"{%-? from .*?%}", "", text)

    assert not [alias for alias in imported if not re.search(rf"\b{alias}\b", body)]


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_one_macro_of_its_own_name(site, name):
    tree = site.jinja_env.parse((TEMPLATES / name).read_text())

    assert [macro.name for macro in tree.find_all(nodes.Macro)] == [Path(name).stem]


@pytest.mark.parametrize("name", ALL)
def test_a_template_keeps_styles_scripts_and_handlers_outside(name):
    text = (TEMPLATES / name).read_text()

    assert not re.search(r"\sstyle=|\son[a-z]+=|<style", text)
    assert not re.search(r"<script(?![^>]*(src=|ld\+json))", text)


@pytest.mark.parametrize("name", COMPONENTS)
def test_each_component_is_shown_on_the_page_for_designers(name):
    shown = (TEMPLATES / "styles.html").read_text()
    nested = "".join((TEMPLATES / other).read_text() for other in [*COMPONENTS, *FRAMES] if other != name)

    assert f"{Path(name).stem}(" in shown + nested


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_printed_unescaped_but_cleaned_prose(name):
    assert "|safe" not in (TEMPLATES / name).read_text()
