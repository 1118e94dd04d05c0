"""Pages of people: accounts by post, what they may do, the link by which a password is set."""

from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, url_for

from vocational.accounts import directory, passwords, queries, service
from vocational.accounts.kinds import Role
from vocational.accounts.roles import UNITS_OF
from vocational.administration import audit_views, unit_views
from vocational.administration.forms import AccountFilter, AccountForm, AssignmentFields, NewAccountForm
from vocational.errors import NotAcceptable
from vocational.web import clock, identity, mail
from vocational.web.access import staff
from vocational.web.cards import Card, card
from vocational.web.pages import absolute
from vocational.web.paging import Page, page_number

bp = Blueprint("administration", __name__, url_prefix="/ban-lam-viec/quan-tri")
unit_views.add_pages(bp)
audit_views.add_pages(bp)
ROLES = [(role.value, role.label) for role in UNITS_OF]
LETTER = """Kính gửi: {post}

Anh chị mở đường dẫn sau để đặt mật khẩu trên {site}. Đường dẫn dùng được một lần, trong ba ngày:

{link}

Tên đăng nhập: {email}
Không chuyển tiếp thư này cho người khác.
"""


@card(bp, "account.manage")
def _card(_actor, _now):
    new = directory.account_total(directory.AskedAccounts(state=directory.NEW, day=clock.today()))
    return Card(
        "Tài khoản và đơn vị",
        url_for("administration.account_list"),
        count=new,
        says=f"{new} tài khoản chưa đặt mật khẩu." if new else "Ai làm việc trên trang, ở đơn vị nào.",
        links=(
            ("Thêm tài khoản", url_for("administration.account_new")),
            ("Đơn vị", url_for("administration.unit_list")),
            ("Nhật ký", url_for("administration.audit_list")),
        ),
        position=80,
    )


@bp.route("/tai-khoan")
@staff("account.manage")
def account_list():
    any_role, any_state = ("", "Mọi vai trò"), ("", "Mọi tình trạng")
    form = AccountFilter.from_request(role=[any_role, *ROLES], state=[any_state, *directory.STATES.items()])
    asked = directory.AskedAccounts(**form.values(), day=clock.today())
    total = directory.account_total(asked)
    number = min(page_number(), Page((), 1, total).count)
    rows = directory.accounts(asked, offset=(number - 1) * Page.size, limit=Page.size)
    page = Page(rows, number, total)
    return render_template("administration/account_list.html", form=form, page=page, today=clock.today())


@bp.route("/tai-khoan/moi", methods=["GET", "POST"])
@staff("account.manage")
def account_new():
    form = NewAccountForm.from_request(data={"since": clock.today()}, **_choices())
    if form.submitted():
        try:
            account = service.open_account(
                post=form.post.data,
                email=form.email.data,
                holder=form.holder.data,
                **_given(form),
                by=identity.actor(),
                now=clock.now(),
            )
        except NotAcceptable as error:
            form.refuse(error)
        else:
            flash("Đã thêm tài khoản. Bây giờ gửi đường dẫn để người ấy tự đặt mật khẩu.", "ok")
            return redirect(url_for("administration.account", id=account.id), 303)
    return render_template("administration/account_new.html", form=form), form.status()


@bp.route("/tai-khoan/<int:id>")
@staff("account.manage")
def account(id):
    found = queries.account(id)
    return render_template("administration/account.html", account=found, today=clock.today())


@bp.route("/tai-khoan/<int:id>/sua", methods=["GET", "POST"])
@staff("account.manage")
def account_edit(id):
    found = queries.account(id)
    form = AccountForm.from_request(obj=found)
    if form.submitted():
        try:
            service.change_account(id, **form.values(), by=identity.actor(), now=clock.now())
        except NotAcceptable as error:
            form.refuse(error)
        else:
            return _back_to(id, "Đã ghi.")
    return render_template("administration/account_edit.html", form=form, account=found), form.status()


@bp.route("/tai-khoan/<int:id>/khoa", methods=["POST"])
@staff("account.manage")
def account_disable(id):
    try:
        service.set_active(id, active=False, by=identity.actor(), now=clock.now())
    except NotAcceptable as error:
        return _back_to(id, error.problems[0], "bad")
    return _back_to(id, "Đã khóa tài khoản; mọi phiên đăng nhập đã hết.")


@bp.route("/tai-khoan/<int:id>/mo", methods=["POST"])
@staff("account.manage")
def account_enable(id):
    service.set_active(id, active=True, by=identity.actor(), now=clock.now())
    return _back_to(id, "Đã mở lại tài khoản.")


@bp.route("/tai-khoan/<int:id>/duong-dan", methods=["POST"])
@staff("account.manage")
def account_link(id):
    return _link(id, new_holder=False)


@bp.route("/tai-khoan/<int:id>/doi-nguoi", methods=["POST"])
@staff("account.manage")
def account_hand_over(id):
    return _link(id, new_holder=True)


def _link(id, *, new_holder):
    token = passwords.make_link(id, new_holder=new_holder, by=identity.actor(), now=clock.now())
    found = queries.account(id)
    link = absolute(url_for("accounts.password_new", token=token))
    if mail.is_set():
        values = {"post": found.post, "email": found.email, "link": link, "site": absolute("/")}
        mail.send(found.email, "Đặt mật khẩu", LETTER.format(**values))
    until = clock.now() + passwords.VALID
    return render_template(
        "administration/account_link.html", account=found, link=link, until=until, mailed=mail.is_set()
    )


@bp.route("/tai-khoan/<int:id>/bo-buoc-hai", methods=["POST"])
@staff("account.manage")
def second_step_reset(id):
    passwords.reset_second_step(id, by=identity.actor(), now=clock.now())
    return _back_to(id, "Đã bỏ bước hai cũ. Lần đăng nhập tới, người ấy đặt lại nếu vai trò cần.")


@bp.route("/tai-khoan/<int:id>/giao-viec", methods=["GET", "POST"])
@staff("account.manage")
def assignment_new(id):
    found = queries.account(id)
    form = AssignmentFields.from_request(data={"since": clock.today()}, **_choices())
    if form.submitted():
        try:
            service.assign(id, **_given(form), by=identity.actor(), now=clock.now())
        except NotAcceptable as error:
            form.refuse(error)
        else:
            return _back_to(id, "Đã giao việc.")
    return render_template("administration/assignment_new.html", form=form, account=found), form.status()


@bp.route("/giao-viec/<int:id>/thoi", methods=["POST"])
@staff("account.manage")
def assignment_end(id):
    account_id = queries.assignment(id).account_id
    try:
        service.end_assignment(id, on=clock.today(), by=identity.actor(), now=clock.now())
    except NotAcceptable as error:
        return _back_to(account_id, error.problems[0], "bad")
    return _back_to(account_id, "Đã thôi giao việc; mọi phiên đăng nhập của tài khoản đã hết.")


def _choices():
    units = queries.units(identity.reach("account.manage"), day=clock.today())
    labels = [(row.id, f"{row.name} – {row.kind_label}") for row in units]
    return {"role": [("", "Chọn vai trò"), *ROLES], "unit_id": [("", "Chọn đơn vị"), *labels]}


def _given(form):
    until = form.last.data + timedelta(days=1) if form.last.data else None
    return {
        "role": Role(form.role.data),
        "unit_id": form.unit_id.data,
        "since": form.since.data,
        "until": until,
    }


def _back_to(id, says, kind="ok"):
    flash(says, kind)
    return redirect(url_for("administration.account", id=id), 303)
