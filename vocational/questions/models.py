"""Tables of questions, of answers for all, and of reports that something is wrong."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vocational.accounts.models import Unit
from vocational.questions import keeping
from vocational.questions.kinds import FaqState, ReportState, State, Topic
from vocational.storage import db


@dataclass(frozen=True)
class Place:
    """Whose desk something is on, as permissions are checked: a unit or, without one (0), an area."""

    id: int
    area: str


class Handled:
    """Columns of what lands on a desk. `area` is one of `content/site.yaml`, empty where nobody said.

    `version` counts changes: whoever changes an older one than there is did not see the newest.
    """

    area: Mapped[str] = mapped_column(String(100), default="", index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    is_demo: Mapped[bool] = mapped_column(default=False)

    @property
    def place(self) -> Place:
        """Whose desk it is on."""
        return Place(self.unit_id or 0, self.area)


class Sent:
    """Columns of what somebody without an account sent. `key` is the hash of the code that she reads it by.

    Only the day is kept, nothing of who sent it. After `closed_on`, or too long without it, the words go.
    """

    key: Mapped[str] = mapped_column(String(64), unique=True)
    asked_on: Mapped[date] = mapped_column(index=True)
    closed_on: Mapped[date | None] = mapped_column(index=True)

    @property
    def text_ends(self) -> date:
        """The first day on which the words are gone."""
        return keeping.text_ends(self.asked_on, self.closed_on)

    def text_on(self, day: date) -> str | None:
        """Return what was sent, as long as it may be kept; None afterwards."""
        return self.text if day < self.text_ends else None


class Faq(Handled, db.Model):
    """A question that many have, in the words of staff, with its answer. An empty `area` means all of them.

    `note` says why it was returned or withdrawn. `changed_on` is the day of the newest public words.
    """

    __tablename__ = "faq"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    topic: Mapped[str] = mapped_column(String(20), index=True)
    question: Mapped[str] = mapped_column(String(300))
    answer: Mapped[str] = mapped_column(Text)
    answer_html: Mapped[str] = mapped_column(Text)
    links: Mapped[list[dict]] = mapped_column(JSON, default=list)
    state: Mapped[str] = mapped_column(String(20), default=FaqState.WAITING.value, index=True)
    note: Mapped[str] = mapped_column(Text, default="")
    written_by: Mapped[int | None]
    approved_by: Mapped[int | None]
    written_on: Mapped[date]
    published_on: Mapped[date | None]
    changed_on: Mapped[date | None]

    unit: Mapped[Unit | None] = relationship()

    @property
    def place(self) -> Place:
        """Whose it is: of the unit that wrote it, whatever area it speaks of."""
        return Place(self.unit_id or 0, self.unit.area if self.unit else self.area)

    @property
    def page(self) -> str:
        """The id of its page: the address without the first slash."""
        return f"hoi-dap/{self.slug}"

    @property
    def topic_label(self) -> str:
        """The topic in words."""
        return Topic(self.topic).label

    @property
    def state_label(self) -> str:
        """The state in words."""
        return FaqState(self.state).label

    @property
    def is_published(self) -> bool:
        """Whether readers find it."""
        return self.state == FaqState.PUBLISHED


class Question(Sent, Handled, db.Model):
    """What a pupil or parent asked. `text` goes after a while; `faq` is the answer for all that was given.

    `reason` is why it was refused. `answered_as` is how the unit that closed it was called then.
    """

    __tablename__ = "question"
    what = "question"

    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(String(20), index=True)
    text: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20), default=State.WAITING.value, index=True)
    answer: Mapped[str] = mapped_column(Text, default="")
    answer_html: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    answered_as: Mapped[str] = mapped_column(String(200), default="")
    faq_id: Mapped[int | None] = mapped_column(ForeignKey("faq.id"), index=True)

    unit: Mapped[Unit | None] = relationship()
    faq: Mapped[Faq | None] = relationship()

    @property
    def topic_label(self) -> str:
        """The topic in words."""
        return Topic(self.topic).label

    def state_on(self, day: date) -> State:
        """Return where it stands on a day: forgotten by itself when nobody answered in time."""
        is_late = self.state == State.WAITING and day >= self.text_ends
        return State.FORGOTTEN if is_late else State(self.state)

    def keeps_answer_on(self, day: date) -> bool:
        """Return whether a private answer, or the reason of a refusal, can still be read."""
        return self.closed_on is not None and day < keeping.answer_ends(self.closed_on)


class Report(Sent, Handled, db.Model):
    """Somebody says that something on a page is wrong: `text` what, `right_source` where the right thing is.

    `page` is an address of this site with its first slash; `reason` what the office says to it.
    """

    __tablename__ = "report"
    what = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(String(300), index=True)
    text: Mapped[str | None] = mapped_column(Text)
    right_source: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(20), default=ReportState.NEW.value, index=True)
    reason: Mapped[str] = mapped_column(Text, default="")

    unit: Mapped[Unit | None] = relationship()

    @property
    def state_label(self) -> str:
        """The state in words."""
        return ReportState(self.state).label

    def state_on(self, day: date) -> ReportState:
        """Return where it stands on a day: forgotten by itself when nobody looked at it in time."""
        state = ReportState(self.state)
        return ReportState.FORGOTTEN if not state.is_closed and day >= self.text_ends else state

    def source_on(self, day: date) -> str:
        """Return what was said to be the right source, as long as the words may be kept."""
        return self.right_source if day < self.text_ends else ""
