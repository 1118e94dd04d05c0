"""What must not be in anything that leaves the site: a strict look, since every «<» in a page is its own."""

import json
import re
from functools import cache
from html.parser import HTMLParser

PIECE = re.compile(r"<[^<>]*>?")
MACHINE = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
NEVER = {
    *("iframe", "frame", "frameset", "object", "embed", "applet", "base", "style", "math", "template"),
    *("foreignobject", "animate", "set", "image", "handler", "marquee", "isindex", "bgsound", "layer"),
    *("portal", "xml", "xmp", "plaintext", "listing", "noembed", "noframes", "video", "audio", "track"),
}
NEVER_NAMED = {
    "style",
    "srcdoc",
    "formaction",
    "ping",
    "background",
    "srcset",
    "xlink:href",
    "poster",
    "data",
}
LEAD_ON = {"href", "src", "action", "cite"}
SCHEMES = {"", "http", "https", "mailto", "tel"}
AROUND = "".join(map(chr, range(33)))
KINDS_OF_LINK = {"canonical", "preload", "stylesheet", "icon", "manifest", "search", "alternate"}


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.closed = [], 0

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, attributes))

    def handle_endtag(self, _tag):
        self.closed += 1

    def handle_decl(self, _text):
        self.closed += 1


def dangers(html: str, *, images: bool = False) -> list[str]:
    """Return the pieces of a page that could run, load or lead astray; with `images` these are no danger."""
    found = []
    for data in MACHINE.findall(html):
        json.loads(data)
    for piece in set(PIECE.findall(html)):
        found += _wrong(piece, images)
    return found


@cache
def _wrong(piece, images):
    """Return what is wrong with one piece; most pieces stand on many pages."""
    reader = _Reader()
    reader.feed(piece)
    if not reader.tags and not reader.closed:
        return [f"stray: {piece[:120]}"]
    return [f"{says}: {piece[:120]}" for tag in reader.tags for says in _wrong_with(*tag, images)]


def _wrong_with(tag, attributes, images):
    values = {name: value or "" for name, value in attributes}
    if tag in NEVER or (tag == "meta" and "http-equiv" in values):
        yield "element"
    if tag == "script" and values != {"type": "application/ld+json"} and not is_own(values.get("src", "//")):
        yield "script"
    if tag == "link" and not set(values.get("rel", "x").split()) <= KINDS_OF_LINK:
        yield "link"
    if tag in {"form", "img", "link", "input"} and not images:
        yield from ("leads away" for name in ("action", "src") if not is_own(values.get(name, "/")))
    for name, value in values.items():
        if name.startswith("on") or name in NEVER_NAMED or re.search(r"[<>\"'`=]", name):
            yield f"attribute {name}"
        if name in LEAD_ON and scheme_of(value) not in SCHEMES and not (images and tag == "img"):
            yield f"address {value[:60]}"


def is_own(address: str) -> bool:
    """Return whether an address is one of the site itself."""
    return bool(re.match(r"$|#|/(?![/\\])|http://(localhost|127\.0\.0\.1)[:/]", address))


def scheme_of(address: str) -> str:
    """Return what a browser takes for the scheme of an address."""
    start = re.match(r"([a-z][a-z0-9+.\-]*):", re.sub("[\t\r\n]", "", address).strip(AROUND).lower())
    return start[1] if start else ""
