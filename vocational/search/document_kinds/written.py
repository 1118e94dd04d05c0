"""Documents of what staff wrote on the boards."""

from collections.abc import Iterator
from datetime import datetime

from vocational.levels import ENTRIES
from vocational.noticeboard.items import public
from vocational.noticeboard.kinds import Area
from vocational.search.document_kinds.parts import document, join, plain
from vocational.search.kinds import AUDIENCE_ENTRIES

AREA_IDS = {
    Area.BUON_HO: ["cu-dak-lak-thi-xa-buon-ho", "66"],
    Area.DAK_LAK: ["66"],
    Area.NINH_THUAN: ["cu-ninh-thuan", "56"],
    Area.KHANH_HOA: ["56"],
    Area.PHU_YEN: ["cu-phu-yen", "66"],
}
"""The areas of the search that an area of a notice lies in."""


def of_items(now: datetime, ids: set[str] | None = None) -> Iterator[dict]:
    """Yield the document of every item that readers have at a moment, or of some pages only."""
    for posted in public.posted_on(ids, now=now):
        version = posted.version
        event, vacancy = version.event, version.vacancy
        entries = {AUDIENCE_ENTRIES.get(name) for name in posted.audiences} & set(ENTRIES)
        areas = [id for area in posted.areas for id in AREA_IDS.get(Area(area), [])]
        yield document(
            posted.page,
            version.title,
            summary=version.summary or join(posted.kind_label, posted.when, posted.organiser),
            body=join(
                posted.kind_label,
                posted.when,
                posted.organiser,
                plain(version.html),
                [vacancy.occupation, vacancy.requirements] if vacancy else [],
                version.contact,
                [file.title for file in version.attachments],
                posted.item.unit.name,
            ),
            keywords=[vacancy.occupation] if vacancy and vacancy.occupation else [],
            places=[event.place if event else posted.place, *(version.area_labels)],
            areas=sorted(set(areas)),
            entries=sorted(entries),
            date=posted.date,
            due=[posted.deadline.isoformat()] if posted.deadline else [],
            archived=posted.is_over,
            popularity=0.3,
        )
