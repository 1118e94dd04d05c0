"""The database: connection rules, the writing transaction, and columns that many tables share."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, Double, Engine, MetaData, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from vocational.provenance import Confidence, Figure, Provenance, State

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all tables; constraints get names, so that migrations can speak of them."""

    metadata = MetaData(naming_convention=NAMES)


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})


def prepare_engine(engine: Engine) -> None:
    """Give an SQLite engine foreign keys, write-ahead log and explicit transactions; leave others alone."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)


def _configure_sqlite(connection, _record):
    # The driver must not open transactions of its own: it would open deferred ones.
    connection.isolation_level = None
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection):
    writes = connection.get_execution_options().get("writes", False)
    # A deferred transaction that turns into a writing one fails at once when another writer came between.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing() -> Iterator[None]:
    """Run a block in one writing transaction: committed at its end, undone when it raises."""
    db.session.rollback()
    db.session.connection(execution_options={"writes": True})
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


class ProvenanceColumns:
    """Columns for where a row comes from and how far it may be trusted."""

    sources: Mapped[list[str]] = mapped_column(JSON, default=list)
    as_of: Mapped[str] = mapped_column(default="")
    confidence: Mapped[str] = mapped_column(default=Confidence.UNKNOWN.value)
    checked_on: Mapped[date | None]

    @property
    def provenance(self) -> Provenance:
        """The row's provenance as a value."""
        return Provenance(tuple(self.sources), self.as_of, Confidence(self.confidence), self.checked_on)


class FigureColumns(ProvenanceColumns):
    """Columns of a row that holds one figure."""

    value: Mapped[float | None] = mapped_column(Double)
    value_to: Mapped[float | None] = mapped_column(Double)
    state: Mapped[str] = mapped_column(default=State.KNOWN.value)
    unit: Mapped[str] = mapped_column(default="")
    qualifier: Mapped[str] = mapped_column(default="")
    counts: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    period: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    @property
    def figure(self) -> Figure:
        """The row's figure as a value."""
        return Figure(
            value=self.value,
            value_to=self.value_to,
            state=State(self.state),
            unit=self.unit,
            qualifier=self.qualifier,
            counts=self.counts,
            level=self.level,
            period=self.period,
            note=self.note,
            provenance=self.provenance,
        )
