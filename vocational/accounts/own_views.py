"""Pages of one's own account: what one may do, password, second step, signed-in browsers."""

from flask import Blueprint, flash, redirect, render_template, url_for

from vocational.accounts import passwords, queries, roles, sessions, signing_in
from vocational.accounts.forms import ChangePasswordForm, ConfirmForm
from vocational.errors import NotAcceptable
from vocational.web import clock, identity
from vocational.web.access import staff


def add_pages(bp: Blueprint) -> None:
    """Add the pages to the blueprint of the room."""
    bp.add_url_rule("/tai-khoan", view_func=account)
    bp.add_url_rule("/tai-khoan/mat-khau", view_func=password_edit, methods=["GET", "POST"])
    bp.add_url_rule("/tai-khoan/ma-du-phong", view_func=recovery_codes, methods=["GET", "POST"])
    bp.add_url_rule("/tai-khoan/dang-xuat-moi-noi", view_func=sign_out_everywhere, methods=["POST"])


@staff("desk.open")
def account():
    """Show one's own account."""
    actor = identity.actor()
    own = queries.account(actor.account_id)
    return render_template(
        "accounts/account.html",
        account=own,
        held=actor.assignments,
        verbs={held: roles.ROLES[held.role] for held in actor.assignments},
        words=roles.VERBS,
        browsers=sessions.of(own.id, now=clock.now()),
        current=identity.auth_session().id,
        second_step_is_required=roles.needs_second_step(actor),
    )


@staff("desk.open")
def password_edit():
    """Change one's password."""
    form = ChangePasswordForm.from_request()
    if form.submitted():
        actor, now = identity.actor(), clock.now()
        try:
            passwords.change(form.old.data, form.password.data, by=actor, now=now)
        except NotAcceptable as error:
            form.refuse(error)
        else:
            identity.leave()
            flash("Đã đổi mật khẩu và đăng xuất ở mọi máy. Hãy đăng nhập bằng mật khẩu mới.", "ok")
            return redirect(url_for("accounts.sign_in"), 303)
    return render_template("accounts/password_edit.html", form=form), form.status()


@staff("desk.open")
def recovery_codes():
    """Make new recovery codes, shown once."""
    own = queries.account(identity.actor().account_id)
    if not own.has_second_step:
        return redirect(url_for("accounts.account"), 303)
    form, codes = ConfirmForm.from_request(), None
    if form.submitted():
        try:
            codes = passwords.renew_recovery_codes(form.password.data, by=identity.actor(), now=clock.now())
        except NotAcceptable as error:
            form.refuse(error)
    onward = url_for("accounts.account")
    return render_template(
        "accounts/recovery_codes.html", form=form, codes=codes, onward=onward
    ), form.status()


@staff("desk.open")
def sign_out_everywhere():
    """End all one's sessions."""
    signing_in.sign_out_everywhere(by=identity.actor(), now=clock.now())
    identity.leave()
    flash("Đã đăng xuất ở mọi máy.", "ok")
    return redirect(url_for("accounts.sign_in"), 303)
