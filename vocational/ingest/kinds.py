"""Every kind of entry that the content folder may hold."""

from vocational.ingest.schemas import (
    admissions,
    careers,
    catalogue,
    guides,
    labour_market,
    monitoring,
    noticeboard,
    partners,
    pathways,
    places,
    policies,
    search,
    sources,
)
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
        monitoring,
        partners,
        noticeboard,
        admissions,
        search,
    )
    for kind in room.KINDS
}
# Files for people, not for the site.
IGNORED = ("README.md",)
