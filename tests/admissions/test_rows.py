from datetime import date
from types import SimpleNamespace as Thing

import pytest

from vocational.admissions.models import (
    AdmissionArea,
    AdmissionProgress,
    AdmissionYear,
    Quota,
    QuotaGroup,
    QuotaSum,
    Round,
)
from vocational.ingest.rows.admissions import rows
from vocational.ingest.schemas import admissions as schemas


def school(slug, name, **values):
    location = Thing(province="66", former_units=["cu-phu-yen-tuy-hoa"])
    return Thing(
        **{
            "slug": slug,
            "name": name,
            "other_names": [],
            "former_names": [],
            "public": True,
            "location": location,
        }
        | values
    )


def line(**values):
    common = {
        "kind": "chi-tieu",
        "covers": "trinh-do",
        "level": "cao-dang",
        "seats": 100,
        "unit": "chỗ",
        "year": 2025,
    }
    return schemas.Quota.model_validate(
        {"id": "x", "institution": "b", "sources": ["inst-1"]} | common | values
    )


@pytest.fixture
def made():
    """Return the rows of each table that these entries make."""

    def made_of(quotas=(), rounds=(), progress=(), notices=()):
        entries = {
            "institutions": [
                school("b", "Trường B"),
                school("a", "Trường A"),
                school("kin", "Kín", public=False),
            ],
            "programmes": [Thing(slug="han", name="Hàn")],
            "provinces": [Thing(code="66", name="Đắk Lắk")],
            "former_units": [
                Thing(id="cu-phu-yen", name="Phú Yên", parent=None),
                Thing(id="cu-phu-yen-tuy-hoa", parent="cu-phu-yen"),
            ],
            "quotas": quotas,
            "rounds": rounds,
            "notices": notices,
            "admission_progress": progress,
        }
        tables: dict = {}
        for table, row in rows(Thing(entries=lambda kind: iter(entries[kind]))):
            tables.setdefault(table, []).append(row)
        return tables

    return made_of


def test_lines_that_may_be_added_share_a_group(made):
    groups = made([line(id="x"), line(id="y", seats=20, covers="trinh-do")])[QuotaGroup]

    assert [(group["lines"], group["seats"]) for group in groups] == [(2, 120)]


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "da-tuyen"},
        {"year": 2024},
        {"unit": "người"},
        {"level": "trung-cap"},
        {"level": "tat-ca", "covers": "truong"},
        {"covers": "nganh", "programme": "han"},
        {"institution": "a"},
    ],
)
def test_lines_that_may_not_be_added_stand_apart(made, other):
    assert len(made([line(), line(**{"id": "y"} | other)])[QuotaGroup]) == 2


def test_unknown_seats_count_as_a_line_but_not_as_nought(made):
    group = made([line(seats=None, state="unknown")])[QuotaGroup][0]

    assert (group["lines"], group["known"], group["seats"]) == (1, 0, 0)


def test_a_sum_of_mixed_qualifiers_is_rough(made):
    assert made([line(), line(id="y", qualifier="trên")])[QuotaGroup][0]["qualifier"] == "khoảng"


def test_schools_stand_in_vietnamese_order(made):
    groups = made([line(), line(id="y", institution="a")])[QuotaGroup]

    assert sorted(groups, key=lambda group: group["rank"])[0]["school"] == "Trường A"


def test_a_school_without_a_page_has_no_rows(made):
    assert made([line(institution="kin")]) == {}


def test_a_school_lies_in_its_present_and_in_its_former_province(made):
    assert [area["area"] for area in made([line()])[AdmissionArea]] == ["66", "cu-phu-yen"]


def test_a_year_tells_what_it_holds(made):
    lines = [line(), line(id="y", institution="a", kind="da-tuyen", level="so-cap lai-xe")]

    assert made(lines)[AdmissionYear] == [
        {
            "year": 2025,
            "lines": 2,
            "schools": 2,
            "kinds": ["chi-tieu", "da-tuyen"],
            "levels": ["cao-dang", "lai-xe", "so-cap"],
            "areas": [["66", "Đắk Lắk"], ["cu-phu-yen", "Phú Yên (cũ)"]],
        }
    ]


def test_a_sum_brings_the_schools_of_a_year_together(made):
    lines = [
        line(),
        line(id="y", institution="a", seats=20),
        line(id="z", unit="người", seats=None, state="unknown"),
    ]

    places, people = made(lines)[QuotaSum]

    assert (places["schools"], places["lines"], places["known"], places["seats"]) == (2, 2, 2, 120)
    assert (people["schools"], people["lines"], people["known"], people["seats"]) == (1, 1, 0, 0)


def test_a_line_names_its_programme(made):
    quota = made([line(covers="nganh", programme="han")])[Quota][0]

    assert (quota["programme"], quota["programme_name"]) == ("han", "Hàn")


def test_dates_of_lines_make_one_round_for_each_last_day(made):
    closing = [
        line(id=name, level=level, closes="2025-08-31")
        for name, level in (("x", "cao-dang"), ("y", "trung-cap"))
    ]

    assert len(made(closing)[Round]) == 1


def test_a_written_round_stands_for_the_dates_of_lines(made):
    written = schemas.Round(
        id="b-2025", institution="b", year=2025, name="Đợt 1", closes="2025-08-31", sources=["inst-1"]
    )

    assert [row["name"] for row in made([line(closes="2025-08-31")], [written])[Round]] == ["Đợt 1"]


def test_a_round_knows_the_notice_of_the_same_day(made):
    told = Thing(slug="b-tuyen-sinh", kind="admission", institutions=["b"], deadline=date(2025, 8, 31))

    assert made([line(closes="2025-08-31")], notices=[told])[Round][0]["notice"] == "b-tuyen-sinh"


def test_progress_keeps_its_note(made):
    told = schemas.AdmissionProgress(
        id="b-2025", institution="b", year=2025, text="Đã tuyển một nửa.", note="Theo báo", sources=["inst-1"]
    )

    assert made(progress=[told])[AdmissionProgress][0]["note"] == "Theo báo"
