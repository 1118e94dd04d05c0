"""Return codes: 128 bits by which an answer is read later. Only the hash of a code is kept.

A code is derived from the secret of the installation, the ticket of the form (128 random bits, kept by
nobody) and what was sent: the same form sent twice makes one question and shows the same code again, another
text makes another one. The last two signs check the others, so that a slip of the pen is told at once.
"""

import hashlib
import hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without I, L, O and U, which are read as other signs."""
SIGNS, CHECK_SIGNS, GROUP = 26, 2, 4
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})


def derived(secret: str | bytes, ticket: str, *sent: str) -> str:
    """Return the code of what was sent with a form."""
    key = secret.encode() if isinstance(secret, str) else secret
    told = "\x00".join(("return code", ticket, *sent))
    return _written(hmac.new(key, told.encode(), hashlib.sha256).digest()[:16])


def grouped(code: str) -> str:
    """Return a code in groups of four: «8K3F 9TQ2 …»."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read(typed: str) -> str | None:
    """Return the code that somebody typed, however she wrote it; None when there is a slip in it."""
    plain = "".join(sign for sign in typed.upper().translate(_READ_AS) if sign in ALPHABET)
    body, check = plain[:SIGNS], plain[SIGNS:]
    return plain if len(plain) == SIGNS + CHECK_SIGNS and check == _check(body) else None


def key_of(code: str) -> str:
    """Return what is kept of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def is_key_of(key: str, code: str) -> bool:
    """Return whether a kept key belongs to a code, in the same time whatever the answer."""
    return hmac.compare_digest(key, key_of(code))


def _written(data: bytes) -> str:
    number, signs = int.from_bytes(data), []
    for _sign in range(SIGNS):
        number, rest = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[rest])
    body = "".join(reversed(signs))
    return body + _check(body)


def _check(body: str) -> str:
    first, second = hashlib.sha256(body.encode()).digest()[:2]
    return ALPHABET[first % 32] + ALPHABET[second % 32]
