"""Commands for those who look after the words: what is looked for, and what the search learns from it."""

from dataclasses import replace
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup, with_appcontext

from vocational.accounts.roles import SERVER
from vocational.errors import NotAcceptable, NotFound
from vocational.ingest import vocabulary_file
from vocational.search import queries, runs, service
from vocational.search.additions import LIVING, PARTS, SYNONYMS, TAKEN_OVER, WITHDRAWN
from vocational.web import clock, downloads
from vocational.web.formatting import day

synonym_commands = AppGroup(
    "synonym", help="Add words that people type, without a new version of the content."
)
STATES = {LIVING: "đang dùng", TAKEN_OVER: "đã có trong synonyms.yaml", WITHDRAWN: "đã rút"}
HEADER = ("tu_tim", "so_lan", "khong_co_ket_qua", "phan_khong_co_ket_qua")
File = click.Path(dir_okay=False, path_type=Path)


@click.command("queries")
@click.option("--days", type=click.IntRange(1, service.KEPT_DAYS), default=30, help="How many days back.")
@click.option("--without-result", is_flag=True, help="Only words for which nothing was found.")
@click.option("--top", type=click.IntRange(1, 100_000), default=50, help="How many, the most frequent first.")
@click.option("--csv", "file", type=File, help="Write a table for a spreadsheet instead.")
@with_appcontext
def queries_command(days, without_result, top, file):
    """Print the words most looked for, how often, and how often nothing was found."""
    today = clock.today()
    service.forget_old(today=today)
    found = queries.looked_for(today=today, days=days, only_without_result=without_result, limit=top)
    if file:
        rows = [(row.words, row.times, row.without_result, row.share_without_result) for row in found]
        _write(file, "".join(downloads.csv_pieces(HEADER, rows)))
    else:
        _print_table(found, days)


def _print_table(found, days):
    if not found:
        least = queries.SHOWN_FROM
        click.echo(f"Trong {days} ngày qua chưa có từ nào được tìm từ {least} lần trở lên.")
        return
    click.echo("số lần  không thấy  từ đã gõ")
    for row in found:
        click.echo(f"{row.times:6}  {row.share_without_result:10.0%}  {row.words}")


@synonym_commands.command("add")
@click.option("--words", required=True, help="Ways to say it, separated by commas.")
@click.option(
    "--means", default="", help="Looked for as well when one of the words is typed, not the reverse."
)
@click.option("--weight", type=float, default=0.8, help="How much finding it otherwise counts, up to 1.")
@click.option("--note", default="", help="Why, and where people say so.")
@click.option("--by", default="", help="The post of who adds it, not a name.")
def synonym_add(words, means, weight, note, by):
    """Add ways to say the same thing; without --means each stands for each other."""
    _change(
        service.add_synonyms,
        words=_words(words),
        means=_words(means),
        weight=weight,
        note=note,
        by=_post(by),
        today=clock.today(),
        now=clock.now(),
    )


@synonym_commands.command("abbreviation")
@click.option("--short", required=True, help="The short form.")
@click.option("--means", required=True, help="All that it may stand for, separated by commas.")
@click.option("--capitals", is_flag=True, help="Only read as a short form when typed in capitals.")
@click.option("--one-way", is_flag=True, help="Who types the meaning does not look for the short form.")
@click.option("--note", default="", help="Why, and where people write so.")
@click.option("--by", default="", help="The post of who adds it, not a name.")
def synonym_abbreviation(short, means, capitals, one_way, note, by):
    """Add a short form and what it stands for."""
    _change(
        service.add_abbreviation,
        short=short,
        means=_words(means),
        capitals=capitals,
        both_ways=not one_way,
        note=note,
        by=_post(by),
        today=clock.today(),
        now=clock.now(),
    )


@synonym_commands.command("list")
@click.option("--all", "with_withdrawn", is_flag=True, help="Also those that were withdrawn.")
def synonym_list(with_withdrawn):
    """List what was added."""
    for addition in queries.additions():
        if with_withdrawn or addition.state != WITHDRAWN:
            click.echo(_line(addition))


@synonym_commands.command("withdraw")
@click.argument("id", type=int)
def synonym_withdraw(id):
    """Take an addition back."""
    try:
        _change(service.withdraw, id, by=SERVER, today=clock.today(), now=clock.now())
    except NotFound as error:
        raise click.ClickException(f"Không có mục số {id}; xem «flask search synonym list».") from error


@synonym_commands.command("export")
@click.option("--into", "file", type=File, help="A file like synonyms.yaml, to which they are added.")
def synonym_export(file):
    """Print what was added and is in use, in the form of content/synonyms.yaml."""
    living = [addition for addition in queries.additions() if addition.state == LIVING]
    parts = {part: [addition.data for addition in living if addition.part == part] for part in PARTS}
    entries = {part: values for part, values in parts.items() if values}
    if not file:
        click.echo(vocabulary_file.written(entries), nl=False)
        return
    try:
        text = vocabulary_file.appended(file.read_text(encoding="utf-8"), entries)
    except (OSError, ValueError) as error:
        raise click.ClickException(f"Không thêm được vào {file}; hãy chép tay từ bản in ra.") from error
    _write(file, text)


def _change(change, *values, **named):
    try:
        done = change(current_app.config["SEARCH_INDEX_DIR"], *values, **named)
    except NotAcceptable as error:
        raise click.ClickException("\n".join(error.problems)) from error
    click.echo(_line(done.addition))
    if not done.in_use:
        click.echo("Đã ghi, nhưng mục lục tìm kiếm chưa nhận; chạy «flask index build».")


def _post(name):
    return replace(SERVER, post=name) if name else SERVER


def _words(text):
    return [word.strip() for word in text.split(",") if word.strip()]


def _line(addition):
    data = addition.data
    if addition.part != SYNONYMS:
        says = f"{data['short']} → {', '.join(data['means'])}"
    elif "means" in data:
        says = f"{', '.join(data['words'])} → {', '.join(data['means'])}"
    else:
        says = " = ".join(data["words"])
    by = f", {addition.post}" if addition.post else ""
    return f"{addition.id}. {says} ({STATES[addition.state]}; {day(addition.added_on)}{by})"


def _write(file, text):
    try:
        runs.write(file, text)
    except OSError as error:
        raise click.ClickException(f"Không ghi được {file}: {error.strerror}") from error
