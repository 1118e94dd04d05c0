"""Bases of all forms."""

from dataclasses import dataclass

from flask import request, url_for
from flask_wtf import FlaskForm
from wtforms import Form, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice

from vocational.errors import NotAcceptable
from vocational.web.links import LONGEST, parameters
from vocational.web.messages import Vietnamese


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


STALE = "Trang này mở đã lâu. Hãy xem lại rồi gửi lần nữa."


class PostForm(FlaskForm):
    """A form that changes something (POST): protected against forgery, its messages in Vietnamese.

    A view asks `submitted()`; the service's `NotAcceptable` goes to `refuse`, which puts each sentence to
    its field. `choices` of `from_request` gives the options of a group, as in `QueryForm`.
    """

    class Meta:
        """How WTForms words its messages."""

        def get_translations(self, _form):
            """Return the words of WTForms in Vietnamese."""
            return Vietnamese()

        def wrap_formdata(self, form, formdata):
            """Take typed texts only: a file or JSON in the place of a text is nothing."""
            if formdata is None or hasattr(formdata, "getlist"):
                return formdata
            return (request.form or None) if form.is_submitted() else None

    @classmethod
    def from_request(cls, obj=None, data: dict | None = None, **choices):
        """Read the form from the request; `obj` or `data` fill it as long as nobody sent anything."""
        form = cls(obj=obj, data=data)
        for name, options in choices.items():
            form[name].choices = [SelectChoice(value, label) for value, label in options]
        return form

    def submitted(self) -> bool:
        """Return whether somebody sent the form and every field is in order."""
        return self.validate_on_submit()

    def values(self) -> dict:
        """Return the typed values by field, without the token and buttons."""
        left_out = {"CSRFTokenField", "SubmitField"}
        return {field.short_name: field.data for field in self if field.type not in left_out}

    def refuse(self, error: NotAcceptable) -> None:
        """Put what a service refused to its fields: «field: sentence»; the rest stands above all."""
        for problem in error.problems:
            name, colon, says = problem.partition(": ")
            if colon and name in self:
                self[name].errors = [*self[name].errors, says]
            else:
                self.form_errors.append(problem)

    def problems(self) -> list[tuple[str, str]]:
        """Return (id of the field or empty, sentence) of all that has to be put right, for the summary."""
        above = [("", says) for says in self.form_errors]
        return above + [
            ("", STALE) if field.type == "CSRFTokenField" else (field.id, says)
            for field in self
            for says in field.errors
        ]

    def status(self) -> int:
        """Return 422 when something has to be put right, else 200."""
        return 422 if self.errors else 200
