"""Markdown that staff type, as clean HTML."""

import re

from vocational.ingest import markdown

# An address alone becomes a link: staff paste them as they are.
_ADDRESS = re.compile(r"(?<![\w(<\[\"'/=])https?://[^\s<>()\[\]|\"]*[^\s<>()\[\]|\"'.,;:!?»”*_]")


def html_of(text: str) -> str:
    """Return Markdown as HTML that holds nothing but plain text structure; addresses alone are links."""
    return markdown.html_of(_ADDRESS.sub(lambda match: f"<{match[0]}>", text))
