"""Occupations, their neighbours, and the interest test as rows."""

import re
from collections.abc import Iterator
from html import unescape

from vocational.careers import related
from vocational.careers.models import (
    Career,
    CareerArea,
    CareerCode,
    CareerGroup,
    CareerInterests,
    CareerOutlook,
    CareerProgramme,
    CareerWage,
    InterestItem,
    InterestScale,
    InterestTest,
    OccupationCode,
    RelatedCareer,
)
from vocational.ingest.markdown import html_of
from vocational.vietnamese import fold, sort_key

TABLES = (
    CareerGroup,
    Career,
    CareerInterests,
    CareerArea,
    CareerProgramme,
    CareerWage,
    CareerOutlook,
    CareerCode,
    RelatedCareer,
    InterestScale,
    InterestItem,
    InterestTest,
    OccupationCode,
)


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield groups, occupations with their parts, neighbours, the interest test and the national list."""
    for position, group in enumerate(content.entries("career_groups")):
        yield CareerGroup, group.model_dump() | {"position": position}
    careers = sorted(content.entries("careers"), key=lambda career: sort_key(career.name))
    for position, career in enumerate(careers):
        yield Career, _career(career, position)
    names = _area_names(content)
    for part in (_interests, _areas(names), _programmes, _wages, _outlooks, _codes):
        for career in careers:
            yield from part(career)
    yield from _neighbours(careers)
    for test in content.entries("interest_test"):
        yield from _interest_test(test)
    for code in content.entries("occupation_codes"):
        own = {"code": code.code, "level": code.level, "name": code.name, "note": code.note}
        yield OccupationCode, own | code.provenance_row()


def _career(career, position: int) -> dict:
    html = html_of(career.body)
    own = ("slug", "name", "synonyms", "tasks", "skills", "working_conditions", "areas_basis")
    return {
        **{name: getattr(career, name) for name in own},
        "position": position,
        "group_slug": career.group,
        "summary": _first_paragraph(html),
        "html": html,
        "words": fold(" | ".join([career.name, *career.synonyms])),
        "note": career.text_from.note,
        **career.text_from.provenance_row(),
    }


def _first_paragraph(html: str) -> str:
    found = re.search(r"<p>(.*?)</p>", html, re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", found[1] if found else "")).strip()


def _interests(career):
    if career.interests:
        interests = career.interests
        own = {"code": interests.code, "scores": interests.scores.model_dump(), "scale": interests.scale}
        yield CareerInterests, _of(career) | own | _sourced(interests)


def _area_names(content) -> dict[str, str]:
    provinces = {province.code: province.name for province in content.entries("provinces")}
    return provinces | {unit.id: f"{unit.name} (cũ)" for unit in content.entries("former_units")}


def _areas(names: dict[str, str]):
    def areas(career):
        for area in career.areas:
            yield CareerArea, _of(career) | {"area": area, "name": names[area]}

    return areas


def _programmes(career):
    for link in career.programmes:
        own = {
            "programme_slug": link.programme,
            **link.model_dump(include={"name", "level", "code", "code_status"}),
        }
        yield CareerProgramme, _of(career) | own | {"programme_slug": link.programme} | _sourced(link)


def _wages(career):
    for wage in career.wages:
        # Readers see the time of an observation as its period.
        yield CareerWage, _of(career) | wage.figure_row() | {"period": wage.period or wage.as_of}


def _outlooks(career):
    for outlook in career.outlook:
        yield CareerOutlook, _of(career) | {"text": outlook.text} | _sourced(outlook)


def _codes(career):
    if vsco := career.vsco:
        yield CareerCode, _code(career, vsco, "vsco", vsco.code, vsco.name)
    if isco := career.isco08:
        row = _code(career, isco, "isco08", isco.code, isco.label_en)
        yield CareerCode, row | {"note": "; ".join(filter(None, [isco.mapping, isco.note]))}
    if onet := career.onet:
        yield CareerCode, _code(career, onet, "onet", onet.soc, onet.title_en)


def _code(career, place, scheme: str, code: str | None, name: str) -> dict:
    own = {"scheme": scheme, "code": code, "name": name, "is_english": scheme != "vsco"}
    return _of(career) | own | _sourced(place)


def _neighbours(careers):
    profiles = [_profile(career) for career in careers]
    for profile in profiles:
        for near in related.neighbours(profile, profiles):
            yield (
                RelatedCareer,
                {
                    "career_slug": profile.slug,
                    "other_slug": near.slug,
                    "shared_programmes": near.shared_programmes,
                    "same_group": near.same_group,
                    "correlation": near.correlation,
                },
            )


def _profile(career) -> related.Profile:
    scores = career.interests.scores if career.interests else None
    return related.Profile(
        slug=career.slug,
        group=career.group,
        programmes=frozenset(link.programme for link in career.programmes),
        scores=tuple(getattr(scores, letter) for letter in related.LETTERS) if scores else (),
    )


def _interest_test(test):
    for position, scale in enumerate(test.scales):
        yield InterestScale, scale.model_dump() | {"position": position}
    for position, item in enumerate(test.items):
        own = {"id": item.id, "letter": item.scale, "text": item.vi, "original": item.en, "note": item.note}
        yield InterestItem, own | {"position": position}
    yield (
        InterestTest,
        {
            "id": 1,
            "name": test.instrument.name,
            "prompt": test.instrument.prompt,
            "answers": test.instrument.response_scale.vi,
            "onet_attribution": test.onet_attribution,
            "facts": test.model_dump(mode="json", exclude={"items", "scales", "implementation_checks"}),
        },
    )


def _of(career) -> dict:
    return {"career_slug": career.slug}


def _sourced(part) -> dict:
    return {"note": part.note, **part.provenance_row()}
