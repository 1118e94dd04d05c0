"""The table of steps taken with items."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from vocational.noticeboard.publication.steps import Step
from vocational.storage import Moment, db


class ItemStep(db.Model):
    """One step taken with an item. `before` and `after` hold where it stood, so that it can be taken back.

    `number` is the version it was about; `said` the reason given; `alone` that nobody else could approve.
    """

    __tablename__ = "item_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    step: Mapped[str] = mapped_column(String(20))
    number: Mapped[int]
    account_id: Mapped[int | None]
    post: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    said: Mapped[str] = mapped_column(Text, default="")
    alone: Mapped[bool] = mapped_column(default=False)
    before: Mapped[dict] = mapped_column(JSON)
    after: Mapped[dict] = mapped_column(JSON)

    @property
    def words(self) -> str:
        """What was done, in words."""
        return Step(self.step).rule.done
