"""The one door to Flask-Security: hashing passwords, codes of an authenticator app, recovery codes."""

import re
import unicodedata

from flask_security import Security, hash_password, verify_password
from flask_security.proxies import _security
from flask_security.totp import Totp

from vocational.accounts.models import Account

SHORTEST, LONGEST = 10, 128
COMMON = ("matkhau", "password", "123456", "qwerty", "huongnghiep", "abcdef")


class CountingTotp(Totp):
    """Codes of an authenticator app, each of which works once."""

    def get_last_counter(self, user: Account) -> int | None:
        """Return the number of the code used last."""
        return user.last_counter

    def set_last_counter(self, user: Account, tmatch) -> None:
        """Remember the number of a code that was used."""
        user.last_counter = tmatch.counter


def hashed(password: str) -> str:
    """Return the argon2 hash of a password."""
    return hash_password(_normal(password))


def fits(password: str, hash: str | None) -> bool:
    """Return whether a password fits a hash; takes the same time when there is no hash."""
    right = verify_password(_normal(password)[:LONGEST], hash or _no_hash())
    return right and hash is not None


def problems(password: str, *others: str) -> list[str]:
    """Return what is wrong with a password that somebody wants; `others` are words it may not hold."""
    text = _normal(password)
    plain = re.sub(r"\W", "", text.lower())
    said = []
    if not SHORTEST <= len(text) <= LONGEST:
        said.append(f"Mật khẩu dài từ {SHORTEST} đến {LONGEST} ký tự; một câu ngắn dễ nhớ là tốt nhất.")
    elif len(set(text)) < 5 or any(word in plain and len(plain) - len(word) < 5 for word in COMMON):
        said.append("Mật khẩu này dễ đoán; hãy chọn một câu ngắn mà người khác không nghĩ tới.")
    elif any(len(word) > 3 and word.lower() in text.lower() for word in others):
        said.append("Mật khẩu không được chứa tên đăng nhập.")
    return said


def new_secret() -> str:
    """Return a new secret for an authenticator app, encrypted for keeping."""
    return _totp().generate_totp_secret()


def app_address(secret: str, name: str) -> str:
    """Return the address that an authenticator app reads from a QR code."""
    return _totp().get_totp_uri(name, secret)


def typed_key(secret: str) -> str:
    """Return the secret as somebody types it into the app who cannot scan."""
    return _totp().get_totp_pretty_key(secret)


def code_fits(account: Account, code: str, secret: str | None = None) -> bool:
    """Return whether a code of the app is right now and was not used before; up to 30 s off is right."""
    secret, code = secret or account.tf_totp_secret, re.sub(r"\s", "", code)
    if not secret or not re.fullmatch(r"[0-9]{6}", code):
        return False
    return _totp().verify_totp(token=code, totp_secret=secret, user=account, window=30)


def new_recovery_codes(account: Account) -> list[str]:
    """Give an account new recovery codes in place of the old, and return them to be shown once."""
    return _extension()._mf_recovery_codes_util.create_recovery_codes(account)


def use_recovery_code(account: Account, code: str) -> bool:
    """Use up a recovery code; False when it is none."""
    util, code = _extension()._mf_recovery_codes_util, re.sub(r"[\s.]", "", code.lower())
    return bool(util.check_recovery_code(account, code)) and util.delete_recovery_code(account, code)


def _extension() -> Security:
    return _security._get_current_object()


def _totp() -> Totp:
    return _extension().totp_factory


def _no_hash() -> str:
    extension = _extension()
    if not hasattr(extension, "no_hash"):
        extension.no_hash = hash_password("nobody has this password")
    return extension.no_hash


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password)
