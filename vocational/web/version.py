"""The version of what is published, known without asking the database.

Loading content leaves a stamp file; its time of change is the version. What staff publish leaves another.
The index has a stamp of its own: of what this process answers from, because a changed index takes a moment
to open. A page made in that moment is an old one, and must not pass for a new one.
"""

import hashlib
import os
from pathlib import Path

from vocational.search import queries as search

CODE = Path(__file__).resolve().parent.parent.parent
STAMP = "content.version"
WRITTEN = "written.version"


def code_version() -> str:
    """Return a hash of the code and templates, read once at start."""
    digest = hashlib.sha256()
    for folder in ("vocational", "templates", "static"):
        for path in sorted((CODE / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


class Version:
    """The current version of the published site, as one short text."""

    def __init__(self, content: Path, index: Path):
        self.code = code_version()
        self.content, self.index = content, index

    def __call__(self) -> str:
        """Return code version and stamps; costs one `stat` each."""
        written = _changed(self.content.with_name(WRITTEN))
        return f"{self.code}-{_changed(self.content)}-{written}-{search.version(self.index)}"


def _changed(path: Path) -> str:
    try:
        return f"{path.stat().st_mtime_ns:x}"
    except OSError:
        return "0"


def stamp(folder: Path, text: str) -> None:
    """Leave the stamp that tells every process that the content changed."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / STAMP).exists() and (folder / STAMP).read_text() == text:
        return
    fresh = folder / f"{STAMP}.new"
    fresh.write_text(text)
    fresh.replace(folder / STAMP)


def touch(folder: Path) -> None:
    """Leave the stamp that tells every process that staff changed what readers see."""
    try:
        # A file that is there takes a new time on a full disk, too.
        os.utime(folder / WRITTEN)
    except FileNotFoundError:
        (folder / WRITTEN).touch()
