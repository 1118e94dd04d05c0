"""Days as a calendar file that phones and mail programs can subscribe to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from flask import Response, current_app
from icalendar import Calendar, Event


@dataclass(frozen=True)
class Day:
    """Something that happens on one day; `id` stays the same when the day moves."""

    id: str
    day: date
    title: str
    about: str
    href: str


def calendar_response(name: str, title: str, days: Iterable[Day], *, today: date) -> Response:
    """Return days as a download `name`.ics; each is a whole-day entry that leaves the reader's time free."""
    calendar = Calendar()
    calendar.add("prodid", "-//Huong nghiep//vi")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    stamp = datetime.combine(today, time(), UTC)
    for day in days:
        calendar.add_component(_event(day, stamp))
    response = Response(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.ics")
    return response


def _event(day: Day, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{day.id}@{current_app.config['SITE_URL'].partition('://')[2]}")
    event.add("dtstamp", stamp)
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    event.add("summary", day.title)
    event.add("description", day.about)
    event.add("url", day.href)
    event.add("transp", "TRANSPARENT")
    return event
