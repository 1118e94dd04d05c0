"""Fills the disk under the running site: writers are told, their text stays, readers notice nothing.

    python -m tests.endurance.full_disk FOLDER

FOLDER is a small file system of its own, which the script fills to the last byte: `scripts/with-small-disk`
gives it one.

Ends with 1 at the first thing that is not as it has to be.
"""

import random
import sys
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from sqlalchemy import update

from tests import staff
from tests.endurance import published
from tests.endurance.running import Running
from tests.endurance.staff_client import Client
from vocational.accounts.models import AuthSession
from vocational.storage import db, writing
from vocational.web import clock

TEXT = "Bài viết công phu, mất thì tiếc.\n\n" * 40
READ = ["/", "/truong/", "/nganh/cong-nghe-o-to", "/thong-bao/", "/tim-kiem?q=han", "/nghe/", "/healthz"]
STAFF = ["/ban-lam-viec", "/ban-lam-viec/bai/moi?loai=thong-bao"]


def expect(what: str, holds: bool, *more) -> None:
    """Tell what holds; end when it does not."""
    print("ok  " if holds else "NOT ", what, flush=True)
    if not holds:
        print(*more)
        sys.exit(1)


def fill(folder: Path) -> Path:
    """Write a file until there is no room for another byte, and return it."""
    path = folder / "filler"
    with open(path, "wb", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            with suppress(OSError):
                while True:
                    file.write(b"\0" * size)
    return path


def publish(client: Client, number: int, files=None):
    """Write an announcement and send it; return the answer."""
    form = client.opens(STAFF[1]).form("title")
    typed = {"title": f"Tin thử mã d{number} bản 1", "body": TEXT, "do": "send", "seen": "1"}
    return client.sends(form, files, **typed)


def paper() -> dict:
    """Return a file as it is sent with a form."""
    return {"files": ("van-ban.pdf", b"%PDF-1.4\n" + random.randbytes(200_000))}


def while_full(site: Running, client: Client, name: str) -> None:
    """Look at everything while there is no room."""
    for path in [*READ, *STAFF]:
        answer = client.opens(path)
        expect(f"{path} opens", answer.status == 200, answer.status, answer.body[-2000:])
    for what, files in (("a text", None), ("a text with a file", paper())):
        answer = publish(client, 2, files)
        told = answer.status == 507 and "đầy, chưa lưu" in answer.body
        expect(f"{what}: told that nothing was saved", told, answer.status, answer.body[-2000:])
        expect(f"{what}: kept on the page", "mất thì tiếc" in answer.body)
    page = client.opens("/ban-lam-viec/bai/1")
    answer = client.sends(page.form("reason", "/go"), reason="Lý do gỡ bài, viết kỹ.")
    expect(
        "taking down: told that the disk is full", answer.status == 507, answer.status, answer.body[-2000:]
    )
    expect("taking down: the reason is kept on the page", "Lý do gỡ bài, viết kỹ." in answer.body)
    stranger = Client(site.port)
    form = stranger.opens("/ban-lam-viec/dang-nhap").form("password")
    answer = stranger.sends(form, email=name, password=staff.PASSWORD)
    expect("signing in: told that the disk is full", answer.status == 507, answer.status, answer.body[-2000:])
    expect("signing in: the password is not shown", staff.PASSWORD not in answer.body)


def afterwards(site: Running, client: Client) -> None:
    """Look at everything once there is room again."""
    answer = publish(client, 3, paper())
    expect("with room again, publishing works", answer.status == 303, answer.status, answer.body[-2000:])
    with site.app.app_context():
        until = time.monotonic() + 10
        while (left := published.difference(site.app)) and time.monotonic() < until:
            time.sleep(0.05)
        expect("search equals the database within 10 s", not left, left)
        faults = list(published.faults(site.app))
        expect("nothing half done, audit intact", not faults, faults)
        expect("what was refused is not there", set(published.items()) == {"d1", "d3"}, published.items())


def main(folder: Path) -> None:
    """Fill the disk, look, make room, look again."""
    site = Running(folder / "site")
    (name,) = site.counselors(1)
    with site.running():
        client = Client(site.port)
        client.sign_in(name, staff.PASSWORD)
        expect("publishing works", publish(client, 1).status == 303)
        with site.app.app_context(), writing():
            # The session is due to be written to, so that staff who only read meet the full disk, too.
            from_before = clock.now() - timedelta(minutes=30)
            db.session.execute(update(AuthSession).values(seen_at=from_before))
        filler = fill(folder)
        while_full(site, client, name)
        filler.unlink()
        afterwards(site, client)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
