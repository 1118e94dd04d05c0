"""Reading schools and programmes: lists with filters, one page, and what other rooms show of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, selectinload

from vocational.catalogue.models import (
    Field,
    FormerSlug,
    Institution,
    InstitutionArea,
    InstitutionFacet,
    InstitutionLink,
    Offering,
    Programme,
    ProgrammeFacet,
)
from vocational.errors import Moved, NotFound
from vocational.places import queries as places
from vocational.storage import db
from vocational.vietnamese import fold

INSTITUTION_TOPICS = ("khu-vuc", "loai", "so-huu", "bac", "vao", "nhom", "9cong", "hien-trang")
PROGRAMME_TOPICS = ("nhom", "bac", "noi-hoc")
# A country has thousands of places; all others can still be asked for in the address.
AREAS_SHOWN = 100


class Sort(StrEnum):
    """The orders of the list of schools."""

    NAME = "ten"
    PROGRAMMES = "so-nganh"


ORDERS = {
    Sort.NAME: (Institution.sort_key, Institution.slug),
    # Schools of history list much that nobody can learn there any more.
    Sort.PROGRAMMES: (
        Institution.status == "lich-su",
        Institution.offering_count.desc(),
        Institution.sort_key,
    ),
}


@dataclass(frozen=True)
class Asked:
    """What a reader narrows a list to: words, and values by topic; no values means all."""

    words: str = ""
    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Taught:
    """What a school in a list teaches: codes of levels and entries."""

    levels: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


def institution_total(asked: Asked) -> int:
    """Return how many public schools match."""
    rows = (
        select(func.count()).select_from(Institution).where(*_matching(Institution, InstitutionFacet, asked))
    )
    return db.session.scalar(rows.where(Institution.public))


def institutions(asked: Asked, *, sort: Sort, offset: int, limit: int) -> list[Institution]:
    """Return part of the public schools that match."""
    rows = select(Institution).where(Institution.public, *_matching(Institution, InstitutionFacet, asked))
    return list(db.session.scalars(rows.order_by(*ORDERS[sort]).offset(offset).limit(limit)))


def institution_counts(asked: Asked) -> dict[str, dict[str, int]]:
    """Return for each topic how many schools each value gives, the other topics as chosen."""
    return _counts(Institution, InstitutionFacet, asked, INSTITUTION_TOPICS)


def taught_at(slugs: Sequence[str]) -> dict[str, Taught]:
    """Return levels and entries of several schools by slug."""
    facet = InstitutionFacet
    # Asked for two topics, SQLite reads these topics of all schools; asked by school, it reads few rows.
    rows = select(facet.slug, facet.topic, facet.value).where(facet.slug.in_(slugs)).order_by(facet.value)
    found: dict[str, dict[str, list[str]]] = {slug: {"bac": [], "vao": []} for slug in slugs}
    for slug, topic, value in db.session.execute(rows):
        found[slug].get(topic, []).append(value)
    return {slug: Taught(tuple(topics["bac"]), tuple(topics["vao"])) for slug, topics in found.items()}


def areas_of(slugs: Iterable[str]) -> dict[str, list[str]]:
    """Return the ids of the areas, present and former, that schools lie in, by slug."""
    facet, found = InstitutionFacet, {}
    rows = select(facet.slug, facet.value).where(facet.slug.in_(set(slugs)), facet.topic == "khu-vuc")
    for slug, area in db.session.execute(rows):
        found.setdefault(slug, []).append(area)
    return found


def areas() -> list[tuple[str, str]]:
    """Return (id, name) of the first places, present and former, in which public schools lie."""
    rows = select(InstitutionArea.area, InstitutionArea.name).order_by(InstitutionArea.position)
    return [tuple(row) for row in db.session.execute(rows.limit(AREAS_SHOWN))]


def wider_areas(area: str) -> tuple[str, list[tuple[str, str]]] | None:
    """Return a place's name and the areas around it in which schools lie; None for an unknown place."""
    names, around = places.names([area]), places.areas_around(area)
    if area not in names:
        return None
    rows = select(InstitutionArea.area, InstitutionArea.name).where(InstitutionArea.area.in_(around))
    rows = rows.order_by(InstitutionArea.position)
    return names[area], [tuple(row) for row in db.session.execute(rows)]


def fields() -> list[tuple[str, str]]:
    """Return (slug, name) of the groups of programmes, in the order of the office."""
    rows = select(Field.slug, Field.name).order_by(Field.position)
    return [tuple(row) for row in db.session.execute(rows)]


def institution(slug: str) -> Institution:
    """Return a public school with everything its page shows; raises Moved or NotFound."""
    found = db.session.get(Institution, slug, options=_parts())
    if found is None or not found.public:
        raise _elsewhere("institution", slug)
    return found


def links_to(slug: str) -> list[InstitutionLink]:
    """Return what other public schools' files say of their tie to this one."""
    rows = select(InstitutionLink).join(InstitutionLink.institution).where(InstitutionLink.other == slug)
    rows = rows.where(Institution.public).options(contains_eager(InstitutionLink.institution))
    return list(db.session.scalars(rows.order_by(InstitutionLink.id)))


def institutions_by_slug(slugs: Iterable[str]) -> dict[str, Institution]:
    """Return schools by slug in the order of their names, those without a public page included."""
    rows = select(Institution).where(Institution.slug.in_(set(slugs))).order_by(Institution.sort_key)
    return {row.slug: row for row in db.session.scalars(rows)}


def programme_total(asked: Asked) -> int:
    """Return how many programmes match."""
    rows = select(func.count()).select_from(Programme)
    return db.session.scalar(rows.where(*_matching(Programme, ProgrammeFacet, asked)))


def programmes(asked: Asked, *, offset: int, limit: int) -> list[Programme]:
    """Return part of the programmes that match, by group and name."""
    rows = select(Programme).where(*_matching(Programme, ProgrammeFacet, asked))
    rows = rows.order_by(Programme.field_position, Programme.sort_key, Programme.slug)
    return list(db.session.scalars(rows.offset(offset).limit(limit)))


def programme_counts(asked: Asked) -> dict[str, dict[str, int]]:
    """Return for each topic how many programmes each value gives, the other topics as chosen."""
    return _counts(Programme, ProgrammeFacet, asked, PROGRAMME_TOPICS)


def programme(slug: str) -> Programme:
    """Return a programme with its codes; raises Moved or NotFound."""
    found = db.session.get(Programme, slug, options=[selectinload(Programme.codes)])
    if found is None:
        raise _elsewhere("programme", slug)
    return found


def variants_of(found: Programme) -> list[Programme]:
    """Return the special forms of a programme; for a special form, the programme it is a form of."""
    near = Programme.slug == found.variant_of if found.variant_of else Programme.variant_of == found.slug
    return list(db.session.scalars(select(Programme).where(near).order_by(Programme.sort_key)))


def offerings_of(programme_slug: str, *, offset: int, limit: int) -> list[Offering]:
    """Return some of the offerings of a programme at public schools, those of history last."""
    rows = _offered(select(Offering), programme_slug).options(contains_eager(Offering.institution))
    past = Institution.status == "lich-su"
    rows = rows.order_by(past, Institution.sort_key, Institution.slug, Offering.id)
    return list(db.session.scalars(rows.offset(offset).limit(limit)))


def offering_total(programme_slug: str) -> int:
    """Return how many offerings of a programme public schools have."""
    return db.session.scalar(_offered(select(func.count(Offering.id)), programme_slug))


def schools_by_programme(slugs: Iterable[str], limit: int = 5) -> dict[str, list[Institution]]:
    """Return for each programme the first public schools that teach it, those of history left out."""
    pairs = select(Offering.programme, Offering.slug).where(Offering.programme.in_(set(slugs))).distinct()
    pairs = pairs.subquery()
    rows = select(pairs.c.programme, Institution).join(pairs, pairs.c.slug == Institution.slug)
    rows = rows.where(Institution.public, Institution.status != "lich-su").order_by(Institution.sort_key)
    found: dict[str, list[Institution]] = {}
    for programme_slug, school in db.session.execute(rows):
        if len(found.setdefault(programme_slug, [])) < limit:
            found[programme_slug].append(school)
    return found


def institutions_for_search() -> list[Institution]:
    """Return all public schools with their parts, in Vietnamese order."""
    rows = select(Institution).where(Institution.public).options(*_parts())
    return list(db.session.scalars(rows.order_by(Institution.sort_key)))


def programmes_for_search() -> list[Programme]:
    """Return all programmes with their codes, in Vietnamese order."""
    rows = select(Programme).options(selectinload(Programme.codes)).order_by(Programme.sort_key)
    return list(db.session.scalars(rows))


def facets_by_slug(room: str) -> dict[str, dict[str, list[str]]]:
    """Return what each page of a room («institution», «programme») is filtered by: slug → topic → values."""
    facet = InstitutionFacet if room == "institution" else ProgrammeFacet
    found: dict[str, dict[str, list[str]]] = {}
    for slug, topic, value in db.session.execute(select(facet.slug, facet.topic, facet.value)):
        found.setdefault(slug, {}).setdefault(topic, []).append(value)
    return found


def former_slugs(room: str) -> dict[str, list[str]]:
    """Return the slugs that once named the pages of a room («institution», «programme»), by present slug."""
    found: dict[str, list[str]] = {}
    for row in db.session.scalars(
        select(FormerSlug).where(FormerSlug.room == room).order_by(FormerSlug.slug)
    ):
        found.setdefault(row.target, []).append(row.slug)
    return found


def institution_slugs() -> list[tuple[str, date | None]]:
    """Return (slug, day of the last check) of every public school."""
    rows = select(Institution.slug, Institution.checked_on).where(Institution.public)
    return [tuple(row) for row in db.session.execute(rows.order_by(Institution.slug))]


def institution_names() -> list[tuple[str, str]]:
    """Return (slug, name) of every public school, in the order of the names."""
    rows = select(Institution.slug, Institution.name).where(Institution.public)
    return [tuple(row) for row in db.session.execute(rows.order_by(Institution.sort_key))]


def programme_slugs() -> list[str]:
    """Return the slug of every programme."""
    return list(db.session.scalars(select(Programme.slug).order_by(Programme.slug)))


def _parts():
    ties = selectinload(Institution.links).joinedload(InstitutionLink.other_institution)
    lists = (Institution.details, Institution.contacts, Institution.offerings, Institution.figures)
    return (*map(selectinload, lists), ties)


def _offered(rows: Select, programme_slug: str) -> Select:
    rows = rows.join(Offering.institution)
    return rows.where(Offering.programme == programme_slug, Institution.public)


def _elsewhere(room, slug):
    former = db.session.get(FormerSlug, (room, slug))
    return Moved(former.target) if former else NotFound(slug)


def _matching(row, facet, asked: Asked, but: str = "") -> list:
    """Return the conditions of a list; those of the topic `but` are left out."""
    words = [row.words.contains(word, autoescape=True) for word in fold(asked.words).split()]
    return words + [row.slug.in_(chosen) for chosen in _chosen(facet, asked, but)]


def _chosen(facet, asked, but):
    wanted = {topic: values for topic, values in asked.chosen.items() if values and topic != but}
    return [
        select(facet.slug).where(facet.topic == topic, facet.value.in_(values))
        for topic, values in wanted.items()
    ]


def _counts(row, facet, asked, topics) -> dict[str, dict[str, int]]:
    # One statement serves all topics in which nothing is chosen; each other topic needs its own.
    chosen = [topic for topic in topics if asked.chosen.get(topic)]
    found = {topic: {} for topic in topics}
    for but, own in [("", set(topics) - set(chosen)), *((topic, {topic}) for topic in chosen)]:
        for topic, value, count in db.session.execute(_tally(row, facet, asked, but, own)):
            found[topic][value] = count
    return found


def _tally(row, facet, asked, but, topics) -> Select:
    rows = select(facet.topic, facet.value, func.count()).where(facet.topic.in_(topics))
    if fold(asked.words) or _chosen(facet, asked, but):
        rows = rows.where(facet.slug.in_(select(row.slug).where(*_matching(row, facet, asked, but))))
    return rows.group_by(facet.topic, facet.value)
