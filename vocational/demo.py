"""Commands for made-up data: every room that has some adds a loader and a remover here."""

from collections.abc import Callable
from datetime import date, datetime

import click
from flask.cli import AppGroup

from vocational.accounts import demo as people
from vocational.accounts.roles import SERVER
from vocational.errors import NotAcceptable
from vocational.web import clock

demo_commands = AppGroup("demo", help="Made-up data to try all roles with, marked «Mẫu».")
# What the made-up people write, in the order of loading: (load, remove), each called with today= and now=.
WRITTEN: list[tuple[Callable[..., None], Callable[..., None]]] = []


@demo_commands.command("load")
def demo_load():
    """Add made-up units, accounts and what they wrote; never done by itself."""
    today, now = clock.today(), clock.now()
    try:
        loaded = people.load(by=SERVER, today=today, now=now)
    except NotAcceptable as error:
        raise click.ClickException("\n".join(error.problems)) from error
    for load, _remove in WRITTEN:
        load(today=today, now=now)
    click.echo("Đã nạp dữ liệu mẫu. Tên đăng nhập:")
    for name in loaded.names:
        click.echo(f"  {name}")
    click.echo(f"Mật khẩu của tất cả: {loaded.password}")
    click.echo("Xóa hết bằng «flask demo remove».")


@demo_commands.command("remove")
def demo_remove():
    """Take everything made-up away."""
    _remove_all(clock.today(), clock.now())


def _remove_all(today: date, now: datetime) -> None:
    for _load, remove in reversed(WRITTEN):
        remove(today=today, now=now)
    click.echo(f"Đã xóa dữ liệu mẫu: {people.remove(by=SERVER, now=now)} tài khoản.")
