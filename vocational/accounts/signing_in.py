"""What happens at the door: password, second step, sessions; each coming and going is written down."""

from dataclasses import dataclass
from datetime import date, datetime

from vocational.accounts import audit, credentials, queries, refusals, roles, sessions, throttle
from vocational.accounts.models import Account, AuthSession
from vocational.accounts.roles import Actor
from vocational.accounts.throttle import Tries
from vocational.storage import db, writing


@dataclass(frozen=True)
class Entered:
    """How far somebody got: the secret for her cookie and what is still to be done; or how long to wait.

    No token and no wait: name and password, or the code, did not fit.
    """

    token: str = ""
    step: str = ""
    account_id: int = 0
    wait: int = 0


def sign_in(*, email: str, password: str, tries: Tries, browser: str, today: date, now: datetime) -> Entered:
    """Look at name and password; what does not fit is never told apart."""
    wait = throttle.try_once(tries, now=now)
    account = queries.account_named(email)
    whose = account.id if account is not None else refusals.UNKNOWN
    if wait:
        return _refused(whose, refusals.PASSWORD, now, wait)
    # The password is looked at in any case: how long that takes must not tell who has an account.
    hash = account.password if account is not None and account.active else None
    actor = queries.actor(account, today) if credentials.fits(password, hash) else None
    if actor is None or not actor.assignments:
        return _refused(whose, refusals.PASSWORD, now)
    step = _next_step(account, actor)
    with writing():
        throttle.forget(tries)
        token = _start(account, step=step, browser=browser, now=now)
    return Entered(token, step, account.id)


def second_step(session: AuthSession, *, code: str, tries: Tries, now: datetime) -> Entered:
    """Look at a code of the app, or a recovery code, which is used up."""
    whose = session.account_id
    if wait := throttle.try_once(tries, now=now):
        return _refused(whose, refusals.CODE, now, wait)
    with writing():
        account = queries.account(whose)
        by_app = credentials.code_fits(account, code)
        fits = by_app or credentials.use_recovery_code(account, code)
        token = _after_code(session, account, by_app, tries, now) if fits else ""
    return Entered(token, sessions.SIGNED_IN, whose) if fits else _refused(whose, refusals.CODE, now)


def _after_code(session: AuthSession, account: Account, by_app: bool, tries: Tries, now: datetime) -> str:
    """Begin the session after the second step, and return what its cookie is to hold."""
    if not by_app:
        left = {"left": len(account.mf_recovery_codes or [])}
        audit.record(_post(account), "second-step.recovery", f"account:{account.id}", None, left, now)
    throttle.forget(tries)
    db.session.delete(db.session.get(AuthSession, session.id))
    return _start(account, step=sessions.SIGNED_IN, browser=session.browser, now=now)


def app_setup(session: AuthSession) -> tuple[str, str]:
    """Return what an app is set up with, as the address in a QR code and as a key to type.

    The secret is of this session alone: who else knows the password must not have seen it.
    """
    if not session.secret:
        with writing():
            session.secret = credentials.new_secret()
    secret = session.secret
    return credentials.app_address(secret, session.account.email), credentials.typed_key(secret)


def set_up(session: AuthSession, *, code: str, now: datetime) -> tuple[str, list[str]] | None:
    """Take the app into use when its first code fits; return a new cookie secret and recovery codes."""
    with writing():
        account, secret = queries.account(session.account_id), session.secret
        account.last_counter = None
        if not secret or not credentials.code_fits(account, code, secret):
            db.session.rollback()
            return None
        account.tf_totp_secret, account.tf_primary_method = secret, "authenticator"
        codes = credentials.new_recovery_codes(account)
        sessions.end_all(account.id)
        audit.record(_post(account), "second-step.set", f"account:{account.id}", None, None, now)
        token = _start(account, step=sessions.SIGNED_IN, browser=session.browser, now=now)
    return token, codes


def sign_out(token: str, *, by: Actor, now: datetime) -> None:
    """End a session at once."""
    with writing():
        sessions.end(token)
        audit.record(by, "session.end", f"account:{by.account_id}", None, None, now)


def sign_out_everywhere(*, by: Actor, now: datetime) -> None:
    """End all sessions of somebody at once."""
    with writing():
        sessions.end_all(by.account_id)
        audit.record(by, "session.end-all", f"account:{by.account_id}", None, None, now)


def _next_step(account: Account, actor: Actor) -> str:
    if account.has_second_step:
        return sessions.CODE
    return sessions.SETUP if roles.needs_second_step(actor) else sessions.SIGNED_IN


def _refused(whose: int, step: str, now: datetime, wait: int = 0) -> Entered:
    refusals.count(whose, step=step, slowed=bool(wait), now=now)
    return Entered(wait=wait)


def _start(account: Account, *, step: str, browser: str, now: datetime) -> str:
    token = sessions.start(account, step=step, browser=browser, now=now)
    if step == sessions.SIGNED_IN:
        refusals.tell_of(account.id, now=now)
        audit.record(_post(account), "session.start", f"account:{account.id}", None, None, now)
    return token


def _post(account: Account) -> Actor:
    return Actor(account.id, account.post)
