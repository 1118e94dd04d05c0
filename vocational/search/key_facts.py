"""What people come for, told in the result itself when the words name one page.

The facts are read from the rooms as they are now, never from the index.
"""

from dataclasses import dataclass
from datetime import date

from vocational.admissions import queries as admissions
from vocational.careers import queries as careers
from vocational.catalogue import queries as catalogue
from vocational.errors import Moved, NotFound
from vocational.places.gazetteer import Surroundings
from vocational.policies import queries as policies

SCHOOLS_SHOWN = LINES_SHOWN = 3
SCHOOLS_LOOKED_AT = 100
WAYS_SHOWN = 4
OFFERS_SHOWN = 2


@dataclass(frozen=True)
class KeyFacts:
    """The facts of one page; `about` names the template part that shows them."""

    about: str
    values: dict


def key_facts(id: str, *, today: date, around: Surroundings | None) -> KeyFacts | None:
    """Return the key facts of a found page; None for kinds without any, and for what is no longer there."""
    kind, _, slug = id.partition("/")
    try:
        return _READERS[kind](slug, today, around) if kind in _READERS else None
    except (NotFound, Moved):
        return None


def _school(slug, today, _around):
    school = catalogue.institution(slug)
    contacts = [contact for contact in school.contacts if not contact.is_old]
    quotas = admissions.quotas_of(slug)
    rounds = [one for one in admissions.rounds_of(slug) if one.closes]
    ahead = [one for one in rounds if one.closes >= today]
    return KeyFacts(
        "school",
        {
            "school": school,
            "former_names": [detail.text for detail in school.about("former-name")][:LINES_SHOWN],
            "contacts": contacts,
            "year": quotas[0][0] if quotas else None,
            "seats": quotas[0][1][:LINES_SHOWN] if quotas else [],
            "deadline": min(ahead, key=lambda one: one.closes, default=None),
            "passed": max(rounds, key=lambda one: one.closes, default=None),
        },
    )


def _programme(slug, _today, around):
    programme = catalogue.programme(slug)
    schools = catalogue.schools_by_programme([slug], SCHOOLS_LOOKED_AT).get(slug, [])
    far = _distances(schools, around)
    nearest = sorted(schools, key=lambda school: far.get(school.slug, (len(far) + 1e9, ""))[0])
    near = [(school, far.get(school.slug, (0, ""))[1]) for school in nearest[:SCHOOLS_SHOWN]]
    return KeyFacts("programme", {"programme": programme, "schools": near})


def _distances(schools, around) -> dict[str, tuple[int, str]]:
    """Return slug → (step, words) of the schools of which a distance is known."""
    if around is None:
        return {}
    areas = catalogue.areas_of(school.slug for school in schools)
    steps = {slug: [around.steps[id] for id in ids if id in around.steps] for slug, ids in areas.items()}
    return {slug: (min(found), around.told(min(found))) for slug, found in steps.items() if found}


def _career(slug, _today, _around):
    career = careers.career(slug)
    return KeyFacts("career", {"career": career, "ways": list(career.ways.items())[:WAYS_SHOWN]})


def _policy(slug, today, _around):
    answer = policies.answer(slug, today)
    bases = [basis for basis in answer.bases if basis.role == "current" and basis.applies(today) == "applies"]
    return KeyFacts(
        "policy", {"policy": answer.policy, "offers": answer.offers[:OFFERS_SHOWN], "bases": bases}
    )


def _document(slug, _today, _around):
    document = policies.document(slug)
    # What others did to it stands in the passive voice: replaced by, amended by.
    changed = [group for group in policies.related(slug) if group.label.startswith("Được")]
    return KeyFacts("document", {"document": document, "changed": changed})


_READERS = {
    "truong": _school,
    "nganh": _programme,
    "nghe": _career,
    "chinh-sach": _policy,
    "van-ban": _document,
}
