"""The guides as written: plain sentences, the right to grade 10, and links that lead somewhere."""

import re
from pathlib import Path

import pytest

from vocational.ingest import readers

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"
GUIDES = {
    path.stem: entry.data
    for path in CONTENT.glob("guides/*.md")
    for entry in readers.markdown_entries(path, path.name)
}
RIGHT = "Học sinh đủ điều kiện đều có quyền đăng ký dự tuyển lớp 10."
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
SHORT_NAMES = {"THCS", "THPT", "CSV", "WCAG", "AA", "QĐ", "UBND"}


def sentences(text):
    """Yield the sentences of a text, without link addresses, list marks and emphasis."""
    for line in LINK.sub(r"\1", text).replace("*", "").splitlines():
        yield from re.split(r"(?<=[.;?!:])\s", line.lstrip("-# 0123456789."))


def keys(name):
    if name.endswith(".yaml"):
        return {
            entry.data.get("id") or entry.data["slug"] for entry in readers.yaml_entries(CONTENT / name, name)
        }
    return {path.stem for path in (CONTENT / name).glob("*.md")}


def test_every_address_of_a_guide_has_its_text():
    assert GUIDES.keys() >= {
        *("lop-9", "lop-12", "phu-huynh", "tu-van-vien", "gioi-thieu", "cach-lam"),
        *("ho-tro-tiep-can", "quyen-rieng-tu", "lien-he", "english"),
    }


@pytest.mark.parametrize("slug", sorted(GUIDES.keys() - {"english"}))
def test_no_sentence_is_too_long_for_a_reader_of_fifteen(slug):
    long = [
        text for text in sentences(GUIDES[slug]["body"]) if len(re.findall(r"\w+(?:[/-]\w+)*", text)) > 20
    ]

    assert not long


@pytest.mark.parametrize("slug", sorted(GUIDES.keys() - {"english"}))
def test_no_abbreviation_is_left_unexplained(slug):
    used = set(re.findall(r"\b[A-ZĐ]{2,}\b", LINK.sub(r"\1", GUIDES[slug]["body"])))

    assert used <= SHORT_NAMES


def test_beside_each_way_other_than_grade_10_stands_the_right_to_it():
    ways = re.split(r"^## (?=\d\. )", GUIDES["lop-9"]["body"], flags=re.M)[2:]

    assert len(ways) == 7
    assert not [way.splitlines()[0] for way in ways if RIGHT not in way.split("\n## ")[0]]


@pytest.mark.parametrize(
    ("prefix", "files"),
    [
        ("/chinh-sach/", "policies"),
        ("/van-ban/", "legal_documents.yaml"),
        ("/lo-trinh/", "pathways.yaml"),
        ("/thong-bao/", "notices"),
    ],
)
def test_each_link_to_an_entry_names_one_that_exists(prefix, files):
    linked = {
        href.removeprefix(prefix)
        for guide in GUIDES.values()
        for _text, href in LINK.findall(guide["body"])
        if href.startswith(prefix)
    }

    assert linked - {""} <= keys(files)


def test_each_link_leads_to_a_page_of_the_site(site):
    linked = {href for guide in GUIDES.values() for _text, href in LINK.findall(guide["body"])}
    adapter = site.url_map.bind("localhost")

    assert not [href for href in linked if not adapter.test(href)]


@pytest.mark.parametrize(
    ("policy", "condition"),
    [
        ("mien-hoc-phi-mo-coi-khong-noi-nuong-tua", "không nơi nương tựa"),
        ("giam-50-con-nguoi-tai-nan-lao-dong", "đang hưởng trợ cấp"),
        ("giam-70-dtts-vung-dac-biet-kho-khan", "cùng thường trú"),
        ("mien-hoc-phi-dtts-ho-ngheo-can-ngheo", "Hộ nghèo, cận nghèo"),
    ],
)
def test_parents_are_told_the_condition_of_a_support_with_its_name(policy, condition):
    line = next(line for line in GUIDES["phu-huynh"]["body"].splitlines() if policy in line)

    assert condition in line


def test_no_guide_promises_what_only_some_ways_keep():
    assert "Đường nào cũng có thể đi tiếp" not in GUIDES["lop-9"]["body"]
