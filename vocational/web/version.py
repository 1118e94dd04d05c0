"""The version of what is published, known without asking the database.

Loading content and switching the index each leave a stamp file; its time of change is the version.
"""

import hashlib
from pathlib import Path

CODE = Path(__file__).resolve().parent.parent.parent
STAMP = "content.version"


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

    def __init__(self, stamps: list[Path]):
        self.code = code_version()
        self.stamps = stamps

    def __call__(self) -> str:
        """Return code version and stamps; costs one `stat` a stamp."""
        return "-".join([self.code, *map(_changed, self.stamps)])


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
