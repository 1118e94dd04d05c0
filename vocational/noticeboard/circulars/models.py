"""Tables of notices to schools: what was sent in which version, to whom, and who opened and confirmed it."""

from datetime import date, datetime

from sqlalchemy import JSON, Column, ForeignKey, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.noticeboard.items.models import Attachment
from vocational.storage import Moment, db

circular_attachment = Table(
    "circular_attachment",
    db.metadata,
    Column("version_id", ForeignKey("circular_version.id"), primary_key=True),
    Column("attachment_id", ForeignKey("attachment.id"), primary_key=True, index=True),
)


class Circular(db.Model):
    """One notice to schools. `current` is the number of the version in force, 0 before it was ever sent."""

    __tablename__ = "circular"

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    unit_name: Mapped[str] = mapped_column(String(200))
    current: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(Moment)
    first_sent_at: Mapped[datetime | None] = mapped_column(Moment, index=True)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_by: Mapped[str] = mapped_column(String(200), default="")
    withdrawn_because: Mapped[str] = mapped_column(Text, default="")
    is_demo: Mapped[bool] = mapped_column(default=False)

    versions: Mapped[list["CircularVersion"]] = relationship(
        back_populates="circular", order_by="CircularVersion.number", cascade="all, delete-orphan"
    )
    recipients: Mapped[list["CircularRecipient"]] = relationship(
        back_populates="circular", order_by="CircularRecipient.sort_key, CircularRecipient.id"
    )

    @property
    def is_sent(self) -> bool:
        """Whether schools have received it; a withdrawn one was sent as well."""
        return self.current > 0

    @property
    def is_withdrawn(self) -> bool:
        """Whether it no longer holds."""
        return self.withdrawn_at is not None

    @property
    def version(self) -> "CircularVersion":
        """The version in force; of one that was never sent, the draft."""
        return next((row for row in self.versions if row.number == self.current), self.versions[0])

    @property
    def draft(self) -> "CircularVersion | None":
        """The version that is being written; None when there is none."""
        return next((row for row in self.versions if row.sent_at is None), None)

    @property
    def sent_versions(self) -> list["CircularVersion"]:
        """The versions that were sent, newest first."""
        return [row for row in reversed(self.versions) if row.sent_at is not None]


class CircularVersion(db.Model):
    """What a notice says in one version; without `sent_at` it is being written.

    `areas` and `kinds` choose schools, `left_out` are the keys of those that were taken off the list.
    `revision` counts its changes, so that two who write at once notice each other.
    """

    __tablename__ = "circular_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    circular_id: Mapped[int] = mapped_column(ForeignKey("circular.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    confirm_by: Mapped[date | None]
    change_note: Mapped[str] = mapped_column(Text, default="")
    areas: Mapped[list[str]] = mapped_column(JSON, default=list)
    kinds: Mapped[list[str]] = mapped_column(JSON, default=list)
    left_out: Mapped[list[str]] = mapped_column(JSON, default=list)
    revision: Mapped[int] = mapped_column(default=1)
    edited_at: Mapped[datetime] = mapped_column(Moment)
    edited_by: Mapped[str] = mapped_column(String(200))
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    sent_by: Mapped[str] = mapped_column(String(200), default="")

    circular: Mapped[Circular] = relationship(back_populates="versions")
    references: Mapped[list["CircularReference"]] = relationship(
        order_by="CircularReference.id", cascade="all, delete-orphan"
    )
    attachments: Mapped[list[Attachment]] = relationship(
        secondary=circular_attachment, order_by="Attachment.id"
    )

    __table_args__ = (UniqueConstraint("circular_id", "number"),)


class CircularReference(db.Model):
    """A programme, quota line or policy that a version speaks of, with what the site said of it when sent.

    `said` are [name, words]; empty until the version is sent.
    """

    __tablename__ = "circular_reference"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("circular_version.id"))
    kind: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(Text)
    said: Mapped[list[list[str]]] = mapped_column(JSON, default=list)

    __table_args__ = (UniqueConstraint("version_id", "kind", "key"),)


class CircularRecipient(db.Model):
    """A school that a notice was sent to: a unit of ours, or one of the list of schools that has none.

    A school of the list that gets a unit later finds the notice by `school`. `paper_on` is the day on which
    it was handed over on paper, to `paper_to`.
    """

    __tablename__ = "circular_recipient"

    id: Mapped[int] = mapped_column(primary_key=True)
    circular_id: Mapped[int] = mapped_column(ForeignKey("circular.id"))
    key: Mapped[str] = mapped_column(String(130))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    school: Mapped[str | None] = mapped_column(String(120), index=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(60))
    place: Mapped[str] = mapped_column(String(300), default="")
    sort_key: Mapped[str] = mapped_column(Text)
    since_version: Mapped[int]
    reminded_at: Mapped[datetime | None] = mapped_column(Moment)
    reminded: Mapped[int] = mapped_column(default=0)
    paper_on: Mapped[date | None]
    paper_to: Mapped[str] = mapped_column(String(200), default="")

    circular: Mapped[Circular] = relationship(back_populates="recipients")

    __table_args__ = (UniqueConstraint("circular_id", "key"),)


class CircularReceipt(db.Model):
    """What one post of a school did with one version: opened, downloaded, confirmed it, and its note."""

    __tablename__ = "circular_receipt"

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient_id: Mapped[int] = mapped_column(ForeignKey("circular_recipient.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("circular_version.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    post: Mapped[str] = mapped_column(String(200))
    opened_at: Mapped[datetime] = mapped_column(Moment)
    downloaded_at: Mapped[datetime | None] = mapped_column(Moment)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)
    note: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (UniqueConstraint("recipient_id", "version_id", "account_id"),)
