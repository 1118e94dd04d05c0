"""Commands for made-up data: every room that has some adds what it loads and removes here."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from vocational.accounts import audit_words
from vocational.accounts import demo as people
from vocational.accounts.demo import Stage
from vocational.accounts.roles import SERVER
from vocational.errors import NotAcceptable
from vocational.noticeboard import demo as notices
from vocational.noticeboard.circulars import demo as circulars
from vocational.questions import demo as questions
from vocational.web import clock, version

demo_commands = AppGroup("demo", help="Made-up data to try all roles with, marked «Mẫu».")
WRITTEN = (notices, circulars, questions)
"""Rooms with something made-up, in the order of loading. Each has `load`, `things`, `unsaved`, `remove`."""
ONLY_THEIRS = {"circular.confirm"}
"""What a post did for itself goes with its account, whatever it was done to."""


@demo_commands.command("load")
def demo_load():
    """Add made-up units, accounts and what they wrote; never done by itself."""
    stage = _stage()
    try:
        loaded = people.load(by=SERVER, today=stage.today, now=stage.now)
        said = [line for room in WRITTEN for line in room.load(stage)]
    except NotAcceptable as error:
        raise click.ClickException("\n".join(error.problems)) from error
    people.note_loaded(now=stage.now)
    _tell_readers()
    click.echo("Đã nạp dữ liệu mẫu. Tên đăng nhập:")
    for name in loaded.names:
        click.echo(f"  {name}")
    click.echo(f"Mật khẩu của tất cả: {loaded.password}")
    for line in said:
        click.echo(line)
    click.echo("Ai có mật khẩu này cũng vào được. Thử xong thì xóa hết bằng «flask demo remove».")


@demo_commands.command("remove")
@click.option("--all", "everything", is_flag=True, help="Also what people wrote at made-up units since.")
def demo_remove(everything):
    """Take everything made-up away; stops and tells when people have worked with it since."""
    if not people.is_there():
        click.echo("Không có dữ liệu mẫu.")
        return
    said = [] if everything else _done_since()
    if said:
        raise click.ClickException("\n".join(said))
    stage = _stage()
    for room in reversed(WRITTEN):
        room.remove(stage)
    count = people.remove(by=SERVER, now=stage.now)
    _tell_readers()
    click.echo(f"Đã xóa dữ liệu mẫu: {count} tài khoản và mọi thứ thuộc các đơn vị mẫu.")


def _done_since() -> list[str]:
    """Return what people did with made-up data that might be real, and what to do about it."""
    things = {thing for room in WRITTEN for thing in room.things()}
    deeds = people.deeds_since_loading(things)
    unsaved = [line for room in WRITTEN for line in room.unsaved()]
    if not deeds and not unsaved:
        return []
    return [
        "Chưa xóa gì. Từ khi nạp, có người đã làm việc trên dữ liệu mẫu:",
        *(_told(deed, is_lost=deed.object in things or deed.verb in ONLY_THEIRS) for deed in deeds),
        *(f"  {line} – sẽ mất" for line in unsaved),
        "Việc nào là thật thì làm lại bằng tài khoản thật trước.",
        "Nếu tất cả chỉ là làm thử: «flask demo remove --all».",
    ]


def _told(deed, *, is_lost: bool) -> str:
    told = {**(deed.before or {}), **(deed.after or {})}
    title = f" «{told['title']}»" if told.get("title") else ""
    what = f"{deed.post}: {audit_words.words_of(deed.verb)}{title} ({deed.object})"
    return f"  {deed.at:%d/%m/%Y} {what} – {'sẽ mất' if is_lost else 'vẫn giữ'}"


def _stage() -> Stage:
    return Stage(clock.today(), clock.now(), Path(current_app.config["DATA_DIR"]) / "uploads")


def _tell_readers() -> None:
    """Let the index and the pages that are kept follow at once; a site that runs sees the stamp."""
    current_app.extensions["publishing"].apply()
    version.touch(current_app.config["DATA_DIR"])
