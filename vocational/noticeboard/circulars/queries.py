"""Reading notices to schools: for those who send them, and for the schools that receive them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import contains_eager, selectinload

from vocational.accounts import queries as accounts
from vocational.accounts import roles
from vocational.accounts.roles import Actor, Reach
from vocational.errors import NotFound
from vocational.noticeboard.circulars.models import (
    Circular,
    CircularReceipt,
    CircularRecipient,
    CircularVersion,
)
from vocational.storage import db

SEND, READ, CONFIRM = "circular.send", "circular.read", "circular.confirm"
DRAFT, SENT, WITHDRAWN = "ban-thao", "da-gui", "da-thu-hoi"
STATES = {DRAFT: "Bản thảo", SENT: "Đã gửi", WITHDRAWN: "Đã thu hồi"}


@dataclass(frozen=True)
class Received:
    """A notice as somebody at a school has it before her: hers are the recipients that she answers for."""

    circular: Circular
    recipients: tuple[CircularRecipient, ...]
    opened: bool
    confirmed: bool
    confirmed_earlier: bool

    @property
    def version(self) -> CircularVersion:
        """What it says now."""
        return self.circular.version

    @property
    def reminded_at(self):
        """When the sender reminded the school last; None for never."""
        return max((row.reminded_at for row in self.recipients if row.reminded_at), default=None)

    @property
    def waits(self) -> bool:
        """Whether it still has to be confirmed."""
        return not self.confirmed and not self.circular.is_withdrawn

    def days_left(self, today: date) -> int | None:
        """Return the days until it should be confirmed, negative when late; None without such a day."""
        return (self.version.confirm_by - today).days if self.version.confirm_by else None


def circular(id: int, by: Actor) -> Circular:
    """Return a notice for somebody who may send such; raises NotFound, also for what another unit sends."""
    row = db.session.get(Circular, id, options=[selectinload(Circular.versions)])
    reach = roles.reach(by, SEND)
    if row is None or not reach.covers(accounts.unit(row.unit_id)):
        raise NotFound(f"no circular {id}")
    return row


def sent_circular(id: int, by: Actor) -> Circular:
    """Return a notice that was sent for somebody who may send such; raises NotFound."""
    row = circular(id, by)
    if not row.is_sent:
        raise NotFound(f"circular {id} was not sent")
    return row


def sent_version(row: Circular, number: int) -> CircularVersion:
    """Return a version of a notice that was sent; raises NotFound."""
    found = next((one for one in row.sent_versions if one.number == number), None)
    if found is None:
        raise NotFound(f"circular {row.id} has no version {number}")
    return found


def sent_total(by: Actor, *, day: date, state: str = "", words: str = "") -> int:
    """Return how many notices of the units within somebody's reach match."""
    return db.session.scalar(_of_senders(by, day, state, words, select(func.count(Circular.id.distinct()))))


def sent(by: Actor, *, day: date, state: str = "", words: str = "", offset=0, limit=20) -> list[Circular]:
    """Return part of the notices of the units within somebody's reach, drafts first, then the newest."""
    rows = _of_senders(by, day, state, words, select(Circular)).options(selectinload(Circular.versions))
    rows = rows.order_by(Circular.current > 0, Circular.first_sent_at.desc(), Circular.id.desc())
    return list(db.session.scalars(rows.offset(offset).limit(limit)).unique())


def recipients(circular_id: int) -> list[CircularRecipient]:
    """Return the schools that a notice was sent to, in Vietnamese order."""
    rows = select(CircularRecipient).where(CircularRecipient.circular_id == circular_id)
    return list(db.session.scalars(rows.order_by(CircularRecipient.sort_key, CircularRecipient.id)))


def receipts(version_ids: Iterable[int]) -> list[CircularReceipt]:
    """Return what schools did with some versions, in the order of opening."""
    rows = select(CircularReceipt).where(CircularReceipt.version_id.in_(set(version_ids)))
    return list(db.session.scalars(rows.order_by(CircularReceipt.opened_at, CircularReceipt.id)))


def receipt(recipient_id: int, version_id: int, account_id: int) -> CircularReceipt | None:
    """Return what one post did with one version; None when it has not opened it."""
    rows = select(CircularReceipt).filter_by(
        recipient_id=recipient_id, version_id=version_id, account_id=account_id
    )
    return db.session.scalar(rows)


def state_counts(circular_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return for each notice how many schools it went to, and how many confirmed the version in force."""
    ids = set(circular_ids)
    to = select(CircularRecipient.circular_id, func.count()).where(CircularRecipient.circular_id.in_(ids))
    done = (
        select(CircularVersion.circular_id, func.count(CircularReceipt.recipient_id.distinct()))
        .join(CircularReceipt, CircularReceipt.version_id == CircularVersion.id)
        .join(Circular, Circular.id == CircularVersion.circular_id)
        .where(CircularVersion.number == Circular.current, CircularReceipt.confirmed_at.is_not(None))
        .where(CircularVersion.circular_id.in_(ids))
    )
    totals = dict(db.session.execute(to.group_by(CircularRecipient.circular_id)).all())
    confirmed = dict(db.session.execute(done.group_by(CircularVersion.circular_id)).all())
    return {id: (totals.get(id, 0), confirmed.get(id, 0)) for id in ids}


def received(by: Actor, *, day: date) -> list[Received]:
    """Return the notices to the schools that somebody answers for: what waits first, then the newest."""
    rows = _with_circular(select(CircularRecipient)).where(_to(roles.reach(by, CONFIRM), day))
    found = _received(db.session.scalars(rows).unique(), by)
    found.sort(key=lambda one: one.circular.first_sent_at, reverse=True)
    return sorted(found, key=lambda one: (not one.waits, one.opened if one.waits else False))


def answers_for_a_school(by: Actor) -> bool:
    """Return whether somebody confirms for a unit of her own."""
    return roles.may_anywhere(by, CONFIRM)


def confirmations(found: Received) -> dict[int, list[CircularReceipt]]:
    """Return by recipient of a reader who of the school confirmed the version in force, the first first."""
    rows = select(CircularReceipt).where(
        CircularReceipt.version_id == found.version.id,
        CircularReceipt.recipient_id.in_([one.id for one in found.recipients]),
        CircularReceipt.confirmed_at.is_not(None),
    )
    done: dict[int, list[CircularReceipt]] = {one.id: [] for one in found.recipients}
    for row in db.session.scalars(rows.order_by(CircularReceipt.confirmed_at)):
        done[row.recipient_id].append(row)
    return done


def overseen(by: Actor, *, day: date, offset: int, limit: int) -> list[Circular]:
    """Return the notices that somebody may read without being one of those they are for, newest first."""
    rows = _overseen(by, day, select(Circular)).options(selectinload(Circular.versions))
    return list(db.session.scalars(rows.order_by(Circular.id.desc()).offset(offset).limit(limit)))


def overseen_total(by: Actor, *, day: date) -> int:
    """Return how many notices somebody may read without being one of those they are for."""
    return db.session.scalar(_overseen(by, day, select(func.count(Circular.id))))


def received_one(id: int, by: Actor, *, day: date) -> Received:
    """Return a notice for a reader; raises NotFound where none of her schools has received it.

    Who only reads for an area has no recipients of her own in it.
    """
    rows = _with_circular(select(CircularRecipient)).where(CircularRecipient.circular_id == id)
    own = list(db.session.scalars(rows.where(_to(roles.reach(by, CONFIRM), day))).unique())
    if own:
        return _received(own, by)[0]
    if not db.session.scalar(_overseen(by, day, select(Circular.id)).where(Circular.id == id)):
        raise NotFound(f"no circular {id} for {by.post}")
    row = db.session.get(Circular, id, options=[selectinload(Circular.versions)])
    return Received(row, (), True, True, False)


def _received(rows: Iterable[CircularRecipient], by: Actor) -> list[Received]:
    together: dict[int, list[CircularRecipient]] = {}
    for row in rows:
        together.setdefault(row.circular_id, []).append(row)
    versions = {row.id: row for group in together.values() for row in group[0].circular.versions}
    ids = [row.id for group in together.values() for row in group]
    done = select(CircularReceipt).where(CircularReceipt.recipient_id.in_(ids))
    by_recipient: dict[int, list[CircularReceipt]] = {}
    for receipt in db.session.scalars(done):
        by_recipient.setdefault(receipt.recipient_id, []).append(receipt)
    return [_one(group, by_recipient, versions, by) for group in together.values()]


def _one(group, by_recipient, versions, by: Actor) -> Received:
    row = group[0].circular
    now = row.version.id
    receipts = [[one for one in by_recipient.get(mine.id, ())] for mine in group]
    confirmed = [{one.version_id for one in ones if one.confirmed_at} for ones in receipts]
    return Received(
        circular=row,
        recipients=tuple(group),
        opened=any(
            one.version_id == now and one.account_id == by.account_id for ones in receipts for one in ones
        ),
        confirmed=all(now in ids for ids in confirmed),
        confirmed_earlier=any(ids - {now} for ids in confirmed),
    )


def _with_circular(rows: Select) -> Select:
    rows = rows.join(CircularRecipient.circular)
    return rows.options(contains_eager(CircularRecipient.circular).options(selectinload(Circular.versions)))


def _to(reach: Reach, day: date):
    """Return the condition that a recipient is a unit within a reach, or became one."""
    if reach.everywhere:
        return CircularRecipient.id.is_not(None)
    units = accounts.units(reach, day=day)
    schools = [unit.secondary_school for unit in units if unit.secondary_school]
    own = CircularRecipient.unit_id.in_([unit.id for unit in units])
    return or_(own, CircularRecipient.school.in_(schools))


def _overseen(by: Actor, day: date, rows: Select) -> Select:
    reach = roles.reach(by, READ)
    return rows.where(Circular.current > 0, Circular.recipients.any(_to(reach, day)))


def _of_senders(by: Actor, day: date, state: str, words: str, rows: Select) -> Select:
    reach = roles.reach(by, SEND)
    if not reach.everywhere:
        rows = rows.where(Circular.unit_id.in_([unit.id for unit in accounts.units(reach, day=day)]))
    for word in words.split():
        rows = rows.where(Circular.versions.any(CircularVersion.title.icontains(word, autoescape=True)))
    conditions = {
        DRAFT: [Circular.current == 0],
        SENT: [Circular.current > 0, Circular.withdrawn_at.is_(None)],
        WITHDRAWN: [Circular.withdrawn_at.is_not(None)],
    }
    return rows.where(*conditions.get(state, []))
