"""A real browser before the real content, on a server of its own."""

import shutil
from contextlib import contextmanager
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

PHONE, DESKTOP = 360, 1280
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def served(app):
    """Let a site answer and give its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def address(published):
    """Where the site with the real content answers."""
    with served(published) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all journeys."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert program, "these tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


def look_with_axe(page):
    """Let axe-core look at a page; it may find nothing."""
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    says = [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in found]
    assert not found, f"{page.url}: {says}"


@pytest.fixture
def axe():
    """A look with axe-core, for pages that somebody signed in has before her."""
    return look_with_axe


class Reader:
    """A person with a browser; whatever no page may do fails the test that meets it."""

    may_have_cookie = False

    def __init__(self, context, address):
        self.page, self.address = context.new_page(), address
        self.complaints = []
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._watch)

    def opens(self, path):
        """Open a page of the site and look it over."""
        answer = self.page.goto(self.address + path)
        assert answer.status == 200, f"{path}: {answer.status}"
        self.looks_over()
        return self.page

    def follows(self, name, within="main"):
        """Follow the first link of that name in a part of the page, and look the next page over."""
        self.page.locator(within).get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state()
        self.looks_over()
        return self.page

    def presses(self, name, within="main"):
        """Press a button that leads to another page, and look that over."""
        with self.page.expect_event("load"):
            self.page.locator(within).get_by_role("button", name=name).click()
        self.looks_over()
        return self.page

    def at(self, path):
        """Whether the page open now is this one."""
        return self.page.url.removeprefix(self.address).split("#")[0] == path

    def looks_over(self):
        """Check what every page owes its reader: nothing wider than the screen, no cookie, no complaint."""
        wider = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wider <= 0, f"{self.page.url}: {wider} px too wide"
        assert self.may_have_cookie or not self.page.context.cookies(), f"{self.page.url}: set a cookie"
        assert not self.complaints, f"{self.page.url}: {self.complaints}"

    def passes_axe(self):
        """Let axe-core look at the page; it may find nothing."""
        look_with_axe(self.page)

    def _listen(self, message):
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _watch(self, request):
        if not request.url.startswith((self.address, "data:")):
            self.complaints.append(f"asked another site: {request.url}")


@pytest.fixture
def reader(browser, address):
    """Return a maker of readers: width of the screen, with or without JavaScript."""
    contexts = []

    def make(width=PHONE, javascript=True, **options):
        size = {"width": width, "height": 800}
        contexts.append(
            browser.new_context(viewport=size, java_script_enabled=javascript, locale="vi-VN", **options)
        )
        return Reader(contexts[-1], address)

    yield make
    for context in contexts:
        context.close()
