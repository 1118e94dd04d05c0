"""Which rooms check their entries together, and which tables a load replaces, parents before children."""

from vocational.ingest.checks import places as places_checks
from vocational.ingest.rows import guides, places, sources

CHECKS = (places_checks.problems,)
# Parents first: rows of a later room may point to rows of an earlier one.
ROWS = (
    guides,
    sources,
    places,
)
