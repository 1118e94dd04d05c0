"""Forms that anybody may send, without an account and without a cookie.

A forged request could only make somebody's browser send what a stranger wrote: visitors have no rights that
could be misused. What has to be kept out are other sites and machines. A form carries a ticket instead of a
token bound to a cookie: 128 random bits and the time, signed for this one form. It is taken when the browser
does not say that another site sent it, not sooner than a person can write and not later than half a day, with
the trap field empty. Nothing of it is kept; whatever is refused, the typed text stays in the form.
"""

import secrets

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeSerializer
from wtforms import HiddenField, StringField

from vocational.web import clock
from vocational.web.forms import STALE, PostForm
from vocational.web.requests import is_from_elsewhere

LATEST = 12 * 3600
"""Seconds between opening a form and sending it, at most."""
TOO_SOON = "Trang chưa kịp nhận. Em bấm gửi lần nữa nhé."
TRAPPED = "Có một ô ẩn phải để trống, nay đã được xóa. Em bấm gửi lần nữa nhé."


class VisitorForm(PostForm):
    """A form for those without an account; `submitted` also asks whether a person on this site sent it."""

    ticket = HiddenField(name="phieu")
    trap = StringField("Ô này để trống", name="trang-web")
    SOONEST = 3
    """Seconds between opening the form and sending it, at least."""

    class Meta:
        """Without the token that needs a cookie."""

        csrf = False

    @classmethod
    def from_request(cls, obj=None, data: dict | None = None, **choices):
        """Read the form from the request, with a fresh ticket when nobody sent anything."""
        form = super().from_request(obj, data, **choices)
        if not form.is_submitted():
            form.renew()
        return form

    def submitted(self) -> bool:
        """Return whether somebody sent the form from here, and every field is in order."""
        if not self.is_submitted():
            return False
        is_right = self.validate()
        doubt = self._doubt()
        if doubt:
            self.form_errors = [*self.form_errors, doubt]
        return is_right and not doubt

    def values(self) -> dict:
        """Return the typed values by field."""
        return {name: value for name, value in super().values().items() if name not in {"phieu", "trang-web"}}

    def renew(self) -> None:
        """Give the form a new ticket, so that sending it again is another thing sent."""
        self.ticket.data = self._signer().dumps([secrets.token_hex(16), int(clock.now().timestamp())])

    def nonce(self) -> str:
        """Return the random bits of the ticket that came with the form."""
        return self._opened()[0]

    def _doubt(self) -> str:
        """Return what has to be said before the form is taken; nothing when all is well."""
        nonce, age = self._opened()
        if not nonce or age > LATEST or is_from_elsewhere(request):
            self.renew()
            return STALE
        if self.trap.data:
            self.trap.data = ""
            return TRAPPED
        return TOO_SOON if age < self.SOONEST else ""

    def _opened(self) -> tuple[str, float]:
        """Return the random bits and the age of the ticket; empty bits when it is not one of ours."""
        try:
            nonce, made = self._signer().loads(self.ticket.data or "")
            return str(nonce), clock.now().timestamp() - float(made)
        except (BadSignature, ValueError, TypeError):
            return "", 0.0

    def _signer(self) -> URLSafeSerializer:
        return URLSafeSerializer(current_app.secret_key, salt=f"visitor form {type(self).__name__}")
