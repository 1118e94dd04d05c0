"""The database: connection rules, the writing transaction, and columns that many tables share."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from threading import Lock

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, DateTime, Double, Engine, MetaData, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from vocational.provenance import Confidence, Figure, Provenance, State

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# Seconds; longer than any change takes, shorter than the patience of browsers.
WAITS_AT_MOST = 10
# FULL: what was answered outlives a power cut, too. What is forgotten is overwritten: the words of a question
# must not be left in the file.
PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    f"busy_timeout={WAITS_AT_MOST * 1000}",
    "secure_delete=ON",
)


class Base(DeclarativeBase):
    """Base of all tables; constraints get names, so that migrations can speak of them."""

    metadata = MetaData(naming_convention=NAMES)


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})


class Turns:
    """A lock that is handed on in the order in which it was asked for, so that nobody is passed by."""

    def __init__(self):
        self._lock, self._held, self._waiting = Lock(), False, deque()

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    def take(self, timeout: float) -> bool:
        """Wait for one's turn; False when it did not come within so many seconds."""
        with self._lock:
            if not self._held:
                self._held = True
                return True
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
        if mine.acquire(timeout=timeout):
            return True
        with self._lock:
            if mine not in self._waiting:
                # It came at the last moment.
                return True
            self._waiting.remove(mine)
            return False

    def hand_on(self) -> None:
        """Let the next one go."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._held = False


_writers = Turns()


def prepare_engine(engine: Engine) -> None:
    """Give an SQLite engine foreign keys, write-ahead log and explicit transactions; leave others alone."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)


def _configure_sqlite(connection, _record):
    # The driver must not open transactions of its own: it would open deferred ones.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection):
    writes = connection.get_execution_options().get("writes", False)
    # A deferred transaction that turns into a writing one fails at once when another writer came between.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing() -> Iterator[None]:
    """Run a block in one writing transaction: committed at its end, undone when it raises."""
    db.session.rollback()
    with _turn():
        db.session.connection(execution_options={"writes": True})
        try:
            yield
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise


@contextmanager
def _turn():
    """Wait until no other thread of this process writes, where the database has one writer at a time.

    SQLite itself asks again and again in growing intervals: with many writers the unlucky wait for ever. Who
    waited in vain goes on and is told by SQLite.
    """
    if db.engine.dialect.name != "sqlite":
        yield
        return
    has_turn = _writers.take(WAITS_AT_MOST)
    try:
        yield
    finally:
        if has_turn:
            _writers.hand_on()


class Moment(TypeDecorator):
    """A point in time: always with its zone in Python, in UTC in every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect) -> datetime | None:
        """Turn a point in time round to UTC; one without a zone is a mistake."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect) -> datetime | None:
        """Give a point in time its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


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
