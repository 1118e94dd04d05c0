"""Which published records become search documents, and what of them can be found.

This module alone decides that. A document is a plain dict, as `engine/api.build` takes it; its id is
the address of the page without the first slash.
"""

import html
import re
from collections.abc import Iterator
from datetime import date

from vocational.careers import queries as careers
from vocational.catalogue import queries as catalogue
from vocational.guides import queries as guides
from vocational.labour_market import queries as labour_market
from vocational.noticeboard import queries as noticeboard
from vocational.partners import queries as partners
from vocational.pathways import queries as pathways
from vocational.places import queries as places
from vocational.policies import queries as policies
from vocational.search.kinds import AFTER_9, AFTER_12, AUDIENCE_ENTRIES, BOARD_KINDS, GUIDE_ADDRESSES


def documents(today: date) -> Iterator[dict]:
    """Yield every document of the site."""
    names = {area.id: area.name.removesuffix(" (cũ)") for area in places.areas_by_id().values()}
    yield from _institutions(names)
    yield from _programmes()
    yield from _careers()
    yield from _policies()
    yield from _legal_documents()
    yield from _stages()
    yield from _series(today)
    yield from _notes()
    yield from _notices(today)
    yield from _guides()
    yield from _lists()


def _document(id: str, title: str, **values) -> dict:
    return {"id": id, "kind": id.split("/")[0], "title": title, "url": f"/{id}", "covers": [id]} | values


def _plain(text: str) -> str:
    """Return rendered Markdown as words."""
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def _join(*parts) -> str:
    """Return texts and lists of texts as sentences."""
    flat = (item for part in parts for item in ([part] if isinstance(part, str) else part))
    return ". ".join(item.strip(" .") for item in flat if item)


def _institutions(names: dict[str, str]) -> Iterator[dict]:
    facets = catalogue.facets_by_slug("institution")
    for row in catalogue.institutions_for_search():
        own = facets.get(row.slug, {})
        areas = own.get("khu-vuc", [])
        former_names = [detail.text for detail in row.about("former-name")]
        taught = dict.fromkeys(offering.name for offering in row.offerings)
        yield _document(
            f"truong/{row.slug}",
            row.name,
            other_titles=[*row.other_names, *former_names],
            summary=_join(row.kind_name, row.told_place),
            body=_join(*_about_school(row)),
            keywords=list(taught),
            codes=[row.school_code, *(offering.code for offering in row.offerings)],
            places=[row.place, row.former_place, row.address, row.former_address, *map(names.get, areas)],
            areas=areas,
            levels=own.get("bac", []),
            entries=own.get("vao", []),
            fields=own.get("nhom", []),
            date=_day(row.as_of),
            archived=row.status == "lich-su",
            popularity=0.2 + min(len(taught), 20) / 25,
        )


def _about_school(row):
    yield from (f"{detail.text} {detail.note}" for detail in row.details if detail.topic != "former-name")
    yield from (f"{offering.name} {offering.venue} {offering.note}" for offering in row.offerings)
    yield from (row.managing_body, row.status_note, _plain(row.html), row.note)


def _programmes() -> Iterator[dict]:
    facets, former = catalogue.facets_by_slug("programme"), catalogue.former_slugs("programme")
    groups = dict(catalogue.fields())
    leads_to: dict[str, list[str]] = {}
    for career in careers.careers_for_search():
        for slug in career.ways:
            leads_to.setdefault(slug, []).append(career.name)
    for row in catalogue.programmes_for_search():
        own = facets.get(row.slug, {})
        id = f"nganh/{row.slug}"
        yield _document(
            id,
            row.name,
            other_titles=[*row.other_names, *row.everyday_words],
            summary=_join("Ngành đào tạo", [groups[group] for group in own.get("nhom", [])][:1]),
            body=_join(
                _plain(row.html), row.note, [f"Làm được nghề: {name}" for name in leads_to.get(row.slug, [])]
            ),
            codes=[code.code for code in row.codes],
            levels=own.get("bac", []),
            fields=own.get("nhom", []),
            covers=[id, *(f"nganh/{slug}" for slug in former.get(row.slug, []))],
            popularity=0.3 + min(row.institution_count, 10) / 20,
        )


def _careers() -> Iterator[dict]:
    for row in careers.careers_for_search():
        yield _document(
            f"nghe/{row.slug}",
            row.name,
            other_titles=list(row.synonyms),
            summary=_join("Nghề nghiệp", row.group.name),
            body=_join(
                row.summary,
                row.tasks,
                row.skills,
                row.working_conditions,
                [outlook.text for outlook in row.outlooks],
                [wage.counts for wage in row.wages],
                ["lương, thu nhập"] if row.wages else [],
            ),
            keywords=list(dict.fromkeys(link.name for link in row.programmes)),
            codes=[code for link in row.programmes if (code := link.code)],
            places=[area.name for area in row.areas],
            areas=[area.area for area in row.areas],
            levels=sorted({link.level for link in row.programmes if link.level}),
            fields=[row.group_slug],
            popularity=0.6,
        )


def _policies() -> Iterator[dict]:
    for row in policies.policies_for_search():
        audiences = [audience.audience for audience in row.audiences]
        yield _document(
            f"chinh-sach/{row.slug}",
            row.name,
            summary=row.lead,
            body=_join(
                _plain(row.html),
                [question["q"] + " " + question["a"] for question in row.questions],
                [f"{benefit.name} {benefit.condition} {benefit.rule}" for benefit in row.benefits],
                row.audience_labels,
                row.group_label,
                row.local_relevance,
            ),
            entries=sorted({AUDIENCE_ENTRIES[name] for name in audiences if name in AUDIENCE_ENTRIES}),
            date=_day(row.as_of),
            popularity=0.6,
        )


def _legal_documents() -> Iterator[dict]:
    for row in policies.documents_for_search():
        yield _document(
            f"van-ban/{row.slug}",
            row.title,
            other_titles=[row.number],
            summary=_join(row.number, row.issuer, row.status_label),
            body=_join(
                row.scope_note, [str(article) for part in row.key_articles for article in part.values()]
            ),
            codes=[row.number],
            date=_day(row.issued),
            archived=row.status in {"replaced", "ended"},
            popularity=0.4,
        )


def _stages() -> Iterator[dict]:
    for row in pathways.stages_for_search():
        after = {"lop-9": AFTER_9, "lop-12": AFTER_12}
        starts = {passage.from_slug for passage in row.arrivals} | {row.slug}
        yield _document(
            f"lo-trinh/{row.slug}",
            row.name,
            summary=_join(row.lead),
            body=_join(
                row.credential,
                row.duration,
                row.cost,
                row.note,
                [f"{passage.label} {passage.goal.name}" for passage in row.passages],
                [condition for passage in row.arrivals for condition in passage.conditions],
            ),
            entries=[entry for entry, stages in after.items() if starts & stages],
            popularity=0.6,
        )


def _series(today: date) -> Iterator[dict]:
    for page in labour_market.series_for_search(today=today):
        row = page.series
        readings = [f"{reading.period.words} {reading.group}" for reading in page.readings]
        notes = [figure.note for reading in page.readings for figure in reading.figures]
        ids = [f"thi-truong/{id}" for id in page.covers]
        yield _document(
            f"thi-truong/{row.slug}",
            row.title,
            summary=_join(row.topic_words, row.kind_words, row.full_place),
            body=_join(readings, notes, row.unit),
            places=[row.place],
            areas=[row.area] if row.area else [],
            covers=ids,
            date=page.readings[0].period.ends.isoformat() if page.readings else "",
            popularity=0.4,
        )


def _notes() -> Iterator[dict]:
    for row in (*labour_market.employers_and_zones(), *labour_market.policy_notes()):
        yield _document(
            f"ghi-chu/{row.slug}",
            row.title,
            url=f"/thi-truong/ghi-chu/{row.slug}",
            summary=_join(row.about_words, row.place),
            body=_plain(row.html),
            places=[row.place],
            areas=[row.area] if row.area else [],
            date=_day(row.as_of),
            popularity=0.3,
        )


def _notices(today: date) -> Iterator[dict]:
    for row in noticeboard.notices_for_search():
        audiences = [audience.audience for audience in row.audiences]
        yield _document(
            f"{BOARD_KINDS[row.board]}/{row.slug}",
            row.title,
            summary=_join(row.kind_label, row.when, row.organiser),
            body=_join(row.facts, row.note, _plain(row.html)),
            places=[row.place],
            entries=sorted({AUDIENCE_ENTRIES[name] for name in audiences if name in AUDIENCE_ENTRIES}),
            date=row.starts_on.isoformat(),
            archived=row.shown_until < today,
            popularity=0.2,
        )


def _guides() -> Iterator[dict]:
    for row in guides.guides():
        if row.lang == "vi" and row.slug in GUIDE_ADDRESSES:
            entries = [AUDIENCE_ENTRIES[row.audience]] if row.audience in AUDIENCE_ENTRIES else []
            yield _document(
                f"huong-dan/{row.slug}",
                row.title,
                url=GUIDE_ADDRESSES[row.slug],
                summary=row.summary,
                body=_plain(row.html),
                entries=entries,
                popularity=0.5,
            )


def _lists() -> Iterator[dict]:
    """Yield the pages that hold many small entries without a page of their own."""
    partners_told = [_join(row.name, row.offers, row.place) for row in partners.partners_for_search()]
    schools = [school.name for _province, group in partners.secondary_schools() for school in group]
    pages = [
        ("ket-noi", "/ket-noi/", "Đơn vị làm cùng trường", "Doanh nghiệp, cơ quan, hội", partners_told),
        ("truong-pho-thong", "/ket-noi/truong-pho-thong", "Trường phổ thông", "Trường trong vùng", schools),
    ]
    for slug, url, title, summary, told in pages:
        if told:
            yield _document(
                f"huong-dan/{slug}", title, url=url, summary=summary, body=_join(told), popularity=0.2
            )


def _day(as_of: str) -> str:
    """Return a date of a fact as far as it is one day; the sort by newest needs no more."""
    found = re.match(r"\d{4}(-\d{2}(-\d{2})?)?", as_of or "")
    return f"{found[0]}-01-01"[:10] if found else ""
