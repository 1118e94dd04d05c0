"""Documents of schools, programmes and occupations."""

from collections import defaultdict
from collections.abc import Iterator

from vocational.careers import queries as careers
from vocational.catalogue import queries as catalogue
from vocational.catalogue.vocabulary import DETAILS
from vocational.search import gazetteer
from vocational.search.document_kinds.parts import day, document, join, plain

ASKED_FOR = ("dormitory", "nine-plus", "scholarship", "campus")
"""What of a school's details people look for by name."""


def of_institutions(names: dict[str, str], due: dict[str, list[str]]) -> Iterator[dict]:
    """Yield the document of every public school; `due` are its last days for applications by slug."""
    facets = catalogue.facets_by_slug("institution")
    for row in catalogue.institutions_for_search():
        own = facets.get(row.slug, {})
        areas = own.get("khu-vuc", [])
        former_names = [detail.text for detail in row.about("former-name")]
        taught = dict.fromkeys(offering.name for offering in row.offerings)
        yield document(
            f"truong/{row.slug}",
            row.name,
            other_titles=[*row.other_names, *former_names],
            called=[row.name.removeprefix("Trường ")],
            summary=join(row.kind_name, row.told_place),
            body=join(*_about_school(row)),
            keywords=[*taught, *_has(row), *(offering.code for offering in row.offerings)],
            codes=[row.school_code],
            places=[
                row.place,
                row.former_place,
                row.address,
                row.former_address,
                *_places(row, areas, names),
            ],
            areas=areas,
            levels=own.get("bac", []),
            entries=own.get("vao", []),
            fields=own.get("nhom", []),
            date=day(row.as_of),
            due=due.get(row.slug, []),
            archived=row.status == "lich-su",
            popularity=0.4 + min(len(taught), 20) / 50,
        )


def _has(row):
    """Return what people ask of schools and this one is known to have: lodging, lessons beside a trade."""
    return [
        DETAILS[detail.topic]
        for detail in row.details
        if detail.topic in ASKED_FOR and detail.available is not False
    ]


def _places(row, areas, names):
    venues = [offering.venue for offering in row.offerings if offering.venue]
    return [name for full in (*map(names.get, areas), *venues) if full for name in gazetteer.names_of(full)]


def _about_school(row):
    for detail in row.details:
        if detail.topic != "former-name":
            yield f"{DETAILS.get(detail.topic, '')}: {detail.text} {detail.note}"
    yield from (f"{offering.name} {offering.venue} {offering.note}" for offering in row.offerings)
    yield from (row.managing_body, row.status_note, plain(row.html), row.note)


def of_programmes(due: dict[str, list[str]]) -> Iterator[dict]:
    """Yield the document of every programme, with where it is taught."""
    facets, former = catalogue.facets_by_slug("programme"), catalogue.former_slugs("programme")
    groups = dict(catalogue.fields())
    leads_to: dict[str, list[str]] = {}
    for career in careers.careers_for_search():
        for slug in career.ways:
            leads_to.setdefault(slug, []).append(career.name)
    schools, areas = _taught_at()
    for row in catalogue.programmes_for_search():
        own = facets.get(row.slug, {})
        id = f"nganh/{row.slug}"
        yield document(
            id,
            row.name,
            other_titles=[*row.other_names, *row.everyday_words],
            summary=join("Ngành đào tạo", [groups[group] for group in own.get("nhom", [])][:1]),
            body=join(
                plain(row.html),
                row.note,
                [f"Làm được nghề: {name}" for name in leads_to.get(row.slug, [])],
                [f"Học ở: {told}" for told in schools[row.slug]],
            ),
            codes=[code.code for code in row.codes],
            areas=sorted(areas.get(row.slug, ())),
            levels=own.get("bac", []),
            fields=own.get("nhom", []),
            covers=[id, *(f"nganh/{slug}" for slug in former.get(row.slug, []))],
            due=sorted({day for school in schools[row.slug].values() for day in due.get(school, [])}),
            popularity=0.5 + min(row.institution_count, 10) / 40,
        )


def _taught_at():
    """Return for each programme the names of the schools that teach it (with the venue), and their areas."""
    facets = catalogue.facets_by_slug("institution")
    schools, areas = defaultdict(dict), defaultdict(set)
    for row in catalogue.institutions_for_search():
        for offering in row.offerings if row.status != "lich-su" else ():
            schools[offering.programme][f"{row.name} {offering.venue}".strip()] = row.slug
            areas[offering.programme].update(facets.get(row.slug, {}).get("khu-vuc", []))
    return schools, areas


def of_careers() -> Iterator[dict]:
    """Yield the document of every occupation."""
    for row in careers.careers_for_search():
        yield document(
            f"nghe/{row.slug}",
            row.name,
            other_titles=list(row.synonyms),
            called=[row.name.split(",")[0]],
            summary=join("Nghề nghiệp", row.group.name),
            body=join(
                row.summary,
                row.tasks,
                row.skills,
                row.working_conditions,
                [outlook.text for outlook in row.outlooks],
                [wage.counts for wage in row.wages],
                ["lương, thu nhập"] if row.wages else [],
                [code for link in row.programmes if (code := link.code)],
            ),
            keywords=list(dict.fromkeys(link.name for link in row.programmes)),
            places=[area.name for area in row.areas],
            areas=[area.area for area in row.areas],
            levels=sorted({link.level for link in row.programmes if link.level}),
            fields=[row.group_slug],
            popularity=0.7,
        )
