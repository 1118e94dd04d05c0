"""Tables of what staff write. Versions, their details and files are only ever added, never changed."""

from datetime import date, datetime

from sqlalchemy import JSON, Column, ForeignKey, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.accounts.models import Unit
from vocational.noticeboard.items.kinds import ADDRESSES, KIND_LABELS, Facet, Standing, State
from vocational.noticeboard.kinds import Area, Audience, Board, Kind
from vocational.noticeboard.uploads import Stored
from vocational.storage import Moment, db

version_attachment = Table(
    "version_attachment",
    db.metadata,
    Column("version_id", ForeignKey("version.id"), primary_key=True),
    Column("attachment_id", ForeignKey("attachment.id"), primary_key=True, index=True),
)


class Item(db.Model):
    """One announcement, event or vacancy of a unit.

    `number` is the newest version, which staff work on; `public_number` the approved one that readers get,
    whose times `publish_at` and `expire_at` repeat. `key` is the form that it was begun with: sent twice, it
    makes one item. `slug` follows the title until `first_public_at`, then never changes.
    """

    __tablename__ = "item"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    state: Mapped[str] = mapped_column(String(20), default=State.DRAFT.value, index=True)
    number: Mapped[int] = mapped_column(default=0)
    public_number: Mapped[int | None]
    publish_at: Mapped[datetime | None] = mapped_column(Moment, index=True)
    expire_at: Mapped[datetime | None] = mapped_column(Moment, index=True)
    first_public_at: Mapped[datetime | None] = mapped_column(Moment)
    said: Mapped[str] = mapped_column(Text, default="")
    """Why it was returned."""
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_because: Mapped[str] = mapped_column(Text, default="")
    by_account: Mapped[int | None] = mapped_column(index=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment, index=True)
    is_demo: Mapped[bool] = mapped_column(default=False)

    unit: Mapped[Unit] = relationship()
    versions: Mapped[list["Version"]] = relationship(back_populates="item", order_by="Version.number.desc()")
    newest: Mapped["Version"] = relationship(
        primaryjoin="and_(Version.item_id == Item.id, Version.number == Item.number)", viewonly=True
    )
    published: Mapped["Version | None"] = relationship(
        primaryjoin="and_(Version.item_id == Item.id, Version.number == Item.public_number)", viewonly=True
    )

    @property
    def board(self) -> Board:
        """The list that it hangs on."""
        return Board(self.kind)

    @property
    def kind_label(self) -> str:
        """The kind in words."""
        return KIND_LABELS[self.board]

    @property
    def form_key(self) -> str:
        """The key under which what somebody types is kept while she works on it."""
        return f"bai-{self.id}"

    @property
    def page(self) -> str:
        """The id of its public page: the address without the first slash."""
        return f"{ADDRESSES[self.board]}/{self.slug}"

    def is_public(self, now: datetime) -> bool:
        """Return whether readers find it on the site; its archive page answers for longer."""
        return self.public_standing(now) is Standing.PUBLIC

    def public_standing(self, now: datetime) -> Standing | None:
        """Return what readers can know of it at a moment; None when nothing of it was ever approved."""
        if self.public_number is None:
            return None
        if self.withdrawn_at is not None:
            return Standing.WITHDRAWN
        if self.publish_at is not None and now < self.publish_at:
            return Standing.SCHEDULED
        return Standing.EXPIRED if self.expire_at is not None and self.expire_at <= now else Standing.PUBLIC

    def standing(self, now: datetime) -> Standing:
        """Return where the text that staff work on stands at a moment."""
        if self.state == State.APPROVED:
            return self.public_standing(now) or Standing.DRAFT
        return Standing(self.state)


class Version(db.Model):
    """All that an item said at one time. `body` is Markdown, `html` what it gives, cleaned.

    `topic` is a `noticeboard.kinds.Kind`; `site_wide` asks for a place beyond the own unit, which an editor
    grants. `publish_at` None means as soon as it is approved. `note` says what was changed.
    """

    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("item_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    summary: Mapped[str] = mapped_column(Text, default="")
    body: Mapped[str] = mapped_column(Text, default="")
    html: Mapped[str] = mapped_column(Text, default="")
    topic: Mapped[str] = mapped_column(String(20))
    site_wide: Mapped[bool] = mapped_column(default=False)
    contact: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(Text, default="")
    publish_at: Mapped[datetime | None] = mapped_column(Moment)
    expire_at: Mapped[datetime | None] = mapped_column(Moment)
    by_account: Mapped[int | None]
    post: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(Moment)
    note: Mapped[str] = mapped_column(String(300), default="")

    item: Mapped[Item] = relationship(back_populates="versions")
    facets: Mapped[list["VersionFacet"]] = relationship(order_by="VersionFacet.id")
    event: Mapped["EventDetails | None"] = relationship()
    vacancy: Mapped["VacancyDetails | None"] = relationship()
    attachments: Mapped[list["Attachment"]] = relationship(
        secondary=version_attachment, order_by="Attachment.id"
    )

    def marked(self, facet: Facet) -> list[str]:
        """Return the values of one facet."""
        return [row.value for row in self.facets if row.facet == facet]

    @property
    def topic_label(self) -> str:
        """What it is about, in words."""
        return Kind(self.topic).label

    @property
    def audience_labels(self) -> list[str]:
        """Whom it is for, in words; empty means everybody."""
        grades = [f"Lớp {value}" for value in self.marked(Facet.GRADE) if value not in {"9", "12"}]
        return [Audience(value).label for value in self.marked(Facet.AUDIENCE)] + grades

    @property
    def area_labels(self) -> list[str]:
        """The areas it concerns, in words; empty means all."""
        return [Area(value).label for value in self.marked(Facet.AREA)]


class VersionFacet(db.Model):
    """One value that a version is marked with: `facet` is a `kinds.Facet`."""

    __tablename__ = "version_facet"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), index=True)
    facet: Mapped[str] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(String(120), index=True)


class EventDetails(db.Model):
    """When and where an event takes place: `area` is a `noticeboard.kinds.Area`, `place` are words."""

    __tablename__ = "event_details"

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    starts: Mapped[datetime | None] = mapped_column(Moment)
    ends: Mapped[datetime | None] = mapped_column(Moment)
    area: Mapped[str] = mapped_column(String(40), default="")
    place: Mapped[str] = mapped_column(Text, default="")
    capacity: Mapped[int | None]
    organiser: Mapped[str] = mapped_column(String(200), default="")


class VacancyDetails(db.Model):
    """Work that is offered; wages are đồng a month, `deadline` the last day to apply."""

    __tablename__ = "vacancy_details"

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    employer: Mapped[str] = mapped_column(String(200), default="")
    place: Mapped[str] = mapped_column(Text, default="")
    occupation: Mapped[str] = mapped_column(String(200), default="")
    count: Mapped[int | None]
    wage_low: Mapped[int | None]
    wage_high: Mapped[int | None]
    deadline: Mapped[date | None]
    requirements: Mapped[str] = mapped_column(Text, default="")


class Attachment(db.Model):
    """One file as it was sent, or the picture made anew from it, with its words; other words, another row.

    `stored_name` names the file in the folder of uploads and in its address. Which versions show it stands
    in `version_attachment`; one that no version shows belongs to `by_account` alone.
    """

    __tablename__ = "attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    stored_name: Mapped[str] = mapped_column(String(80), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    alt: Mapped[str] = mapped_column(String(300), default="")
    by_account: Mapped[int | None] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(Moment)

    @classmethod
    def of(cls, stored: Stored, *, title: str, by: int | None, at: datetime) -> "Attachment":
        """Return a row for a file that was kept, sent by the account `by`."""
        names = {"stored_name": stored.name, "media_type": stored.media_type, "title": title[:200]}
        return cls(**names, sha256=stored.sha256, size=stored.size, by_account=by, at=at)

    @property
    def told(self) -> dict:
        """What the audit says of it."""
        return {"title": self.title, "sha256": self.sha256, "size": self.size}

    @property
    def is_image(self) -> bool:
        """Whether it is a picture, which needs words for those who do not see it."""
        return self.media_type.startswith("image/")


class Draft(db.Model):
    """What somebody typed into a form and did not save yet; saved by itself, seen by nobody else.

    `key` is that of the form; `base` the version that the text began from, 0 for a new item.
    """

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("account_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    key: Mapped[str] = mapped_column(String(64))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    base: Mapped[int] = mapped_column(default=0)
    values: Mapped[dict] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(Moment)
