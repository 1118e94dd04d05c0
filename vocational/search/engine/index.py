"""The index folder: full builds beside the living one, one atomic switch, small commits, detection of damage.

generations.py says what the folder holds. Writers hold folder/writer.lock.

Everything is flushed to disk before CURRENT speaks of it (files.py). One generation before the living one is
kept, so that a reader that has just read CURRENT still finds what it names. The lock is one of the operating
system: it ends with its process, however that ends, and a file that is left of it locks nothing.
"""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.query import Or, Term
from whoosh.util.filelock import try_for

from vocational.search.engine import files, generations, schema
from vocational.search.engine.answers import IndexBusy, IndexDamaged, IndexMissing, Status

_GENERATION = re.compile(r"generation-(\d{6})$")
_WAIT_SECONDS = 20
_BLOCK = 4096
"""Postings in one block; blocks are read as a whole, so that few and large ones are read fastest."""


def build(folder: str | Path, documents: Iterable[dict], vocabulary: dict) -> Status:
    """Build a new generation from all documents and switch to it; the living one answers until then."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with _writing(folder):
        number = max(_numbers(folder), default=0) + 1
        made = generations.named(folder, number)
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
        number, commits = generations.current(folder)
        living = generations.named(folder, number)
        writer = generations.checked(living).writer(timeout=_WAIT_SECONDS, codec=W3Codec(blocklimit=_BLOCK))
        with _committing(writer):
            _write_changes(writer, changes)
        _write_manifest(living, generations.manifest(living)["built_at"])
        _switch(folder, number, commits + 1)
    return status(folder)


def revise(folder: str | Path, vocabulary: dict) -> Status:
    """Replace the vocabulary of the living generation."""
    folder = Path(folder)
    with _writing(folder):
        number, commits = generations.current(folder)
        generations.checked(generations.named(folder, number))
        _write_vocabulary(generations.named(folder, number), vocabulary)
        _switch(folder, number, commits + 1)
    return status(folder)


def status(folder: str | Path) -> Status:
    """Return the state of the index folder; never raises because of what is in it."""
    try:
        return generations.steadily(lambda: _status(folder))
    except IndexMissing as error:
        return Status("missing", problem=str(error))
    except IndexDamaged as error:
        return Status("damaged", problem=str(error))


def _status(folder):
    number, commits = generations.current(folder)
    living = generations.named(folder, number)
    found = generations.checked(living)
    generations.vocabulary(living)
    with generations.damage(living):
        size = sum(file.stat().st_size for file in living.iterdir() if file.is_file())
        built_at = generations.manifest(living)["built_at"]
        return Status("ready", number, commits, found.doc_count(), built_at, size)


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
    found = files.Durable(str(made)).create_index(schema.schema())
    writer = found.writer(limitmb=256, codec=W3Codec(blocklimit=_BLOCK))
    with _committing(writer, optimize=True):
        for document in {document["id"]: document for document in documents}.values():
            writer.add_document(**schema.row(document))
    _write_vocabulary(made, vocabulary)
    _write_manifest(made, datetime.now(UTC).isoformat(timespec="seconds"))


@contextmanager
def _committing(writer, **how):
    """Commit what a block wrote; let go of all files when it, or the commit itself, breaks off."""
    try:
        yield
        writer.commit(**how)
    except BaseException:
        # What broke off is told; that a half closed writer cannot be closed twice is not.
        with suppress(Exception):
            writer.cancel()
        raise


def _write_changes(writer, changes):
    # Whoosh's own `update_document` opens the whole index for each of them.
    writer.delete_by_query(Or([Term("id", key) for key in changes]))
    for key, document in changes.items():
        if document is not None:
            writer.add_document(**schema.row({**document, "id": key}))


def _write_vocabulary(living, vocabulary):
    text = json.dumps(vocabulary, ensure_ascii=False)
    files.replace(living / "vocabulary.json", f"{crc32(text.encode()):08x}\n{text}")


def _write_manifest(living, built_at):
    written = [file for file in living.iterdir() if file.suffix in (".seg", ".toc")]
    checksums = {file.name: generations.checksum(file) for file in written}
    manifest = {"format": generations.FORMAT, "built_at": built_at, "checksums": checksums}
    files.replace(living / "manifest.json", json.dumps(manifest))
    files.flush_all(living)


def _switch(folder, number, commits):
    files.replace(folder / "CURRENT", f"generation-{number:06d} {commits}\n")
    files.flush(folder)


def _numbers(folder):
    matches = (_GENERATION.match(path.name) for path in folder.iterdir())
    return [int(match[1]) for match in matches if match]


def _remove_old(folder, living):
    for number in _numbers(folder):
        if number < living - 1:
            shutil.rmtree(generations.named(folder, number), ignore_errors=True)
