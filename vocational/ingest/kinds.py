"""Every kind of entry that the content folder may hold."""

from vocational.ingest.schemas import guides, places, sources
from vocational.ingest.schemas.fields import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for room in (
        guides,
        sources,
        places,
    )
    for kind in room.KINDS
}
# Files for people, not for the site.
IGNORED = ("README.md",)
