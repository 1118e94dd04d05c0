"""Pages on which an office follows a notice: who has read it, reminding, paper, correction, withdrawal."""

from flask import Blueprint, flash, redirect, render_template, request, url_for

from vocational.accounts import staffing
from vocational.errors import NotAcceptable
from vocational.noticeboard.circulars import files, follow_up, queries, references, service, words
from vocational.noticeboard.circulars.following import REMINDED, Standing, following
from vocational.noticeboard.circulars.forms import FollowFilter, PaperForm, RemindForm, WithdrawForm
from vocational.web import clock, downloads, identity, mail
from vocational.web.access import staff
from vocational.web.cards import Card, Line, card
from vocational.web.formatting import moment
from vocational.web.pages import absolute
from vocational.web.paging import Page, page_number, page_of

SEND = queries.SEND
AT_ONCE = LOOKED_AT = 50


def add_pages(bp: Blueprint) -> None:
    """Add the pages to the blueprint of the room."""
    own = "/gui-truong/<int:id>"
    for rule, view in (
        (own, circular),
        (f"{own}/ban/<int:number>", circular_version),
        (f"{own}/lich-su", circular_history),
        (f"{own}/lich-su.csv", circular_history_csv),
        (f"{own}/in", circular_paper),
        (f"{own}/danh-sach.csv", circular_csv),
        (f"{own}/danh-sach.xlsx", circular_xlsx),
    ):
        bp.add_url_rule(rule, view_func=view)
    for rule, view in ((f"{own}/nhac", circular_remind), (f"{own}/thu-hoi", circular_withdraw)):
        bp.add_url_rule(rule, view_func=view, methods=["GET", "POST"])
    card(bp, SEND)(unconfirmed)
    for rule, view in (
        (f"{own}/ban-giay", paper_handed_over),
        (f"{own}/sua", circular_correct),
        (f"{own}/hieu-luc-lai", circular_restore),
    ):
        bp.add_url_rule(rule, view_func=view, methods=["POST"])


@staff(SEND)
def circular(id):
    """Show who has opened and confirmed a notice."""
    row = queries.circular(id, identity.actor())
    if not row.is_sent:
        return redirect(url_for("circulars.circular_edit", id=id), 303)
    return _followed(row, PaperForm.from_request(data={"on": clock.today()}))


@staff(SEND)
def circular_version(id, number):
    """Show what a version said, beside what the site says now."""
    row = queries.circular(id, identity.actor())
    version = queries.sent_version(row, number)
    told = references.compared(version.references, day=clock.today())
    return render_template("circulars/circular_version.html", circular=row, version=version, told=told)


@staff(SEND)
def circular_history(id):
    """Show everything that happened to a notice."""
    row = queries.circular(id, identity.actor())
    number, name = page_number(), f"circular:{id}"
    total = staffing.entry_total(name)
    number = min(number, Page((), 1, total, AT_ONCE).count)
    found = staffing.entries_of(name, offset=(number - 1) * AT_ONCE, limit=AT_ONCE)
    entries = [(one, words.deed(one.verb, one.before, one.after)) for one in found]
    page = Page(entries, number, total, AT_ONCE)
    return render_template("circulars/circular_history.html", circular=row, page=page)


@staff(SEND)
def circular_history_csv(id):
    """Send everything that happened to a notice as CSV."""
    follow_up.note_export(id, form="lịch sử", by=identity.actor(), now=clock.now())
    found = staffing.entries_of(f"circular:{id}", offset=0, limit=None)
    rows = [(moment(one.at), one.post, words.deed(one.verb, one.before, one.after)) for one in found]
    return downloads.csv_response(f"thong-bao-{id}-lich-su", files.HISTORY_HEADER, rows)


@staff(SEND)
def circular_paper(id):
    """Show a notice for printing, with a line to sign for each school that nobody reads it at."""
    row = _sent(id)
    rows = following(row, day=clock.today()).those([Standing.NOBODY])
    told = references.compared(row.version.references, day=clock.today())
    return render_template("circulars/circular_paper.html", circular=row, rows=rows, told=told)


@staff(SEND)
def circular_csv(id):
    """Send the list of schools as CSV."""
    return downloads.csv_response(*_table(id, "CSV"))


@staff(SEND)
def circular_xlsx(id):
    """Send the list of schools as a workbook."""
    return downloads.xlsx_response(*_table(id, "Excel"))


@staff(SEND)
def circular_remind(id):
    """Show whom to remind and what to write them; mark it on their desks."""
    row, form = _sent(id), RemindForm.from_request()
    if form.submitted():
        try:
            asked = {"by": identity.actor(), "now": clock.now(), "today": clock.today()}
            rows = follow_up.remind(id, standings=form.standings(), **asked)
            flash(f"Đã nhắc {len(rows)} trường trên bàn làm việc.{_mailed(row, rows)}", "ok")
            return redirect(url_for("circulars.circular", id=id), 303)
        except NotAcceptable as error:
            form.refuse(error)
    found = following(row, day=clock.today())
    rows = found.those(REMINDED)
    text = _reminder(row)
    return render_template(
        "circulars/circular_remind.html",
        circular=row,
        form=form,
        rows=rows,
        text=text,
        names=words.names_of([one.recipient.name for one in rows], row.version.title),
        mails=mail.is_set(),
    ), form.status()


@staff(SEND)
def circular_withdraw(id):
    """Take a notice back, with the reason."""
    row, form = _sent(id), WithdrawForm.from_request()
    if form.submitted():
        try:
            follow_up.withdraw(id, **form.values(), by=identity.actor(), now=clock.now())
            flash("Đã thu hồi. Các trường thấy lý do thay cho nội dung.", "ok")
            return redirect(url_for("circulars.circular", id=id), 303)
        except NotAcceptable as error:
            form.refuse(error)
    return render_template("circulars/circular_withdraw.html", circular=row, form=form), form.status()


@staff(SEND)
def circular_restore(id):
    """Put a notice into force again."""
    follow_up.restore(id, by=identity.actor(), now=clock.now())
    flash("Thông báo có hiệu lực trở lại.", "ok")
    return redirect(url_for("circulars.circular", id=id), 303)


@staff(SEND)
def circular_correct(id):
    """Begin a correction."""
    try:
        service.correct(id, by=identity.actor(), now=clock.now())
    except NotAcceptable as error:
        flash(" ".join(error.problems), "bad")
        return redirect(url_for("circulars.circular", id=id), 303)
    return redirect(url_for("circulars.circular_edit", id=id), 303)


@staff(SEND)
def paper_handed_over(id):
    """Note that a school got it on paper."""
    form = PaperForm.from_request()
    if form.submitted():
        try:
            asked = {"by": identity.actor(), "now": clock.now(), "today": clock.today()}
            follow_up.hand_over(id, **form.values(), **asked)
            flash("Đã ghi nhận.", "ok")
            again = {"tinh-trang": request.args.get("tinh-trang", "")[:40]}
            return redirect(url_for("circulars.circular", id=id, **again), 303)
        except NotAcceptable as error:
            form.refuse(error)
    return _followed(_sent(id), form), 422


def unconfirmed(actor, _now):
    """Return the card of the newest notices that schools have not confirmed; what is late counts."""
    day = clock.today()
    rows = queries.sent(actor, day=day, state=queries.SENT, limit=LOOKED_AT)
    counts = queries.state_counts(row.id for row in rows)
    open_ = [row for row in rows if counts[row.id][1] < counts[row.id][0]]
    late = [row for row in open_ if row.version.confirm_by and row.version.confirm_by < day]
    shown = [*late, *(row for row in open_ if row not in late)][:3]
    return Card(
        title="Trường chưa xác nhận",
        href=url_for("circulars.circular_list", **{"tinh-trang": queries.SENT}),
        count=len(late),
        says="" if shown else "Mọi thông báo đã gửi đều được xác nhận đủ, hoặc chưa gửi thông báo nào.",
        lines=tuple(_standing_line(row, *counts[row.id], late=row in late) for row in shown),
        position=25,
    )


def _standing_line(row, total, done, *, late):
    note = f"{done}/{total} đã xác nhận{', quá hạn' if late else ''}"
    return Line(row.version.title, url_for("circulars.circular", id=row.id), note)


def _followed(row, paper):
    found = following(row, day=clock.today())
    form = FollowFilter.for_counts(found.counts, found.total)
    rows = found.those(form.standings(), form.q.data)
    return render_template(
        "circulars/circular.html",
        circular=row,
        found=found,
        form=form,
        page=page_of(rows, page_number(), AT_ONCE),
        paper=paper,
        waiting=len(found.those(REMINDED)),
        told=references.compared(row.version.references, day=clock.today()),
        Standing=Standing,
    )


def _table(id, form):
    row = follow_up.note_export(id, form=form, by=identity.actor(), now=clock.now())
    found = following(row, day=clock.today())
    return f"thong-bao-{id}-truong", files.HEADER, list(files.rows(found.rows, moment))


def _sent(id):
    return queries.sent_circular(id, identity.actor())


def _reminder(row):
    return words.reminder(
        title=row.version.title,
        sender=row.unit_name,
        link=absolute(url_for("circulars.received", id=row.id)),
        confirm_by=row.version.confirm_by,
        today=clock.today(),
    )


def _mailed(row, rows):
    if not mail.is_set():
        return ""
    to = [person.email for one in rows for person in one.people]
    mail.send_each(to, f"Nhắc đọc: {row.version.title}", _reminder(row))
    return f" Đang gửi thư đến {len(to)} địa chỉ."
