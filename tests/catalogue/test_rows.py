import csv

import pytest
import yaml

from vocational.catalogue import models
from vocational.ingest.content import Content
from vocational.ingest.rows.catalogue import rows

PLACES = {
    "provinces": [{"code": "66", "name": "Đắk Lắk", "kind": "tỉnh", "valid_from": "2025-07-01"}],
    "former_units": [
        {"id": "cu-dak-lak", "name": "Đắk Lắk", "kind": "tinh", "parent": "", "valid_to": "2025-06-30"},
        {
            "id": "cu-dak-lak-thi-xa-buon-ho",
            "name": "Thị xã Buôn Hồ",
            "kind": "huyen",
            "parent": "cu-dak-lak",
            "valid_to": "2025-06-30",
        },
    ],
}
SCHOOL = {
    "name": "Trung tâm Buôn Hồ",
    "kind": "trung-tam-gdnn-gdtx",
    "region": "buon-ho",
    "status": "can-kiem-tra",
    "status_note": "Cần hỏi lại.",
    "location": {"province": "66", "former_units": ["cu-dak-lak", "cu-dak-lak-thi-xa-buon-ho"]},
    "offerings": [{"programme": "han-dien", "levels": ["so-cap", "thuong-xuyen"], "entries": ["lop-9"]}],
    "checked_on": "2026-11-22",
}
PROGRAMME = {"name": "Hàn điện", "fields": ["co-khi"], "levels": ["so-cap"], "former_slugs": ["han-dien-cu"]}


@pytest.fixture
def made(tmp_path):
    """Return the rows of a folder with one school and one programme, changed as asked, by table."""

    def made_of(school=None, programme=None):
        for name, entries in PLACES.items():
            (tmp_path / "places").mkdir(exist_ok=True)
            with (tmp_path / "places" / f"{name}.csv").open("w", newline="") as file:
                writer = csv.DictWriter(file, entries[0])
                writer.writeheader()
                writer.writerows(entries)
        (tmp_path / "career_groups.yaml").write_text("- slug: co-khi\n  name: Cơ khí\n")
        for folder, slug, data in (
            ("institutions", "tt-buon-ho", SCHOOL | (school or {})),
            ("programmes", "han-dien", PROGRAMME | (programme or {})),
        ):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / f"{slug}.md").write_text(f"---\n{yaml.safe_dump(data)}\n---\n")
        found = {}
        for table, row in rows(Content(tmp_path)):
            found.setdefault(table, []).append(row)
        return found

    return made_of


def facets(found):
    return {(row["topic"], row["value"]) for row in found.get(models.InstitutionFacet, [])}


def test_a_school_is_found_by_place_level_entry_and_group(made):
    found = facets(made())

    assert {("khu-vuc", "66"), ("khu-vuc", "cu-dak-lak-thi-xa-buon-ho")} <= found
    assert {("bac", "so-cap"), ("bac", "thuong-xuyen"), ("vao", "lop-9"), ("nhom", "co-khi")} <= found


def test_places_are_named_as_now_and_as_before(made):
    school = made()[models.Institution][0]

    assert school["place"] == "tỉnh Đắk Lắk"
    assert school["former_place"] == "thị xã Buôn Hồ, tỉnh Đắk Lắk"


def test_a_school_without_public_page_is_in_no_filter_and_counts_for_no_programme(made):
    found = made({"public": False})

    assert facets(found) == set()
    assert found[models.Programme][0]["institution_count"] == 0
    assert models.InstitutionArea not in found


def test_general_education_of_the_past_is_no_filter(made):
    nine_plus = {"available": True, "text": "Từng có.", "past": True}

    assert ("9cong", "co") not in facets(made({"nine_plus": nine_plus}))


def test_a_statement_for_the_curator_alone_has_no_row(made):
    history = [{"text": "Suy đoán.", "public": False}, {"text": "Đổi tên."}]
    details = made({"history": history})[models.InstitutionDetail]

    assert [row["text"] for row in details] == ["Đổi tên."]


def test_parts_carry_the_day_on_which_the_whole_was_checked(made):
    assert str(made()[models.Offering][0]["checked_on"]) == "2026-11-22"


def test_a_former_slug_leads_to_the_present_one(made):
    assert made()[models.FormerSlug] == [{"room": "programme", "slug": "han-dien-cu", "target": "han-dien"}]
