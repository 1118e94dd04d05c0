"""Atom feeds (RFC 4287), made with the standard library."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree

NAMESPACE = "http://www.w3.org/2005/Atom"
# What XML 1.0 cannot hold, however it is written.
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; `html` is the whole text, `address` its page and its name for all time."""

    address: str
    title: str
    author: str
    published: datetime
    updated: datetime
    summary: str = ""
    html: str = ""
    category: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed: where it is, where the list for people is, and its entries, newest first."""

    address: str
    page: str
    title: str
    author: str
    entries: tuple[Entry, ...]


def xml_of(feed: Feed, *, now: datetime) -> bytes:
    """Return a feed as XML; an empty one is as old as the day."""
    root = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "vi"})
    _text(root, "id", feed.address)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(max((entry.updated for entry in feed.entries), default=now)))
    _link(root, feed.address, rel="self", type="application/atom+xml")
    _link(root, feed.page, rel="alternate", type="text/html")
    _author(root, feed.author)
    for entry in feed.entries:
        _entry(root, entry)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(root, entry: Entry) -> None:
    node = ElementTree.SubElement(root, "entry")
    _text(node, "id", entry.address)
    _text(node, "title", entry.title)
    _link(node, entry.address, rel="alternate", type="text/html")
    _text(node, "published", _moment(entry.published))
    _text(node, "updated", _moment(entry.updated))
    _author(node, entry.author)
    if entry.category:
        ElementTree.SubElement(node, "category", {"term": _possible(entry.category)})
    if entry.summary:
        _text(node, "summary", entry.summary)
    if entry.html:
        _text(node, "content", entry.html, type="html")


def _author(parent, name: str) -> None:
    _text(ElementTree.SubElement(parent, "author"), "name", name)


def _link(parent, address: str, **attributes) -> None:
    ElementTree.SubElement(parent, "link", attributes | {"href": _possible(address)})


def _text(parent, tag: str, text: str, **attributes) -> None:
    ElementTree.SubElement(parent, tag, attributes).text = _possible(text)


def _possible(text: str) -> str:
    return _IMPOSSIBLE.sub("", text)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def all_of(entries: Iterable[Entry], limit: int) -> tuple[Entry, ...]:
    """Return the newest entries of several lists."""
    return tuple(sorted(entries, key=lambda entry: entry.updated, reverse=True)[:limit])
