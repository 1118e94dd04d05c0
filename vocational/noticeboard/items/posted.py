"""An item as readers have it: the approved version, its dates in words, in the shape of curated notices."""

import datetime as time
from dataclasses import dataclass

from vocational.noticeboard.dates import ZONE, Standing, day_of
from vocational.noticeboard.items.kinds import ADDRESSES, Facet
from vocational.noticeboard.items.models import Item, Version
from vocational.noticeboard.kinds import Area, Audience, Board, Kind

WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")


@dataclass(frozen=True)
class Posted:
    """What lists, pages, feeds and texts to share tell of an item at a moment."""

    item: Item
    version: Version
    now: time.datetime

    @property
    def board(self) -> Board:
        """The list that it hangs on."""
        return self.item.board

    @property
    def slug(self) -> str:
        """Its name in the address."""
        return self.item.slug

    @property
    def page(self) -> str:
        """The address of its page without the first slash."""
        return f"{ADDRESSES[self.board]}/{self.slug}"

    @property
    def title(self) -> str:
        """The title."""
        return self.version.title

    @property
    def kind(self) -> str:
        """What it is about, a `kinds.Kind`."""
        return self.version.topic

    @property
    def kind_label(self) -> str:
        """What it is about, in words."""
        return Kind(self.version.topic).label

    @property
    def starts(self) -> time.datetime:
        """The moment that it is filed under: that of the event, else of the publication."""
        event = self.version.event
        return event.starts if event and event.starts else self.item.publish_at

    @property
    def ends(self) -> time.datetime | None:
        """The moment at which an event ends, when it is known."""
        return self.version.event.ends if self.version.event else None

    @property
    def starts_on(self) -> time.date:
        """The day that it is filed under."""
        return day_of(self.starts)

    @property
    def date(self) -> str:
        """That day as machines read it."""
        return self.starts_on.isoformat()

    @property
    def date_end(self) -> str:
        """The last day of an event of several days, else nothing."""
        last = day_of(self.ends) if self.ends else self.starts_on
        return last.isoformat() if last != self.starts_on else ""

    @property
    def year(self) -> int:
        """The year that it is filed under."""
        return self.starts_on.year

    @property
    def is_timed(self) -> bool:
        """Whether it takes place at a known time."""
        return bool(self.version.event and self.version.event.starts)

    @property
    def when(self) -> str:
        """The day, of an event with its time, in figures."""
        if not self.is_timed:
            return f"{self.starts_on:%d/%m/%Y}"
        if self.date_end:
            return f"từ {_clock(self.starts)} đến {_clock(self.ends)}"
        until = f"–{self.ends.astimezone(ZONE):%H:%M}" if self.ends else ""
        return f"{self.starts.astimezone(ZONE):%H:%M}{until} ngày {self.starts_on:%d/%m/%Y}"

    @property
    def when_in_words(self) -> str:
        """The day of an event with the day of the week."""
        weekday = WEEKDAYS[self.starts_on.weekday()]
        return self.when if self.date_end else f"{self.when} ({weekday})"

    @property
    def deadline(self) -> time.date | None:
        """The last day to apply for work."""
        return self.version.vacancy.deadline if self.version.vacancy else None

    @property
    def last_day(self) -> time.date | None:
        """The last day on which it holds; None when nothing ends it."""
        event = self.version.event
        last = [day_of(event.ends or event.starts)] if event and event.starts else []
        last += [self.deadline] if self.deadline else []
        last += [day_of(self.item.expire_at)] if self.item.expire_at else []
        return min(last, default=None)

    @property
    def is_over(self) -> bool:
        """Whether it belongs into the archive."""
        if self.item.expire_at and self.item.expire_at <= self.now:
            return True
        return self.last_day is not None and self.last_day < day_of(self.now)

    def standing(self, _today: time.date) -> Standing:
        """Return whether it lies ahead, holds, or belongs into the archive."""
        if self.is_over:
            return Standing.ARCHIVED
        is_ahead = self.is_timed and self.starts_on > day_of(self.now)
        return Standing.UPCOMING if is_ahead else Standing.CURRENT

    def days_left(self, today: time.date) -> int | None:
        """Return how many days are left until the last day to apply; None without one or after it."""
        return (self.deadline - today).days if self.deadline and self.deadline >= today else None

    def archived_because(self, _today: time.date) -> str:
        """Return in words why it belongs into the archive."""
        return f"đã qua ngày {self.last_day:%d/%m/%Y}"

    @property
    def holds_until(self) -> str:
        """The last day on which it holds, in figures."""
        return f"{self.last_day:%d/%m/%Y}" if self.last_day else ""

    @property
    def place(self) -> str:
        """Where it takes place or where the work is."""
        details = self.version.event or self.version.vacancy
        return details.place if details else ""

    @property
    def organiser(self) -> str:
        """Who stands behind it: the organiser, the employer, else the unit that wrote it."""
        event, vacancy = self.version.event, self.version.vacancy
        named = event.organiser if event else vacancy.employer if vacancy else ""
        return named or self.item.unit.name

    @property
    def areas(self) -> list[str]:
        """The areas it concerns; none means all of them."""
        event = self.version.event
        return self.version.marked(Facet.AREA) or ([event.area] if event and event.area else [])

    @property
    def area_label(self) -> str:
        """The areas in words."""
        return ", ".join(Area(area).label for area in self.areas) or "Mọi khu vực"

    @property
    def audiences(self) -> list[str]:
        """Whom it is for, with the grades 9 and 12 among them; none means everybody."""
        grades = [f"lop-{grade}" for grade in self.version.marked(Facet.GRADE)]
        known = [value for value in grades if value in set(Audience)]
        return list(dict.fromkeys([*self.version.marked(Facet.AUDIENCE), *known]))

    @property
    def audience_labels(self) -> list[str]:
        """Whom it is for, in words."""
        return self.version.audience_labels

    @property
    def institutions(self) -> list[str]:
        """The vocational schools that it speaks of."""
        own = self.item.unit.institution
        named = self.version.marked(Facet.INSTITUTION)
        return list(dict.fromkeys([*named, *([own] if own else [])]))


def _clock(moment: time.datetime) -> str:
    return f"{moment.astimezone(ZONE):%H:%M ngày %d/%m/%Y}"
