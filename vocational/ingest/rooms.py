"""Which rooms check their entries together, and which tables a load replaces, parents before children."""

from vocational.ingest.checks import admissions as admissions_checks
from vocational.ingest.checks import careers as careers_checks
from vocational.ingest.checks import catalogue as catalogue_checks
from vocational.ingest.checks import labour_market as labour_market_checks
from vocational.ingest.checks import monitoring as monitoring_checks
from vocational.ingest.checks import noticeboard as noticeboard_checks
from vocational.ingest.checks import partners as partners_checks
from vocational.ingest.checks import pathways as pathways_checks
from vocational.ingest.checks import places as places_checks
from vocational.ingest.checks import policies as policies_checks
from vocational.ingest.rows import (
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
    source_uses,
    sources,
)

CHECKS = (
    admissions_checks.problems,
    noticeboard_checks.problems,
    places_checks.problems,
    careers_checks.problems,
    catalogue_checks.problems,
    policies_checks.problems,
    pathways_checks.problems,
    labour_market_checks.problems,
    monitoring_checks.problems,
    partners_checks.problems,
)
# Parents first: rows of a later room may point to rows of an earlier one.
ROWS = (
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
    source_uses,
)
