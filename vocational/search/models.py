"""Tables of the search vocabulary, of how often words were looked for, and of pages that changed."""

from datetime import date, datetime

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from vocational.storage import Moment, db


class Vocabulary(db.Model):
    """What the search knows of how people type, as the engine takes it. One row."""

    __tablename__ = "vocabulary"

    id: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[dict] = mapped_column(JSON)


class VocabularyAddition(db.Model):
    """One entry that staff added to the vocabulary of the running site; loading the content leaves it alone.

    `part` names the list of the vocabulary it belongs to, `post` the post (not the person) that added it.
    """

    __tablename__ = "vocabulary_addition"

    id: Mapped[int] = mapped_column(primary_key=True)
    part: Mapped[str]
    data: Mapped[dict] = mapped_column(JSON)
    post: Mapped[str] = mapped_column(default="")
    added_on: Mapped[date]
    withdrawn_on: Mapped[date | None]


class WordsCount(db.Model):
    """How often the same words were looked for on one day; nothing tells by whom or when on that day."""

    __tablename__ = "words_count"

    day: Mapped[date] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(String(100), primary_key=True)
    times: Mapped[int]
    without_result: Mapped[int]


class SearchChange(db.Model):
    """A page that changed and that the index does not know of yet; `page` is the id of its document."""

    __tablename__ = "search_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(String(300))
    at: Mapped[datetime] = mapped_column(Moment)
