"""Pages for those without an account: answers for all, asking, reading by code, telling what is wrong."""

from flask import Blueprint, current_app, render_template, request, url_for

from vocational.errors import NotAcceptable, SearchUnavailable
from vocational.questions import codes, personal_data, queries, reports, service
from vocational.questions.forms import CodeForm, FaqFilter, QuestionForm, ReportForm
from vocational.questions.kinds import Topic
from vocational.search import queries as search
from vocational.search.engine.answers import Request
from vocational.web import clock, limits
from vocational.web.access import door, public
from vocational.web.pages import absolute
from vocational.web.paging import page_number, page_of
from vocational.web.qr import qr
from vocational.web.site import site

bp = Blueprint("questions", __name__)
NOINDEX = {"X-Robots-Tag": "noindex"}
MOST_FOUND = 100
TAKE_OUT, SEND_ANYWAY = "bo", "van-gui"
"""What somebody can do whose text tells who she is."""


def areas():
    """Return (id, name) of the areas that the site serves."""
    return [(area["area"], area["name"]) for area in site.areas]


@bp.route("/hoi-dap/")
@public
def faq_list():
    form = FaqFilter.of_request(areas())
    everything = queries.faqs()
    found = _found(form.q.data, everything)
    chosen = [row for row in found if _fits(row, form)]
    form.count("chu-de", {topic: sum(row.topic == topic for row in found) for topic in Topic})
    # What holds for all areas holds for each of them.
    form.count("khu-vuc", {area: sum(row.area in {"", area} for row in found) for area, _name in areas()})
    page = page_of(chosen, page_number())
    return render_template(
        "questions/faq_list.html", form=form, page=page, words=form.q.data, is_empty=not everything
    )


def _found(words, rows):
    """Return the answers that fit some words, best first; all of them without words."""
    if not words:
        return rows
    asked = Request(q=words, filters={"kind": ["hoi-dap"]}, limit=MOST_FOUND, today=clock.today().isoformat())
    try:
        hits = search.answer(current_app.config["SEARCH_INDEX_DIR"], asked).hits
    except SearchUnavailable:
        return queries.faqs_holding(words, rows)
    by_page = {row.page: row for row in rows}
    return [by_page[hit.id] for hit in hits if hit.id in by_page]


def _fits(row, form):
    fits_area = not form.area.data or not row.area or row.area in form.area.data
    return fits_area and (not form.topic.data or row.topic in form.topic.data)


@bp.route("/hoi-dap/<string:slug>")
@public
def faq(slug):
    row = queries.faq(slug)
    headers = {} if row.is_published else NOINDEX
    return render_template("questions/faq.html", faq=row, area=dict(areas()).get(row.area)), headers


@bp.route("/hoi-dap/hoi", methods=["GET", "POST"])
@door
def question_new():
    form = QuestionForm.of_request(areas())
    found, deed = [], request.form.get("viec")
    if form.submitted():
        found = personal_data.found_in(form.text.data)
        if found and deed == TAKE_OUT:
            form.text.data, found = personal_data.without(form.text.data, found), []
            return render_template("questions/question_new.html", form=form, found=[], taken_out=True)
        if not found or deed == SEND_ANYWAY:
            return _sent(form, "question", _ask, "questions/question_new.html")
    status = 422 if found else form.status()
    return render_template("questions/question_new.html", form=form, found=found), status


def _ask(values, code):
    topic = Topic(values["topic"])
    service.ask(topic=topic, area=values["area"], text=values["text"], code=code, today=clock.today())


@bp.route("/hoi-dap/tra-loi", methods=["GET", "POST"])
@door
def answer():
    form = CodeForm.from_request()
    if not form.submitted():
        return render_template("questions/answer.html", form=form), form.status(), NOINDEX
    code = codes.read(form.code.data)
    if code is None:
        form.code.errors = ["Mã chép chưa đúng. Em xem lại từng nhóm 4 ký tự."]
        return render_template("questions/answer.html", form=form), 422
    if wait := limits.turn("code"):
        return _too_many(form, wait, "questions/answer.html")
    found = queries.by_code(code)
    if found is None:
        form.code.errors = ["Không có câu hỏi nào với mã này. Em xem lại mã."]
        return render_template("questions/answer.html", form=form), 404
    return render_template("questions/answer.html", form=None, found=found), NOINDEX


@bp.route("/bao-sai", methods=["GET", "POST"])
@door
def report_new():
    form = ReportForm.from_request(data={"page": request.args.get("trang", "")[:300]})
    if form.submitted():
        page = reports.own_page(form.page.data, current_app.config["SITE_URL"])
        if page is not None:
            form.page.data = page
            return _sent(form, "report", _report, "questions/report_new.html")
        form.page.errors = ["Địa chỉ này không thuộc trang. Hãy chép địa chỉ trang có chỗ sai."]
    return render_template("questions/report_new.html", form=form), form.status(), NOINDEX


def _report(values, code):
    reports.send(**values, code=code, today=clock.today())


def _sent(form, what, put, template):
    """Take what somebody sent and show her code; the same form sent twice shows the same code."""
    if wait := limits.turn(what):
        return _too_many(form, wait, template)
    values = form.values()
    code = codes.derived(current_app.secret_key, form.nonce(), what, *values.values())
    try:
        put(values, code)
    except NotAcceptable as error:
        form.refuse(error)
        return render_template(template, form=form), 503
    # Behind the sign # nothing of an address reaches a server or its log.
    link = f"{absolute(url_for('questions.answer'))}#{code}"
    drawn = qr(link, "Mã QR mở trang xem trả lời")
    return render_template("questions/sent.html", what=what, code=codes.grouped(code), drawn=drawn)


def _too_many(form, wait, template):
    """Ask to wait a while; what was typed stays in the form."""
    minutes = max(1, round(wait / 60))
    form.form_errors = [f"Nơi em dùng mạng vừa gửi nhiều lần. Em đợi khoảng {minutes} phút rồi gửi lại nhé."]
    return render_template(template, form=form), 429, {"Retry-After": str(wait)}
