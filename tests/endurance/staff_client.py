"""Somebody at the staff side with a browser without scripts: opens pages, fills and sends their forms."""

import http.client
import secrets
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

SKIPPED = {"submit", "button", "file"}
# The server closes what was idle for five seconds; a browser does not use such a connection again either.
KEPT_FOR = 3


@dataclass
class Form:
    """One form of a page: where it goes, and what it sends when nobody touches it."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    """One answer."""

    status: int
    path: str
    location: str
    body: str

    def form(self, name: str = "", action: str = "") -> Form:
        """Return the form that has a field of some name, or whose address ends with something."""
        for form in _Forms.of(self.body):
            names = {one for one, _value in form.fields}
            if (not name or name in names) and form.action.endswith(action):
                return Form(form.action or self.path, form.fields)
        raise LookupError(f"{self.path} ({self.status}) has no form with {name or action}")


class Client:
    """One browser with its cookies and one connection; without an answer OSError or HTTPException."""

    def __init__(self, port: int, host: str = "127.0.0.1"):
        self.cookies: dict[str, str] = {}
        self._connection, self._used = http.client.HTTPConnection(host, port, timeout=60), 0.0

    def sign_in(self, email: str, password: str) -> None:
        """Sign in by the form."""
        door = self.opens("/ban-lam-viec/dang-nhap")
        answer = self.sends(door.form("password"), email=email, password=password)
        if answer.status != 303:
            raise SystemExit(f"{email} was not let in: {answer.status}")

    def opens(self, path: str) -> Page:
        """Ask for a page."""
        return self._ask("GET", path, b"", {})

    def sends(self, form: Form, files: dict[str, tuple[str, bytes]] | None = None, **typed: str) -> Page:
        """Send a form with what was typed in place of what it held; `files` are (name, content) by field."""
        kept = [(name, value) for name, value in form.fields if name not in typed]
        boundary = secrets.token_hex(12)
        body = _multipart(boundary, [*kept, *typed.items()], files or {})
        return self._ask(
            "POST", form.action, body, {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        )

    def _ask(self, method, path, body, headers):
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if time.monotonic() - self._used > KEPT_FOR:
            self._connection.close()
        try:
            self._connection.request(method, path, body, headers | {"Cookie": cookie})
            answer = self._connection.getresponse()
            text = answer.read().decode()
            self._used = time.monotonic()
        except BaseException:
            self._connection.close()
            raise
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Page(answer.status, path, urlsplit(answer.headers.get("Location", "")).path, text)


def _multipart(boundary, fields, files) -> bytes:
    parts = [(f'name="{name}"', value.encode()) for name, value in fields]
    parts += [(f'name="{name}"; filename="{called}"', data) for name, (called, data) in files.items()]
    lines = [
        b"--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        % (boundary.encode(), about.encode(), data)
        for about, data in parts
    ]
    return b"".join(lines) + b"--%s--\r\n" % boundary.encode()


class _Forms(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self):
        super().__init__()
        self.found, self._form, self._area, self._select = [], None, None, None

    @classmethod
    def of(cls, body: str) -> list[Form]:
        """Return the forms that send something."""
        parser = cls()
        parser.feed(body)
        return parser.found

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        if tag == "form" and (told.get("method") or "").lower() == "post":
            self._form = Form(told.get("action") or "")
            self.found.append(self._form)
        elif self._form is None:
            return
        elif tag == "input":
            self._input(told)
        elif tag == "textarea":
            self._area = [told["name"], ""] if "name" in told else None
        elif tag == "select":
            self._select, self._chosen = told.get("name"), False
        elif tag == "option" and self._select and (not self._chosen or "selected" in told):
            self._choose(told)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._area and self._form:
            # A browser leaves the first line break of a text field out.
            self._form.fields.append((self._area[0], self._area[1].removeprefix("\r").removeprefix("\n")))
            self._area = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data):
        if self._area:
            self._area[1] += data

    def _input(self, told):
        kind, name = told.get("type") or "text", told.get("name")
        unticked = kind in {"checkbox", "radio"} and "checked" not in told
        if name and kind not in SKIPPED and not unticked:
            self._form.fields.append((name, told.get("value") or ("on" if kind == "checkbox" else "")))

    def _choose(self, told):
        if self._chosen:
            self._form.fields.pop()
        self._form.fields.append((self._select, told.get("value") or ""))
        self._chosen = True
