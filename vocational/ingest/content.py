"""The content folder as a whole: its kinds of entries, and everything that is wrong with them."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from pydantic import ValidationError

from vocational.ingest import readers
from vocational.ingest.kinds import IGNORED, KINDS, Kind
from vocational.ingest.problems import Problem, worded
from vocational.ingest.readers import Entry, Unreadable
from vocational.ingest.references import references
from vocational.ingest.rooms import CHECKS

READERS: dict[str, Callable] = {
    ".yaml": readers.yaml_entries,
    ".md": readers.markdown_entries,
    ".csv": readers.csv_entries,
}

KEY_FIELDS = ("id", "slug", "code")


@dataclass(frozen=True)
class Found:
    """A valid entry and where it stands."""

    value: object
    entry: Entry

    def problem(self, path: tuple, says: str) -> Problem:
        """Return a problem with one part of this entry."""
        name = ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in path)
        return Problem(self.entry.file, self.entry.line_of(path), name or "(cả mục)", says)


class Content:
    """A content folder; small kinds are kept after the first reading, CSV rows are read anew each time."""

    def __init__(self, folder: Path):
        self.folder = Path(folder)
        self._kept: dict[str, list[Found]] = {}
        self._keys: dict[str, set[str]] = {}
        self._faulty: dict[str, set[str]] = {}

    def entries(self, kind: str) -> Iterator:
        """Yield the valid entries of a kind."""
        for found in self.found(kind):
            yield found.value

    def found(self, kind: str) -> Iterator[Found]:
        """Yield the valid entries of a kind with their places."""
        for result in self._read(KINDS[kind]):
            if isinstance(result, Found):
                yield result

    def keys(self, kind: str) -> set[str]:
        """Return the keys of all entries of a kind, faulty ones included: one fault, one problem."""
        if kind not in self._keys:
            valid = {entry.key for entry in self.entries(kind)}
            self._keys[kind] = valid | self._faulty.get(kind, set())
        return self._keys[kind]

    def problems(self) -> list[Problem]:
        """Return everything a curator has to put right, by file and line."""
        found = [*self._strays(), *self._faults(), *self._doubles(), *self._loose_ends()]
        for check in CHECKS:
            found.extend(check(self))
        return sorted(set(found))

    def digest(self) -> str:
        """Return a hash of all files; it changes when anything in the folder does."""
        digest = hashlib.sha256()
        for path in self._files():
            digest.update(f"{path.relative_to(self.folder)}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def _files(self) -> list[Path]:
        return sorted(
            path for path in self.folder.rglob("*") if path.is_file() and not path.name.startswith(".")
        )

    def _files_of(self, kind: Kind) -> list[Path]:
        return sorted(path for path in self.folder.glob(kind.files) if path.is_file())

    def _read(self, kind: Kind) -> Iterator[Found | Problem]:
        if kind.name in self._kept:
            yield from self._kept[kind.name]
            return
        kept = []
        for path in self._files_of(kind):
            for result in self._read_file(kind, path):
                yield result
                if path.suffix != ".csv":
                    kept.append(result)
        if not kind.files.endswith(".csv"):
            self._kept[kind.name] = kept

    def _read_file(self, kind: Kind, path: Path) -> Iterator[Found | Problem]:
        name = path.relative_to(self.folder).as_posix()
        try:
            for entry in READERS[path.suffix](path, name):
                try:
                    yield Found(kind.schema.model_validate(entry.data), entry)
                except ValidationError as error:
                    self._note_faulty(kind, entry)
                    yield from worded(name, entry.line_of, error)
        except Unreadable as error:
            yield error.problem

    def _note_faulty(self, kind: Kind, entry: Entry) -> None:
        keys = (str(entry.data[name]) for name in KEY_FIELDS if name in entry.data)
        self._faulty.setdefault(kind.name, set()).update(keys)

    def _strays(self) -> Iterator[Problem]:
        patterns = [kind.files for kind in KINDS.values()] + list(IGNORED)
        for path in self._files():
            name = path.relative_to(self.folder).as_posix()
            if not any(fnmatch(name, pattern) for pattern in patterns):
                yield Problem(name, 1, "(tệp)", "trang không dùng tệp này; xem lại tên và thư mục")

    def _faults(self) -> Iterator[Problem]:
        for kind in KINDS.values():
            if kind.required and not self._files_of(kind):
                yield Problem(kind.files, 1, "(tệp)", "thiếu tệp này")
            for result in self._read(kind):
                if isinstance(result, Problem):
                    yield result

    def _doubles(self) -> Iterator[Problem]:
        for kind in KINDS.values():
            seen: dict[str, str] = {}
            for found in self.found(kind.name):
                key, place = found.value.key, f"{found.entry.file}:{found.entry.line}"
                if key in seen:
                    yield found.problem((), f"trùng mã «{key}» với {seen[key]}; mỗi mục phải có mã riêng")
                else:
                    seen[key] = place

    def _loose_ends(self) -> Iterator[Problem]:
        for kind in KINDS.values():
            for found in self.found(kind.name):
                for path, target, key in references(found.value):
                    if key not in self.keys(target):
                        yield found.problem(path, f"không có «{key}» trong {KINDS[target].files}; xem lại mã")
