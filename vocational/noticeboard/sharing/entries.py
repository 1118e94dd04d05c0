"""Curated notices and items of staff as entries of feeds and calendars."""

from datetime import datetime, time

from vocational.noticeboard.dates import ZONE
from vocational.noticeboard.items.posted import Posted
from vocational.noticeboard.models import Notice
from vocational.noticeboard.sharing import telling
from vocational.noticeboard.sharing.atom import Entry
from vocational.web.calendars import Day, Meeting
from vocational.web.pages import absolute


def of(entry: Notice | Posted, address: str) -> Entry:
    """Return a notice or item as an entry of a feed."""
    if isinstance(entry, Notice):
        day = datetime.combine(entry.starts_on, time(), ZONE)
        return Entry(
            address=absolute(address),
            title=entry.title,
            author=entry.organiser or "Chuyên trang hướng nghiệp",
            published=day,
            updated=day,
            summary=". ".join(entry.facts),
            html=entry.html,
            category=entry.kind_label,
        )
    version = entry.version
    return Entry(
        address=absolute(address),
        title=version.title,
        author=entry.item.unit.name,
        published=entry.item.publish_at,
        updated=max(entry.item.publish_at, version.at),
        summary=version.summary,
        html=version.html,
        category=entry.kind_label,
    )


def days_of(entry: Notice | Posted, address: str) -> list[Day | Meeting]:
    """Return when something takes place or closes; nothing for what has no exact day."""
    href = absolute(address)
    if isinstance(entry, Notice):
        about = ". ".join(entry.facts)
        return [Day(f"tin-{entry.slug}", entry.starts_on, entry.title, about, href)]
    about = "\n".join([entry.version.summary, *(f"{name}: {value}" for name, value in telling.facts(entry))])
    name, about = f"bai-{entry.item.id}", about.strip()
    if entry.is_timed:
        number = entry.version.number
        return [
            Meeting(name, entry.starts, entry.ends, entry.title, about, href, entry.place, version=number)
        ]
    if entry.deadline:
        return [Day(f"{name}-han", entry.deadline, f"Hạn: {entry.title}", about, href)]
    return []
