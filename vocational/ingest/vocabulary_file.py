"""Writing entries of the vocabulary in the form that `content/synonyms.yaml` has."""

import re
from collections.abc import Mapping

import yaml

from vocational.ingest.readers import Loader
from vocational.ingest.schemas.search import Vocabulary

Entries = Mapping[str, list[dict]]
_PART = re.compile(r"[a-z_]+:")


class _Writer(yaml.SafeDumper):
    """Sets the entries of a list in by two spaces, as the file has them."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


def written(entries: Entries) -> str:
    """Return entries by part as text; values that go without saying (weight 0.8) are left out."""
    data = Vocabulary.model_validate(entries).model_dump(exclude_defaults=True)
    return "\n".join(map(_part, data, data.values()))


def appended(text: str, entries: Entries) -> str:
    """Return the text of a file with entries at the end of their parts; everything else stays as it is.

    Raises ValueError when the file is not laid out in the way that this can be done to.
    """
    lines = text.splitlines()
    for part, values in entries.items():
        added = written({part: values}).splitlines()
        heading = next((number for number, line in enumerate(lines) if line.startswith(f"{part}:")), None)
        if heading is None:
            lines += ["", *added]
        else:
            end = _end_of(lines, heading)
            lines[end:end] = added[1:]
    whole = "\n".join([*lines, ""])
    if _read(whole) != _joined(_read(text), entries):
        raise ValueError("the file cannot be added to")
    return whole


def _part(name, values) -> str:
    return yaml.dump(
        {name: values},
        Dumper=_Writer,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=None,
        width=10_000,
    )


def _end_of(lines, start) -> int:
    """Return the line behind the last entry of a part; a comment above the next part belongs to that."""
    following = (number for number in range(start + 1, len(lines)) if _PART.match(lines[number]))
    end = next(following, len(lines))
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _read(text) -> dict:
    try:
        return Vocabulary.model_validate(yaml.load(text, Loader=Loader) or {}).model_dump()
    except yaml.YAMLError as error:
        raise ValueError("the file is no YAML") from error


def _joined(data, entries) -> dict:
    added = Vocabulary.model_validate(entries).model_dump()
    return {part: [*values, *added[part]] for part, values in data.items()}
