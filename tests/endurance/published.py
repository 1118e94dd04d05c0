"""What the data must look like whenever nobody is writing: nothing half done, and search as the database."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from vocational.accounts.models import AuditEntry
from vocational.noticeboard.items.kinds import ADDRESSES, Standing
from vocational.noticeboard.items.models import Attachment, Item
from vocational.noticeboard.publication import records
from vocational.search.document_kinds import written
from vocational.search.engine import api
from vocational.search.engine.answers import Request
from vocational.storage import db
from vocational.web import clock

READ_AT_ONCE, PAGES_LOOKED_AT = 100, 30


def items() -> dict[str, Item]:
    """Return all items by the code in their titles («… mã x7»), each with the title that readers have."""
    db.session.rollback()
    db.session.expire_all()
    return {code_of(item.newest.title): item for item in db.session.scalars(select(Item)) if item.number}


def code_of(title: str) -> str:
    """Return the code in a title."""
    return title.split(" mã ")[1].split()[0]


def edition_of(title: str) -> int:
    """Return the edition in a title."""
    return int(title.rpartition(" ")[2])


def faults(app: Flask) -> Iterator[str]:
    """Yield what is half done: items, versions, steps, entries of the audit, files."""
    db.session.rollback()
    db.session.expire_all()
    audited = defaultdict(Counter)
    for entry in db.session.scalars(select(AuditEntry).where(AuditEntry.object.like("item:%"))):
        audited[entry.object][entry.verb] += 1
    for item in db.session.scalars(select(Item)):
        yield from _item_faults(item, audited.pop(f"item:{item.id}", Counter()))
    yield from (f"audit of {name}, which is not there" for name in audited)
    folder = Path(app.config["DATA_DIR"]) / "uploads"
    for file in db.session.scalars(select(Attachment)):
        data = (folder / file.stored_name).read_bytes() if (folder / file.stored_name).exists() else b""
        if hashlib.sha256(data).hexdigest() != file.sha256:
            yield f"attachment {file.id} has no whole file {file.stored_name}"
    yield from _audit_faults(app)


def _item_faults(item: Item, audited: Counter) -> Iterator[str]:
    versions = sorted(version.number for version in item.versions)
    if not versions or versions != list(range(1, item.number + 1)):
        yield f"item {item.id} at {item.number} has the versions {versions}"
    if item.public_number is not None and item.public_number not in versions:
        yield f"item {item.id} shows version {item.public_number}, which is not there"
    if item.kind == "event" and not all(version.event for version in item.versions):
        yield f"event {item.id} has a version without its details"
    steps = records.steps_of(item.id)
    told = Counter(f"item.{step.step}" for step in steps) + Counter({"notice.write": len(versions)})
    if told != audited:
        yield f"item {item.id} went through {dict(told)}, the audit tells of {dict(audited)}"
    stands = steps[0].after["public_number"] if steps else None
    if stands != item.public_number:
        yield f"item {item.id} shows {item.public_number}, its last step left {stands}"


def _audit_faults(app: Flask) -> Iterator[str]:
    verified = app.test_cli_runner().invoke(args=["audit", "verify"])
    if verified.exit_code:
        yield verified.output


def page_faults(opens: Callable[[str], tuple[int, str]], whole: str) -> Iterator[str]:
    """Yield what readers are shown amiss of the items changed last; each page has to hold some words.

    `opens` takes a path and gives status and body.
    """
    db.session.rollback()
    rows = db.session.scalars(select(Item).order_by(Item.changed_at.desc()).limit(PAGES_LOOKED_AT))
    for item in rows:
        before, answer, after = _due(item, clock.now()), opens(f"/{item.page}"), _due(item, clock.now())
        if answer[0] not in {before, after}:
            yield f"/{item.page} answers {answer[0]}, not {after}"
        elif answer[0] == 200 and not (item.published.title in answer[1] and whole in answer[1]):
            yield f"/{item.page} does not show the whole of version {item.public_number}"


def _due(item: Item, now: datetime) -> int:
    """Return the status with which the page of an item has to answer."""
    if item.first_public_at is None or item.first_public_at > now:
        return 404
    return 200 if item.public_standing(now) in {Standing.PUBLIC, Standing.EXPIRED} else 410


def difference(app: Flask) -> set[tuple[str, str]]:
    """Return (id, title) of the pages of staff that search and database do not have alike."""
    db.session.rollback()
    wanted = {(one["id"], one["title"]) for one in written.of_items(clock.now())}
    return wanted ^ _found(app.config["SEARCH_INDEX_DIR"])


def _found(folder: Path) -> set[tuple[str, str]]:
    api.fresh(folder)
    found, boards = set(), {"kind": list(ADDRESSES.values())}
    while True:
        hits = api.search(folder, Request(filters=boards, offset=len(found), limit=READ_AT_ONCE)).hits
        found |= {(hit.id, hit.title) for hit in hits}
        if len(hits) < READ_AT_ONCE:
            return {(id, title) for id, title in found if " mã " in title}
