"""What all tests share: the site on a real database, and a visitor who looks closely at every page."""

import os
from datetime import date

import pytest

from tests.visitor import Visitor
from vocational.factory import create_app
from vocational.storage import db

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The assembled site with empty tables; made once, because nothing in it changes."""
    folder = tmp_path_factory.mktemp("site")
    app = create_app(
        {
            "TESTING": True,
            "TODAY": TODAY,
            "DATA_DIR": folder,
            "DATABASE_URL": os.environ.get("TEST_DATABASE_URL", f"sqlite:///{folder / 'test.db'}"),
            "SEARCH_INDEX_DIR": folder / "index",
            "SITE_URL": "http://localhost",
            "SECRET_KEY": "for tests only",
            "PAGE_CACHE_BYTES": 0,
            "DEVELOPMENT": True,
        }
    )
    with app.app_context():
        db.drop_all()
        db.create_all()
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def app(site):
    """The site with empty tables, inside its context; what a test writes is gone after it."""
    with site.app_context():
        yield site
        db.session.rollback()
        for table in reversed(db.metadata.sorted_tables):
            db.session.execute(table.delete())
        db.session.commit()
        db.session.remove()
        site.extensions.pop("known_sources", None)
        site.extensions.pop("site", None)


@pytest.fixture
def visitor(app):
    """A reader of the site; every page she opens is checked."""
    return Visitor(app.test_client())
