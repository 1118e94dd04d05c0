"""What was done by whom: written with the change itself, never changed, each entry chained to the one before.

`record` belongs inside the caller's `storage.writing()`, as the last thing in it. Nothing that pupils or
parents wrote may stand in `before` or `after`: entries are kept for good.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from vocational.accounts.models import AuditEntry, AuditHead
from vocational.accounts.roles import Actor
from vocational.storage import db, writing

START = "0" * 64


def record(by: Actor, verb: str, object: str, before: dict | None, after: dict | None, now: datetime) -> None:
    """Write down that somebody did something, inside the transaction that does it.

    `before` and `after` hold what changed; None is «was not there», «is gone» or «nothing to tell».
    """
    head = _head()
    entry = AuditEntry(
        id=head.count + 1,
        at=now.astimezone(UTC),
        account_id=by.account_id,
        post=by.post,
        verb=verb,
        object=object,
        before=_plain(before),
        after=_plain(after),
        previous=head.hash,
    )
    entry.hash = fingerprint(entry)
    head.count, head.hash = entry.id, entry.hash
    db.session.add(entry)
    db.session.flush()


def record_alone(by: Actor, verb: str, object: str, after: dict | None, now: datetime) -> None:
    """Write down what changes nothing else, such as an export, in a transaction of its own."""
    with writing():
        record(by, verb, object, None, after, now)


def changes(before: dict, after: dict) -> tuple[dict, dict]:
    """Return of two states of a thing only what differs."""
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return {name: before.get(name) for name in names}, {name: after.get(name) for name in names}


def fingerprint(entry: AuditEntry) -> str:
    """Return the hash of an entry and of the one before it."""
    told = {
        "id": entry.id,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "account": entry.account_id,
        "post": entry.post,
        "verb": entry.verb,
        "object": entry.object,
        "before": entry.before,
        "after": entry.after,
        "previous": entry.previous,
    }
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Fault:
    """A place where the chain does not hold."""

    id: int
    says: str


def faults() -> Iterator[Fault]:
    """Yield every place where entries were changed, taken out, put in or reordered."""
    previous, expected = START, 1
    rows = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id).execution_options(yield_per=500))
    for row in rows:
        if row.id != expected:
            yield Fault(expected, f"thiếu mục {expected} đến {row.id - 1}")
        elif row.previous != previous:
            yield Fault(row.id, "không nối tiếp mục trước")
        if fingerprint(row) != row.hash:
            yield Fault(row.id, "nội dung đã bị sửa")
        previous, expected = row.hash, row.id + 1
    head = db.session.get(AuditHead, 1, populate_existing=True)
    count, last = (head.count, head.hash) if head else (0, START)
    if count != expected - 1:
        yield Fault(expected, f"nhật ký phải có {count} mục, nay hết ở mục {expected - 1}")
    elif last != previous:
        yield Fault(count, "mục cuối không phải là mục đã ghi")


def seal() -> tuple[int, str]:
    """Return how many entries there are and the hash of the last: noted elsewhere, they prove all before."""
    head = db.session.get(AuditHead, 1, populate_existing=True)
    return (head.count, head.hash) if head else (0, START)


def has_mark(id: int, mark: str) -> bool:
    """Return whether an entry bears the hash that somebody noted elsewhere."""
    entry = db.session.get(AuditEntry, id)
    return entry is not None and entry.hash == mark.strip()


def _head() -> AuditHead:
    # The lock lets one writer after the other extend the chain; SQLite has only one writer anyway.
    held = {"with_for_update": True, "populate_existing": True}
    head = db.session.get(AuditHead, 1, **held)
    if head is None:
        # Somebody else may write the first entry of all at the same moment.
        with suppress(IntegrityError), db.session.begin_nested():
            db.session.add(AuditHead(id=1, count=0, hash=START))
        head = db.session.get(AuditHead, 1, **held)
    return head


def _plain(value):
    """Return a value as JSON can hold it, dates as ISO text."""
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date | datetime) else value
