"""Letters by mail, where the office has a mail server (`SMTP_URL`); without one everything works by hand."""

import logging
import smtplib
import ssl
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from flask import Flask, current_app

from vocational.web import background

SECONDS = 20
log = logging.getLogger(__name__)


def is_set() -> bool:
    """Return whether letters can be sent."""
    return bool(current_app.config["SMTP_URL"])


def send(to: str, subject: str, text: str) -> None:
    """Send a letter beside the site; a failure stands in the log, for nobody waits for it."""
    app = current_app._get_current_object()
    letter = _letter(app, to, subject, text)
    background.start_once(app, f"mail {id(letter)}", lambda: _deliver(app, letter))


def send_each(to: list[str], subject: str, text: str) -> None:
    """Send the same letter to many, each alone and one after the other, beside the site."""
    app = current_app._get_current_object()
    letters = [_letter(app, one, subject, text) for one in to]
    background.start_once(app, f"mail {id(letters)}", lambda: _deliver_all(app, letters))


def _letter(app: Flask, to: str, subject: str, text: str) -> EmailMessage:
    letter = EmailMessage()
    letter["To"], letter["Subject"] = to, subject
    letter["From"] = app.config["MAIL_FROM"] or unquote(urlsplit(app.config["SMTP_URL"]).username or to)
    letter.set_content(text)
    return letter


def _deliver_all(app: Flask, letters: list[EmailMessage]) -> None:
    for letter in letters:
        try:
            _deliver(app, letter)
        except (OSError, smtplib.SMTPException) as error:
            log.warning("A letter could not be sent: %s", error)


def _deliver(app: Flask, letter: EmailMessage) -> None:
    server = urlsplit(app.config["SMTP_URL"])
    secure = ssl.create_default_context()
    if server.scheme == "smtps":
        with smtplib.SMTP_SSL(server.hostname, server.port or 465, timeout=SECONDS, context=secure) as line:
            _hand_over(line, server, letter)
        return
    with smtplib.SMTP(server.hostname, server.port or 587, timeout=SECONDS) as line:
        if server.username:
            line.starttls(context=secure)
        _hand_over(line, server, letter)


def _hand_over(line, server, letter):
    if server.username:
        line.login(unquote(server.username), unquote(server.password or ""))
    line.send_message(letter)
