"""Pages of staff on which answers for all are written, approved and withdrawn."""

from flask import flash, redirect, render_template, request, url_for

from vocational.accounts import roles
from vocational.errors import NotAcceptable
from vocational.questions import faqs, queries
from vocational.questions.faqs import Words
from vocational.questions.forms import FaqForm, FaqStateFilter, NoteForm
from vocational.questions.kinds import FaqState, Topic
from vocational.questions.staff_views import DESK, number_sent, this_moment
from vocational.questions.views import areas, bp
from vocational.web import clock, identity
from vocational.web.access import staff
from vocational.web.cards import Card, Line, card
from vocational.web.paging import page_number, page_of


@bp.route(f"{DESK}/hoi-dap/cau-chung")
@staff("question.answer")
def staff_faq_list():
    form = FaqStateFilter.of_request()
    rows = queries.faq_drafts(roles.reach(identity.actor(), "question.answer"), form.state.data)
    return render_template("questions/staff_faq_list.html", form=form, page=page_of(rows, page_number()))


@bp.route(f"{DESK}/hoi-dap/cau-chung/moi", methods=["GET", "POST"])
@staff("question.answer")
def staff_faq_new():
    asked = _asked()
    form = FaqForm.of_request(areas(), data={"topic": asked.topic, "area": asked.area} if asked else None)
    if form.submitted():
        try:
            row = faqs.write(_words(form), question_id=asked.id if asked else None, **this_moment())
        except NotAcceptable as error:
            form.refuse(error)
        else:
            return _onward(row, "Đã lưu, chờ biên tập viên duyệt.")
    text = asked.text_on(clock.today()) if asked else None
    return render_template("questions/staff_faq_new.html", form=form, asked=asked, text=text), form.status()


def _asked():
    """Return the question that an answer for all is to come from; None when it comes from none."""
    number = request.args.get("cau-hoi", "")
    if not (number.isascii() and number.isdigit() and len(number) < 9):
        return None
    row = queries.question(int(number))
    roles.require(identity.actor(), "question.answer", row.place)
    return row


def _words(form):
    return Words(
        topic=Topic(form.topic.data),
        area=form.area.data,
        question=form.question.data,
        answer=form.answer.data,
        links=form.link_pairs(),
        is_reread=form.is_reread.data,
    )


def _onward(row, said):
    flash(said, "ok")
    return redirect(url_for("questions.staff_faq_edit", id=row.id), 303)


@bp.route(f"{DESK}/hoi-dap/cau-chung/<int:id>", methods=["GET", "POST"])
@staff("question.answer")
def staff_faq_edit(id):
    row = queries.faq_by_id(id)
    roles.require(identity.actor(), "question.answer", row.place)
    form = FaqForm.of_row(areas(), row)
    if form.submitted():
        try:
            row = faqs.change(id, _words(form), version=number_sent(), **this_moment())
        except NotAcceptable as error:
            form.refuse(error)
        else:
            return _onward(row, "Đã lưu." if row.is_published else "Đã lưu, chờ biên tập viên duyệt.")
    return _page(id, form)


def _page(id, form):
    row = queries.faq_by_id(id)
    may_publish = roles.may(identity.actor(), "faq.publish", row.place)
    page = render_template("questions/staff_faq_edit.html", faq=row, form=form, may_publish=may_publish)
    return page, form.status()


@bp.route(f"{DESK}/hoi-dap/cau-chung/<int:id>/dang", methods=["POST"])
@staff("faq.publish")
def staff_faq_publish(id):
    try:
        row = faqs.publish(id, version=number_sent(), **this_moment())
    except NotAcceptable as error:
        return _refused(id, error.problems)
    return _onward(row, "Đã đăng; vài giây nữa tìm thấy được.")


@bp.route(f"{DESK}/hoi-dap/cau-chung/<int:id>/tra-lai", methods=["POST"])
@staff("faq.publish")
def staff_faq_return(id):
    return _with_note(id, faqs.give_back, "Đã trả lại.")


@bp.route(f"{DESK}/hoi-dap/cau-chung/<int:id>/go", methods=["POST"])
@staff("faq.publish")
def staff_faq_withdraw(id):
    return _with_note(id, faqs.withdraw, "Đã gỡ khỏi trang.")


def _with_note(id, do, said):
    roles.require(identity.actor(), "faq.publish", queries.faq_by_id(id).place)
    form = NoteForm.from_request()
    if not form.submitted():
        return _refused(id, [says for _field, says in form.problems()])
    try:
        row = do(id, version=number_sent(), note=form.note.data, by=identity.actor(), now=clock.now())
    except NotAcceptable as error:
        return _refused(id, error.problems)
    return _onward(row, said)


def _refused(id, problems):
    """Lead back to an answer for all with what stands against what somebody wanted."""
    for says in problems:
        flash(says, "bad")
    return redirect(url_for("questions.staff_faq_edit", id=id), 303)


@card(bp, "faq.publish")
def _faq_card(actor, _now):
    rows = queries.faq_drafts(roles.reach(actor, "faq.publish"), FaqState.WAITING.value)
    lines = tuple(Line(row.question, url_for("questions.staff_faq_edit", id=row.id)) for row in rows[:5])
    says = "" if rows else "Không có câu nào chờ duyệt."
    href = url_for("questions.staff_faq_list")
    return Card("Hỏi đáp chờ duyệt", href, len(rows), says, lines, position=31)
