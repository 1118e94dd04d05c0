"""Makers of valid records; a test names only the values it is about."""

from datetime import date

from vocational.admissions.models import Quota, QuotaGroup, Round
from vocational.admissions.words import level_rank
from vocational.careers.models import Career, CareerGroup, CareerInterests, CareerWage, InterestScale
from vocational.catalogue.models import Institution
from vocational.guides.models import Guide
from vocational.noticeboard import dates
from vocational.noticeboard.models import Notice, NoticeAudience, NoticeInstitution
from vocational.places.models import Commune, Province
from vocational.sources.models import Source
from vocational.storage import db
from vocational.vietnamese import fold, sort_text

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


def institution(slug="truong-a", *, name="Trường A", **values):
    common = {
        "slug": slug,
        "name": name,
        "sort_key": sort_text(name),
        "words": fold(name),
        "kind": "cao-dang",
        "status": "dang-hoat-dong",
        "ownership": "cong-lap",
        "place": "66",
        "name_confidence": "high",
        "ownership_confidence": "high",
        "location_confidence": "high",
    }
    return keep(Institution(**common | SOURCED | values))


def notice(slug="tuyen-sinh", *, audience=(), institutions=(), **values):
    common = {"slug": slug, "kind": "admission", "title": f"Tin {slug}", "area": "dak-lak"}
    made = Notice(**common | {"date": "2025-08-20"} | SOURCED | values)
    ends, deadline = made.date_end or "", made.deadline
    made.starts_on = dates.first_day(made.date)
    made.shown_until = dates.shown_until(kind=made.kind, starts=made.date, ends=ends, deadline=deadline)
    keep(made)
    for key in audience:
        keep(NoticeAudience(notice=slug, audience=key))
    for key in institutions:
        keep(NoticeInstitution(notice=slug, institution=key))
    return made


def quota(institution="truong-a", *, seats=100, year=2025, level="cao-dang", **values):
    """Make one line of seats in a group of its own."""
    state = "unknown" if seats is None else "known"
    of_group = {"kind": "chi-tieu", "covers": "trinh-do", "unit": "chỗ", "level_words": "", "rank": 0}
    of_group |= {name: values.pop(name) for name in list(values) if name in of_group}
    school = values.pop("school", "Trường A")
    line = {"state": state, "position": 0, "qualifier": ""} | SOURCED | {"as_of": str(year)} | values
    group = QuotaGroup(
        year=year,
        institution=institution,
        school=school,
        words=fold(school),
        level=level,
        level_rank=level_rank(level),
        lines=1,
        known=int(seats is not None),
        uncertain=int(line["confidence"] not in {"high", "medium"}),
        seats=seats or 0,
        qualifier=line["qualifier"],
        **of_group,
    )
    number = keep(group).id
    return keep(Quota(**{"id": f"dong-{number}", "group_id": number, "year": year, "seats": seats} | line))


def admission_round(institution="truong-a", *, closes=None, **values):
    """Make one round of a school."""
    common = {"id": f"{institution}-{closes}", "institution": institution, "school": "Trường A", "year": 2026}
    return keep(Round(**common | {"name": "Đợt 1", "closes": closes} | SOURCED | values))
