"""Which page of the real content rests on which source."""

import pytest

from tests.test_content import CONTENT
from vocational.ingest.content import Content
from vocational.ingest.rows import source_uses


@pytest.fixture(scope="module")
def uses():
    """Every (source, address) of the real content."""
    return {(row["source_id"], row["address"]) for _table, row in source_uses.rows(Content(CONTENT))}


@pytest.mark.parametrize(
    "use",
    [
        ("inst-35", "truong/cao-dang-nghe-phu-yen"),
        ("inst-16", "truong/cao-dang-bach-khoa-tay-nguyen"),
        ("inst-7", "truong/cao-dang-ky-thuat-dak-lak"),
        ("car-48", "nghe/tho-han"),
        ("pol-22", "chinh-sach/mien-hoc-phi-thcs-hoc-trung-cap"),
        ("pol-73", "van-ban/nd-74-2019"),
        ("pol-8", "lo-trinh/so-cap"),
        ("car-34", "thi-truong/vn-llld"),
        ("pol-1", "muc-tieu"),
        ("inst-105", "thong-bao/dak-lak-lop-10-2025"),
        ("inst-105", "lop-9"),
        ("pol-1", "en"),
    ],
)
def test_a_page_is_told_of_its_source(uses, use):
    assert use in uses


def test_centres_without_a_public_page_are_not_named(uses):
    hidden = {
        f"truong/{entry.slug}" for entry in Content(CONTENT).entries("institutions") if not entry.public
    }

    assert hidden and not hidden & {address for _source, address in uses}


def test_every_address_answers(published, uses):
    adapter = published.url_map.bind("127.0.0.1")

    assert not [address for _source, address in uses if not adapter.test(f"/{address}")]
