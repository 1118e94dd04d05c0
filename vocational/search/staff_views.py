"""Pages of those who look after the words: what is looked for, and what the search learns from it."""

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, url_for

from vocational.accounts import audit
from vocational.errors import NotAcceptable
from vocational.ingest import vocabulary_file
from vocational.search import queries, service
from vocational.search.additions import LIVING, PARTS, SYNONYMS, TAKEN_OVER, WITHDRAWN
from vocational.search.staff_forms import ALL, DAYS, NOTHING, AbbreviationForm, SynonymForm, WordsFilter
from vocational.web import clock, downloads, identity
from vocational.web.access import staff
from vocational.web.cards import Card, card
from vocational.web.forms import typed

MOST, TABLE = 100, 100_000
WHICH = [(ALL, "Tìm nhiều nhất"), (NOTHING, "Không có kết quả")]
STATES = {LIVING: "đang dùng", TAKEN_OVER: "đã có trong danh mục", WITHDRAWN: "đã rút"}
HEADER = ("tu_tim", "so_lan", "khong_co_ket_qua", "phan_khong_co_ket_qua")
ADDED = {True: "Đã ghi. Lần tìm tới dùng ngay.", False: "Đã ghi; mục lục tìm kiếm sẽ nhận khi lập lại."}


def add_pages(bp: Blueprint) -> None:
    """Add the pages and the card to the blueprint of the room."""
    card(bp, "search.read")(_card)
    both, root = ["GET", "POST"], "/ban-lam-viec/tim-kiem"
    bp.add_url_rule(root, view_func=staff_words)
    bp.add_url_rule(f"{root}.csv", view_func=staff_words_csv)
    bp.add_url_rule(f"{root}/tu-dong-nghia/moi", view_func=staff_synonym_new, methods=both)
    bp.add_url_rule(f"{root}/viet-tat/moi", view_func=staff_abbreviation_new, methods=both)
    bp.add_url_rule(f"{root}/bo-sung/<int:id>/rut", view_func=staff_addition_withdraw, methods=["POST"])
    bp.add_url_rule(f"{root}/bo-sung.yaml", view_func=staff_additions_yaml)


def _card(_actor, _now):
    lost = queries.looked_for(today=clock.today(), days=7, only_without_result=True, limit=5)
    return Card(
        "Tìm kiếm",
        url_for("search.staff_words"),
        says=f"Tuần qua tìm mà không thấy: {', '.join(row.words for row in lost)}." if lost else "",
        links=(("Thêm từ đồng nghĩa", url_for("search.staff_synonym_new")),),
        position=70,
    )


@staff("search.read")
def staff_words():
    """Show what is looked for, and what was added."""
    form = _filter()
    additions = sorted(queries.additions(), key=lambda one: (one.state == WITHDRAWN, -one.id))
    return render_template(
        "search/staff_words.html",
        form=form,
        found=_found(form, MOST),
        least=queries.SHOWN_FROM,
        additions=additions,
        states=STATES,
        synonyms=SYNONYMS,
        withdrawn=WITHDRAWN,
    )


@staff("search.read")
def staff_words_csv():
    """Give the words as a table."""
    form = _filter()
    found = _found(form, TABLE)
    audit.record_alone(identity.actor(), "search.export", "words", form.values(), clock.now())
    rows = [(row.words, row.times, row.without_result, row.share_without_result) for row in found]
    return downloads.csv_response(f"tu-tim-{clock.today()}", HEADER, rows)


@staff("search.teach")
def staff_synonym_new():
    """Add ways to say the same thing."""
    form = SynonymForm.from_request(data={"words": _asked_word()})
    return _teach(form, service.add_synonyms, "search/staff_synonym_new.html", weight=0.8)


@staff("search.teach")
def staff_abbreviation_new():
    """Add a short form."""
    form = AbbreviationForm.from_request(data={"short": _asked_word()})
    return _teach(form, service.add_abbreviation, "search/staff_abbreviation_new.html", both_ways=True)


@staff("search.teach")
def staff_addition_withdraw(id):
    """Take an addition back."""
    service.withdraw(_folder(), id, by=identity.actor(), today=clock.today(), now=clock.now())
    flash("Đã rút. Lần tìm tới không dùng nữa.", "ok")
    return redirect(url_for("search.staff_words", _anchor="bo-sung"), 303)


@staff("search.read")
def staff_additions_yaml():
    """Give what is in use in the form of the content's own file."""
    living = [one for one in queries.additions() if one.state == LIVING]
    parts = {part: [one.data for one in living if one.part == part] for part in PARTS}
    audit.record_alone(identity.actor(), "search.export", "additions", None, clock.now())
    text = vocabulary_file.written({part: values for part, values in parts.items() if values})
    answer = Response(text, mimetype="application/yaml")
    answer.headers.set("Content-Disposition", "attachment", filename="tu-dong-nghia.yaml")
    return answer


def _teach(form, add, template, **more):
    if form.submitted():
        values = form.values() | more
        for name in ("words", "means"):
            if name in values:
                values[name] = [line.strip() for line in values[name].splitlines() if line.strip()]
        try:
            done = add(_folder(), **values, by=identity.actor(), today=clock.today(), now=clock.now())
        except NotAcceptable as error:
            form.refuse(error)
        else:
            flash(ADDED[done.in_use], "ok")
            return redirect(url_for("search.staff_words", _anchor="bo-sung"), 303)
    return render_template(template, form=form), form.status()


def _filter():
    return WordsFilter.from_request(days=DAYS, which=WHICH)


def _found(form, limit):
    only, days = form.which.data == NOTHING, int(form.days.data)
    return queries.looked_for(today=clock.today(), days=days, only_without_result=only, limit=limit)


def _asked_word():
    return typed(request.args.get("q", ""))


def _folder():
    return current_app.config["SEARCH_INDEX_DIR"]
