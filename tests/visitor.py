"""A reader of the site who checks every page she opens, so that the checks come free with each test."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Reader(HTMLParser):
    """Takes a page apart into what a reader can see and follow."""

    def __init__(self):
        super().__init__()
        self.ids, self.hrefs, self.links, self.headings = [], [], [], []
        self.labels, self.controls, self.bad_attributes = set(), [], []
        self.title, self.lang, self.text, self._open = "", None, [], []
        self.inline_scripts = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in VOID:
            self._open.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        self.bad_attributes += [name for name in attributes if name == "style" or name.startswith("on")]
        getattr(self, f"_see_{tag}", lambda _attributes: None)(attributes)

    def _see_html(self, attributes):
        self.lang = attributes.get("lang")

    def _see_a(self, attributes):
        self.hrefs.append(attributes.get("href", ""))
        self.links.append("")

    def _see_label(self, attributes):
        self.labels.add(attributes.get("for"))

    def _see_h1(self, _attributes):
        self.headings.append("")

    def _see_script(self, attributes):
        if "src" not in attributes and attributes.get("type") != "application/ld+json":
            self.inline_scripts.append(attributes)

    def _see_input(self, attributes):
        if attributes.get("type") not in {"hidden", "submit", "button"} and "label" not in self._open:
            self.controls.append(attributes)

    def _see_select(self, attributes):
        if "label" not in self._open:
            self.controls.append(attributes)

    _see_textarea = _see_select

    def handle_endtag(self, tag):
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data):
        if "script" in self._open or "style" in self._open:
            return
        if "title" in self._open and "svg" not in self._open:
            self.title += data
            return
        self.text.append(data)
        if "a" in self._open:
            self.links[-1] += data
        if "h1" in self._open:
            self.headings[-1] += data


@dataclass
class Opened:
    """A page as the reader has it before her."""

    status: int
    html: str
    headers: dict
    title: str = ""
    heading: str = ""
    text: str = ""
    links: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)


class Visitor:
    """Opens pages and complains about whatever no page may have."""

    def __init__(self, client):
        self.client = client

    def opens(self, address: str, status: int = 200, **headers) -> Opened:
        """Open a page, check it and return what is on it."""
        answer = self.client.get(address, headers=headers)
        assert answer.status_code == status, f"{address}: {answer.status_code}"
        html = answer.get_data(as_text=True)
        if answer.mimetype != "text/html" or not html:
            return Opened(answer.status_code, html, answer.headers)
        return self._checked(address, answer, html)

    def _checked(self, address, answer, html):
        page = _Reader()
        page.feed(html)
        heading = " ".join(" ".join(page.headings).split())
        assert len(page.headings) == 1, f"{address}: {len(page.headings)} h1"
        assert heading and page.title.strip().startswith(heading), (
            f"{address}: title «{page.title}» / h1 «{heading}»"
        )
        assert page.lang in {"vi", "en"}, f"{address}: no language"
        doubles = {key for key in page.ids if page.ids.count(key) > 1}
        assert not doubles, f"{address}: id used twice: {doubles}"
        assert not page.bad_attributes, f"{address}: inline {page.bad_attributes}"
        assert not page.inline_scripts, f"{address}: inline script"
        unnamed = [
            c
            for c in page.controls
            if c.get("id") not in page.labels and "aria-label" not in c and "aria-labelledby" not in c
        ]
        assert not unnamed, f"{address}: no label for {unnamed}"
        assert "Set-Cookie" not in answer.headers, f"{address}: sets a cookie"
        assert "#noi-dung" in page.hrefs, f"{address}: no skip link"
        text = " ".join(" ".join(page.text).split())
        links = [" ".join(link.split()) for link in page.links]
        return Opened(answer.status_code, html, answer.headers, page.title, heading, text, links, page.hrefs)
