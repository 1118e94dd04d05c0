import pytest

from vocational.search.engine.records import packed, unpacked, words
from vocational.search.engine.text import clean, tokens

LONG_GAP = "hàn" + " " * 300 + "may"


@pytest.mark.parametrize(
    "body", ["", "Dạy hàn, may công nghiệp.", "x" * 400 + " hàn", LONG_GAP, "\u0301 — !"]
)
def test_stored_words_are_those_of_the_text(body):
    record = unpacked(packed({"id": "x/1", "title": "Thợ hàn", "summary": "Nghề", "body": body}))
    found = words(record.text_words)

    expected = tokens(record.text)
    assert record.text == clean(f"Nghề {body}" if body else "Nghề")
    assert found.forms == [token.exact for token in expected]
    assert list(zip(found.starts, found.ends, strict=True)) == [
        (token.start, token.end) for token in expected
    ]


def test_absent_values_are_empty():
    record = unpacked(packed({"id": "x/1"}))

    assert (record.title, record.url, record.due, record.areas, record.names) == ("", "", (), (), ())


def test_due_dates_are_in_order():
    assert unpacked(packed({"id": "x/1", "due": ["2027-01-01", "2026-05-01"]})).due == (
        "2026-05-01",
        "2027-01-01",
    )
