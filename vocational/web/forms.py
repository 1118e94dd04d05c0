"""Bases of all forms."""

from dataclasses import dataclass

from flask import request, url_for
from wtforms import Form, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice

from vocational.web.links import LONGEST, parameters


def typed(text: str) -> str:
    """Return what somebody typed as every search takes it: trimmed, without null characters, not endless."""
    return text.replace("\x00", "").strip()[:LONGEST]


@dataclass(frozen=True)
class Applied:
    """One filter in force, with the address of the page without it."""

    group: str
    label: str
    href: str


class QueryForm(Form):
    """A form in the address (GET): changes nothing, and is always valid enough to answer.

    Groups of options are `SelectMultipleField`s: OR inside a group, AND between groups;
    `count(group, counts)` gives each option its number of results.
    """

    @classmethod
    def from_request(cls, **choices):
        """Read the form from the address; unknown values are dropped, never an error.

        `choices` gives the options of a group: field name → list of (value, label).
        """
        form = cls(request.args)
        form.counts = {}
        for name, options in choices.items():
            form[name].choices = [SelectChoice(value, label) for value, label in options]
        for field in form:
            form._keep_known(field)
        return form

    def _keep_known(self, field):
        if isinstance(field, SelectMultipleField):
            known = {choice.value for choice in field.choices or []}
            field.data = [value for value in field.data or [] if value in known]
        elif isinstance(field, SelectField):
            known = [choice.value for choice in field.choices or []]
            field.data = field.data if field.data in known else (field.default or (known or [None])[0])
        else:
            field.data = typed(field.data or "")

    def values(self) -> dict:
        """Return what was asked for, by field name."""
        return dict(self.data)

    def count(self, group: str, counts: dict) -> None:
        """Note how many results each option of a group would give."""
        self.counts[group] = counts

    def groups(self) -> list[tuple]:
        """Return (field, [(value, label, count or None, chosen)]) of each group of options."""
        fields = [field for field in self if isinstance(field, SelectMultipleField)]
        return [(field, [self._option(field, choice) for choice in field.choices]) for field in fields]

    def _option(self, field, choice):
        counts = self.counts.get(field.short_name)
        count = None if counts is None else counts.get(choice.value, 0)
        return choice.value, choice.label, count, choice.value in field.data

    def applied(self) -> list[Applied]:
        """Return each chosen option with the address that takes it off."""
        return [
            Applied(field.label.text, label, self._href_without(field.short_name, value))
            for field, options in self.groups()
            for value, label, _count, chosen in options
            if chosen
        ]

    def cleared(self) -> str:
        """Return the address of the page without any option."""
        groups = {field.short_name for field, _options in self.groups()}
        kept = {name: values for name, values in parameters().items() if name not in groups | {"trang"}}
        return url_for(request.endpoint, **(request.view_args or {}), **kept)

    def _href_without(self, name: str, value: str) -> str:
        kept = parameters()
        kept.pop("trang", None)
        kept[name] = [other for other in kept.get(name, []) if other != value]
        return url_for(request.endpoint, **(request.view_args or {}), **kept)
