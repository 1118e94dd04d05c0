"""Partners and secondary schools as rows."""

from collections.abc import Iterator

from vocational.partners.models import (
    Partner,
    PartnerArea,
    PartnerSchool,
    PartnerType,
    SecondarySchool,
)

TABLES = (Partner, PartnerType, PartnerArea, PartnerSchool, SecondarySchool)
OF_PARTNER = {"id", "name", "place", "offers", "contact_as_of", "note"}


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield the partners, what they are tied to, then the secondary schools, in the order of the files."""
    for position, partner in enumerate(content.entries("partners")):
        own = partner.model_dump(include=OF_PARTNER) | {"website": partner.website or ""}
        yield Partner, own | {"position": position} | partner.provenance_row()
    for partner in content.entries("partners"):
        yield from _ties(partner)
    for position, school in enumerate(content.entries("secondary_schools")):
        known = {"commune": school.commune or "", "website": school.website or "", "position": position}
        yield SecondarySchool, school.model_dump() | known | school.provenance_row()


def _ties(partner) -> Iterator[tuple[type, dict]]:
    for code in partner.types:
        yield PartnerType, {"partner_id": partner.id, "type": code}
    for area in partner.areas:
        yield PartnerArea, {"partner_id": partner.id, "area": area}
    for slug in partner.institutions:
        yield PartnerSchool, {"partner_id": partner.id, "institution": slug}
