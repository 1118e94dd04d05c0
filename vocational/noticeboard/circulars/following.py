"""How far a notice has got: which school has not opened it, which has confirmed it, which has nobody to."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vocational.accounts import queries as accounts
from vocational.accounts import roles, staffing
from vocational.noticeboard.circulars import queries
from vocational.noticeboard.circulars.models import Circular, CircularReceipt, CircularRecipient
from vocational.noticeboard.circulars.schools import ADDRESSED, CONFIRM
from vocational.vietnamese import fold


class Standing(StrEnum):
    """Where a school stands with the version in force."""

    UNOPENED = "chua-mo"
    OPENED = "chua-xac-nhan"
    NOBODY = "chua-co-nguoi-nhan"
    PAPER = "da-giao-giay"
    CONFIRMED = "da-xac-nhan"

    @property
    def label(self) -> str:
        """The standing in words."""
        return LABELS[self]

    @property
    def kind(self) -> str:
        """The colour of its badge."""
        return KINDS[self]


LABELS = {
    Standing.UNOPENED: "Chưa mở",
    Standing.OPENED: "Đã mở, chưa xác nhận",
    Standing.NOBODY: "Chưa có người nhận",
    Standing.PAPER: "Đã giao bản giấy",
    Standing.CONFIRMED: "Đã xác nhận",
}
KINDS = {
    Standing.UNOPENED: "bad",
    Standing.OPENED: "warn",
    Standing.NOBODY: "bad",
    Standing.PAPER: "info",
    Standing.CONFIRMED: "ok",
}
REMINDED = (Standing.UNOPENED, Standing.OPENED)


@dataclass(frozen=True)
class Row:
    """One school: its standing, its posts, and what they did with the version in force."""

    recipient: CircularRecipient
    standing: Standing
    people: tuple[staffing.Person, ...]
    receipts: tuple[CircularReceipt, ...]
    confirmed_earlier: bool

    @property
    def opened_at(self) -> datetime | None:
        """When somebody of the school opened it first."""
        return min((one.opened_at for one in self.receipts), default=None)

    @property
    def downloaded_at(self) -> datetime | None:
        """When somebody of the school downloaded something first."""
        return min((one.downloaded_at for one in self.receipts if one.downloaded_at), default=None)

    @property
    def confirmation(self) -> CircularReceipt | None:
        """The first confirmation of the school; None as long as there is none."""
        done = [one for one in self.receipts if one.confirmed_at]
        return min(done, key=lambda one: one.confirmed_at, default=None)

    @property
    def notes(self) -> list[CircularReceipt]:
        """What the school's posts wrote back."""
        return [one for one in self.receipts if one.note]


@dataclass(frozen=True)
class Following:
    """All schools of a notice."""

    rows: tuple[Row, ...]

    @property
    def counts(self) -> dict[Standing, int]:
        """How many schools stand where, those where none does left out."""
        counts = Counter(row.standing for row in self.rows)
        return {standing: counts[standing] for standing in Standing if counts[standing]}

    @property
    def total(self) -> int:
        """How many schools it went to."""
        return len(self.rows)

    def those(self, standings=(), words: str = "") -> list[Row]:
        """Return the schools that stand at one of some places and are called so; nothing asked means all."""
        wanted = fold(words).split()
        return [
            row
            for row in self.rows
            if (not standings or row.standing in standings)
            and all(word in fold(f"{row.recipient.name} {row.recipient.place}") for word in wanted)
        ]


def following(circular: Circular, *, day: date) -> Following:
    """Return where every school stands with the version of a notice that is in force."""
    versions = {row.id: row.number for row in circular.versions if row.sent_at}
    done: dict[int, list[CircularReceipt]] = {}
    for receipt in queries.receipts(versions):
        done.setdefault(receipt.recipient_id, []).append(receipt)
    posts, units = staffing.people(CONFIRM, day=day), _units_by_school(day)
    rows = []
    for row in queries.recipients(circular.id):
        people = posts.get(row.unit_id or units.get(row.school or ""), [])
        rows.append(_row(row, tuple(people), done.get(row.id, []), versions, circular.current))
    return Following(tuple(rows))


def _units_by_school(day: date) -> dict[str, int]:
    everywhere = roles.Reach(everywhere=True, areas=frozenset(), unit_ids=frozenset())
    units = accounts.units(everywhere, day=day, kinds=ADDRESSED)
    return {unit.secondary_school: unit.id for unit in units if unit.secondary_school}


def _row(recipient, people, receipts, versions, current) -> Row:
    now = tuple(one for one in receipts if versions[one.version_id] == current)
    earlier = any(one.confirmed_at for one in receipts if versions[one.version_id] != current)
    return Row(recipient, _standing(recipient, people, now), people, now, earlier)


def _standing(recipient: CircularRecipient, people, receipts) -> Standing:
    if any(one.confirmed_at for one in receipts):
        return Standing.CONFIRMED
    if recipient.paper_on:
        return Standing.PAPER
    if receipts:
        return Standing.OPENED
    return Standing.UNOPENED if people else Standing.NOBODY
