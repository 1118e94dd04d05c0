"""Every kind of entry that the content folder may hold."""

from vocational.ingest.schemas import catalogue, pathways
from vocational.ingest.schemas import policies
from vocational.ingest.schemas import careers
from vocational.ingest.schemas import guides, labour_market, places, sources
from vocational.ingest.schemas import noticeboard
from vocational.ingest.schemas.fields import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for room in (
        guides,
        sources,
        places,
        catalogue,
        careers,
        policies,
        pathways,
        labour_market,
        noticeboard,
    )
    for kind in room.KINDS
}
# Files for people, not for the site.
IGNORED = ("README.md",)
