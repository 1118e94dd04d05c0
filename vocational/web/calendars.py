"""Days as a calendar file that phones and mail programs can subscribe to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from flask import Response, current_app
from icalendar import Calendar, Event

# Signs at which some program begins a new line, and such as no text holds.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True)
class Day:
    """Something that happens on one day; `id` stays the same when the day moves."""

    id: str
    day: date
    title: str
    about: str
    href: str


@dataclass(frozen=True)
class Meeting:
    """Something that people go to at a time; `version` grows when it moves, `ends` None means unknown."""

    id: str
    starts: datetime
    ends: datetime | None
    title: str
    about: str
    href: str
    place: str = ""
    version: int = 0


def calendar_response(name: str, title: str, days: Iterable[Day | Meeting], *, today: date) -> Response:
    """Return days and meetings as a download `name`.ics; whole days leave the reader's time free."""
    calendar = Calendar()
    calendar.add("prodid", "-//Huong nghiep//vi")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _line(title))
    stamp = datetime.combine(today, time(), UTC)
    for day in days:
        calendar.add_component(_event(day, stamp) if isinstance(day, Day) else _meeting(day, stamp))
    response = Response(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.ics")
    return response


def _event(day: Day, stamp: datetime) -> Event:
    event = _named(day, stamp)
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _meeting(meeting: Meeting, stamp: datetime) -> Event:
    event = _named(meeting, stamp)
    # Times in UTC need no table of zones, and every calendar shows them in the reader's own.
    event.add("dtstart", meeting.starts.astimezone(UTC))
    if meeting.ends and meeting.ends > meeting.starts:
        event.add("dtend", meeting.ends.astimezone(UTC))
    if meeting.place:
        event.add("location", _line(meeting.place))
    event.add("sequence", meeting.version)
    return event


def _named(entry: Day | Meeting, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@{current_app.config['SITE_URL'].partition('://')[2]}")
    event.add("dtstamp", stamp)
    event.add("summary", _line(entry.title))
    event.add("description", _ODD.sub(" ", entry.about))
    event.add("url", entry.href)
    return event


def _line(text: str) -> str:
    return " ".join(_ODD.sub(" ", text).split())
