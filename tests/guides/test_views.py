import pytest

from tests import factories

ADDRESSES = ["/lop-9", "/lop-12", "/phu-huynh", "/tu-van-vien", "/gioi-thieu", "/lien-he", "/en"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_guide_that_nobody_wrote_yet_says_so(visitor, address):
    page = visitor.opens(address, status=404)

    assert page.heading == "Trang này chưa có nội dung"
    assert "Danh sách trường" in page.links


def test_a_long_guide_begins_with_links_to_its_parts(visitor):
    factories.guide(html="".join(f"<h2>{number}. Đường</h2><p>a</p>" for number in range(1, 7)))

    page = visitor.opens("/lop-9")

    assert "#muc-1-duong" in page.hrefs
    assert 'id="muc-1-duong"' in page.html


def test_a_short_guide_needs_no_links_to_its_parts(visitor):
    factories.guide(html="<h2>Một</h2><p>a</p>")

    assert "#muc-mot" not in visitor.opens("/lop-9").hrefs
