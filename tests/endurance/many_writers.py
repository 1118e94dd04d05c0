"""Lets twenty counselors write at once: no error, and nobody waits long; readers notice next to nothing.

    python -m tests.endurance.many_writers [SECONDS [PAUSE]]

Two parts. «Transactions»: twenty threads with sessions of their own save and publish through the services, as
fast as they can or with a pause: what is timed is one writing transaction. «Pages»: twenty browsers at a real
gunicorn fill and send the real forms, a pause between two; what is timed is one form sent. Meanwhile four
readers open pages; their figures stand beside those without writers. Ends with 1 at any error or when the
99th of a hundred waits longer than 250 ms.
"""

import os
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median

from bench import load
from tests import staff
from tests.endurance.running import Running
from tests.endurance.staff_client import Client
from vocational.accounts import queries as accounts
from vocational.noticeboard.items import service as writing
from vocational.noticeboard.items.content import Content
from vocational.noticeboard.publication import service as publication
from vocational.web import clock

WRITERS, SECONDS, PAUSE, MOST_MS, READERS = 20, 60, 1.0, 250, 4
BODY = "Nội dung mẫu để thử máy, không có thật.\n\n- một\n- hai\n"
READ = ["/", "/truong/", "/nganh/cong-nghe-o-to", "/thong-bao/", "/tim-kiem?q=han"]


@dataclass
class Seen:
    """How long each change took, in milliseconds, and what went wrong."""

    times: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def timed(self, change, *args, **values):
        """Make a change, write down how long it took, and return what it gives."""
        begun = time.perf_counter()
        try:
            return change(*args, **values)
        except Exception as error:
            # Whatever it is, it is what this script looks for.
            self.failed.append(repr(error)[:500])
            raise
        finally:
            self.times.append((time.perf_counter() - begun) * 1e3)

    def percentile(self, part: float) -> float:
        """Return the time that so many of the changes did not exceed."""
        return sorted(self.times)[min(int(len(self.times) * part), len(self.times) - 1)]

    def told(self, seconds: float) -> str:
        """Return the figures in words."""
        count, half, slow = len(self.times), median(self.times), self.percentile(0.99)
        figures = f"p50 {half:.0f} ms, p99 {slow:.0f} ms, slowest {max(self.times):.0f} ms"
        return f"{count} changes ({count / seconds:.0f} a second), {len(self.failed)} errors; {figures}"


def together(works: list, seconds: float) -> None:
    """Let all work at once, each called again and again until the time is over or it fails."""
    until = time.monotonic() + seconds

    def go_on(work):
        while time.monotonic() < until:
            work()

    threads = [threading.Thread(target=go_on, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def transactions(site: Running, names: list[str], seconds: float, pause: float) -> Seen:
    """Save and publish through the services: each writer a thread with a session of its own."""
    seen = Seen()

    def writer(name):
        random, numbers = Random(name), iter(range(10**9))

        def write():
            with site.app.app_context():
                _publish(seen, f"{name}-{pause}-{next(numbers)}", name)
            time.sleep(random.uniform(0, 2 * pause))

        return write

    together([writer(name) for name in names], seconds)
    return seen


def _publish(seen, key, name):
    by, now = accounts.actor(accounts.account_named(name), clock.today()), clock.now()
    content = Content(title=f"Tin thử {key}", topic="news", body=BODY)
    place = {"key": key, "kind": "announcement", "unit_id": by.assignments[0].unit_id}
    item = seen.timed(writing.begin, **place, content=content, by=by, now=now)
    seen.timed(publication.submit, item.id, number=1, by=by, now=now)


def forms(site: Running, names: list[str], seconds: float, pause: float) -> Seen:
    """Save and publish through the real forms: each writer a browser of her own."""
    seen = Seen()

    def writer(name):
        random, client, numbers = Random(name), Client(site.port), iter(range(10**9))
        client.sign_in(name, staff.PASSWORD)
        form = client.opens("/ban-lam-viec/bai/moi?loai=thong-bao").form("title")

        def write():
            number = next(numbers)
            typed = {"title": f"Tin thử {name} {number}", "body": BODY, "do": "send", "seen": "1"}
            # A key of its own makes a new item of a form that is opened once.
            answer = seen.timed(client.sends, form, **typed, key=f"{names.index(name):04x}{number:028x}")
            if answer.status != 303:
                seen.failed.append(f"{answer.status}: {answer.body[:2000]}")
            time.sleep(random.uniform(0, 2 * pause))

        return write

    together([writer(name) for name in names], seconds)
    return seen


def with_readers(port: int, seconds: float, work) -> tuple[load.Measured, object]:
    """Let readers open pages while something else is done; return their figures and what it gave."""
    given = []
    thread = threading.Thread(target=lambda: given.append(work()))
    thread.start()
    measured = load.measure(port, READ, seconds=seconds, connections=READERS)
    thread.join()
    return measured, given[0]


def main(seconds: float, pause: float) -> None:
    """Measure, print, and end with 1 when what was demanded does not hold."""
    with tempfile.TemporaryDirectory() as folder:
        site = Running(Path(folder))
        names = site.counselors(WRITERS)
        print(f"{WRITERS} writers for {seconds:.0f} s. Load {os.getloadavg()[0]:.1f} at the start.")
        with site.running():
            print("transactions, no pause:", (hard := transactions(site, names, seconds, 0)).told(seconds))
            print(
                f"transactions, pause {pause} s:",
                (soft := transactions(site, names, seconds, pause)).told(seconds),
            )
            load.measure(site.port, READ, seconds=2, connections=READERS)
            alone, _ = with_readers(site.port, seconds / 3, lambda: None)
            beside, sent = with_readers(site.port, seconds, lambda: forms(site, names, seconds, pause))
            print(f"forms, pause {pause} s:", sent.told(seconds))
            _tell_readers("alone", alone)
            _tell_readers("beside the writers", beside)
            errors = site.said().count("Traceback")
    print(f"{errors} errors in the log of the site. Load {os.getloadavg()[0]:.1f} at the end.")
    failed = [*hard.failed, *soft.failed, *sent.failed]
    print(*failed[:3], sep="\n")
    if failed or errors or beside.failed or max(one.percentile(0.99) for one in (soft, sent)) > MOST_MS:
        sys.exit(1)


def _tell_readers(where, seen):
    figures = f"{seen.per_second:.0f} a second, p50 {seen.p50:.0f} ms, p95 {seen.p95:.0f} ms"
    print(f"{READERS} readers {where}: {figures}, {seen.failed} errors")


if __name__ == "__main__":
    given = [float(text) for text in sys.argv[1:]]
    main(*given, *(SECONDS, PAUSE)[len(given) :])
