"""Commands for those who run the site; each is a thin door to a room."""

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError, ProgrammingError

from vocational.ingest import loader
from vocational.ingest.content import Content
from vocational.web import clock, version

content_commands = AppGroup("content", help="Check and publish the curated files.")


def init(app: Flask) -> None:
    """Add the commands to the site."""
    app.cli.add_command(content_commands)


@content_commands.command("check")
def content_check():
    """List every problem of the content folder; nothing is changed."""
    problems = Content(current_app.config["CONTENT_DIR"]).problems()
    _stop_at(problems)
    click.echo("Nội dung hợp lệ.")


@content_commands.command("load")
@click.option("--force", is_flag=True, help="Load even when nothing changed.")
def content_load(force):
    """Publish the content folder: all of it in one transaction, or nothing."""
    content = Content(current_app.config["CONTENT_DIR"])
    try:
        outcome = loader.load(content, today=clock.today(), force=force)
    except (OperationalError, ProgrammingError) as error:
        raise click.ClickException(
            f"Cơ sở dữ liệu chưa sẵn sàng, hãy chạy «flask db upgrade»: {error.orig}"
        ) from error
    _stop_at(outcome.problems)
    version.stamp(current_app.config["DATA_DIR"], outcome.digest)
    click.echo(outcome.says)


def _stop_at(problems):
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        click.echo(f"{len(problems)} chỗ cần sửa; chưa có gì thay đổi trên trang.", err=True)
        raise SystemExit(1)
