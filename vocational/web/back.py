"""Where to go after signing in: an address of this site and nothing else."""

import re
from urllib.parse import urlsplit

from flask import request

# Browsers read «/\evil» as «//evil», and drop tabs and line ends before they read.
OWN = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")


def own_address(text: str | None, otherwise: str) -> str:
    """Return a path of this site as it stands; anything else gives the other address."""
    text = text or ""
    if len(text) > 2000 or not OWN.fullmatch(text):
        return otherwise
    parts = urlsplit(text)
    within = text.startswith(f"{request.script_root}/")
    return text if within and not parts.scheme and not parts.netloc else otherwise
