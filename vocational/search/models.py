"""Table of the search vocabulary."""

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from vocational.storage import db


class Vocabulary(db.Model):
    """What the search knows of how people type, as the engine takes it. One row."""

    __tablename__ = "vocabulary"

    id: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[dict] = mapped_column(JSON)
