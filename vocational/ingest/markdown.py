"""Markdown of content files as clean HTML, made once at load time.

Two layers, each of which holds alone: no HTML is read and only known kinds of links are made; and what comes
out is cleaned.
"""

import re

import nh3
from markdown_it import MarkdownIt

TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "a",
    "strong",
    "em",
    "blockquote",
    "code",
    "br",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
ATTRIBUTES = {"a": {"href"}, "th": {"scope"}}
SCHEMES = {"http", "https", "tel", "mailto"}
_LINK = re.compile(rf"(?i)(?:{'|'.join(sorted(SCHEMES))}):|(?![a-z][a-z0-9+.\-]*:)")
_markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
_markdown.validateLink = lambda address: bool(_LINK.match(address.strip()))


def html_of(text: str) -> str:
    """Return Markdown as HTML that holds nothing but plain text structure; headings start at level 2."""
    rendered = _markdown.render(text).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    rendered = rendered.replace("<th>", '<th scope="col">')
    return nh3.clean(
        rendered,
        tags=TAGS,
        attributes=ATTRIBUTES,
        link_rel=None,
        url_schemes=SCHEMES,
    )
