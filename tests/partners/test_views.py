import pytest
from sqlalchemy import event

from tests import factories
from vocational.storage import db


def statements(visitor, address):
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.extend([statement] if statement.startswith("SELECT") else [])

    event.listen(db.engine, "before_cursor_execute", note)
    visitor.opens(address)
    event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)


def test_a_partner_is_shown_with_offers_date_and_no_endorsement(visitor):
    factories.province()
    factories.partner("cong-ty", name="Công ty A", offers=["Nhận thực tập", "10 suất học bổng"])

    page = visitor.opens("/ket-noi/")

    assert "Công ty A" in page.text and "10 suất học bổng" in page.text and "tỉnh Đắk Lắk" in page.text
    assert "01/10/2026" in page.text
    assert "Nêu tên không phải là bảo đảm" in page.text


def test_a_partner_leads_to_its_schools_unless_they_have_no_page(visitor):
    factories.institution("cao-dang-a", name="Cao đẳng A")
    factories.institution("trung-tam-b", name="Trung tâm B", public=False)
    factories.partner("cong-ty", schools=("cao-dang-a", "trung-tam-b"))

    page = visitor.opens("/ket-noi/")

    assert "Cao đẳng A" in page.links
    assert "Trung tâm B" not in page.text


def test_the_list_keeps_to_a_filter(visitor):
    factories.partner("cong-ty", name="Công ty A")
    factories.partner("quy", name="Quỹ B", types=("quy-hoc-bong",))

    page = visitor.opens("/ket-noi/?loai=quy-hoc-bong")

    assert "Quỹ B" in page.text and "Công ty A" not in page.text


@pytest.mark.parametrize("query", ["?loai=khong", "?noi=%00", "?trang=0", "?trang=99999999999", "?trang=abc"])
def test_any_query_gets_a_page(visitor, query):
    factories.partner()

    assert visitor.opens(f"/ket-noi/{query}").heading == "Kết nối"


def test_an_empty_list_offers_next_steps(visitor):
    assert "Chưa có đơn vị nào khớp" in visitor.opens("/ket-noi/").text


def test_a_secondary_school_without_a_known_commune_says_so(visitor):
    factories.province()
    factories.secondary_school(name="THPT Buôn Hồ")

    page = visitor.opens("/ket-noi/truong-pho-thong")

    assert "THPT Buôn Hồ" in page.text and "Chưa rõ" in page.text


def test_a_secondary_school_from_memory_is_marked(visitor):
    factories.secondary_school(sources=[], confidence="memory")

    assert "chưa kiểm chứng" in visitor.opens("/ket-noi/truong-pho-thong").text


def test_a_list_takes_as_many_statements_for_many_as_for_few(visitor):
    factories.partner("mot", schools=("cao-dang-a",))
    statements(visitor, "/ket-noi/")
    few = statements(visitor, "/ket-noi/")

    for number in range(18):
        factories.partner(f"cong-ty-{number}", schools=(f"cao-dang-{number}",))

    assert statements(visitor, "/ket-noi/") == few
