"""Who asks: staff by a cookie that stands for a session kept at the server; everybody else is nobody."""

import hashlib
import hmac
import os
import secrets
from base64 import urlsafe_b64encode
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, current_app, g, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_security import Security, SQLAlchemyUserDatastore
from flask_wtf import CSRFProtect
from sqlalchemy.exc import OperationalError

from vocational.accounts import credentials, queries, roles, sessions
from vocational.accounts.models import Account, AuthSession
from vocational.accounts.roles import Actor, Reach
from vocational.storage import db
from vocational.web import clock
from vocational.web.qr import qr

COOKIE = "ban_lam_viec"
TOKEN = "token"
ASKING = "staff.asking"
KEY_FILE = "secret.key"
csrf = CSRFProtect()


class StaffSessions(SecureCookieSessionInterface):
    """Cookies for those who sign in only: an answer to anybody else neither sets one nor varies by it."""

    def save_session(self, app, session, response):
        """Leave an answer alone when no cookie came and none is needed."""
        if session.modified or request.cookies.get(app.config["SESSION_COOKIE_NAME"]):
            super().save_session(app, session, response)


def init(app: Flask) -> None:
    """Let the site know its staff."""
    app.session_interface = StaffSessions()
    app.secret_key = app.config["SECRET_KEY"] or _kept_key(Path(app.config["DATA_DIR"]))
    app.config.update(_cookie_settings(app), **_security_settings(app))
    csrf.init_app(app)
    provider = app.json
    security = Security(
        app,
        SQLAlchemyUserDatastore(db, Account, None),
        register_blueprint=False,
        totp_cls=credentials.CountingTotp,
    )
    app.json = provider
    # Roles are a table of our own; and nobody signs in by a word in an address.
    app.before_request_funcs[None].remove(security.principal._on_before_request)
    security.login_manager.request_loader(lambda _request: None)
    security.login_manager.user_loader(lambda _id: None)
    app.jinja_env.globals.update(actor=actor, qr=qr)


def _cookie_settings(app: Flask) -> dict:
    site = urlsplit(app.config["SITE_URL"])
    return {
        "SESSION_COOKIE_NAME": COOKIE,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": site.scheme == "https",
        "SESSION_REFRESH_EACH_REQUEST": False,
        "WTF_CSRF_CHECK_DEFAULT": False,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
        "REMEMBER_COOKIE_REFRESH_EACH_REQUEST": False,
    }


def _security_settings(app: Flask) -> dict:
    derived = hashlib.sha256(b"authenticator apps" + _bytes(app.secret_key)).hexdigest()
    return {
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SCHEMES": ["argon2"],
        "SECURITY_PASSWORD_SINGLE_HASH": True,
        "SECURITY_JOIN_USER_ROLES": False,
        "SECURITY_CLI_USERS_NAME": None,
        "SECURITY_CLI_ROLES_NAME": None,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_N": 8,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS": [_fernet_key(app.secret_key)],
        "SECURITY_TOTP_SECRETS": {"1": derived},
        "SECURITY_TOTP_ISSUER": urlsplit(app.config["SITE_URL"]).hostname,
        "SECURITY_FRESHNESS": timedelta(0),
    }


def _fernet_key(key) -> bytes:
    return urlsafe_b64encode(hashlib.sha256(b"recovery codes" + _bytes(key)).digest())


def _bytes(key: str | bytes) -> bytes:
    return key.encode() if isinstance(key, str) else key


def _kept_key(folder: Path) -> str:
    """Return the secret of this installation, made at the first start and readable by its owner only."""
    path = folder / KEY_FILE
    fresh = folder / f"{KEY_FILE}.{os.getpid()}"
    if not path.exists():
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
        with suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    return path.read_text().strip()


def enter(token: str) -> None:
    """Give the browser a fresh cookie for a session; what an old one held is gone."""
    leave()
    session[TOKEN] = token


def leave() -> None:
    """Take the cookie's contents away."""
    session.clear()
    # Flask-WTF keeps the token of a form beside the cookie.
    g.pop("csrf_token", None)
    request.environ.pop(ASKING, None)


def token() -> str | None:
    """Return the secret that the cookie holds."""
    return session.get(TOKEN)


def auth_session() -> AuthSession | None:
    """Return the session of this request, finished or not; None for visitors and when it is over."""
    return _asking()[0]


def actor() -> Actor | None:
    """Return who is signed in, with what she may do today; None for nobody, or who may nothing any more."""
    return _asking()[1]


def reach(verb: str) -> Reach:
    """Return where whoever is signed in may do something."""
    return roles.reach(actor(), verb)


def _asking() -> tuple[AuthSession | None, Actor | None]:
    """Return session and actor of this request, looked up once."""
    if ASKING not in request.environ:
        request.environ[ASKING] = _looked_up() if request.cookies.get(COOKIE) else (None, None)
    return request.environ[ASKING]


def _looked_up():
    now = clock.now()
    row = sessions.found(token(), now=now)
    if row is None or row.step != sessions.SIGNED_IN:
        return row, None
    # Who only reads is not to be stopped by a full disk.
    with suppress(OperationalError):
        sessions.note_seen(row, now=now)
    found = queries.actor(row.account, clock.today())
    lacks_second_step = roles.needs_second_step(found) and not row.account.has_second_step
    return row, None if lacks_second_step or not found.assignments else found


def keyed(text: str) -> str:
    """Return a key for the counters of tries, which cannot be turned back into what it stands for."""
    return hmac.new(_bytes(current_app.secret_key), text.encode(), "sha256").hexdigest()
