"""The index folder: full builds beside the living one, one atomic switch, small commits, detection of damage.

    folder/CURRENT               names the living generation and counts its commits; replaced in one step
    folder/generation-000003/    a Whoosh index, the vocabulary it was built with, and a manifest
    folder/writer.lock           held by whoever builds or applies changes

Whoosh never calls fsync, so everything is flushed to disk here before CURRENT speaks of it. One generation
before the living one is kept, so that a reader that has just read CURRENT still finds what it names.
"""

import json
import os
import re
import shutil
import time
from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from whoosh import index as whoosh_index
from whoosh.filedb.filestore import FileStorage
from whoosh.util.filelock import try_for

from vocational.search.engine import schema
from vocational.search.engine.answers import IndexBusy, IndexDamaged, IndexMissing, Status

FORMAT = 2
"""Raised whenever an index written before can no longer be read as it should."""

_GENERATION = re.compile(r"generation-(\d{6})$")
_WAIT_SECONDS = 20
_PAUSES = (0.05,)


def build(folder: str | Path, documents: Iterable[dict], vocabulary: dict) -> Status:
    """Build a new generation from all documents and switch to it; the living one answers until then."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with _writing(folder):
        number = max(_generations(folder), default=0) + 1
        made = folder / f"generation-{number:06d}"
        try:
            _fill(made, documents, vocabulary)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
        _switch(folder, number, commits=0)
        _remove_old(folder, number)
    return status(folder)


def apply(folder: str | Path, changes: Mapping[str, dict | None]) -> Status:
    """Commit changes to the living generation: id → the document that replaces it, or None to delete it."""
    folder = Path(folder)
    with _writing(folder):
        number, commits = current(folder)
        living = folder / f"generation-{number:06d}"
        writer = _opened(living).writer(timeout=_WAIT_SECONDS)
        try:
            _write_changes(writer, changes)
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
        _write_manifest(living, _manifest(living)["built_at"])
        _switch(folder, number, commits + 1)
    return status(folder)


def current(folder: str | Path) -> tuple[int, int]:
    """Return the living generation and its number of commits; raise IndexMissing or IndexDamaged."""
    try:
        text = (Path(folder) / "CURRENT").read_text(encoding="ascii")
    except FileNotFoundError:
        raise IndexMissing(f"no index in {folder}") from None
    match = re.fullmatch(r"generation-(\d{6}) (\d+)\n", text)
    if not match:
        raise IndexDamaged("CURRENT is unreadable")
    return int(match[1]), int(match[2])


def stamp(folder: str | Path) -> tuple[int, int] | None:
    """Return a value that changes whenever the index does, from one look at CURRENT; None when missing."""
    try:
        seen = os.stat(os.path.join(folder, "CURRENT"))
    except FileNotFoundError:
        return None
    return seen.st_mtime_ns, seen.st_ino


def open_current(folder: str | Path):
    """Return (generation number, commits, Whoosh reader, vocabulary) of the living generation.

    A writer may take a file away between the look at CURRENT and the opening; what is damaged stays so.
    """
    for pause in _PAUSES:
        try:
            return _open_once(folder)
        except IndexDamaged:
            time.sleep(pause)
    return _open_once(folder)


def _open_once(folder):
    number, commits = current(folder)
    living = Path(folder) / f"generation-{number:06d}"
    found = _opened(living)
    try:
        vocabulary = json.loads((living / "vocabulary.json").read_text(encoding="utf-8"))
        return number, commits, found.reader(), vocabulary
    except (OSError, ValueError, KeyError, EOFError, AssertionError) as error:
        raise IndexDamaged(str(error)) from error


def status(folder: str | Path) -> Status:
    """Return the state of the index folder; never raises because of what is in it."""
    try:
        number, commits, reader, _ = open_current(folder)
    except IndexMissing as error:
        return Status("missing", problem=str(error))
    except IndexDamaged as error:
        return Status("damaged", problem=str(error))
    living = Path(folder) / f"generation-{number:06d}"
    with reader:
        documents = reader.doc_count()
    size = sum(file.stat().st_size for file in living.iterdir() if file.is_file())
    return Status("ready", number, commits, documents, _manifest(living)["built_at"], size)


@contextmanager
def _writing(folder):
    try:
        lock = FileStorage(str(folder)).lock("writer.lock")
        held = try_for(lock.acquire, timeout=_WAIT_SECONDS, delay=0.05)
    except FileNotFoundError:
        raise IndexMissing(f"no index in {folder}") from None
    if not held:
        raise IndexBusy(f"another writer is at work in {folder}")
    try:
        yield
    finally:
        lock.release()


def _fill(made, documents, vocabulary):
    made.mkdir()
    found = FileStorage(str(made)).create_index(schema.schema())
    writer = found.writer(limitmb=256)
    try:
        for document in {document["id"]: document for document in documents}.values():
            writer.add_document(**schema.row(document))
    except BaseException:
        writer.cancel()
        raise
    writer.commit(optimize=True)
    (made / "vocabulary.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    _write_manifest(made, datetime.now(UTC).isoformat(timespec="seconds"))


def _write_changes(writer, changes):
    for key, document in changes.items():
        if document is None:
            writer.delete_by_term("id", key)
        else:
            writer.update_document(**schema.row({**document, "id": key}))


def _opened(living):
    try:
        manifest = _manifest(living)
        _compare(living, manifest)
        return FileStorage(str(living)).open_index()
    except (OSError, whoosh_index.IndexError, ValueError, KeyError, EOFError, AttributeError) as error:
        raise IndexDamaged(f"{living.name}: {error}") from error


def _manifest(living):
    manifest = json.loads((living / "manifest.json").read_text(encoding="ascii"))
    if manifest["format"] != FORMAT:
        raise IndexDamaged(f"{living.name} has format {manifest['format']}, this engine reads {FORMAT}")
    return manifest


def _compare(living, manifest):
    """Raise when a file is not as it was written; Whoosh never changes one.

    A file that is gone may have been merged by a commit whose process died before writing its manifest:
    whether it is missed, Whoosh itself knows.
    """
    for name, written in manifest["checksums"].items():
        if (living / name).exists() and _checksum(living / name) != written:
            raise IndexDamaged(f"{name} is not as it was written")


def _checksum(file):
    seen = file.stat()
    return _checksum_of(file, seen.st_size, seen.st_mtime_ns, seen.st_ino)


@lru_cache(maxsize=1000)
def _checksum_of(file, size, changed, inode):
    """Read a file once for each state that it was in."""
    return crc32(file.read_bytes())


def _write_manifest(living, built_at):
    files = [file for file in living.iterdir() if file.suffix in (".seg", ".toc")]
    checksums = {file.name: _checksum(file) for file in files}
    manifest = {"format": FORMAT, "built_at": built_at, "checksums": checksums}
    _replace(living / "manifest.json", json.dumps(manifest))
    for file in living.iterdir():
        _flush(file)
    _flush(living)


def _switch(folder, number, commits):
    _replace(folder / "CURRENT", f"generation-{number:06d} {commits}\n")
    _flush(folder)


def _replace(path, text):
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="ascii", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def _flush(path):
    """Force a file or folder to the disk; systems that cannot open folders (Windows) skip those."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _generations(folder):
    matches = (_GENERATION.match(path.name) for path in folder.iterdir())
    return [int(match[1]) for match in matches if match]


def _remove_old(folder, living):
    for number in _generations(folder):
        if number < living - 1:
            shutil.rmtree(folder / f"generation-{number:06d}", ignore_errors=True)
