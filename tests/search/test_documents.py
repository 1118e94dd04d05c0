import pytest

from tests import factories
from tests.conftest import TODAY
from vocational.search.documents import documents


def by_id():
    return {document["id"]: document for document in documents(TODAY)}


def test_a_document_is_the_address_of_its_page(app):
    factories.institution("truong-a")

    assert by_id()["truong/truong-a"]["url"] == "/truong/truong-a"


def test_what_has_no_public_page_is_no_document(app):
    factories.institution("truong-b", public=False)

    assert by_id() == {}


def test_a_guide_is_found_for_the_grade_it_is_for(app):
    factories.guide("lop-9", audience="lop-9")

    assert by_id()["huong-dan/lop-9"]["entries"] == ["lop-9"]


def test_pages_in_other_languages_are_left_to_their_readers(app):
    factories.guide("english", lang="en", audience="chung")

    assert by_id() == {}


@pytest.fixture(scope="module")
def found(published):
    """The documents of the real content."""
    with published.app_context():
        return by_id()


def test_every_document_leads_to_a_page_of_the_site_map(published, found):
    addresses = published.test_client().get("/sitemap.xml").text

    assert not [document["url"] for document in found.values() if f"{document['url']}</loc>" not in addresses]


def test_every_kind_of_content_can_be_found(found):
    kinds = {id.split("/")[0] for id in found}

    assert kinds == {
        *("truong", "nganh", "nghe", "chinh-sach", "van-ban", "lo-trinh", "thi-truong", "ghi-chu"),
        *("thong-bao", "su-kien", "viec-lam", "huong-dan"),
    }


def test_no_document_is_empty_handed(found):
    assert not [id for id, document in found.items() if not document["title"] or not document["summary"]]


def test_a_hit_tells_nothing_that_is_only_remembered(app):
    factories.institution("a", place="tỉnh Đắk Lắk", location_confidence="memory")
    factories.programme("han", fields=["co-khi"])
    factories.programme_code(group_name="Kỹ thuật cơ khí")

    assert "chưa kiểm chứng" in by_id()["truong/a"]["summary"]
    assert by_id()["nganh/han"]["summary"] == "Ngành đào tạo. Nhóm co-khi"
