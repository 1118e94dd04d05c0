"""The frame around every page."""

from tests import factories


def test_the_part_of_the_site_that_holds_a_page_is_marked(visitor):
    factories.source("inst-1")

    html = visitor.opens("/nguon/inst-1").html

    assert '<a href="/nguon/" aria-current="true">' in html


def test_a_page_says_who_it_is_to_those_who_share_it(visitor):
    html = visitor.opens("/nguon/").html

    assert '<link rel="canonical" href="http://localhost/nguon/">' in html
    assert '<meta property="og:image" content="http://localhost/static/share.' in html


def test_sources_are_listed_once_in_the_order_of_their_numbers(app):
    factories.source("inst-1", title="Bài báo một")
    factories.source("inst-2", title="Nghị định hai")
    page = """{% extends "base.html" %}{% from "components/source_refs.html" import source_refs %}
    {% block content %}{{ source_refs(["inst-2", "inst-1"]) }}{{ source_refs(["inst-2"]) }}{% endblock %}"""

    with app.test_request_context("/"):
        html = app.jinja_env.from_string(page).render()

    assert html.index('id="nguon-1"') < html.index("Nghị định hai") < html.index('id="nguon-2"')
    assert html.count('id="nguon-') == 2
