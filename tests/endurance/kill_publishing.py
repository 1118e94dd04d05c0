"""Kills the running site while staff publish: nothing acknowledged may be lost, nothing be half done.

    python -m tests.endurance.kill_publishing [TIMES]

Counselors at a real gunicorn, served as `make run` serves it, write announcements and events, with and
without a file, some to appear a few seconds later, rewrite and withdraw them, all through the forms. At a
random moment its working process is killed (SIGKILL), with the thread that brings changes to the index; every
second time all of gunicorn is. After the restart every change that was answered must be there, every other
one there as a whole or not at all; the pages must show that, audit and items must fit, the chain of the audit
must hold, and the search must equal the database by itself within ten seconds. Ends with 1 otherwise.
"""

import http.client
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from statistics import median

from PIL import Image

from tests import staff
from tests.endurance import published
from tests.endurance.running import Running
from tests.endurance.staff_client import Client
from vocational.web import clock

TIMES, SEED, WRITERS, ALL_EVERY, SEARCH_WITHIN, TOLD_EVERY = 100, 20261122, 4, 2, 10, 10
NO_ANSWER = (OSError, http.client.HTTPException)
LAST_WORDS = "hết bài thử"
BODY = f"Nội dung mẫu để thử máy, không có thật.\n\n- một\n- {LAST_WORDS}\n"


@dataclass
class Known:
    """What one item must be like: the edition that readers have, 0 for none; and what is under way.

    One that was killed between saving and publishing is `left` as the draft that it is.
    """

    address: str = ""
    edition: int = 0
    withdrawn: bool = False
    under_way: str = ""
    left: bool = False

    def allows(self, item) -> bool:
        """Return whether an item is as it was left, or as what was under way makes it."""
        if item is None:
            return not self.address
        seen = _seen(item)
        if self.under_way == "withdraw":
            return seen in {(self.edition, False), (self.edition, True)}
        if self.under_way == "write":
            return seen in {(self.edition, self.withdrawn), (self.edition + 1, False)}
        return seen == (self.edition, self.withdrawn)


@dataclass
class Writer:
    """A counselor who publishes without pause until the site goes away."""

    name: str
    client: Client
    random: Random
    known: dict[str, Known] = field(default_factory=dict)
    done: Counter = field(default_factory=Counter)
    count: int = 0
    later: int = 0
    failed: str = ""

    def work(self, stop: threading.Event) -> None:
        """Publish, rewrite and withdraw; end when no answer comes."""
        try:
            while not (self.failed or stop.is_set()):
                self._one()
        except NO_ANSWER:
            return
        except Exception as error:
            # Whatever else it is, it is a fault: of the site, or of this script.
            self.failed = repr(error)

    def _one(self):
        public = [code for code, known in self.known.items() if not (known.withdrawn or known.left)]
        what = self.random.choices(["new", "rewrite", "withdraw"], [6, 2, 2])[0] if public else "new"
        code = f"{self.name}{self.count}" if what == "new" else self.random.choice(public)
        known = self.known.setdefault(code, Known())
        self.count += what == "new"
        if what == "withdraw":
            self._withdraw(known)
        else:
            self._write(code, known)
        self.done[what] += 1

    def _write(self, code, known):
        kind = "su-kien" if self.count % 3 == 0 else "thong-bao"
        edit = f"{known.address}/sua" if known.address else f"/ban-lam-viec/bai/moi?loai={kind}"
        form = self.client.opens(edit).form("title")
        typed = {
            "title": f"Tin thử mã {code} bản {known.edition + 1}",
            "body": BODY,
            "do": "send",
            "seen": "1",
        }
        if "starts" in dict(form.fields):
            typed |= {"starts": "2030-05-01T08:00", "expire_on": "2030-05-02", "place": "Sân trường"}
        if not known.address and self.random.random() < 0.2:
            soon = datetime.now(clock.ZONE) + timedelta(seconds=self.random.uniform(1, 6))
            typed["publish_at"] = soon.strftime("%Y-%m-%dT%H:%M:%S")
            self.later += 1
        known.under_way = "write"
        answer = self._sent(form, self._file(), typed)
        if answer is not None:
            known.address, known.edition, known.under_way = answer.location, known.edition + 1, ""

    def _withdraw(self, known):
        form = self.client.opens(known.address).form("reason", "/go")
        known.under_way = "withdraw"
        if self._sent(form, None, {"reason": "Thử gỡ bài."}) is not None:
            known.withdrawn, known.under_way = True, ""

    def _file(self):
        if self.random.random() > 0.25:
            return None
        picture = BytesIO()
        Image.new("RGB", (40, 40), (self.random.randrange(256), 90, 90)).save(picture, "PNG")
        return {"files": ("anh.png", picture.getvalue())}

    def _sent(self, form, files, typed):
        answer = self.client.sends(form, files, **typed)
        if answer.status == 422 and files:
            # The page asks for words in place of the picture.
            form = answer.form("title")
            words = {name: "Một ô màu" for name, _value in form.fields if name.startswith("file_alt_")}
            answer = self.client.sends(form, **words, do="send", seen="1")
        if answer.status == 303:
            return answer
        self.failed = f"{form.action} answered {answer.status}: {answer.body[-3000:]}"
        return None


def _seen(item):
    return published.edition_of(item.published.title) if item.published else 0, item.withdrawn_at is not None


def compared(writers: list[Writer], seen: Counter) -> list[str]:
    """Return what was lost; take what is there as what is known from now on."""
    items, lost = published.items(), []
    for writer in writers:
        for code, known in list(writer.known.items()):
            item = items.pop(code, None)
            if not known.allows(item):
                lost.append(f"{code}: {known}, found {item and _seen(item)}")
            if known.under_way:
                seen[_outcome(known, item)] += 1
            if item is None:
                del writer.known[code]
            else:
                writer.known[code] = _as_found(item)
    return lost + [f"{code}: nobody wrote it" for code in items]


def _outcome(known, item):
    before = (known.edition, known.withdrawn)
    if item is None or (_seen(item) == before and item.number == item.public_number):
        return "not begun"
    return "saved, not yet public" if _seen(item) == before else "complete"


def _as_found(item):
    is_draft = item.number != item.public_number
    return Known(f"/ban-lam-viec/bai/{item.id}", *_seen(item), left=is_draft)


@dataclass
class Report:
    """What was seen over all kills."""

    outcomes: Counter = field(default_factory=Counter)
    warm: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    search: list[float] = field(default_factory=list)
    behind: int = 0


def one_kill(
    site: Running, writers: list[Writer], random: Random, report: Report, *, all_of_it: bool
) -> None:
    """Let the writers work, kill the site under them, start it, and compare; raise SystemExit at a fault."""
    stop = threading.Event()
    threads = [threading.Thread(target=writer.work, args=(stop,)) for writer in writers]
    for thread in threads:
        thread.start()
    before = sum(writer.done.total() for writer in writers)
    while sum(writer.done.total() for writer in writers) == before and all(map(_goes_on, writers)):
        time.sleep(0.01)
    time.sleep(random.uniform(0, 1.5))
    begun = time.monotonic()
    site.kill() if all_of_it else site.kill_worker()
    stop.set()
    if all_of_it:
        report.cold.append(site.start())
    else:
        report.warm.append(site.first_answer(begun))
    for thread in threads:
        thread.join()
    with site.app.app_context():
        _search_follows(site.app, report)
        faults = [writer.failed for writer in writers if writer.failed]
        faults += [*compared(writers, report.outcomes), *published.faults(site.app)]
        faults += published.page_faults(_reader(site.port), LAST_WORDS)
    if faults:
        sys.exit("\n".join(faults))


def _reader(port):
    client = Client(port)

    def opens(path):
        page = client.opens(path)
        return page.status, page.body

    return opens


def _goes_on(writer):
    return not writer.failed


def _search_follows(app, report: Report) -> None:
    """Wait until the search equals the database, with nobody doing anything for it."""
    begun = time.monotonic()
    report.behind += bool(published.difference(app))
    while left := published.difference(app):
        if time.monotonic() - begun > SEARCH_WITHIN:
            sys.exit(f"search and database differ after {SEARCH_WITHIN} s: {left}")
        time.sleep(0.02)
    report.search.append(time.monotonic() - begun)


def told(times: int, writers: list[Writer], report: Report) -> str:
    """Return what was seen, in words."""
    done = sum((writer.done for writer in writers), Counter())
    cold, warm, search = (sorted(figures) or [0] for figures in (report.cold, report.warm, report.search))
    return "\n".join(
        [
            f"{times} kills ({len(report.cold)} of all processes),"
            f" {done.total()} acknowledged changes {dict(done)},"
            f" {sum(writer.later for writer in writers)} of the new ones for later:",
            "none lost, nothing half done, audit intact.",
            f"Under way when killed: {report.outcomes.total()} {dict(report.outcomes)}.",
            f"Search behind after {report.behind} kills; equal to the database after median"
            f" {median(search):.2f} s, at most {search[-1]:.2f} s.",
            f"Restart: worker median {median(warm):.2f} s, at most {warm[-1]:.2f} s;"
            f" all median {median(cold):.2f} s, at most {cold[-1]:.2f} s. Load {os.getloadavg()[1]:.1f}.",
        ]
    )


def main(times: int) -> None:
    """Kill the site again and again, and print what was seen."""
    random, report = Random(SEED), Report()
    with tempfile.TemporaryDirectory() as folder:
        site = Running(Path(folder))
        names = site.counselors(WRITERS)
        with site.app.app_context():
            # The first look opens the index in this process.
            published.difference(site.app)
        site.start()
        try:
            writers = []
            for letter, name in zip("abcdefgh", names, strict=False):
                client = Client(site.port)
                client.sign_in(name, staff.PASSWORD)
                writers.append(Writer(letter, client, Random(letter)))
            for number in range(1, times + 1):
                one_kill(site, writers, random, report, all_of_it=number % ALL_EVERY == 0)
                if number % TOLD_EVERY == 0:
                    print(
                        f"{number} kills, {sum(writer.done.total() for writer in writers)} changes",
                        flush=True,
                    )
        finally:
            site.kill()
            log = site.said()
    print(told(times, writers, report))
    print(f"{log.count('Traceback')} errors in the log of the site")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
