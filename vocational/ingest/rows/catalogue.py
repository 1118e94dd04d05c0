"""Schools, programmes and their figures as rows."""

from collections.abc import Iterator

from vocational.catalogue.models import (
    Contact,
    Field,
    FormerSlug,
    Institution,
    InstitutionArea,
    InstitutionDetail,
    InstitutionFacet,
    InstitutionFigure,
    InstitutionLink,
    Offering,
    Programme,
    ProgrammeCode,
    ProgrammeFacet,
)
from vocational.ingest.markdown import html_of
from vocational.ingest.rows import programmes
from vocational.ingest.rows.place_names import PlaceNames
from vocational.vietnamese import fold, sort_text

TABLES = (
    Field,
    Programme,
    ProgrammeCode,
    ProgrammeFacet,
    FormerSlug,
    Institution,
    InstitutionArea,
    InstitutionDetail,
    Contact,
    InstitutionLink,
    InstitutionFacet,
    Offering,
    InstitutionFigure,
)


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield groups, programmes, institutions and what hangs on them, parents first."""
    groups = {group.slug: number for number, group in enumerate(content.entries("career_groups"))}
    for group in content.entries("career_groups"):
        yield Field, {"slug": group.slug, "name": group.name, "position": groups[group.slug]}
    yield from programmes.rows(content, groups)
    for kind, room in (("programmes", "programme"), ("institutions", "institution")):
        for entry in content.entries(kind):
            for slug in entry.former_slugs:
                yield FormerSlug, {"room": room, "slug": slug, "target": entry.slug}
    places = PlaceNames(content)
    for number, (area, name) in enumerate(places.in_use(content)):
        yield InstitutionArea, {"area": area, "name": name, "position": number}
    for entry in content.entries("institutions"):
        yield Institution, _institution(entry, places)
    yield from _parts_of_institutions(content)
    yield from _figures(content)


def _institution(entry, places) -> dict:
    own = entry.model_dump(
        include={"slug", "name", "name_note", "other_names", "school_code", "kind", "public"}
        | {"status", "status_note", "note"}
    )
    names = [entry.name, *entry.other_names, *(former.name for former in entry.former_names)]
    nine_plus = entry.nine_plus
    return (
        own
        | entry.provenance_row()
        | _ownership(entry.ownership)
        | _location(entry.location, places)
        | {
            "sort_key": sort_text(entry.name),
            "name_confidence": entry.name_confidence.value,
            "words": fold(" ".join([*names, entry.school_code])),
            "latitude": entry.geo.latitude if entry.geo else None,
            "longitude": entry.geo.longitude if entry.geo else None,
            "geo_note": entry.geo.basis if entry.geo else "",
            "offering_count": len(entry.offerings),
            "nine_plus": nine_plus.available if nine_plus and not nine_plus.past else None,
            "nine_plus_as_of": nine_plus.as_of if nine_plus else "",
            "html": html_of(entry.body),
        }
    )


def _ownership(ownership) -> dict:
    return {
        "ownership": ownership.value,
        "ownership_sources": list(ownership.sources),
        "ownership_confidence": ownership.confidence.value,
        "ownership_note": ownership.note,
        "managing_body": ownership.managing_body,
    }


def _location(location, places) -> dict:
    return {
        "place": places.present(location),
        "former_place": places.former(location),
        "address": location.address,
        "former_address": location.former_address,
        "location_sources": list(location.sources),
        "location_as_of": location.as_of,
        "location_confidence": location.confidence.value,
        "location_note": location.note,
    }


def _parts_of_institutions(content):
    fields = {entry.slug: entry.fields for entry in content.entries("programmes")}
    names = {entry.slug: entry.name for entry in content.entries("programmes")}
    for table, parts in (
        (InstitutionDetail, _details),
        (Contact, _contacts),
        (InstitutionLink, _links),
        (Offering, lambda entry: _offerings(entry, names)),
        (InstitutionFacet, lambda entry: _facets(entry, fields)),
    ):
        for entry in content.entries("institutions"):
            for row in parts(entry):
                yield table, row | {"slug": entry.slug}


def _details(entry):
    for name in entry.former_names:
        yield _detail(entry, "former-name", name, name.name, from_year=name.from_year, to_year=name.to_year)
    if entry.founded:
        yield _detail(entry, "founded", entry.founded, str(entry.founded.year), from_year=entry.founded.year)
    for topic, part in (("nine-plus", entry.nine_plus), ("dormitory", entry.dormitory)):
        if part:
            yield _detail(entry, topic, part, part.text, available=None if part.past else part.available)
    for topic, part, text in _texts(entry):
        yield _detail(entry, topic, part, text)


def _texts(entry):
    yield from (("history", event, event.text) for event in entry.history if event.public)
    for topic in ("facilities", "scholarship", "quality", "duration"):
        if part := getattr(entry, topic):
            yield topic, part, part.text
    yield from (("field", part, "; ".join(part.items)) for part in entry.subjects)
    yield from (("campus", part, part.name) for part in entry.campuses)
    for part in entry.partners:
        yield "partner", part, f"{part.name}: {part.text}" if part.text else part.name


def _detail(entry, topic, part, text, *, from_year=None, to_year=None, available=None) -> dict:
    return _provenance(entry, part) | {
        "topic": topic,
        "text": text,
        "from_year": from_year,
        "to_year": to_year,
        "available": available,
        "note": part.note,
    }


def _provenance(entry, part) -> dict:
    # The date of the last look is written once for the whole file.
    return part.provenance_row() | {"checked_on": part.checked_on or entry.checked_on}


def _contacts(entry):
    for contact in entry.contacts:
        own = {"is_old": contact.old, "phone": list(contact.phone), "email": contact.email}
        yield _provenance(entry, contact) | own | {"website": contact.website, "note": contact.note}


def _links(entry):
    for plan in entry.merger_plans:
        for other in plan.others:
            own = {"role": "merger", "other": other, "in_effect": plan.in_effect}
            yield _provenance(entry, plan) | own | {"result_name": plan.result_name, "note": plan.text}
    for successor in entry.successors:
        own = {"role": "successor", "other": successor.institution, "in_effect": successor.in_effect}
        yield _provenance(entry, successor) | own | {"result_name": "", "note": successor.note}


def _offerings(entry, names):
    for offering in entry.offerings:
        own = offering.model_dump(
            include={"programme", "levels", "duration", "entries", "entry_note", "learners"}
            | {"capacity", "venue", "note"}
        )
        tuition = offering.tuition
        yield (
            own
            | _provenance(entry, offering)
            | {
                "name": offering.name or names[offering.programme],
                "code": offering.code or "",
                "price": tuition.list_price if tuition else None,
                "price_unit": tuition.unit if tuition else "",
                "payable": [part.model_dump() for part in tuition.payable] if tuition else [],
            }
        )


def _facets(entry, fields):
    if not entry.public:
        return
    entries = {code for offering in entry.offerings for code in offering.entries}
    if entry.nine_plus and entry.nine_plus.available and not entry.nine_plus.past:
        entries.add("lop-9")
        yield {"topic": "9cong", "value": "co"}
    place = entry.location
    values = {
        "khu-vuc": {place.province, place.commune, *place.former_units} - {None},
        "loai": {entry.kind},
        "so-huu": {entry.ownership.value},
        "hien-trang": {entry.status},
        "vao": entries,
        "bac": {level for offering in entry.offerings for level in offering.levels},
        "nhom": {field for offering in entry.offerings for field in fields[offering.programme]},
    }
    for topic, group in values.items():
        yield from ({"topic": topic, "value": value} for value in sorted(group))


def _figures(content):
    position = 0
    for entry in content.entries("institutions"):
        for number, count in enumerate(entry.figures):
            own = {"id": f"{entry.slug}/{number}", "slug": entry.slug, "position": position}
            row = count.figure_row() | {"checked_on": count.checked_on or entry.checked_on}
            yield (
                InstitutionFigure,
                own | row | {"measure": count.measure, "programme": None, "programme_name": ""},
            )
            position += 1
    for outcome in content.entries("outcomes"):
        own = outcome.model_dump(include={"id", "measure", "programme", "programme_name"})
        yield (
            InstitutionFigure,
            own | outcome.figure_row() | {"slug": outcome.institution, "position": position},
        )
        position += 1
