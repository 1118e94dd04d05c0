"""Every link inside the site leads to a page, and every anchor to a place on it."""

from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

NEEDED = {"trang", "chu-de", "danh-cho"}
"""Choices of a list without which some of its entries cannot be reached."""


class Links(HTMLParser):
    """What a page links to, and the places on it that can be linked to."""

    def __init__(self, html):
        super().__init__()
        self.hrefs, self.ids = set(), set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Keep the addresses and ids of a tag."""
        told = dict(attrs)
        if tag in {"a", "link"} and told.get("href"):
            self.hrefs.add(told["href"])
        if told.get("id"):
            self.ids.add(told["id"])


@pytest.fixture(scope="module")
def pages(published):
    """Every page that can be reached from the front page: {path: Links}; other kinds of files hold none."""
    client, found, waiting = published.test_client(), {}, ["/"]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        answer = client.get(path, buffered=True)
        assert answer.status_code in {200, 301}, f"{path}: {answer.status_code}"
        html = answer.text if answer.mimetype == "text/html" else ""
        found[path] = Links(html)
        waiting += [to for to, _anchor in _inside(path, found[path].hrefs) if to not in found]
    return found


def test_every_link_inside_the_site_leads_to_a_page(pages):
    assert len(pages) > 700


def test_every_anchor_stands_on_its_page(pages):
    missing = {
        f"{path} → {to}#{anchor}"
        for path, page in pages.items()
        for to, anchor in _inside(path, page.hrefs)
        if anchor and unquote(anchor) not in pages[to].ids
    }

    assert not missing


def test_every_page_can_be_reached_from_the_front_page(pages, published):
    listed = published.test_client().get("/sitemap.xml").text
    paths = {urlsplit(part.split("</loc>")[0]).path for part in listed.split("<loc>")[1:]}

    assert paths <= set(pages)


def _inside(path, hrefs):
    """Yield (path, anchor) of the links that stay on the site; choices of a list are left out."""
    for href in hrefs:
        address, anchor = urldefrag(urljoin(f"http://localhost{path}", href))
        parts = urlsplit(address)
        is_needed = "&" not in parts.query and parts.query.partition("=")[0] in NEEDED
        if parts.hostname == "localhost" and (not parts.query or is_needed):
            yield parts.path + (f"?{parts.query}" if parts.query else ""), anchor
