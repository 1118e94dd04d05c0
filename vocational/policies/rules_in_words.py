"""Eligibility rules in plain Vietnamese: the tree of conditions as a list that a person can read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ALL = "Tất cả các điều sau"
ANY = "Một trong các điều sau"
NONE = "Không thuộc trường hợp nào sau đây"


@dataclass(frozen=True)
class FieldWords:
    """How one field of the rules is called, and the words for each of its values."""

    label: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Said:
    """One line of a rule: a condition, or the heading of the lines in `parts`.

    `tier` is the id of a branch that chooses how much is given; `unverified` marks what has no source.
    """

    text: str
    parts: tuple["Said", ...] = ()
    tier: str = ""
    unverified: bool = False


def in_words(rule: Mapping, fields: Mapping[str, FieldWords]) -> Said:
    """Return a rule tree in words; `rule` is a condition, or all_of / any_of / none_of over rules."""
    if rule.get("field"):
        return _condition(rule, fields)
    required = tuple(in_words(part, fields) for part in rule.get("all_of") or ())
    chosen = _group(ANY, rule.get("any_of"), fields)
    barred = _group(NONE, rule.get("none_of"), fields, single=False)
    parts = (*required, *chosen, *barred)
    tier = rule.get("id") or ""
    if len(parts) == 1:
        only = parts[0]
        return Said(only.text, only.parts, tier or only.tier, only.unverified)
    return Said(ALL, parts, tier)


def lines(said: Said) -> Iterator[str]:
    """Yield the conditions of a rule, without the headings above them."""
    if not said.parts:
        yield said.text
    for part in said.parts:
        yield from lines(part)


def _group(heading: str, rules, fields, single: bool = True) -> tuple[Said, ...]:
    """Return a group as one line; a group of one needs no heading, unless it says «none»."""
    parts = tuple(in_words(rule, fields) for rule in rules or ())
    if not parts:
        return ()
    return parts if single and len(parts) == 1 else (Said(heading, parts),)


def _condition(rule: Mapping, fields: Mapping[str, FieldWords]) -> Said:
    field = fields[rule["field"]]
    text = f"{field.label}: {_values(rule['op'], rule['value'], field.values)}"
    return Said(text, tier=rule.get("id") or "", unverified=bool(rule.get("unverified")))


def _values(op: str, value, words: Mapping[str, str]) -> str:
    said = [_value(part, words) for part in (value if isinstance(value, list) else [value])]
    if op == "gte":
        return f"từ {said[0]} trở lên"
    if op == "lte":
        return f"{said[0]} trở xuống"
    if op == "between":
        return f"từ {said[0]} đến {said[1]}"
    return _joined(said)


def _value(value, words: Mapping[str, str]) -> str:
    if key_of(value) in words:
        return words[key_of(value)]
    return f"{value:g}".replace(".", ",") if isinstance(value, int | float) else str(value)


def fields_in(rule: Mapping) -> set[str]:
    """Return the names of all fields that a rule tree asks for."""
    inner = [part for joint in ("all_of", "any_of", "none_of") for part in rule.get(joint) or ()]
    own = {rule["field"]} if rule.get("field") else set()
    return own.union(*(fields_in(part) for part in inner))


def key_of(value) -> str:
    """Return a value of a condition as the text by which its words are kept: true gives «true»."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _joined(words: list[str]) -> str:
    """Return «a; b hoặc c»; values that hold commas themselves need the stronger mark."""
    if len(words) == 1:
        return words[0]
    mark = "; " if any("," in word for word in words) else ", "
    return f"{mark.join(words[:-1])}{mark if mark == '; ' else ' '}hoặc {words[-1]}"
