"""Rendered Markdown as lines of plain text."""

from html.parser import HTMLParser

ENDS = {"p", "h2", "h3", "h4", "li", "tr", "blockquote", "br", "hr", "pre"}
CELLS = {"td", "th"}


class _Lines(HTMLParser):
    def __init__(self):
        super().__init__()
        self.lines, self._words = [], []

    def handle_starttag(self, tag, _attributes):
        if tag in ENDS:
            self._end()
        if tag == "li":
            self._words.append("- ")
        if tag in CELLS and self._words:
            self._words.append(" – ")

    def handle_endtag(self, tag):
        if tag in ENDS:
            self._end()

    def handle_data(self, data):
        self._words.append(data)

    def _end(self):
        line = " ".join("".join(self._words).split())
        if line not in {"", "-"}:
            self.lines.append(line)
        self._words = [] if line != "-" else ["- "]

    def close(self):
        super().close()
        self._end()


def lines_of(html: str) -> list[str]:
    """Return the paragraphs, list entries («- …») and table rows (« – » between cells) of an HTML text."""
    reader = _Lines()
    reader.feed(html)
    reader.close()
    return reader.lines
