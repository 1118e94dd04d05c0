"""How a content file writes who may have a support: conditions over known fields, joined into a tree."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from vocational.ingest.schemas.fields import Entry, Part, Reference, ShortText, Text, _as_text

Value = bool | int | float | Annotated[str, Field(min_length=1, max_length=200)]
JOINTS = ("all_of", "any_of", "none_of")


class Rule(Part):
    """A condition (field, op, value), or rules joined by all_of, any_of, none_of; `id` names a branch."""

    id: Annotated[str, BeforeValidator(_as_text)] = ""
    field: Annotated[str, Reference("eligibility_fields")] | None = None
    op: Literal["eq", "in", "gte", "lte", "between"] | None = None
    value: Value | list[Value] | None = None
    all_of: list["Rule"] = []
    any_of: list["Rule"] = []
    none_of: list["Rule"] = []
    unverified: bool = False

    @model_validator(mode="after")
    def _is_one_thing(self):
        joined = [name for name in JOINTS if getattr(self, name)]
        if bool(joined) == bool(self.field):
            raise ValueError(
                "mỗi điều kiện ghi field, op, value; hoặc ghi all_of, any_of, none_of; không ghi cả hai"
            )
        if self.field and (self.op is None or self.value is None):
            raise ValueError("điều kiện phải có đủ field, op và value")
        return self

    @model_validator(mode="after")
    def _value_fits_op(self):
        if not self.field:
            return self
        if (self.op in {"in", "between"}) != isinstance(self.value, list):
            raise ValueError("op in và between cần danh sách ở value; các op khác cần một giá trị")
        if self.op == "between" and not _is_span(self.value):
            raise ValueError("op between cần hai số, số nhỏ trước, ví dụ [16, 22]")
        return self


def _is_span(values: list) -> bool:
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    return len(values) == len(numbers) == 2 and numbers[0] <= numbers[1]


class Eligibility(Part):
    """Who may have a support. `is_guess` keeps a rule that has no source from being shown."""

    all_of: list[Rule] = []
    any_of: list[Rule] = []
    none_of: list[Rule] = []
    priority: list[ShortText] = []
    note: Text = ""
    is_guess: bool = False

    @model_validator(mode="after")
    def _says_something(self):
        if not (self.all_of or self.any_of):
            raise ValueError("ghi ít nhất một điều kiện trong all_of hoặc any_of")
        return self

    def rules(self):
        """Yield (path, rule) of every rule in the tree."""
        for joint in JOINTS:
            yield from _within(getattr(self, joint), (joint,))


def _within(rules, path):
    for number, rule in enumerate(rules):
        yield (*path, number), rule
        for joint in JOINTS:
            yield from _within(getattr(rule, joint), (*path, number, joint))


class FieldValue(Part):
    """One value that a field can take, with its words."""

    value: Value
    label: ShortText


class EligibilityField(Entry):
    """Something about a person that rules may ask for; values of kind «ordered» run low to high."""

    field: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    label: ShortText
    meaning: ShortText
    kind: Literal["choice", "ordered", "flag", "number"] = "choice"
    values: list[FieldValue] = []
    same_values_as: Annotated[str, Reference("eligibility_fields")] | None = None
    note: Text = ""

    @property
    def key(self) -> str:
        """The name that rules use."""
        return self.field

    @model_validator(mode="after")
    def _has_values(self):
        if self.kind != "number" and not (self.values or self.same_values_as):
            raise ValueError("ghi các giá trị ở values, hoặc kind: number, hoặc same_values_as")
        return self
