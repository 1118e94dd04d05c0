"""The snapshots that this process keeps open, one per folder, each renewed when its index changes.

No search waits for a renewal: when a look at the folder shows a change, searches go on with the old snapshot
while one thread opens and warms the new one and then swaps them. A process that changes the index itself
waits for that (`fresh`), and so sees its own change from then on. An old snapshot is freed, with its memory,
when the last search in it is done.
"""

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from vocational.search.engine import generations
from vocational.search.engine.answers import IndexMissing, IndexUnusable
from vocational.search.engine.snapshot import Snapshot

_PAUSE, _LONG_PAUSE = 0.0005, 0.005
"""Seconds that a renewal lets searches go first, between the steps before the swap and after it."""


@dataclass
class _Folder:
    """What is open of one folder: `stamp` says of which state; `problem` why a later state was refused."""

    path: Path
    snapshot: Snapshot | None = None
    stamp: tuple[int, int] | None = None
    problem: tuple[tuple[int, int], IndexUnusable] | None = None
    opening: threading.Lock = field(default_factory=threading.Lock)
    renewal: threading.Thread | None = None


class Kept:
    """The open snapshots by folder."""

    def __init__(self):
        self._folders = {}
        self._lock = threading.Lock()

    def of(self, path: str | Path) -> Snapshot:
        """Return the newest open snapshot of a folder; raise IndexMissing or IndexDamaged.

        Only the first call in a process opens and warms; later ones leave that to a thread.
        """
        folder, stamp = self._folder(path), generations.stamp(path)
        snapshot = folder.snapshot
        if stamp is None:
            folder.snapshot = folder.stamp = None
            raise IndexMissing(f"no index in {path}")
        if snapshot is None:
            return self._renewed(folder)
        if stamp != folder.stamp:
            self._start_renewal(folder, stamp)
        return snapshot

    def fresh(self, path: str | Path) -> Snapshot:
        """Return a snapshot of what the folder holds now, however long opening it takes."""
        return self._renewed(self._folder(path))

    def stamp(self, path: str | Path) -> tuple[int, int] | None:
        """Return a value that changes whenever the answers from a folder may; None when it holds no index.

        It belongs to the open snapshot: while a later state of the folder is being opened, answers are old.
        """
        folder, stamp = self._folder(path), generations.stamp(path)
        if stamp is None or folder.snapshot is None or stamp == folder.stamp:
            return stamp
        try:
            self._start_renewal(folder, stamp)
        except IndexUnusable:
            return stamp
        return folder.stamp

    def follow(self, path: str | Path) -> None:
        """Renew what is open of a folder, if anything is, and wait for it."""
        if self._folder(path).snapshot is not None:
            self.fresh(path)

    def close(self, path: str | Path) -> None:
        """Forget what is open of a folder: the next search opens it anew and says what is wrong with it."""
        folder = self._folder(path)
        folder.snapshot = folder.stamp = folder.problem = None

    def _folder(self, path):
        key = str(path)
        found = self._folders.get(key)
        if found is None:
            with self._lock:
                found = self._folders.setdefault(key, _Folder(Path(path)))
        return found

    def _start_renewal(self, folder, stamp):
        problem = folder.problem
        if problem and problem[0] == stamp:
            raise problem[1]
        with self._lock:
            if folder.renewal is None or not folder.renewal.is_alive():
                folder.renewal = threading.Thread(target=self._renew, args=[folder], daemon=True)
                folder.renewal.start()

    def _renew(self, folder):
        # The next search raises what went wrong, or tries again when the folder has changed once more.
        with suppress(IndexUnusable):
            while not self._warmed(folder, folder.snapshot):
                pass

    def _warmed(self, folder, before):
        """Renew what is open, then warm it; return whether nothing newer came in between."""
        for _ in self._renewed(folder, pause=_PAUSE).warming(before):
            time.sleep(_LONG_PAUSE)
            if generations.stamp(folder.path) != folder.stamp:
                return False
        return True

    def _renewed(self, folder, pause=0.0):
        with folder.opening:
            while True:
                stamp = generations.stamp(folder.path)
                if stamp is None:
                    raise IndexMissing(f"no index in {folder.path}")
                if folder.snapshot is not None and folder.stamp == stamp:
                    return folder.snapshot
                try:
                    self._open(folder, stamp, pause)
                except IndexUnusable as error:
                    if generations.stamp(folder.path) == stamp:
                        folder.problem = stamp, error
                        raise

    def _open(self, folder, stamp, pause):
        before = folder.snapshot
        snapshot = generations.steadily(lambda: Snapshot(folder.path, before))
        snapshot.prepare(pause)
        if before is None:
            list(snapshot.warming())
        folder.snapshot, folder.stamp, folder.problem = snapshot, stamp, None
