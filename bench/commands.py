"""Running the site's commands and noting what each one cost."""

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from bench.server import BIN, ROOT, environment


@dataclass(frozen=True)
class Spent:
    """What a command took: seconds by the clock and of the processor, peak memory (MB)."""

    wall: float
    cpu: float
    memory: float


def flask(*arguments: str, folder: Path, **settings: str) -> Spent:
    """Run a command of the site on a folder of its own; stops the whole run when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [BIN / "flask", *arguments],
        cwd=ROOT,
        env=environment(folder, **settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    complaints = process.stderr.read().decode()
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"flask {' '.join(arguments)}:\n{complaints}")
    wall = time.perf_counter() - start
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
