"""Programmes, their codes and what they are found by, as rows of the catalogue."""

from collections import Counter
from collections.abc import Iterator

from vocational.catalogue.models import Programme, ProgrammeCode, ProgrammeFacet
from vocational.ingest.markdown import html_of
from vocational.vietnamese import fold, sort_text

# A programme of no group comes after all others.
LAST = 999


def rows(content, places: dict[str, int]) -> Iterator[tuple[type, dict]]:
    """Yield programmes, codes and facets; `places` gives the position of each group."""
    # A special form points to the programme it is a form of, which must stand in the table before it.
    entries = sorted(content.entries("programmes"), key=lambda entry: entry.variant_of is not None)
    taught = _schools_by_programme(content)
    for entry in entries:
        yield Programme, _programme(entry, places, taught[entry.slug])
    for entry in entries:
        for number, code in enumerate(entry.codes):
            own = code.model_dump(
                exclude={"sources", "as_of", "confidence", "checked_on", "group_confidence"}
            )
            yield ProgrammeCode, own | code.provenance_row() | {"programme": entry.slug, "position": number}
    for entry in entries:
        for topic, value in _programme_facets(entry, taught[entry.slug]):
            yield ProgrammeFacet, {"topic": topic, "value": value, "slug": entry.slug}


def _schools_by_programme(content) -> Counter:
    return Counter(
        slug
        for entry in content.entries("institutions")
        if entry.public
        for slug in {offering.programme for offering in entry.offerings}
    )


def _programme(entry, places, taught) -> dict:
    field = entry.fields[0] if entry.fields else None
    codes = [code.code for code in entry.codes]
    words = " ".join([entry.name, *entry.other_names, *entry.everyday_words, *codes])
    return {
        "slug": entry.slug,
        "name": entry.name,
        "sort_key": sort_text(entry.name),
        "other_names": list(entry.other_names),
        "everyday_words": list(entry.everyday_words),
        "levels": list(entry.levels),
        "words": fold(words),
        "variant_of": entry.variant_of,
        "field": field,
        "field_position": places.get(field, LAST),
        "institution_count": taught,
        "is_certain": entry.name_status == "sourced",
        "note": " ".join([*entry.remarks, entry.note]).strip(),
        "html": html_of(entry.body),
    }


def _programme_facets(entry, taught):
    yield from (("nhom", slug) for slug in dict.fromkeys(entry.fields))
    yield from (("bac", level) for level in dict.fromkeys(entry.levels))
    if taught:
        yield "noi-hoc", "co"
