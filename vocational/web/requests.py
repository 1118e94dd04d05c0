"""What browsers send, freed of what nobody types on purpose, before anything looks at it."""

import re

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.utils import cached_property

# Control characters but tab and line ends; and those that turn the direction of what stands around them.
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class PlainRequest(Request):
    """A request whose texts hold no hidden signs, and whose parameters are only such as a page can have.

    Links carry the parameters of their page on: the names that `url_for` keeps for itself, and those of the
    parts of the address, must not come in among them.
    """

    @cached_property
    def args(self) -> ImmutableMultiDict[str, str]:
        """The parameters of the address."""
        taken = {"endpoint", *(self.view_args or {})}
        found = [(name, text) for name, text in super().args.items(multi=True) if name not in taken]
        return _plain((name, text) for name, text in found if not name.startswith("_"))

    def _load_form_data(self) -> None:
        if "form" not in self.__dict__:
            super()._load_form_data()
            self.__dict__["form"] = _plain(self.form.items(multi=True))


def is_from_elsewhere(request: Request) -> bool:
    """Return whether the browser says that another site made it send this."""
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said not in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is not None and origin.partition("://")[2] != request.host


def _plain(pairs) -> ImmutableMultiDict[str, str]:
    return ImmutableMultiDict((UNWANTED.sub("", name), UNWANTED.sub("", text)) for name, text in pairs)
