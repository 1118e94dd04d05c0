"""Static files under names that carry a hash of their content, so that browsers may keep them for a year."""

import gzip
import hashlib
import re
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
COMPRESSED = {".css", ".js", ".svg", ".webmanifest", ".txt", ".xml"}
REFERENCE = re.compile(r"url\(([\"']?)(?!data:|#)([^)\"']+)\1\)")
ICON = re.compile(r'"src": "([^"]+)"')


def build(target: Path, source: Path = STATIC) -> dict[str, str]:
    """Copy every static file into `target` under its hashed name and return name → hashed name.

    Style sheets and the manifest come last: the addresses inside them are replaced by hashed ones.
    """
    target.mkdir(parents=True, exist_ok=True)
    names: dict[str, str] = {}
    for path in sorted(
        source.rglob("*"), key=lambda path: (path.suffix in {".css", ".webmanifest"}, str(path))
    ):
        if path.is_file():
            name = path.relative_to(source).as_posix()
            names[name] = _write(target, name, _with_hashed_references(path, names))
    return names


def _with_hashed_references(path: Path, names: dict[str, str]) -> bytes:
    data = path.read_bytes()
    if path.suffix == ".webmanifest":
        return ICON.sub(lambda match: f'"src": "{names[match[1]]}"', data.decode()).encode()
    if path.suffix != ".css":
        return data
    text = REFERENCE.sub(lambda match: f"url({names[match[2]]})", data.decode())
    return text.encode()


def _write(target: Path, name: str, data: bytes) -> str:
    stem, dot, suffix = name.rpartition(".")
    hashed = f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}{dot}{suffix}"
    file = target / hashed
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        if f".{suffix}" in COMPRESSED:
            # The date inside a gzip header would give each build other bytes.
            file.with_name(file.name + ".gz").write_bytes(gzip.compress(data, 9, mtime=0))
        file.write_bytes(data)
    return hashed


def never_changes(_path: str, url: str) -> bool:
    """Tell WhiteNoise which addresses carry a hash."""
    return bool(re.search(r"\.[0-9a-f]{10}\.\w+$", url))
