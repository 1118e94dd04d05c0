"""One poisoned site for all looks at it, and its people."""

from contextlib import contextmanager

import pytest

from tests import staff
from tests.conftest import settings
from tests.security import poisoned
from vocational.accounts.models import Account
from vocational.factory import create_app
from vocational.noticeboard.items import rendering
from vocational.search import service
from vocational.storage import db


class Site:
    """A site of its own, with browsers of an administrator who is editor too, a counselor, and nobody."""

    def __init__(self, folder, words, html, **more):
        self.app = create_app(settings(folder, TRUSTED_HOSTS=["127.0.0.1"], **more))
        with self.app.app_context():
            db.create_all()
            poisoned.fill(words, html)
            service.build(self.app.config["SEARCH_INDEX_DIR"], today=poisoned.DAY)
            boss, teacher = db.session.query(Account).order_by(Account.id)
            self.clients = {
                "boss": staff.signed_in(self.app, who=boss),
                "teacher": staff.signed_in(self.app, who=teacher),
                "nobody": self.app.test_client(),
            }
            db.session.remove()

    @contextmanager
    def inside(self):
        """Work with the tables of the site."""
        with self.app.app_context():
            yield
            db.session.remove()

    def close(self):
        """Let go of the database."""
        with self.app.app_context():
            db.engine.dispose()


@pytest.fixture(scope="module")
def site_under_attack(tmp_path_factory):
    """A site in which every field holds every payload."""
    words = poisoned.EVERYTHING
    site = Site(tmp_path_factory.mktemp("attacked"), words, rendering.html_of(words))
    yield site
    site.close()
