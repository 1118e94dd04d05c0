"""Commands for the one who runs the server: the first administrator, and looking after the audit."""

import click
from flask.cli import AppGroup

from vocational.accounts import passwords, queries, service
from vocational.accounts.kinds import Role
from vocational.accounts.roles import SERVER, UNITS_OF
from vocational.errors import NotAcceptable
from vocational.web import clock

account_commands = AppGroup("account", help="Accounts of those who work on the site.")
GIVEN = [role.value for role in UNITS_OF]


@account_commands.command("add")
@click.option("--email", required=True, help="The name to sign in with.")
@click.option("--post", required=True, help="The post it belongs to, not a person: «Quản trị trang».")
@click.option("--role", type=click.Choice(GIVEN), default=Role.ADMINISTRATOR.value, show_default=True)
@click.option("--unit", "unit_name", default="Cơ quan chủ trang", show_default=True, help="Name of its unit.")
@click.option("--password", default=None, help="Only for trying things out; otherwise set by the link.")
def account_add(email, post, role, unit_name, password):
    """Add an account with a role at a unit, and print the link by which its password is set."""
    now, role = clock.now(), Role(role)
    try:
        unit = queries.unit_named(unit_name, UNITS_OF[role]) or service.add_unit(
            name=unit_name, kind=UNITS_OF[role][0], by=SERVER, now=now
        )
        account = service.add_account(post=post, email=email, by=SERVER, now=now)
        service.assign(account.id, role=role, unit_id=unit.id, since=clock.today(), by=SERVER, now=now)
    except NotAcceptable as error:
        raise click.ClickException("\n".join(error.problems)) from error
    if password:
        passwords.set_at_server(account.id, password, by=SERVER, now=now)
    click.echo(f"Đã thêm {account.post} ({account.email}), {role.label} tại {unit.name}.")
