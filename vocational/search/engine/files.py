"""Files of an index: written so that no crash leaves half of one, read so that no damage goes unnoticed.

Whoosh never calls fsync, and removes the files of the commit before as soon as it has named those of the new
one. `Durable` therefore flushes all that is new before that naming. For readers Whoosh maps files into memory
and copies parts of them; `Verified` reads a file once, compares it with its checksum and hands out views of
the very bytes that were compared: what happens to the disk afterwards harms no reader that is open.
"""

import os
from io import SEEK_CUR, SEEK_END, UnsupportedOperation
from pathlib import Path
from zlib import crc32

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile

from vocational.search.engine.answers import IndexDamaged

_AHEAD = 512


class Durable(FileStorage):
    """A folder in which a file gets its final name only after everything new is on the disk."""

    supports_mmap = False

    def rename_file(self, oldname, newname, safe=False):
        """Flush all files of the folder, rename one of them, and flush the folder."""
        flush_all(self.folder)
        super().rename_file(oldname, newname, safe)
        flush(self.folder)


class Verified(FileStorage):
    """A folder whose files are read as a whole and compared with checksums; one without is taken as it is."""

    readonly = True
    supports_mmap = False

    def __init__(self, path: str, checksums: dict[str, int]):
        super().__init__(path, supports_mmap=False, readonly=True)
        self._checksums = checksums

    def open_file(self, name, **kwargs):
        """Return a file in memory; raise IndexDamaged when it is not as it was written."""
        whole = Path(self._fpath(name)).read_bytes()
        if name in self._checksums and crc32(whole) != self._checksums[name]:
            raise IndexDamaged(f"{name} is not as it was written")
        return View(memoryview(whole), name=name)


class View(BufferFile):
    """A file, or a part of one, that shares its bytes with the whole."""

    def __init__(self, buffer, name=None):
        super().__init__(b"", name=name)
        self._buf = buffer
        self.file = _Cursor(buffer)

    def subset(self, position, length, name=None):
        """Return a part of the file; Whoosh's own would copy it."""
        return View(self._buf[position : position + length], name=name or self._name)


class _Cursor:
    """A place in a buffer to read from, as far as Whoosh and pickle ask for it."""

    def __init__(self, buffer):
        self._buffer = buffer
        self._place = 0

    def read(self, size=-1):
        start = self._place
        end = len(self._buffer) if size is None or size < 0 else min(start + size, len(self._buffer))
        self._place = max(start, end)
        return bytes(self._buffer[start:end])

    def peek(self, size=0):
        """Return what comes next without moving on: pickle reads ahead where it may."""
        return bytes(self._buffer[self._place : self._place + _AHEAD])

    def readinto(self, target):
        part = self.read(len(target))
        target[: len(part)] = part
        return len(part)

    def readline(self):
        line = b""
        while (part := self.peek()) and b"\n" not in part:
            line += self.read(len(part))
        return line + self.read(part.find(b"\n") + 1)

    def seek(self, place, whence=0):
        base = {0: 0, SEEK_CUR: self._place, SEEK_END: len(self._buffer)}[whence]
        self._place = base + place
        return self._place

    def tell(self):
        return self._place

    def close(self):
        self._buffer = memoryview(b"")

    def write(self, _bytes):
        raise UnsupportedOperation("an index is never written to through a reader")


def replace(path: Path, text: str) -> None:
    """Write a small file in one step: the old one or the new one is there, never a part."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def flush_all(folder) -> None:
    """Force the files of a folder, and its list of them, to the disk."""
    for entry in os.scandir(folder):
        if entry.is_file():
            flush(entry.path)
    flush(folder)


def flush(path) -> None:
    """Force a file or folder to the disk; systems that cannot open folders (Windows) skip those."""
    if os.name == "nt" and os.path.isdir(path):
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
