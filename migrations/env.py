"""How migrations find the database and the tables: both are the site's own."""

from logging.config import fileConfig

from alembic import context
from flask import current_app

from vocational.storage import Moment

fileConfig(context.config.config_file_name, disable_existing_loggers=False)
migrate = current_app.extensions["migrate"]


def _nothing_empty(_context, _revision, directives):
    """Write no migration file when nothing changed."""
    if getattr(context.config.cmd_opts, "autogenerate", False) and directives[0].upgrade_ops.is_empty():
        directives[:] = []


def _plain_moment(kind, item, _context):
    """Write the site's own type for points in time as what it is in the database."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


def run():
    """Run the migrations that are asked for on the site's database."""
    options = {"process_revision_directives": _nothing_empty, "render_item": _plain_moment}
    options |= migrate.configure_args
    with migrate.db.engine.connect() as connection:
        context.configure(connection=connection, target_metadata=migrate.db.metadata, **options)
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
