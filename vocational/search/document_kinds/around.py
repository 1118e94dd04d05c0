"""Documents of figures, notices, guides and lists."""

from collections.abc import Iterator
from datetime import date

from vocational.guides import queries as guides
from vocational.labour_market import queries as labour_market
from vocational.noticeboard import queries as noticeboard
from vocational.partners import queries as partners
from vocational.search import gazetteer
from vocational.search.document_kinds.parts import day, document, join, plain
from vocational.search.kinds import AUDIENCE_ENTRIES, BOARD_KINDS, GUIDE_ADDRESSES


def of_series(today: date) -> Iterator[dict]:
    """Yield the document of every series of figures."""
    for page in labour_market.series_for_search(today=today):
        row = page.series
        readings = [f"{reading.period.words} {reading.group}" for reading in page.readings]
        notes = [figure.note for reading in page.readings for figure in reading.figures]
        ids = [f"thi-truong/{id}" for id in page.covers]
        yield document(
            f"thi-truong/{row.slug}",
            row.title,
            summary=join(row.topic_words, row.kind_words, row.full_place),
            body=join(readings, notes, row.unit),
            places=[row.place],
            areas=[row.area] if row.area else [],
            covers=ids,
            date=page.readings[0].period.ends.isoformat() if page.readings else "",
            popularity=0.1,
        )


def of_notes() -> Iterator[dict]:
    """Yield the documents of employers, zones and plans."""
    for row in (*labour_market.employers_and_zones(), *labour_market.policy_notes()):
        yield document(
            f"ghi-chu/{row.slug}",
            row.title,
            url=f"/thi-truong/ghi-chu/{row.slug}",
            summary=join(row.about_words, row.place),
            body=plain(row.html),
            places=[row.place],
            areas=[row.area] if row.area else [],
            date=day(row.as_of),
            popularity=0.1,
        )


def of_notices(today: date, wanted: set[str] | None = None) -> Iterator[dict]:
    """Yield the documents of announcements, events and vacancies, or those wanted among them.

    A venue is no place that people search by; the towns that it names are.
    """
    rows = noticeboard.notices_for_search()
    rows = [row for row in rows if wanted is None or f"{BOARD_KINDS[row.board]}/{row.slug}" in wanted]
    # All places are read for that: not when none is asked for.
    mentions = gazetteer.Mentions(gazetteer.places() if rows else [])
    for row in rows:
        audiences = [audience.audience for audience in row.audiences]
        yield document(
            f"{BOARD_KINDS[row.board]}/{row.slug}",
            row.title,
            summary=join(row.kind_label, row.when, row.organiser),
            body=join(row.facts, row.place, row.note, plain(row.html)),
            areas=mentions.areas(row.place),
            entries=sorted({AUDIENCE_ENTRIES[name] for name in audiences if name in AUDIENCE_ENTRIES}),
            date=row.starts_on.isoformat(),
            archived=row.shown_until < today,
            popularity=0.0 if row.shown_until < today else 0.4,
        )


def of_guides() -> Iterator[dict]:
    """Yield the documents of guides."""
    for row in guides.guides():
        if row.lang == "vi" and row.slug in GUIDE_ADDRESSES:
            entries = [AUDIENCE_ENTRIES[row.audience]] if row.audience in AUDIENCE_ENTRIES else []
            yield document(
                f"huong-dan/{row.slug}",
                row.title,
                url=GUIDE_ADDRESSES[row.slug],
                summary=row.summary,
                body=plain(row.html),
                entries=entries,
                popularity=0.2,
            )


def of_lists() -> Iterator[dict]:
    """Yield the pages that hold many small entries without a page of their own."""
    partners_told = [join(row.name, row.offers, row.place) for row in partners.partners_for_search()]
    schools = [school.name for _province, group in partners.secondary_schools() for school in group]
    pages = [
        ("ket-noi", "/ket-noi/", "Đơn vị làm cùng trường", "Doanh nghiệp, cơ quan, hội", partners_told),
        ("truong-pho-thong", "/ket-noi/truong-pho-thong", "Trường phổ thông", "Trường trong vùng", schools),
    ]
    for slug, url, title, summary, told in pages:
        if told:
            yield document(
                f"huong-dan/{slug}", title, url=url, summary=summary, body=join(told), popularity=0.2
            )
