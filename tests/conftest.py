"""What all tests share: the site on a real database, and a visitor who looks closely at every page."""

import fcntl
import os
import shutil
from datetime import date

import pytest
from sqlalchemy import exists, literal, select, text, union_all

from tests.visitor import Visitor
from vocational.factory import create_app
from vocational.ingest import loader
from vocational.ingest.content import Content
from vocational.search import service
from vocational.storage import db

TODAY = date(2026, 11, 22)


def settings(folder, **more):
    """Return settings of a site that lives in a folder of its own."""
    return {
        "TESTING": True,
        "TODAY": TODAY,
        "DATA_DIR": folder,
        "DATABASE_URL": f"sqlite:///{folder / 'test.db'}",
        "SEARCH_INDEX_DIR": folder / "index",
        "SITE_URL": "http://localhost",
        "SECRET_KEY": "for tests only",
        "PAGE_CACHE_BYTES": 0,
        "COUNT_SEARCHES": False,
        "REQUESTS_PER_SECOND": 0,
        "DEVELOPMENT": True,
        "WTF_CSRF_ENABLED": False,
        "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {"argon2__time_cost": 1, "argon2__memory_cost": 64},
    } | more


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The assembled site with empty tables; made once, because nothing in it changes."""
    folder = tmp_path_factory.mktemp("site")
    url = os.environ.get("TEST_DATABASE_URL", f"sqlite:///{folder / 'test.db'}")
    app = create_app(settings(folder, DATABASE_URL=url))
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
        _empty_tables()
        db.session.remove()
        site.extensions.pop("known_sources", None)
        site.extensions.pop("site", None)
        site.extensions.pop("gazetteer", None)


def _empty_tables():
    """Empty the tables that hold anything, those that point to others first."""
    tables = list(reversed(db.metadata.sorted_tables))
    held = union_all(*(select(literal(table.name)).where(exists(table.select())) for table in tables))
    names = set(db.session.scalars(held))
    if names and db.engine.dialect.name == "postgresql":
        # So that ids begin at 1 again, as they do by themselves in SQLite.
        db.session.execute(text(f"TRUNCATE {', '.join(sorted(names))} RESTART IDENTITY CASCADE"))
        names = ()
    for table in tables:
        if table.name in names:
            db.session.execute(table.delete())
    db.session.commit()


@pytest.fixture
def visitor(app):
    """A reader of the site; every page she opens is checked."""
    return Visitor(app.test_client())


def _published_once(tmp_path_factory):
    """Return the folder of a site with the real content; of several processes the first makes it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "published-once"
    with open(f"{folder}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _publish(folder.with_suffix(".making"))
            folder.with_suffix(".making").rename(folder)
    return folder


def _publish(folder):
    folder.mkdir()
    app = create_app(settings(folder))
    with app.app_context():
        db.create_all()
        outcome = loader.load(Content(app.config["CONTENT_DIR"]), today=TODAY)
        assert not outcome.problems
        service.build(app.config["SEARCH_INDEX_DIR"], today=TODAY)
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """The site with the real content loaded and indexed."""
    folder = tmp_path_factory.mktemp("published") / "site"
    shutil.copytree(_published_once(tmp_path_factory), folder)
    app = create_app(settings(folder, TRUSTED_HOSTS=["127.0.0.1"]))
    yield app
    with app.app_context():
        db.engine.dispose()
