"""The door of the staff side: signing in, the second step, setting a password, signing out."""

from flask import Blueprint, flash, redirect, render_template, request, url_for

from vocational.accounts import passwords, queries, sessions, signing_in
from vocational.accounts.forms import CodeForm, NewPasswordForm, SignInForm
from vocational.accounts.own_views import add_pages
from vocational.errors import NotAcceptable, NotFound
from vocational.web import back, clock, identity, known_browsers
from vocational.web.access import door, staff

bp = Blueprint("accounts", __name__, url_prefix="/ban-lam-viec")
add_pages(bp)
NO_FIT = "Tên đăng nhập hoặc mật khẩu chưa đúng."
NO_CODE = "Mã chưa đúng, hoặc đã dùng rồi. Hãy chờ ứng dụng hiện mã mới."
NEXT = {sessions.CODE: "accounts.second_step", sessions.SETUP: "accounts.second_step_setup"}


@bp.route("/dang-nhap", methods=["GET", "POST"])
@door
def sign_in():
    if identity.actor() is not None:
        return redirect(_onward(), 303)
    form = SignInForm.from_request()
    if form.submitted():
        entered = _try_password(form)
        if entered.token:
            return _let_in(entered)
        form.form_errors.append(_too_fast(entered.wait) if entered.wait else NO_FIT)
    return render_template("accounts/sign_in.html", form=form), form.status()


@bp.route("/dang-nhap/ma", methods=["GET", "POST"])
@door
def second_step():
    session = identity.auth_session()
    if session is None or session.step != sessions.CODE:
        return redirect(url_for("accounts.sign_in", **_kept_next()), 303)
    form = CodeForm.from_request()
    if form.submitted():
        tries = known_browsers.tries(f"code {session.account_id}", session.account_id)
        entered = signing_in.second_step(session, **form.values(), tries=tries, now=clock.now())
        if entered.token:
            return _let_in(entered)
        form.code.errors = [_too_fast(entered.wait) if entered.wait else NO_CODE]
    return render_template("accounts/second_step.html", form=form), form.status()


@bp.route("/dang-nhap/dat-buoc-hai", methods=["GET", "POST"])
@door
def second_step_setup():
    session = identity.auth_session()
    if session is None or session.step == sessions.CODE or session.account.has_second_step:
        return redirect(url_for("accounts.sign_in", **_kept_next()), 303)
    form = CodeForm.from_request()
    if form.submitted():
        done = signing_in.set_up(session, **form.values(), now=clock.now())
        if done is not None:
            return _show_codes(*done)
        form.code.errors = [NO_CODE]
    address, key = signing_in.app_setup(session)
    return render_template(
        "accounts/second_step_setup.html", form=form, address=address, key=key
    ), form.status()


@bp.route("/dat-mat-khau/<string:token>", methods=["GET", "POST"])
@door
def password_new(token):
    try:
        link = passwords.link(token, now=clock.now())
    except NotFound:
        return render_template("accounts/password_link_used.html"), 404
    form = NewPasswordForm.from_request()
    if form.submitted():
        try:
            passwords.use_link(token, form.password.data, now=clock.now())
        except NotAcceptable as error:
            form.refuse(error)
        else:
            identity.leave()
            flash("Đã đặt mật khẩu. Bây giờ anh chị đăng nhập bằng mật khẩu mới.", "ok")
            # Whoever keeps others waiting by trying this name does not keep her waiting.
            return known_browsers.remember(redirect(url_for("accounts.sign_in"), 303), link.account_id)
    return render_template("accounts/password_new.html", form=form, account=link.account), form.status()


@bp.route("/quen-mat-khau")
@door
def password_forgotten():
    return render_template("accounts/password_forgotten.html")


@bp.route("/dang-xuat", methods=["POST"])
@staff("desk.open")
def sign_out():
    signing_in.sign_out(identity.token(), by=identity.actor(), now=clock.now())
    identity.leave()
    flash("Đã đăng xuất.", "ok")
    return redirect(url_for("accounts.sign_in"), 303)


def _try_password(form):
    known = queries.account_named(form.email.data)
    tries = known_browsers.tries(queries.name_of(form.email.data), known.id if known else None)
    return signing_in.sign_in(
        email=form.email.data,
        password=form.password.data,
        tries=tries,
        browser=request.user_agent.string,
        today=clock.today(),
        now=clock.now(),
    )


def _let_in(entered):
    identity.enter(entered.token)
    if entered.step in NEXT:
        return redirect(url_for(NEXT[entered.step], **_kept_next()), 303)
    return known_browsers.remember(redirect(_onward(), 303), entered.account_id)


def _show_codes(token, codes):
    identity.enter(token)
    return render_template("accounts/recovery_codes.html", codes=codes, onward=_onward())


def _onward():
    return back.own_address(request.args.get("next"), url_for("desk.desk"))


def _kept_next():
    return {"next": _onward()} if "next" in request.args else {}


def _too_fast(seconds):
    return f"Đã thử nhiều lần. Hãy chờ {seconds} giây rồi thử lại."
