"""What staff wrote, for tests: items with a version, made as rows; steps are taken by the service."""

from datetime import UTC, date, datetime, timedelta

from tests import staff
from vocational.noticeboard.items.kinds import ADDRESSES, TOPICS, Facet
from vocational.noticeboard.items.models import (
    EventDetails,
    Item,
    VacancyDetails,
    Version,
    VersionFacet,
)
from vocational.noticeboard.kinds import Board
from vocational.noticeboard.publication import service
from vocational.storage import db

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
NEXT_MONTH = NOW + timedelta(days=30)
PARTS = {"event": EventDetails, "vacancy": VacancyDetails}


def item(slug="ngay-hoi", *, unit=None, kind="announcement", by=None, **values) -> Item:
    """Return a draft with one version; `by` wrote it."""
    made = Item(
        kind=kind,
        unit=unit or staff.unit(f"Trường {slug}"),
        slug=slug,
        key=slug,
        created_at=NOW,
        changed_at=NOW,
    )
    made.by_account, made.number = by and by.account_id, 0
    db.session.add(made)
    version(made, by=by, **values)
    db.session.commit()
    return made


def version(made, *, by=None, areas=(), audiences=(), institutions=(), **values) -> Version:
    """Return a new newest version of an item, which makes it a draft again."""
    made.number += 1
    made.state = "draft"
    parts = {name: values.pop(name) for name in PARTS if name in values}
    common = {
        "title": f"Tin {made.slug}",
        "topic": TOPICS[Board(made.kind)][0].value,
        "expire_at": NEXT_MONTH,
    }
    common |= {
        "body": "Nội dung",
        "post": by.post if by else "Giáo viên",
        "by_account": by and by.account_id,
        "at": NOW,
    }
    row = Version(item=made, number=made.number, **common | values)
    facets = {Facet.AREA: areas, Facet.AUDIENCE: audiences, Facet.INSTITUTION: institutions}
    row.facets = [VersionFacet(facet=facet, value=value) for facet, all in facets.items() for value in all]
    for name, details in parts.items():
        setattr(row, name, PARTS[name](**details))
    db.session.add(row)
    db.session.commit()
    return row


def published(slug="ngay-hoi", *, now=NOW, site_wide=True, **values) -> Item:
    """Return an item that readers have, let out by an editor of the office."""
    made = item(slug, site_wide=site_wide, **values)
    return service.publish(made.id, number=made.number, by=staff.actor(role="editor"), now=now)


def address(made: Item) -> str:
    """Return the address of the page of an item."""
    return f"/{ADDRESSES[made.board]}/{made.slug}"


def event(day: date = date(2026, 12, 5), hour: int = 7, **values) -> dict:
    """Return the details of an event on a day."""
    starts = datetime(day.year, day.month, day.day, hour, 30, tzinfo=UTC) - timedelta(hours=7)
    return {"starts": starts, "area": "ninh-thuan", "place": "Sân trường"} | values
