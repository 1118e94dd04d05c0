"""Lets twenty counselors publish at once: no error, nobody waits long, readers notice next to nothing.

    python -m tests.endurance.many_writers [SECONDS [PAUSE]]

Each writer is a browser with a session and a connection of her own at a real gunicorn, served as `make run`
serves it. She sends the real form that saves and publishes an announcement, again and again; what is timed is
the whole request, from its first byte sent to its last received. First each rests between two forms, PAUSE
seconds on average; then four readers open pages beside that; then nobody rests, which tells how many forms
the site can take. Last, twenty threads beside the site save and publish through the services and never rest:
what is timed is one writing transaction, the wait for all others included.

Afterwards all that was answered must be public, the audit intact, and the search equal to the database. Ends
with 1 at any error, and when a form of writers who rest takes longer than 250 ms (the 99th of a hundred). Who
never rests measures how long a queue of twenty is, not how long one form takes.
"""

import os
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

from tests import staff
from tests.endurance import published
from tests.endurance.running import Running
from tests.endurance.staff_client import Client
from vocational.accounts import queries as accounts
from vocational.noticeboard.items import service as writing
from vocational.noticeboard.items.content import Content
from vocational.noticeboard.publication import service as publication
from vocational.web import clock

WRITERS, SECONDS, PAUSE, MOST_MS = 20, 60, 2.0, 250
READERS, READERS_PAUSE, SEARCH_WITHIN = 4, 0.1, 10
BODY = "Nội dung mẫu để thử máy, không có thật.\n\n- một\n- hai\n"
READ = ["/", "/truong/", "/nganh/cong-nghe-o-to", "/thong-bao/", "/tim-kiem?q=han"]


@dataclass
class Seen:
    """How long each request took, in milliseconds, and what went wrong."""

    seconds: float
    times: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def timed(self, work, *args, **values):
        """Do something, write down how long it took, and return what it gives; None when it failed."""
        begun = time.perf_counter()
        try:
            return work(*args, **values)
        except Exception as error:
            # Whatever it is, it is what this script looks for.
            self.failed.append(repr(error)[:500])
        finally:
            self.times.append((time.perf_counter() - begun) * 1e3)

    def asked(self, expected: int, ask, *args, **values) -> None:
        """Time a request whose answer has to have some status."""
        answer = self.timed(ask, *args, **values)
        if answer and answer.status != expected:
            self.failed.append(f"{answer.path}: {answer.status}: {answer.body[:2000]}")

    def percentile(self, part: float) -> float:
        """Return the time that so many of the requests did not exceed; without requests, for ever."""
        times = sorted(self.times) or [float("inf")]
        return times[min(int(len(times) * part), len(times) - 1)]

    def __str__(self):
        figures = ", ".join(f"p{part} {self.percentile(part / 100):.0f} ms" for part in (50, 95, 99))
        count, most = len(self.times), self.percentile(1)
        rate = f"{count / self.seconds:.1f} a second"
        return f"{count} requests ({rate}), {len(self.failed)} errors; {figures}, slowest {most:.0f} ms"


class Writer:
    """A counselor who is signed in and has the form of a new announcement before her."""

    def __init__(self, number: int, port: int, name: str):
        self.number, self.name, self.sent, self.random = number, name, 0, Random(number)
        self.client = Client(port)
        self.client.sign_in(name, staff.PASSWORD)
        self.form = self.client.opens("/ban-lam-viec/bai/moi?loai=thong-bao").form("title")

    def send(self, seen: Seen) -> None:
        """Save and publish one announcement."""
        key, title = self._next()
        seen.asked(303, self.client.sends, self.form, title=title, body=BODY, do="send", seen="1", key=key)

    def transact(self, site: Running, seen: Seen) -> None:
        """Save and publish one announcement without the page: in two transactions."""
        key, title = self._next()
        with site.app.app_context():
            by, now = accounts.actor(accounts.account_named(self.name), clock.today()), clock.now()
            content = Content(title=title, topic="news", body=BODY, expire_at=now + timedelta(days=30))
            place = {"key": key, "kind": "announcement", "unit_id": by.assignments[0].unit_id}
            if item := seen.timed(writing.begin, **place, content=content, by=by, now=now):
                seen.timed(publication.submit, item.id, number=1, by=by, now=now)

    def _next(self):
        self.sent += 1
        # A key of its own makes a new item of a form that is opened once.
        return f"{self.number:04x}{self.sent:028x}", f"Tin thử mã w{self.number}x{self.sent} bản 1"


def go_on(work, seconds: float, pause: float, random: Random) -> threading.Thread:
    """Do some work again and again in a thread of its own, with a pause of about so many seconds between."""
    until = time.monotonic() + seconds

    def _again():
        time.sleep(random.uniform(0, 2 * pause))
        while time.monotonic() < until:
            work()
            time.sleep(random.uniform(0, 2 * pause))

    thread = threading.Thread(target=_again)
    thread.start()
    return thread


def reader(port: int, number: int, seen: Seen):
    """Return what a reader does: open one page after the other."""
    client, left = Client(port), []

    def _read():
        left[:] = left or READ[number:] + READ[:number]
        seen.asked(200, client.opens, left.pop())

    return _read


def measured(
    port: int, writers: list[Writer], seconds: float, pause: float, readers: int
) -> tuple[Seen, Seen]:
    """Let writers and readers work for some time and return the figures of both."""
    sent, read = Seen(seconds), Seen(seconds)
    threads = [
        go_on(reader(port, number, read), seconds, READERS_PAUSE, Random(number)) for number in range(readers)
    ]
    threads += [go_on(lambda one=one: one.send(sent), seconds, pause, one.random) for one in writers]
    for thread in threads:
        thread.join()
    return sent, read


def transactions(site: Running, writers: list, seconds: float) -> Seen:
    """Let each writer be a thread of this process that saves and publishes without rest."""
    seen = Seen(seconds)
    threads = [go_on(lambda one=one: one.transact(site, seen), seconds, 0, one.random) for one in writers]
    for thread in threads:
        thread.join()
    return seen


def left_behind(site: Running, writers: list[Writer]) -> list[str]:
    """Return what is wrong with the data after all that: lost, half done, or not to be found."""
    with site.app.app_context():
        begun = time.monotonic()
        while (behind := published.difference(site.app)) and time.monotonic() - begun < SEARCH_WITHIN:
            time.sleep(0.1)
        print(f"Search equal to the database {time.monotonic() - begun:.1f} s after the last form.")
        wanted = {f"w{one.number}x{number}" for one in writers for number in range(1, one.sent + 1)}
        public = {code for code, item in published.items().items() if item.public_number == 1}
        wrong = [f"not public: {code}" for code in wanted - public]
        return [*wrong, *(f"not found: {one}" for one in behind), *published.faults(site.app)]


def main(seconds: float, pause: float) -> None:
    """Measure, print, and end with 1 when what was demanded does not hold."""
    with tempfile.TemporaryDirectory() as folder:
        site = Running(Path(folder))
        names = site.counselors(WRITERS)
        with site.running():
            print(f"{WRITERS} writers for {seconds:.0f} s. Load {os.getloadavg()[0]:.1f} at the start.")
            # What comes first in a process is not measured: a search opens the index, a form loads its page.
            measured(site.port, [], 5, pause, READERS)
            writers = [Writer(number, site.port, name) for number, name in enumerate(names)]
            cold, _ = measured(site.port, writers, 3, pause, 0)
            sent, _ = measured(site.port, writers, seconds, pause, 0)
            print(f"forms, about {pause} s between two of one writer: {sent}", flush=True)
            _, alone = measured(site.port, [], seconds / 3, pause, READERS)
            beside, read = measured(site.port, writers, seconds, pause, READERS)
            print(f"forms beside {READERS} readers: {beside}")
            print(f"{READERS} readers beside writers: {read}")
            print(f"{READERS} readers alone: {alone}", flush=True)
            hard, _ = measured(site.port, writers, seconds, 0, 0)
            print(f"forms, no pause: {hard}", flush=True)
            bare = transactions(site, writers, seconds)
            print(f"transactions, no pause: {bare}", flush=True)
            failed = [*cold.failed, *sent.failed, *beside.failed, *read.failed, *hard.failed, *bare.failed]
            failed += left_behind(site, writers)
            errors = site.said().count("Traceback")
    print(f"{errors} errors in the log of the site. Load {os.getloadavg()[0]:.1f} at the end.")
    print(*failed[:3], sep="\n")
    if failed or errors or sent.percentile(0.99) > MOST_MS:
        sys.exit(1)


if __name__ == "__main__":
    given = [float(text) for text in sys.argv[1:]]
    main(*given, *(SECONDS, PAUSE)[len(given) :])
