"""Reading the index folder: which generation lives, what it is made of, and whether it is as it was written.

    folder/CURRENT               names the living generation and counts its commits; replaced in one step
    folder/generation-000003/    a Whoosh index, its vocabulary, and the checksums of its files

Whatever goes wrong while files are read is damage, and damage is always IndexDamaged: the caller has one
thing to do about it, and that is to build anew.
"""

import json
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from whoosh.index import FileIndex
from whoosh.reading import SegmentReader

from vocational.search.engine import files
from vocational.search.engine.answers import IndexDamaged, IndexMissing

FORMAT = 5
"""Raised whenever an index written before can no longer be read as it should."""

_PAUSES = (0.02, 0.1, 0.3)


@dataclass(frozen=True)
class Part:
    """One segment of an index as it is now: its name, its deleted documents, and how to open it."""

    name: str
    deleted: tuple[int, ...]
    documents: int
    reader: Callable[[], SegmentReader]


@dataclass(frozen=True)
class Opened:
    """A generation after a commit, as found in the folder."""

    generation: int
    commits: int
    parts: tuple[Part, ...]
    vocabulary: dict
    mark: str
    """The checksum of the vocabulary, to tell whether it is another one."""


def current(folder: str | Path) -> tuple[int, int]:
    """Return the living generation and its number of commits; raise IndexMissing or IndexDamaged."""
    try:
        text = (Path(folder) / "CURRENT").read_text(encoding="ascii", errors="replace")
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


def steadily(look: Callable[[], object]):
    """Return what a look at the folder gives; raise IndexDamaged only when the damage stays.

    A writer may take a file away between the look at CURRENT and the opening of what it names.
    """
    for pause in _PAUSES:
        try:
            return look()
        except IndexDamaged:
            time.sleep(pause)
    return look()


def open_current(folder: str | Path) -> Opened:
    """Return the living generation; raise IndexMissing or IndexDamaged."""
    number, commits = current(folder)
    living = named(folder, number)
    with damage(living):
        storage = files.Verified(str(living), manifest(living)["checksums"])
        found = storage.open_index()
        parts = tuple(_part(storage, found.schema, segment) for segment in found._segments())
        return Opened(number, commits, parts, *_marked_vocabulary(living))


def _part(storage, schema, segment):
    def opened():
        with damage(Path(storage.folder)):
            return SegmentReader(storage, schema, segment)

    deleted = tuple(sorted(segment.deleted_docs()))
    return Part(segment.segment_id(), deleted, segment.doc_count(), opened)


def named(folder: str | Path, number: int) -> Path:
    """Return the folder of a generation."""
    return Path(folder) / f"generation-{number:06d}"


@contextmanager
def damage(living: Path) -> Iterator[None]:
    """Turn whatever goes wrong while files are read into IndexDamaged; Whoosh raises plain Exceptions."""
    try:
        yield
    except (IndexDamaged, MemoryError):
        raise
    except Exception as error:
        raise IndexDamaged(f"{living.name}: {error!r}") from error


def checked(living: Path) -> FileIndex:
    """Return the Whoosh index of a generation whose files are all as they were written."""
    with damage(living):
        _compare(living, manifest(living))
        found = files.Durable(str(living)).open_index()
        for segment in found._segments():
            if not segment.is_compound() or not (living / segment.make_filename(".seg")).exists():
                raise IndexDamaged(f"{living.name}: a segment is missing")
        return found


def manifest(living: Path) -> dict:
    """Return what the last writer noted of a generation; raise IndexDamaged for another format."""
    with damage(living):
        noted = json.loads((living / "manifest.json").read_text(encoding="ascii"))
        if noted["format"] != FORMAT:
            raise IndexDamaged(f"{living.name} has format {noted['format']}, this engine reads {FORMAT}")
        return noted


def _compare(living, manifest):
    """Raise when a file is not as it was written; Whoosh never changes one.

    A file that is gone may have been merged by a commit whose process died before writing its manifest:
    whether it is missed, Whoosh itself knows.
    """
    for name, written in manifest["checksums"].items():
        if (living / name).exists() and checksum(living / name) != written:
            raise IndexDamaged(f"{name} is not as it was written")


def checksum(file: Path) -> int:
    """Return the checksum of a file."""
    seen = file.stat()
    return _checksum_of(file, seen.st_size, seen.st_mtime_ns, seen.st_ino)


@lru_cache(maxsize=1000)
def _checksum_of(file, size, changed, inode):
    """Read a file once for each state that it was in."""
    return crc32(file.read_bytes())


def vocabulary(living: Path) -> dict:
    """Return the vocabulary of a generation."""
    return _marked_vocabulary(living)[0]


def _marked_vocabulary(living):
    """Return the vocabulary and its checksum, which it carries itself: it is replaced without a commit."""
    file = living / "vocabulary.json"
    with damage(living):
        seen = file.stat()
        return _vocabulary_in(file, seen.st_size, seen.st_mtime_ns, seen.st_ino)


@lru_cache(maxsize=2)
def _vocabulary_in(file, size, changed, inode):
    """Read the vocabulary once for each state that it was in: it is large, and every commit asks for it."""
    written, text = file.read_text(encoding="utf-8").split("\n", 1)
    if f"{crc32(text.encode()):08x}" != written:
        raise IndexDamaged("the vocabulary is not as it was written")
    return json.loads(text), written
