"""Makers of valid records; a test names only the values it is about."""

from datetime import date

from vocational.careers.models import Career, CareerGroup, CareerInterests, CareerWage, InterestScale
from vocational.guides.models import Guide
from vocational.noticeboard import dates
from vocational.noticeboard.models import Notice, NoticeAudience, NoticeInstitution
from vocational.places.models import Commune, Province
from vocational.sources.models import Source
from vocational.storage import db
from vocational.vietnamese import fold

SOURCED = {
    "sources": ["inst-1"],
    "as_of": "2026-10-01",
    "confidence": "high",
    "checked_on": date(2026, 11, 1),
}


def keep(row):
    """Write a row and return it."""
    db.session.add(row)
    db.session.commit()
    return row


def source(id="inst-1", **values):
    return keep(Source(**{"id": id, "position": 0, "title": f"Bài báo {id}", "urls": []} | values))


def province(code="66", **values):
    return keep(
        Province(
            **{"code": code, "name": "Đắk Lắk", "kind": "tỉnh", "valid_from": date(2025, 7, 1)}
            | SOURCED
            | values
        )
    )


def commune(code="24305", **values):
    common = {
        "code": code,
        "name": "Buôn Hồ",
        "kind": "phường",
        "province_code": "66",
        "valid_from": date(2025, 7, 1),
    }
    return keep(Commune(**common | SOURCED | values))


def guide(slug="lop-9", **values):
    common = {
        "slug": slug,
        "title": "Em học lớp 9",
        "summary": "Bốn đường đi tiếp.",
        "audience": "lop-9",
        "html": "<p>Chào em.</p>",
    }
    return keep(Guide(**common | SOURCED | values))


def career_group(slug="xay-dung", **values):
    return keep(CareerGroup(**{"slug": slug, "name": "Xây dựng", "position": 0} | values))


def career(slug="tho-xay", *, group="xay-dung", code="RC", **values):
    """Write an occupation with its group and, unless `code` is empty, its interests."""
    db.session.get(CareerGroup, group) or career_group(group)
    common = {
        "slug": slug,
        "position": db.session.query(Career).count(),
        "name": "Thợ xây",
        "group_slug": group,
        "summary": "Em xây tường.",
        "html": "<p>Em xây tường.</p>",
        "tasks": ["Xây tường"],
        "words": fold(values.get("name", "Thợ xây")),
    }
    row = keep(Career(**common | SOURCED | values))
    if code:
        scores = {letter: 5.0 if letter in code else 1.5 for letter in "RIASEC"}
        keep(CareerInterests(**{"career_slug": slug, "code": code, "scores": scores} | SOURCED))
    return row


def career_wage(career_slug="tho-xay", **values):
    common = {
        "career_slug": career_slug,
        "value": 6_000_000,
        "value_to": 18_000_000,
        "unit": "đồng/tháng",
        "counts": "thợ xây, cả nước",
        "period": "2026",
    }
    return keep(CareerWage(**common | SOURCED | values))


def interest_scales():
    names = ["Thực tế: máy móc", "Tìm tòi", "Sáng tạo", "Giúp đỡ", "Dẫn dắt", "Ngăn nắp: sổ sách"]
    for position, (letter, name) in enumerate(zip("RIASEC", names, strict=True)):
        keep(InterestScale(letter=letter, position=position, name=name))


def notice(slug="tuyen-sinh", *, audience=(), institutions=(), **values):
    common = {"slug": slug, "kind": "admission", "title": f"Tin {slug}", "date": "2025-08-20", "area": "dak-lak"}
    made = Notice(**common | SOURCED | values)
    ends, deadline = made.date_end or "", made.deadline
    made.starts_on = dates.first_day(made.date)
    made.shown_until = dates.shown_until(kind=made.kind, starts=made.date, ends=ends, deadline=deadline)
    keep(made)
    for key in audience:
        keep(NoticeAudience(notice=slug, audience=key))
    for key in institutions:
        keep(NoticeInstitution(notice=slug, institution=key))
    return made
