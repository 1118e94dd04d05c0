"""Commands for those who run the site; each is a thin door to a room."""

from pathlib import Path

import click
import flask_migrate
from flask import Flask, current_app
from flask.cli import AppGroup, with_appcontext
from sqlalchemy.exc import OperationalError, ProgrammingError

from vocational.accounts.commands import account_commands, audit_commands, unit_commands
from vocational.demo import demo_commands
from vocational.errors import SearchUnavailable
from vocational.ingest import loader
from vocational.ingest.content import Content
from vocational.questions.commands import question_commands
from vocational.search import answering, changes, runs
from vocational.search import queries as search
from vocational.search import service as index
from vocational.search.commands import queries_command, synonym_commands
from vocational.search.engine.answers import Request
from vocational.web import clock, version
from vocational.web.forms import typed
from vocational.web.gazetteer import gazetteer

content_commands = AppGroup("content", help="Check and publish the curated files.")
index_commands = AppGroup("index", help="Build the search index and look at it.")
search_commands = AppGroup("search", help="Search as visitors do, and look after the words.")
INDEXED = "indexed.version"


def init(app: Flask) -> None:
    """Add the commands to the site."""
    for command in (queries_command, synonym_commands):
        search_commands.add_command(command)
    for command in (
        content_commands,
        index_commands,
        search_commands,
        account_commands,
        unit_commands,
        audit_commands,
        demo_commands,
        question_commands,
        prepare,
    ):
        app.cli.add_command(command)


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
    try:
        _load(force)
    except (OperationalError, ProgrammingError) as error:
        says = f"Cơ sở dữ liệu chưa sẵn sàng, hãy chạy «flask db upgrade»: {error.orig}"
        raise click.ClickException(says) from error


@index_commands.command("build")
def index_build():
    """Build the search index anew and switch to it."""
    status = _build()
    click.echo(f"Đã lập mục lục tìm kiếm: {status.documents} trang.")


@index_commands.command("status")
def index_status():
    """Tell which index is in use and whether it fits the published content."""
    folder = current_app.config["SEARCH_INDEX_DIR"]
    fits = "khớp với nội dung" if _is_indexed() else "cũ hơn nội dung, hãy chạy «flask index build»"
    click.echo(f"{search.index_state(folder)}: {search.index_size(folder)} trang, {fits}.")


@search_commands.command("run")
@click.argument("queries", type=Path)
@click.option("--out", required=True, type=Path, help="Where to write the run.")
@click.option("--limit", default=20, type=click.IntRange(1, 100), help="How many pages a query gets at most.")
def search_run(queries, out, limit):
    """Write what the search page answers to a file of queries, as query_id, rank and id."""
    if out.exists() and queries.exists() and out.samefile(queries):
        raise click.ClickException("Tệp kết quả trùng với tệp câu hỏi; hãy chọn tên khác.")
    try:
        asked = runs.read_queries(queries.read_bytes())
        answers = [(one, _confident(typed(one.words), limit)) for one in asked]
        runs.write(out, runs.table(answers))
    except runs.UnreadableQueries as error:
        raise click.ClickException(f"Chưa ghi gì. {queries}:\n{error}") from error
    except SearchUnavailable as error:
        raise click.ClickException("Chưa có mục lục tìm kiếm, hãy chạy «flask index build».") from error
    except OSError as error:
        raise click.ClickException(f"Không đọc hoặc ghi được tệp: {error}") from error
    silent = sum(not hits for _one, hits in answers)
    click.echo(f"{len(asked)} câu hỏi, {silent} câu không có trả lời chắc chắn: {out}")


def _confident(words, limit):
    """Return what the search page shows as found; without words it shows nothing."""
    if not words:
        return ()
    asked = Request(q=words, limit=limit, today=clock.today().isoformat())
    folder = current_app.config["SEARCH_INDEX_DIR"]
    return answering.answered(folder, asked, start="", gazetteer=gazetteer()).results.hits


@click.command("prepare")
@with_appcontext
def prepare():
    """Bring tables, content and index to where they should be, doing only what is not done yet."""
    flask_migrate.upgrade()
    _load(force=False)
    changes.apply(current_app.config["SEARCH_INDEX_DIR"], today=clock.today(), now=clock.now())
    if not _is_indexed():
        click.echo(f"Đã lập mục lục tìm kiếm: {_build().documents} trang.")


def _load(force):
    content = Content(current_app.config["CONTENT_DIR"])
    outcome = loader.load(content, today=clock.today(), force=force)
    _stop_at(outcome.problems)
    version.stamp(current_app.config["DATA_DIR"], outcome.digest)
    # Words need no new index. This also makes up for a change whose process died on its way to the index.
    index.renew_vocabulary(current_app.config["SEARCH_INDEX_DIR"])
    click.echo(outcome.says)


def _build():
    status = index.build(current_app.config["SEARCH_INDEX_DIR"], today=clock.today(), now=clock.now())
    _indexed_stamp().write_text(loader.loaded_digest() or "")
    return status


def _is_indexed():
    stamp = _indexed_stamp()
    is_there = search.index_state(current_app.config["SEARCH_INDEX_DIR"]) == "ok" and stamp.exists()
    return is_there and stamp.read_text() == loader.loaded_digest()


def _indexed_stamp():
    return Path(current_app.config["DATA_DIR"]) / INDEXED


def _stop_at(problems):
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        click.echo(f"{len(problems)} chỗ cần sửa; chưa có gì thay đổi trên trang.", err=True)
        raise SystemExit(1)
