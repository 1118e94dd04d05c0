"""The sources as published: names that a reader understands, and where to read each."""

import re
from pathlib import Path

import pytest

from vocational.ingest import readers

FILE = Path(__file__).resolve().parent.parent.parent / "content" / "sources.yaml"
SOURCES = {entry.data["id"]: entry.data for entry in readers.yaml_entries(FILE, FILE.name)}
WORKSHOP_WORDS = re.compile(
    r"chỉ mục|tệp id|mã tệp|\bcommit\b|đề bài|bộ nhớ|memory|SOURCES-|\.yaml\b|tên kho|docid", re.I
)


def told(source):
    """Return everything that the page of a source says in words."""
    return " ".join(str(source.get(name, "")) for name in source if name not in {"id", "urls"})


@pytest.mark.parametrize("source", SOURCES.values(), ids=lambda source: source["id"])
def test_a_source_is_named_for_readers(source):
    assert not WORKSHOP_WORDS.search(told(source))
    assert source["title"][0].isupper() or source["title"][0].isdigit()
    assert "GitHub" not in source["title"], "a title says what it is; where it was read is the publisher"
    assert source.get("publisher"), "nobody to ask"


def test_a_date_is_no_mere_word_for_not_knowing():
    assert not [
        key for key, one in SOURCES.items() if re.match(r"không rõ \(", str(one.get("published", "")))
    ]


def test_what_has_no_address_says_so():
    silent = {key for key, one in SOURCES.items() if not one.get("urls") and not one.get("note")}

    assert not silent


def test_several_addresses_of_one_source_are_all_kept():
    assert len(SOURCES["pol-22"]["urls"]) == 4
    assert len(SOURCES["car-48"]["urls"]) == 4


def test_what_the_office_only_remembers_is_not_called_a_document():
    assert SOURCES["pol-73"]["title"] == "Hiểu biết của người soạn, chưa có nguồn"
    assert "chưa kiểm chứng" in SOURCES["pol-73"]["note"]
