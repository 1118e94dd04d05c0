"""The real content folder: valid, complete, and described for its curators."""

import re
from typing import get_args

import pytest
from pydantic import BaseModel

from tests.compare_facts import at, table
from vocational import config
from vocational.ingest.content import Content
from vocational.ingest.kinds import KINDS
from vocational.ingest.references import _plan

CONTENT = config.ROOT / "content"
README = (CONTENT / "README.md").read_text()


@pytest.fixture(scope="module")
def content():
    """The real content, read once."""
    return Content(CONTENT)


def test_the_content_has_no_problem(content):
    assert content.problems() == []


@pytest.mark.parametrize("line", table(), ids=lambda line: line["what"])
def test_nothing_gathered_is_lost(content, line):
    kind, path, expected = line["content"]
    values = [entry.model_dump() for entry in content.entries(kind)]

    assert sum(len(at(value, path)) for value in values) == expected
    assert line["facts"][2] == expected or line["note"]


def models_in(annotation) -> set:
    """Return the parts that a field can hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return set().union(*(models_in(part) for part in get_args(annotation)))


def fields_of(model, seen=()) -> set[str]:
    """Return the names of all fields of an entry, those of its parts included."""
    names = set()
    for name, field in model.model_fields.items():
        names.add(field.alias or name)
        for part in models_in(field.annotation) - {model, *seen}:
            names |= fields_of(part, (*seen, model))
    return names


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.files)
def test_the_readme_explains_every_file_and_field(kind):
    heading = f"\n## {kind.files}\n"
    assert heading in README, "no part about these files"
    part = README.split(heading)[1].split("\n## ")[0]
    named = set(re.findall(r"`([^`\s]+)`", part + README.split("\n## ")[1]))

    assert not fields_of(kind.schema) - named
    assert "```" in part, "no example"


def test_every_reference_leads_to_a_kind_that_exists():
    models, names = [kind.schema for kind in KINDS.values()], set()
    while models:
        model = models.pop()
        names |= {kind for _name, kind in _plan(model) if kind}
        models += [
            part for field in model.model_fields.values() for part in models_in(field.annotation) - {model}
        ]

    assert names <= set(KINDS)
