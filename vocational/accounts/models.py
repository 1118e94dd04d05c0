"""Tables of units, accounts of posts, what they may do when, their sessions, and the audit."""

from datetime import date, datetime

from flask_security import UserMixin
from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.ext.mutable import MutableList
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.accounts.kinds import Role, UnitKind
from vocational.storage import Moment, db


class Unit(db.Model):
    """A body that people work for. `area` is an area of `content/site.yaml`; empty means all of them.

    `institution` is the slug of the vocational school it is, `secondary_school` the key of the secondary
    school, `commune` the code of the commune. It exists until, not on, `until`.
    """

    __tablename__ = "unit"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20), index=True)
    area: Mapped[str] = mapped_column(String(100), default="", index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    since: Mapped[date | None]
    until: Mapped[date | None]
    institution: Mapped[str | None] = mapped_column(String(120), unique=True)
    secondary_school: Mapped[str | None] = mapped_column(String(120), unique=True)
    commune: Mapped[str | None] = mapped_column(String(20), unique=True)
    needs_approval: Mapped[bool] = mapped_column(default=True)
    needs_second_step: Mapped[bool] = mapped_column(default=False)
    is_demo: Mapped[bool] = mapped_column(default=False)

    @property
    def kind_label(self) -> str:
        """The kind in words."""
        return UnitKind(self.kind).label

    def exists_on(self, day: date) -> bool:
        """Return whether the unit exists on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class Account(UserMixin, db.Model):
    """What somebody signs in with. It belongs to a post; `holder` is who has the post now."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    post: Mapped[str] = mapped_column(String(200))
    holder: Mapped[str] = mapped_column(String(200), default="")
    email: Mapped[str] = mapped_column(String(200), unique=True)
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    tf_primary_method: Mapped[str | None] = mapped_column(String(20))
    tf_totp_secret: Mapped[str | None] = mapped_column(Text)
    last_counter: Mapped[int | None]
    mf_recovery_codes: Mapped[list[str] | None] = mapped_column(MutableList.as_mutable(JSON))
    created_at: Mapped[datetime] = mapped_column(Moment)
    is_demo: Mapped[bool] = mapped_column(default=False)

    assignments: Mapped[list["Assignment"]] = relationship(
        back_populates="account", order_by="Assignment.since.desc(), Assignment.id.desc()"
    )

    @property
    def has_second_step(self) -> bool:
        """Whether codes of an app are asked for at sign-in."""
        return bool(self.tf_totp_secret and self.tf_primary_method)


class Assignment(db.Model):
    """A role of an account at a unit, from `since` until, not on, `until`; None means without end."""

    __tablename__ = "assignment"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    role: Mapped[str] = mapped_column(String(20))
    since: Mapped[date]
    until: Mapped[date | None]

    account: Mapped[Account] = relationship(back_populates="assignments")
    unit: Mapped[Unit] = relationship()

    @property
    def role_label(self) -> str:
        """The role in words."""
        return Role(self.role).label

    def holds_on(self, day: date) -> bool:
        """Return whether it holds on a day."""
        return self.since <= day and (self.until is None or day < self.until)


class AuthSession(db.Model):
    """One browser that somebody signed in with. `key` is the hash of what its cookie holds.

    `step` is what is still to be done: «code» (second step), «setup» (choose one), or «in»: signed in.
    `secret` is that of an app while it is being set up: it must not outlive the session.
    """

    __tablename__ = "auth_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    step: Mapped[str] = mapped_column(String(10))
    started_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    browser: Mapped[str] = mapped_column(String(100), default="")
    secret: Mapped[str | None] = mapped_column(Text)

    account: Mapped[Account] = relationship()


class PasswordLink(db.Model):
    """A link by which somebody sets a password once; `key` is the hash of what the link holds."""

    __tablename__ = "password_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    made_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)

    account: Mapped[Account] = relationship()


class SignInFailure(db.Model):
    """How often signing in failed in a row. `key` cannot be turned back into the name or address it is of."""

    __tablename__ = "sign_in_failure"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    times: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(Moment, index=True)


class SignInRefusal(db.Model):
    """How often one step of signing in to an account failed, or came too soon, since the audit last told.

    `account_id` is 0 for all names that nobody has.
    """

    __tablename__ = "sign_in_refusal"

    account_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    step: Mapped[str] = mapped_column(String(10), primary_key=True)
    failed: Mapped[int]
    slowed: Mapped[int]
    first_at: Mapped[datetime] = mapped_column(Moment)
    last_at: Mapped[datetime] = mapped_column(Moment)


class AuditEntry(db.Model):
    """One thing that somebody did. Never changed, never deleted; `hash` covers the row and the one before.

    `object` names what it was done to, such as «unit:12»; `post` is how the account was called then.
    """

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    account_id: Mapped[int | None] = mapped_column(index=True)
    post: Mapped[str] = mapped_column(String(200))
    verb: Mapped[str] = mapped_column(String(60), index=True)
    object: Mapped[str] = mapped_column(String(200), index=True)
    before: Mapped[dict | None] = mapped_column(JSON)
    after: Mapped[dict | None] = mapped_column(JSON)
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditHead(db.Model):
    """The last audit entry, so that one cut off from the end is missed. One row."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    count: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
