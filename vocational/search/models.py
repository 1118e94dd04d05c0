"""Tables of the search vocabulary, of what staff add to it, and of how often words were looked for."""

from datetime import date

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from vocational.storage import db


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
