"""Attacks in a real browser: nothing runs while one layer is off, whichever it is, and all run without both.

The layers are what makes typed text harmless (the sanitiser of Markdown) and what the browser is told to run
(the Content-Security-Policy).
"""

import re
from collections import Counter
from contextlib import contextmanager

import nh3
import pytest

from tests import staff
from tests.conftest import settings
from tests.journeys.conftest import DESKTOP, served
from tests.noticeboard import written
from tests.security import payloads, poisoned
from tests.security.addresses import readable
from tests.security.conftest import Site
from tests.test_routes import STAFF
from vocational.factory import create_app
from vocational.ingest import markdown
from vocational.noticeboard.items import rendering
from vocational.storage import db
from vocational.web import headers, identity

AT_ONCE = 25
# Which attacks take what follows them for their own text? Each of these gets a page of its own.
GREEDY = """
texts => texts.map(text => {
  const html = `<!doctype html><main><div>${text}</div></main><p class="after">`;
  return !new DOMParser().parseFromString(html, 'text/html').querySelector('body > p.after');
})
"""
LISTENS = """
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'msgbox']) window[name] = (...all) => ran.push(`${all}`);
"""
# Attacks give fields the names of what scripts use: ask the prototypes, which nobody can rename.
PROVOKES = """
() => {
  const attributes = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes').get;
  for (const one of Document.prototype.querySelectorAll.call(document, '*')) {
    for (const {name} of [...attributes.call(one)]) {
      const event = name.startsWith('on') && new Event(name.slice(2), {bubbles: false});
      if (event) EventTarget.prototype.dispatchEvent.call(one, event);
    }
    const leads = one instanceof HTMLAnchorElement || one instanceof SVGAElement;
    if (leads && /^\\s*javascript:/i.test(String(one.href.baseVal ?? one.href))) {
      EventTarget.prototype.dispatchEvent.call(one, new MouseEvent('click', {cancelable: true}));
    }
  }
  return new Promise(done => setTimeout(() => done(window.ran), 40));
}
"""


class Watched:
    """A browser that tells what ran in a page and what the page asked of other sites."""

    def __init__(self, browser, address):
        size = {"width": DESKTOP, "height": 800}
        self.context, self.address, self.asked = browser.new_context(viewport=size), address, []
        self.context.add_init_script(LISTENS)
        self.context.route(re.compile(f"^(?!{re.escape(address)}/)"), self._ask)
        self.page = self.context.new_page()
        self.page.on("dialog", self._dialog)

    def _ask(self, route):
        self.asked.append(route.request.url)
        route.abort()

    def _dialog(self, dialog):
        self.asked.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def ran(self, path):
        """Open a page, do all that a visitor could do with it, and return what ran or was asked for."""
        self.asked.clear()
        self.page.goto(self.address + path, wait_until="load")
        return [*self.page.evaluate(PROVOKES), *self.asked]

    def knows(self, client):
        """Go on as somebody who is signed in."""
        value = client.get_cookie(identity.COOKIE).value
        self.context.add_cookies([{"name": identity.COOKIE, "value": value, "url": self.address}])


@contextmanager
def without_policy():
    """Let no answer say what a browser may run."""
    kept = headers.HEADERS.pop("Content-Security-Policy")
    try:
        yield
    finally:
        headers.HEADERS["Content-Security-Policy"] = kept


@pytest.fixture(scope="module")
def portions(browser):
    """All attacks, in portions that do not get into each other's way."""
    page = browser.new_page()
    greedy = dict(zip(payloads.ALL, page.evaluate(GREEDY, list(payloads.ALL)), strict=True))
    page.close()
    others = [one for one in payloads.ALL if not greedy[one]]
    together = [others[start : start + AT_ONCE] for start in range(0, len(others), AT_ONCE)]
    return [[one] for one in payloads.ALL if greedy[one]] + together


@pytest.fixture(scope="module")
def raw(portions, tmp_path_factory):
    """A site whose texts went into its pages as they were typed."""
    app = create_app(settings(tmp_path_factory.mktemp("raw"), TRUSTED_HOSTS=["127.0.0.1"]))
    with app.app_context():
        db.create_all()
        for number, portion in enumerate(portions):
            html = "".join(f"<div>{payload}</div>" for payload in portion)
            written.published(f"bai-{number}", html=html, unit=None)
        app.editor = staff.signed_in(app, role="editor")
        db.session.remove()
    app.pages = [f"/thong-bao/bai-{number}" for number in range(len(portions))]
    yield app
    with app.app_context():
        db.engine.dispose()


def test_without_both_layers_the_attacks_do_run(browser, raw):
    with without_policy(), served(raw) as address:
        watched = Watched(browser, address)
        said = {path: watched.ran(path) for path in raw.pages}

    # Some are for other browsers, or only change what is shown.
    assert sum(map(len, said.values())) > 200
    assert len([path for path in said if said[path]]) > len(raw.pages) / 2


def test_with_the_policy_alone_nothing_runs(browser, raw):
    with served(raw) as address:
        watched = Watched(browser, address)
        ran = {path: said for path in raw.pages if (said := watched.ran(path))}

    assert not ran


def test_with_the_policy_alone_the_preview_runs_nothing(browser, raw, portions, monkeypatch):
    monkeypatch.setattr(nh3, "clean", lambda text, **_options: text)
    monkeypatch.setattr(rendering, "html_of", lambda text: text)
    monkeypatch.setattr(markdown, "html_of", lambda text: text)
    with served(raw) as address:
        watched = Watched(browser, address)
        watched.knows(raw.editor)
        watched.page.goto(f"{address}/ban-lam-viec/bai/moi")
        said = watched.page.evaluate(
            """async (texts) => {
              const form = document.querySelector('form[method=post]');
              for (const text of texts) {
                const body = new URLSearchParams({body: text});
                const answer = await fetch('/ban-lam-viec/bai/xem-truoc', {method: 'POST', body});
                const shown = document.createElement('div');
                document.body.append(shown);
                shown.innerHTML = await answer.text();
              }
            }""",
            ["\n\n".join(portion) for portion in portions],
        )
        ran = watched.page.evaluate(PROVOKES)

    assert said is None
    assert [*ran, *watched.asked] == []


def test_with_the_sanitiser_alone_nothing_runs_on_any_page(browser, tmp_path_factory):
    words = poisoned.EVERYTHING
    site = Site(tmp_path_factory.mktemp("attacked"), words, rendering.html_of(words))
    ran, found = {}, Counter()
    with without_policy(), served(site.app) as address:
        for who in ("nobody", "boss", "teacher"):
            watched = Watched(browser, address)
            if who != "nobody":
                watched.knows(site.clients[who])
            for path in pages_of(site, who, found):
                if said := watched.ran(path):
                    ran[who, path] = said[:3]
            watched.context.close()
    site.close()

    assert not ran
    assert found.total() > 40


def pages_of(site, who, found):
    """Yield the addresses of pages that show attacks to somebody, few of each kind; `found` counts them."""
    for endpoint, path in readable(site.app):
        if found[endpoint] < (1 if endpoint in STAFF else 2) and (who == "nobody" or endpoint in STAFF):
            answer = site.clients[who].get(path, buffered=True)
            if answer.mimetype == "text/html" and "evil.example" in answer.text:
                found[endpoint] += 1
                yield path
