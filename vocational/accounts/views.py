"""The door of the staff side: signing in and out."""

from flask import Blueprint, redirect, render_template, request, url_for

from vocational.accounts import signing_in
from vocational.accounts.forms import SignInForm
from vocational.web import back, clock, identity
from vocational.web.access import door, staff

bp = Blueprint("accounts", __name__, url_prefix="/ban-lam-viec")
NO_FIT = "Tên đăng nhập hoặc mật khẩu chưa đúng."


@bp.route("/dang-nhap", methods=["GET", "POST"])
@door
def sign_in():
    onward = back.own_address(request.args.get("next"), url_for("desk.desk"))
    if identity.actor() is not None:
        return redirect(onward, 303)
    form = SignInForm.from_request()
    if form.submitted():
        entered = signing_in.sign_in(**form.values(), browser=request.user_agent.string, now=clock.now())
        if entered is not None:
            identity.enter(entered.token)
            return redirect(onward, 303)
        form.form_errors.append(NO_FIT)
    return render_template("accounts/sign_in.html", form=form), form.status()


@bp.route("/dang-xuat", methods=["POST"])
@staff("desk.open")
def sign_out():
    signing_in.sign_out(identity.token(), by=identity.actor(), now=clock.now())
    identity.leave()
    return redirect(url_for("accounts.sign_in"), 303)
