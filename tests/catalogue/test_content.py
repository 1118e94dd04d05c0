"""What the real content must not let out: centres, contacts and guesses that wait for confirmation."""

import pytest

from tests.test_content import CONTENT
from vocational.ingest.content import Content
from vocational.ingest.kinds import KINDS

content = Content(CONTENT)
HIDDEN = [entry for entry in content.entries("institutions") if not entry.public]


def told(value) -> str:
    """Return every word of an entry that a page may show."""
    if isinstance(value, dict):
        return " ".join(told(part) for name, part in value.items() if name != "curator_note")
    return " ".join(map(told, value)) if isinstance(value, list | tuple) else str(value)


PUBLIC = " ".join(
    told(entry.model_dump()) for kind in KINDS for entry in content.entries(kind) if entry not in HIDDEN
)


@pytest.mark.parametrize("centre", HIDDEN, ids=lambda centre: centre.slug)
def test_a_centre_that_waits_for_confirmation_is_named_nowhere(centre):
    assert centre.name not in PUBLIC


def test_nobody_is_sent_to_a_number_that_was_to_be_tried_first():
    schools = [entry for entry in content.entries("institutions") if entry.public]

    assert not [
        school.slug
        for school in schools
        for contact in school.contacts
        if contact.phone and contact.confidence not in {"high", "medium"}
    ]
