"""Kills writing processes at random moments: the index must open, answer, and hold all that was acknowledged.

    python -m tests.endurance.kill_writers [TIMES]

A writer applies, deletes, revises and builds without pause; it tells what it begins and what is done. It is
killed (SIGKILL) at a random moment. A process that has just started must then find exactly what was done,
with or without the one change that was under way, and the next writer must not wait for a lock. Ends with 1
otherwise.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from vocational.search.engine import api

TIMES, SEED, DOCUMENTS = 60, 20261122, 300
_FOUND = """
import sys
from vocational.search.engine import api
from vocational.search.engine.answers import Request
for offset in range(0, 400, 100):
    for hit in api.search(sys.argv[1], Request(limit=100, offset=offset)).hits:
        print(hit.title)
assert api.search(sys.argv[1], Request(q="trang bản")).total
assert api.suggest(sys.argv[1], "tra")
"""


def document(number: int, edition: int) -> dict:
    """Return a document whose title tells its edition."""
    title = f"Trang {number} bản {edition}"
    return {"id": f"x/{number}", "kind": "x", "title": title, "body": "Nội dung mẫu, không có thật. " * 8}


def write(folder: str, edition: int) -> None:
    """Change the index for ever, telling on standard output what begins and what is done."""
    random = Random(edition)
    while True:
        edition += 1
        number = random.randrange(DOCUMENTS)
        what = random.choices(["page", "gone", "words", "all"], [80, 10, 7, 3])[0]
        print("begin", what, number, edition, flush=True)
        change(folder, what, number, edition)
        print("done", what, number, edition, flush=True)


def change(folder, what: str, number: int, edition: int) -> None:
    """Make one change of the index."""
    if what == "all":
        api.build(folder, [document(each, edition) for each in range(DOCUMENTS)], {})
    elif what == "words":
        api.revise(folder, {"whole_words": [f"bản {edition}"]})
    else:
        api.apply(folder, {f"x/{number}": document(number, edition) if what == "page" else None})


def after(held: dict[int, int], line: str) -> dict[int, int]:
    """Return what an index holds (number → edition) after the change that a line tells of."""
    _, what, number, edition = line.split()
    if what == "all":
        return dict.fromkeys(range(DOCUMENTS), int(edition))
    if what == "page":
        return held | {int(number): int(edition)}
    return {each: kept for each, kept in held.items() if what == "words" or each != int(number)}


def told_before_death(folder: str, edition: int, seconds: float) -> list[str]:
    """Let a writer run for some time after its first change, kill it, and return what it told."""
    command = [sys.executable, "-m", "tests.endurance.kill_writers", "--write", folder, str(edition)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        told = writer.stdout.readline() + writer.stdout.readline()
        time.sleep(seconds)
        os.kill(writer.pid, signal.SIGKILL)
        return [line for line in (told + writer.stdout.read()).split("\n")[:-1] if line]


def found(folder: str) -> dict[int, int]:
    """Return what a process that has just started finds: number → edition; raise when it fails."""
    command = [sys.executable, "-c", _FOUND, folder]
    titles = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    return {int(words[1]): int(words[3]) for words in map(str.split, titles)}


def main(times: int) -> None:
    """Kill a writer again and again, and print what was seen."""
    random, done, under_way, survived = Random(SEED), 0, Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        change(folder, "all", 0, 1)
        held, edition = after({}, "done all 0 1"), 1
        for _ in range(times):
            lines = told_before_death(folder, edition, random.uniform(0, 0.6))
            for line in lines:
                held = after(held, line) if line.startswith("done") else held
            last = lines[-1]
            edition = int(last.split()[-1])
            seen = found(folder)
            with_last = after(held, last)
            if seen not in (held, with_last) or api.status(folder).state != "ready":
                sys.exit(f"lost: {set(held.items()) ^ set(seen.items())}")
            survived += last.startswith("begin") and seen == with_last != held
            under_way[last.split()[1] if last.startswith("begin") else "none"] += 1
            done += sum(line.startswith("done") for line in lines)
            held = seen
            start = time.monotonic()
            edition += 1
            change(folder, "page", 0, edition)
            held = held | {0: edition}
            if time.monotonic() - start > 15:
                sys.exit("the next writer had to wait for a lock")
        left = len(list(Path(folder).rglob("*")))
    print(f"{times} writers killed, {done} acknowledged changes, none lost; killed during {dict(under_way)};")
    print(f"{survived} changes were complete but not yet acknowledged; {left} files and folders at the end")


if __name__ == "__main__":
    if "--write" in sys.argv:
        write(sys.argv[2], int(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
