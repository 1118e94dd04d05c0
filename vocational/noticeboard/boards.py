"""The boards as readers see them: what the office curated and what staff wrote, together."""

from collections import Counter
from datetime import datetime

from sqlalchemy import desc, union_all

from vocational.noticeboard import queries
from vocational.noticeboard.dates import day_of
from vocational.noticeboard.items import public
from vocational.noticeboard.items.posted import Posted
from vocational.noticeboard.kinds import Area, Audience, Board
from vocational.noticeboard.models import Notice
from vocational.noticeboard.queries import Asked
from vocational.storage import db

FOR_ALL = {"area": Area, "audience": Audience}


def open_on(board: Board, asked: Asked, *, now: datetime) -> list[Notice | Posted]:
    """Return what holds or lies ahead, what ends first first."""
    curated = [] if asked.unit else queries.open_notices(board, asked, today=day_of(now))
    written = public.open_items(board, asked, now=now)
    return sorted([*written, *curated], key=_ends)


def archived_total(board: Board, asked: Asked, *, now: datetime) -> int:
    """Return how many entries of the archive match."""
    curated = 0 if asked.unit else queries.archived_total(board, asked, today=day_of(now))
    return curated + public.archived_total(board, asked, now=now)


def archived(board: Board, asked: Asked, *, now: datetime, offset: int, limit: int) -> list[Notice | Posted]:
    """Return part of the archive, newest first."""
    written = public.archived_keys(board, asked, now=now)
    curated = queries.archived_keys(board, asked, today=day_of(now))
    rows = written if asked.unit else union_all(curated, written)
    named = rows.subquery()
    newest_first = named.select().order_by(desc(named.c.filed), desc(named.c.ends), named.c.key)
    keys = db.session.execute(newest_first.offset(offset).limit(limit)).all()
    notices = queries.by_slugs([key for what, key, *_ in keys if what == "notice"])
    items = public.by_ids([int(key) for what, key, *_ in keys if what == "item"], now=now)
    return [notices[key] if what == "notice" else items[int(key)] for what, key, *_ in keys]


def counts(board: Board, asked: Asked, *, now: datetime) -> dict[str, dict[str, int]]:
    """Return for each group of filters how many entries each option gives, the other groups as chosen."""
    curated = {} if asked.unit else queries.counts(board, asked)
    written = public.counts(board, asked, now=now)
    return {group: _sum(group, curated.get(group, {}), written[group]) for group in written}


def newest(limit: int, *, now: datetime) -> list[Notice | Posted]:
    """Return the newest of all boards; of what the office curated, the archive included."""
    found = [*queries.newest(limit), *public.newest(now=now, limit=limit)]
    return sorted(found, key=lambda entry: entry.starts_on, reverse=True)[:limit]


def newest_of(board: Board, *, now: datetime) -> Notice | Posted | None:
    """Return the newest entry of a board; None when the board is empty."""
    curated = queries.newest_of(board)
    found = [curated] if curated else []
    found += public.latest(board, Asked(), now=now, limit=1)
    return max(found, key=lambda entry: entry.starts_on, default=None)


def latest(board: Board, asked: Asked, *, now: datetime, limit: int) -> list[Notice | Posted]:
    """Return what came last on a board, the archive included, for those who follow it."""
    curated = [] if asked.unit else queries.newest_on(board, asked, limit)
    return [*public.latest(board, asked, now=now, limit=limit), *curated]


def speaking_of(institution: str, *, now: datetime, limit: int) -> list[Notice | Posted]:
    """Return the newest of all boards that speak of a vocational school, the archive included."""
    found = [*public.speaking_of(institution, now=now, limit=limit), *queries.notices_of(institution, limit)]
    return sorted(found, key=lambda entry: entry.starts_on, reverse=True)[:limit]


def dated(*, now: datetime, limit: int) -> list[Notice | Posted]:
    """Return what has an exact day: events, and work with a last day to apply."""
    return [*public.dated(now=now, limit=limit), *queries.exact_events(limit)]


def institutions_on(board: Board, *, now: datetime) -> list[str]:
    """Return the slugs of the institutions that entries of a board speak of."""
    return list(dict.fromkeys([*queries.institutions_on(board), *public.institutions_on(board, now=now)]))


def _ends(entry: Notice | Posted):
    last = entry.last_day if isinstance(entry, Posted) else entry.shown_until
    return (last is None, last or entry.starts_on, entry.slug)


def _sum(group: str, curated: dict, written: dict) -> dict[str, int]:
    """Add counts up; what is marked with nothing counts for every option."""
    total = Counter(curated) + Counter(written)
    everywhere = total.pop("", 0)
    if everywhere and group in FOR_ALL:
        total.update({value.value: everywhere for value in FOR_ALL[group]})
    return dict(total)
