"""Migrations lead to the tables that the models describe, and back."""

import os

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from tests.conftest import settings
from vocational.factory import create_app
from vocational.storage import db

SCHEMA = "migrated"


@pytest.fixture
def empty(tmp_path):
    """A site on a database without any table: a file of its own, or a schema of its own on a server."""
    url = os.environ.get("TEST_DATABASE_URL")
    if not url:
        url = f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        url += ("&" if "?" in url else "?") + f"options=-csearch_path%3D{SCHEMA}"
    app = create_app(settings(tmp_path, DATABASE_URL=url))
    with app.app_context():
        if url.startswith("postgresql"):
            db.session.execute(text(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE"))
            db.session.execute(text(f"CREATE SCHEMA {SCHEMA}"))
            db.session.commit()
        yield app
        db.session.remove()
        db.engine.dispose()


def tables():
    db.session.remove()
    schema = SCHEMA if db.engine.dialect.name == "postgresql" else None
    return set(inspect(db.engine).get_table_names(schema=schema)) - {"alembic_version"}


def test_migrations_make_just_the_tables_of_the_models(empty):
    flask_migrate.upgrade()

    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []
    assert tables() == set(db.metadata.tables)


def test_migrations_can_be_taken_back(empty):
    flask_migrate.upgrade()
    flask_migrate.downgrade(revision="base")

    assert tables() == set()
