"""Lines of seats, rounds and progress as rows; schools without a public page are left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from vocational.admissions.models import (
    AdmissionArea,
    AdmissionProgress,
    AdmissionYear,
    Quota,
    QuotaGroup,
    QuotaSum,
    Round,
)
from vocational.admissions.words import level_rank
from vocational.provenance import CERTAIN
from vocational.vietnamese import fold, sort_key

TABLES = (AdmissionYear, QuotaSum, QuotaGroup, Quota, AdmissionArea, Round, AdmissionProgress)


@dataclass
class Group:
    """What the lines read so far of one group add up to."""

    id: int
    lines: int = 0
    known: int = 0
    uncertain: int = 0
    seats: int = 0
    qualifiers: set[str] = field(default_factory=set)

    def add(self, quota) -> None:
        """Count one more line."""
        self.lines += 1
        self.known += quota.seats is not None
        self.seats += quota.seats or 0
        self.uncertain += quota.confidence not in CERTAIN
        self.qualifiers.add(quota.qualifier)

    @property
    def qualifier(self) -> str:
        """The qualifier that all lines share, or «khoảng»."""
        return next(iter(self.qualifiers)) if len(self.qualifiers) == 1 else "khoảng"


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield groups, then their lines; the files are read twice, so that few lines are in memory at a time."""
    schools = {school.slug: school for school in content.entries("institutions") if school.public}
    in_order = sorted(schools.values(), key=lambda school: sort_key(school.name))
    ranks = {school.slug: rank for rank, school in enumerate(in_order)}
    groups = _groups(content, schools)
    areas = _areas(content, schools, {key[1] for key in groups})
    yield from _years(groups, areas)
    yield from _sums(groups)
    for key, group in groups.items():
        yield QuotaGroup, _group_row(key, group, schools, ranks)
    yield from _quotas(content, groups)
    for slug, around in areas.items():
        for area in around:
            yield AdmissionArea, {"institution": slug, "area": area}
    yield from _rounds(content, schools)
    for progress in content.entries("admission_progress"):
        if progress.institution in schools:
            row = progress.model_dump() | progress.provenance_row()
            yield AdmissionProgress, row | {"school": schools[progress.institution].name}


def _key(quota) -> tuple:
    level = " ".join(sorted(quota.level, key=level_rank))
    return (quota.year, quota.institution, quota.kind, quota.covers, level, quota.level_words, quota.unit)


def _groups(content, schools) -> dict[tuple, Group]:
    groups: dict[tuple, Group] = {}
    for quota in content.entries("quotas"):
        if quota.institution in schools:
            key = _key(quota)
            groups.setdefault(key, Group(len(groups) + 1)).add(quota)
    return groups


def _years(groups, areas) -> Iterator[tuple[type, dict]]:
    for year, keys in groupby(sorted(groups), key=lambda key: key[0]):
        keys = list(keys)
        slugs = {key[1] for key in keys}
        around = {area: name for slug in slugs for area, name in areas[slug].items()}
        yield (
            AdmissionYear,
            {
                "year": year,
                "lines": sum(groups[key].lines for key in keys),
                "schools": len(slugs),
                "kinds": sorted({key[2] for key in keys}),
                "levels": sorted({level for key in keys for level in key[4].split()}),
                "areas": sorted(
                    map(list, around.items()), key=lambda area: ("cu-" in area[0], sort_key(area[1]))
                ),
            },
        )


def _sums(groups) -> Iterator[tuple[type, dict]]:
    together: dict[tuple, list[Group]] = {}
    for (year, _school, *same), group in groups.items():
        together.setdefault((year, *same), []).append(group)
    for (year, kind, covers, level, level_words, unit), parts in together.items():
        yield (
            QuotaSum,
            {
                "year": year,
                "kind": kind,
                "covers": covers,
                "level": level,
                "level_words": level_words,
                "level_rank": level_rank(level),
                "unit": unit,
                "schools": len(parts),
                "lines": sum(part.lines for part in parts),
                "known": sum(part.known for part in parts),
                "uncertain": sum(part.uncertain for part in parts),
                "seats": sum(part.seats for part in parts),
                "qualifier": min(part.qualifier for part in parts),
                "other_qualifier": max(part.qualifier for part in parts),
            },
        )


def _group_row(key, group, schools, ranks) -> dict:
    year, slug, kind, covers, level, level_words, unit = key
    school = schools[slug]
    return {
        "id": group.id,
        "year": year,
        "institution": slug,
        "school": school.name,
        "words": fold(
            " ".join([school.name, *school.other_names, *(name.name for name in school.former_names)])
        ),
        "rank": ranks[slug],
        "kind": kind,
        "covers": covers,
        "level": level,
        "level_words": level_words,
        "level_rank": level_rank(level),
        "unit": unit,
        "lines": group.lines,
        "known": group.known,
        "uncertain": group.uncertain,
        "seats": group.seats,
        "qualifier": group.qualifier,
    }


def _quotas(content, groups) -> Iterator[tuple[type, dict]]:
    names = {programme.slug: programme.name for programme in content.entries("programmes")}
    left_out = {"institution", "kind", "covers", "level", "level_words", "unit"}
    for position, quota in enumerate(content.entries("quotas")):
        group = groups.get(_key(quota))
        if group:
            yield (
                Quota,
                quota.model_dump(exclude=left_out)
                | quota.provenance_row()
                | {
                    "group_id": group.id,
                    "position": position,
                    "programme_name": names.get(quota.programme, ""),
                    "entry": quota.entry or "",
                },
            )


def _areas(content, schools, slugs) -> dict[str, dict[str, str]]:
    """Return the names of the areas around each school by slug and id, its present province first."""
    provinces = {province.code: province.name for province in content.entries("provinces")}
    units = {unit.id: unit for unit in content.entries("former_units")}
    areas = {}
    for slug in sorted(slugs):
        location = schools[slug].location
        former = [_province_above(units[unit], units) for unit in location.former_units]
        areas[slug] = {location.province: provinces[location.province]}
        areas[slug] |= {unit.id: f"{unit.name} (cũ)" for unit in former}
    return areas


def _province_above(unit, units):
    while unit.parent:
        unit = units[unit.parent]
    return unit


def _rounds(content, schools) -> Iterator[tuple[type, dict]]:
    notices = {
        (school, notice.deadline): notice.slug
        for notice in content.entries("notices")
        if notice.kind == "admission"
        for school in notice.institutions
    }
    told = set()
    for entry in content.entries("rounds"):
        if entry.institution in schools:
            told.add((entry.institution, entry.closes))
            row = entry.model_dump(exclude={"level"}) | entry.provenance_row()
            school = schools[entry.institution].name
            yield (
                Round,
                row
                | {
                    "levels": entry.level,
                    "entry": entry.entry or "",
                    "school": school,
                    "notice": notices.get((entry.institution, entry.closes)) if entry.closes else None,
                },
            )
    for quota in content.entries("quotas"):
        if quota.institution in schools and quota.closes and (quota.institution, quota.closes) not in told:
            told.add((quota.institution, quota.closes))
            notice = notices.get((quota.institution, quota.closes))
            yield Round, _round_of(quota, schools[quota.institution]) | {"notice": notice}


def _round_of(quota, school) -> dict:
    return quota.provenance_row() | {
        # The full stop keeps these ids apart from those that curators write.
        "id": f"{quota.institution}.{quota.closes:%Y%m%d}",
        "institution": quota.institution,
        "school": school.name,
        "year": quota.year,
        "name": f"Nộp hồ sơ năm {quota.year}",
        "levels": [],
        "entry": "",
        "opens": quota.opens,
        "closes": quota.closes,
        "method": quota.method,
        "note": "",
    }
