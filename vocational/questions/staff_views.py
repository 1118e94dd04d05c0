"""Pages of staff: questions that wait, answers for all, reports of something wrong; and their desk cards."""

from flask import abort, flash, redirect, render_template, request, url_for

from vocational.accounts import queries as accounts
from vocational.accounts import roles
from vocational.errors import NotAcceptable
from vocational.questions import queries, reports, service
from vocational.questions.forms import (
    AnswerForm,
    HandleForm,
    HandOnForm,
    MergeForm,
    QuestionFilter,
    RefuseForm,
    ReportFilter,
    ReportHandOnForm,
    VersionForm,
)
from vocational.questions.kinds import KIND_REASONS, ReportState, State
from vocational.questions.queries import Wanted
from vocational.questions.views import areas, bp
from vocational.web import clock, identity
from vocational.web.access import staff
from vocational.web.cards import Card, Line, card
from vocational.web.paging import Page, page_number

DESK = "/ban-lam-viec"
LINES = 5
OFFICE = (0, "Cơ quan chủ trang")


def number_sent() -> int:
    """Return the version that somebody saw; -1, which is nobody's, when it was tampered with."""
    text = request.form.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1


def this_moment() -> dict:
    """Return who does something, and when, as services take it."""
    return {"by": identity.actor(), "now": clock.now(), "today": clock.today()}


@bp.route(f"{DESK}/hoi-dap")
@staff("question.read")
def staff_question_list():
    form = QuestionFilter.of_request(areas())
    reach, today = roles.reach(identity.actor(), "question.read"), clock.today()
    wanted = Wanted(state=form.state.data, topic=form.topic.data, area=form.area.data)
    total = queries.question_total(reach, wanted, today=today)
    number = min(page_number(), Page((), 1, total).count)
    rows = queries.questions(reach, wanted, today=today, offset=(number - 1) * Page.size)
    return render_template(
        "questions/staff_question_list.html", form=form, page=Page(rows, number, total), names=dict(areas())
    )


@bp.route(f"{DESK}/hoi-dap/<int:id>")
@staff("question.read")
def staff_question(id):
    return _question(id)


def _question(id, bad=None):
    """Show a question with what can be done to it; `bad` is the form that has to be put right."""
    row, actor = queries.question(id), identity.actor()
    roles.require(actor, "question.read", row.place)
    forms = {"answer": AnswerForm(data={"answer": row.answer}), "merge": _merge_form()}
    forms |= {"refuse": RefuseForm(data={"reason": row.reason}), "hand_on": _hand_on_form(row)}
    if bad is not None:
        forms[_NAMES[type(bad)]] = bad
    verbs = {verb: roles.may(actor, f"question.{verb}", row.place) for verb in ("answer", "moderate")}
    page = render_template(
        "questions/staff_question.html",
        question=row,
        state=row.state_on(clock.today()),
        text=row.text_on(clock.today()),
        forms=forms,
        bad=bad,
        may=verbs,
        reasons=KIND_REASONS,
        area=dict(areas()).get(row.area),
    )
    return page, bad.status() if bad is not None else 200


def _merge_form():
    choices = [(row.id, row.question) for row in queries.faqs()]
    return MergeForm.from_request(faq_id=choices)


def _hand_on_form(row):
    return HandOnForm.from_request(unit_id=_units(but=row.unit_id))


def _units(but):
    """Return (id, name) of all units that can take something over."""
    everything = roles.Reach(True, frozenset(), frozenset())
    units = accounts.units(everything, day=clock.today())
    return [(unit.id, f"{unit.name} ({unit.kind_label})") for unit in units if unit.id != but]


_NAMES = {AnswerForm: "answer", MergeForm: "merge", RefuseForm: "refuse", HandOnForm: "hand_on"}


def _deed(id, form, do, said):
    """Do something to a question as its form says, or show what has to be put right."""
    if not form.submitted():
        return _question(id, form)
    values = {name: value for name, value in form.values().items() if name != "version"}
    try:
        do(id, **values, version=number_sent(), **this_moment())
    except NotAcceptable as error:
        form.refuse(error)
        return _question(id, form)
    flash(said, "ok")
    return redirect(url_for("questions.staff_question_list"), 303)


@bp.route(f"{DESK}/hoi-dap/<int:id>/tra-loi", methods=["POST"])
@staff("question.answer")
def staff_question_answer(id):
    return _deed(id, AnswerForm.from_request(), service.answer, "Đã trả lời; người hỏi đọc được bằng mã.")


@bp.route(f"{DESK}/hoi-dap/<int:id>/gop", methods=["POST"])
@staff("question.answer")
def staff_question_merge(id):
    return _deed(id, _merge_form(), service.answer_by_faq, "Đã trả lời bằng câu có sẵn.")


@bp.route(f"{DESK}/hoi-dap/<int:id>/tu-choi", methods=["POST"])
@staff("question.moderate")
def staff_question_refuse(id):
    return _deed(id, RefuseForm.from_request(), service.refuse, "Đã từ chối; người hỏi đọc được lý do.")


@bp.route(f"{DESK}/hoi-dap/<int:id>/chuyen", methods=["POST"])
@staff("question.moderate")
def staff_question_hand_on(id):
    return _deed(id, _hand_on_form(queries.question(id)), service.hand_on, "Đã chuyển câu hỏi.")


@bp.route(f"{DESK}/hoi-dap/<int:id>/mo-lai", methods=["POST"])
@staff("question.moderate")
def staff_question_reopen(id):
    form = VersionForm.from_request()
    try:
        service.reopen(id, version=number_sent(), **this_moment())
    except NotAcceptable as error:
        form.refuse(error)
        return _question(id)[0], 422
    flash("Đã mở lại câu hỏi.", "ok")
    return redirect(url_for("questions.staff_question", id=id), 303)


@bp.route(f"{DESK}/bao-sai")
@staff("correction.handle")
def staff_report_list():
    form, today = ReportFilter.of_request(), clock.today()
    reach = roles.reach(identity.actor(), "correction.handle")
    total = queries.report_total(reach, form.state.data, today=today)
    number = min(page_number(), Page((), 1, total).count)
    rows = queries.reports(reach, form.state.data, today=today, offset=(number - 1) * Page.size)
    return render_template("questions/staff_report_list.html", form=form, page=Page(rows, number, total))


@bp.route(f"{DESK}/bao-sai/<int:id>", methods=["GET", "POST"])
@staff("correction.handle")
def staff_report(id):
    row = queries.report(id)
    roles.require(identity.actor(), "correction.handle", row.place)
    form = HandleForm.of_request(data={"state": row.state, "reason": row.reason})
    if not form.submitted():
        return _report(row, form)
    state = ReportState(form.state.data)
    try:
        reports.handle(id, version=number_sent(), state=state, reason=form.reason.data, **this_moment())
    except NotAcceptable as error:
        form.refuse(error)
        return _report(row, form)
    flash("Đã ghi kết quả; người báo đọc được bằng mã.", "ok")
    return redirect(url_for("questions.staff_report_list"), 303)


def _report(row, form):
    row, today = queries.report(row.id), clock.today()
    page = render_template(
        "questions/staff_report.html",
        report=row,
        state=row.state_on(today),
        text=row.text_on(today),
        source=row.source_on(today),
        form=form,
        units=[OFFICE, *_units(but=row.unit_id)] if row.unit_id else _units(but=None),
    )
    return page, form.status()


@bp.route(f"{DESK}/bao-sai/<int:id>/chuyen", methods=["POST"])
@staff("correction.handle")
def staff_report_hand_on(id):
    roles.require(identity.actor(), "correction.handle", queries.report(id).place)
    form = ReportHandOnForm.from_request(unit_id=[OFFICE, *_units(but=None)])
    if not form.submitted():
        abort(400)
    moment = this_moment()
    moment.pop("today")
    try:
        reports.hand_on(id, version=number_sent(), unit_id=form.unit_id.data or None, **moment)
    except NotAcceptable as error:
        flash(str(error), "warn")
        return redirect(url_for("questions.staff_report", id=id), 303)
    flash("Đã chuyển báo sai.", "ok")
    return redirect(url_for("questions.staff_report_list"), 303)


@card(bp, "question.read")
def _question_card(actor, now):
    reach, today = roles.reach(actor, "question.read"), now.astimezone(clock.ZONE).date()
    wanted = Wanted(state=State.WAITING.value)
    total = queries.question_total(reach, wanted, today=today)
    rows = queries.questions(reach, wanted, today=today, limit=LINES) if total else []
    lines = tuple(
        Line(
            row.topic_label, url_for("questions.staff_question", id=row.id), f"gửi ngày {row.asked_on:%d/%m}"
        )
        for row in rows
    )
    says = "" if total else "Không có câu hỏi nào chờ trả lời."
    return Card(
        "Câu hỏi chờ trả lời", url_for("questions.staff_question_list"), total, says, lines, position=30
    )


@card(bp, "correction.handle")
def _report_card(actor, now):
    reach, today = roles.reach(actor, "correction.handle"), now.astimezone(clock.ZONE).date()
    total = queries.report_total(reach, "open", today=today)
    rows = queries.reports(reach, "open", today=today, limit=LINES) if total else []
    lines = tuple(
        Line(row.page, url_for("questions.staff_report", id=row.id), row.state_label) for row in rows
    )
    says = "" if total else "Không có báo sai nào chưa xử lý."
    return Card("Báo thông tin sai", url_for("questions.staff_report_list"), total, says, lines, position=35)
