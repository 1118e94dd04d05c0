"""Makers of valid records; a test names only the values it is about."""

from datetime import date

from vocational.admissions.models import (
    SAME,
    AdmissionArea,
    AdmissionYear,
    Quota,
    QuotaGroup,
    QuotaSum,
    Round,
)
from vocational.admissions.words import level_rank
from vocational.careers.models import Career, CareerGroup, CareerInterests, CareerWage, InterestScale
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
from vocational.guides.models import Guide
from vocational.labour_market import periods
from vocational.labour_market.models import (
    IndicatorSeries,
    LabourMarketGap,
    LabourMarketNote,
    Observation,
)
from vocational.monitoring.models import Target, TargetFigure
from vocational.noticeboard import dates
from vocational.noticeboard.models import Notice, NoticeAudience, NoticeInstitution
from vocational.partners.models import Partner, PartnerArea, PartnerSchool, PartnerType, SecondarySchool
from vocational.pathways.models import Passage, Stage
from vocational.places.models import Commune, Province
from vocational.policies.models import (
    Benefit,
    EligibilityField,
    LegalBasis,
    LegalDocument,
    LegalLink,
    Policy,
    PolicyAudience,
    ReferenceValue,
)
from vocational.sources.models import Source, SourceUse
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


def source_use(source_id="inst-1", address="truong/a", **values):
    own = {"kind": address.split("/")[0], "title": "Trường A", "position": 0}
    return keep(SourceUse(**{"source_id": source_id, "address": address} | own | values))


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
    _note_year(group)
    return keep(Quota(**{"id": f"dong-{number}", "group_id": number, "year": year, "seats": seats} | line))


def _note_year(group):
    """Keep the row of a year as a load would write it."""
    groups = db.session.query(QuotaGroup).filter_by(year=group.year).all()
    slugs = {known.institution for known in groups}
    areas = db.session.query(AdmissionArea).filter(AdmissionArea.institution.in_(slugs))
    db.session.merge(
        AdmissionYear(
            year=group.year,
            lines=len(groups),
            schools=len(slugs),
            kinds=sorted({known.kind for known in groups}),
            levels=sorted({level for known in groups for level in known.level.split()}),
            areas=[[area, f"Tỉnh {area}"] for area in sorted({row.area for row in areas})],
        )
    )
    db.session.query(QuotaSum).filter_by(year=group.year).delete()
    db.session.add_all(map(_sum_of, _alike(groups)))
    db.session.commit()


def _alike(groups):
    together = {}
    for group in groups:
        together.setdefault(tuple(getattr(group, name) for name in SAME), []).append(group)
    return together.values()


def _sum_of(groups):
    same = {name: getattr(groups[0], name) for name in SAME}
    names = ("lines", "known", "uncertain", "seats")
    sums = {name: sum(getattr(group, name) for group in groups) for name in names}
    qualifiers = sorted(group.qualifier for group in groups)
    ends = {"qualifier": qualifiers[0], "other_qualifier": qualifiers[-1]}
    return QuotaSum(**same | sums | ends, schools=len({group.institution for group in groups}))


def admission_round(institution="truong-a", *, closes=None, **values):
    """Make one round of a school."""
    common = {"id": f"{institution}-{closes}", "institution": institution, "school": "Trường A", "year": 2026}
    return keep(Round(**common | {"name": "Đợt 1", "closes": closes} | SOURCED | values))


def indicator_series(slug="vn-vieclam", **values):
    common = {"slug": slug, "position": db.session.query(IndicatorSeries).count(), "topic": "viec-lam"}
    common |= {"indicator": "Lao động có việc làm", "area": "viet-nam", "place": "Việt Nam"}
    return keep(IndicatorSeries(**common | {"kind": "thuc-te", "unit": "triệu người"} | values))


def observation(id="vn-vieclam-2025", *, series="vn-vieclam", period="2025", group="", **values):
    """Write one figure, with its series where that does not stand yet."""
    db.session.get(IndicatorSeries, series) or indicator_series(series)
    read = periods.read(period)
    bounds = {"period": read.words, "starts": read.starts, "ends": read.ends, "counts": group}
    placed = {"id": id, "series_slug": series, "position": db.session.query(Observation).count()}
    return keep(Observation(**{"value": 52.4, "unit": "triệu người"} | placed | bounds | SOURCED | values))


def labour_market_note(slug="kcn-hoa-phu", **values):
    common = {"slug": slug, "position": 0, "about": "khu-cong-nghiep", "title": "Khu công nghiệp Hòa Phú"}
    common |= {"area": "66", "place": "Đắk Lắk", "html": "<p>Hơn 3.400 lao động.</p>", "text": "…"}
    return keep(LabourMarketNote(**common | SOURCED | values))


def labour_market_gap(id="that-nghiep", **values):
    common = {"id": id, "position": 0, "topic": "that-nghiep", "area": "66", "place": "Đắk Lắk"}
    return keep(LabourMarketGap(**common | {"text": "Chưa có số liệu.", "as_of": "2026"} | values))


def target(id="muc-tieu", *, value=40, parts=(), **values):
    """Write a target with its main level and one for each (part, value)."""
    common = {"id": id, "position": db.session.query(Target).count(), "indicator": "Học sinh vào nghề"}
    common |= {"area": "viet-nam", "place": "Việt Nam", "document": "ke-hoach", "by_year": 2030}
    row = keep(Target(**common | {"year_is_sure": True, "status": "ban-hanh"} | SOURCED | values))
    for position, (part, level) in enumerate([("", value), *parts]):
        levels = {"target_id": id, "position": position, "value": level, "unit": "%", "counts": part}
        keep(TargetFigure(**levels | SOURCED))
    return row


def partner(id="doi-tac", *, types=("doanh-nghiep",), areas=("66",), schools=(), **values):
    common = {"id": id, "position": db.session.query(Partner).count(), "name": f"Công ty {id}"}
    row = keep(Partner(**common | {"offers": ["Nhận thực tập"]} | SOURCED | values))
    for code in types:
        keep(PartnerType(partner_id=id, type=code))
    for area in areas:
        keep(PartnerArea(partner_id=id, area=area))
    for slug in schools:
        keep(PartnerSchool(partner_id=id, institution=slug))
    return row


def secondary_school(id="thpt-a", **values):
    common = {"id": id, "position": 0, "name": "THPT A", "level": "THPT", "ownership": "cong-lap"}
    placed = {"former_unit": "cu-dak-lak", "province": "66"}
    return keep(SecondarySchool(**common | placed | SOURCED | values))


def legal_document(slug="nd-1", *, replaces=(), **values):
    common = {"slug": slug, "number": f"{slug}/NĐ-CP", "title": "Một nghị định", "issuer": "Chính phủ"}
    made = LegalDocument(
        **common
        | {"issued": "2025-09-03", "effective": "2025-09-03", "status": "in_force", "words": ""}
        | SOURCED
        | values
    )
    made.words = fold(f"{made.number} {made.title} {made.issuer}")
    keep(made)
    for other in replaces:
        keep(LegalLink(document=slug, other=other, relation="replaces"))
    return made


def base_salary(value, *, since, until=None, document="nd-1"):
    """Make one dated value of the base salary; its document has to exist."""
    dated = {"valid_from": since, "valid_to": until, "document_slug": document}
    common = {"key": "luong-co-so", "name": "Lương cơ sở", "unit": "VND/tháng"}
    return keep(ReferenceValue(value=value, **common | dated | SOURCED))


def eligibility_field(field="target_level", **values):
    common = {"field": field, "label": "Học", "meaning": "trình độ sẽ học", "kind": "choice"}
    return keep(
        EligibilityField(**common | {"values": [{"value": "trung_cap", "label": "trung cấp"}]} | values)
    )


def policy(slug="mien-hoc-phi", *, audience=("hs-lop-9",), benefits=({},), document=None, **values):
    """Make a policy with its benefits; with `document`, one current provision of it as well."""
    rule = {"all_of": [{"field": "target_level", "op": "eq", "value": "trung_cap"}]}
    common = {
        "slug": slug,
        "position": 0,
        "name": f"Chính sách {slug}",
        "lead": "Em có thể được miễn học phí.",
    }
    common |= {"group": "hoc-phi", "status": "in_force", "region": "toan-quoc", "eligibility": rule}
    applying = {"documents": [], "where": [], "deadline": "", "payment": "", "verify": "", "sources": []}
    made = keep(Policy(**common | {"application": applying} | SOURCED | values))
    for key in audience:
        keep(PolicyAudience(policy=slug, audience=key))
    for number, benefit in enumerate(benefits):
        given = {"kind": "tuition_exemption", "percent": 100} if not benefit else {"kind": "cash"}
        own = {"policy": slug, "code": f"muc-{number}", "name": "Miễn học phí"}
        keep(Benefit(**own | given | SOURCED | benefit))
    if document:
        provision = {"ref": "Điều 15", "valid_from": date(2025, 9, 3), "role": "current"}
        keep(LegalBasis(policy=slug, document_slug=document, **provision))
    return made


def stage(slug="lop-9", **values):
    common = {"slug": slug, "position": 0, "name": f"Chặng {slug}", "lead": "Một chặng.", "kind": "program"}
    return keep(Stage(**common | {"phase": "sau-lop-9"} | SOURCED | values))


def passage(start, goal, **values):
    ends = {"id": f"{start}__{goal}", "from_slug": start, "to_slug": goal, "position": 0}
    return keep(Passage(**ends | {"label": "Đi tiếp"} | SOURCED | values))


def school_facets(slug="truong-a", **topics):
    """Make a school found under values by topic; «khu_vuc» stands for «khu-vuc», places get a name."""
    for topic, values in topics.items():
        for value in values:
            keep(InstitutionFacet(topic=topic.replace("_", "-"), value=value, slug=slug))
            if topic == "khu_vuc" and db.session.get(InstitutionArea, value) is None:
                keep(InstitutionArea(area=value, name=f"nơi {value}", position=0))


def programme(slug="han", *, name="Hàn", levels=(), fields=(), **values):
    common = {"slug": slug, "name": name, "sort_key": sort_text(name), "words": fold(name)}
    common |= {"is_certain": True, "levels": list(levels), "field": next(iter(fields), None)}
    common |= {"field_position": 0}
    for position, field in enumerate(fields):
        db.session.get(Field, field) or keep(Field(slug=field, name=f"Nhóm {field}", position=position))
    row = keep(Programme(**common | values))
    for topic, found in {"bac": levels, "nhom": fields}.items():
        for value in found:
            keep(ProgrammeFacet(topic=topic, value=value, slug=slug))
    return row


def programme_code(code="5520123", *, programme="han", **values):
    common = {"code": code, "programme": programme, "position": 0, "level": "trung-cap", "status": "sourced"}
    return keep(ProgrammeCode(**common | SOURCED | values))


def former_slug(slug, target, room="programme"):
    return keep(FormerSlug(room=room, slug=slug, target=target))


def offering(slug="truong-a", *, programme="han", name="Hàn", levels=("trung-cap",), **values):
    common = {"slug": slug, "programme": programme, "name": name, "levels": list(levels)}
    return keep(Offering(**common | SOURCED | values))


def school_detail(topic, text, *, slug="truong-a", **values):
    return keep(InstitutionDetail(**{"slug": slug, "topic": topic, "text": text} | SOURCED | values))


def school_contact(slug="truong-a", **values):
    return keep(Contact(**{"slug": slug, "is_old": False} | SOURCED | values))


def school_link(slug, other, role="merger", **values):
    common = {"slug": slug, "other": other, "role": role, "in_effect": False}
    return keep(InstitutionLink(**common | SOURCED | values))


def school_figure(measure="co-viec", *, slug="truong-a", **values):
    common = {"id": f"{slug}-{measure}-{values.get('period', '')}", "slug": slug, "measure": measure}
    return keep(InstitutionFigure(**common | {"position": 0, "value": 80, "unit": "%"} | SOURCED | values))
