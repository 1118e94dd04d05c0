"""The site's own words and guides as rows."""

from collections.abc import Iterator

from vocational.guides.models import Guide, Site
from vocational.ingest.markdown import html_of

TABLES = (Site, Guide)


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield the one site row, then the guides."""
    for site in content.entries("site"):
        yield Site, site.model_dump() | {"id": 1}
    for guide in content.entries("guides"):
        row = guide.model_dump(exclude={"body", "note"}) | guide.provenance_row()
        yield Guide, row | {"html": html_of(guide.body)}
