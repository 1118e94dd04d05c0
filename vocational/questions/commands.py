"""The command that forgets what has been kept long enough."""

import click
from flask.cli import AppGroup

from vocational.accounts.roles import SERVER
from vocational.questions import service
from vocational.web import clock

question_commands = AppGroup("questions", help="Questions of pupils and parents.")


@question_commands.command("tidy")
def questions_tidy():
    """Forget words that have been kept long enough: 30 days after an answer, 90 without one."""
    total = service.tidy(by=SERVER, now=clock.now(), today=clock.today())
    click.echo(f"Đã xóa nội dung của {total} câu hỏi và báo sai đã hết hạn giữ.")
