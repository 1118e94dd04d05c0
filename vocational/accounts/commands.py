"""Commands for the one who runs the server: the first administrator, and looking after the audit."""

import click
from flask import current_app, url_for
from flask.cli import AppGroup

from vocational.accounts import audit, passwords, queries, service, units
from vocational.accounts.kinds import Role, UnitKind
from vocational.accounts.roles import SERVER, UNITS_OF
from vocational.errors import NotAcceptable
from vocational.web import clock
from vocational.web.pages import absolute

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
        unit = queries.unit_named(unit_name, UNITS_OF[role]) or units.add_unit(
            name=unit_name, kind=UNITS_OF[role][0], by=SERVER, now=now
        )
        account = service.add_account(post=post, email=email, by=SERVER, now=now)
        service.assign(account.id, role=role, unit_id=unit.id, since=clock.today(), by=SERVER, now=now)
        if password:
            passwords.set_at_server(account.id, password, by=SERVER, now=now)
    except NotAcceptable as error:
        raise click.ClickException("\n".join(error.problems)) from error
    click.echo(f"Đã thêm {account.post} ({account.email}), {role.label} tại {unit.name}.")
    if not password:
        click.echo(_link(account.id))


@account_commands.command("link")
@click.argument("email")
def account_link(email):
    """Print a new link by which the password of an account is set."""
    account = queries.account_named(email)
    if account is None:
        raise click.ClickException("Không có tài khoản này.")
    click.echo(_link(account.id))


def _link(account_id):
    token = passwords.make_link(account_id, by=SERVER, now=clock.now())
    with current_app.test_request_context():
        address = absolute(url_for("accounts.password_new", token=token))
    return f"Mở đường dẫn này trong ba ngày để đặt mật khẩu:\n{address}"


unit_commands = AppGroup("unit", help="Units that people work for.")
audit_commands = AppGroup("audit", help="The record of who did what.")


@unit_commands.command("load")
def unit_load():
    """Add the schools, institutions and communes of the content that are not units yet."""
    added = units.add_known(by=SERVER, now=clock.now())
    click.echo(f"Đã thêm {added} đơn vị.")


@unit_commands.command("add")
@click.option("--name", required=True)
@click.option("--kind", type=click.Choice([kind.value for kind in UnitKind]), required=True)
@click.option("--area", default="", help="An area of content/site.yaml; empty: all of them.")
def unit_add(name, kind, area):
    """Add one unit."""
    try:
        row = units.add_unit(name=name, kind=UnitKind(kind), area=area, by=SERVER, now=clock.now())
    except NotAcceptable as error:
        raise click.ClickException("\n".join(error.problems)) from error
    click.echo(f"Đã thêm đơn vị số {row.id}: {row.name}.")


@audit_commands.command("verify")
@click.option("--entry", type=click.IntRange(1), help="Number of an entry whose mark was noted elsewhere.")
@click.option("--mark", default="", help="That mark.")
def audit_verify(entry, mark):
    """Check that nothing in the audit was changed, taken out, put in or reordered."""
    faults = list(audit.faults())
    if entry and not audit.has_mark(entry, mark):
        faults.append(audit.Fault(entry, "dấu vân tay không phải là dấu đã chép"))
    count, last = audit.seal()
    if faults:
        raise click.ClickException("\n".join(f"Mục {fault.id}: {fault.says}" for fault in faults))
    click.echo(f"Nhật ký còn nguyên: {count} mục. Dấu vân tay của mục cuối: {last}")
