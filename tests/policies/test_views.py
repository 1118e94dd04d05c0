import gzip
from datetime import date

import pytest

from tests import factories


@pytest.fixture
def scholarship(app):
    """A scholarship of 80 percent of the base salary that rests on a decree."""
    factories.source()
    factories.eligibility_field()
    factories.legal_document("nd-161", number="161/2026/NĐ-CP")
    factories.base_salary(2_530_000, since=date(2026, 7, 1), document="nd-161")
    share = {"kind": "monthly_scholarship", "percent": 80, "percent_of": "luong-co-so", "unit": "VND/tháng"}
    factories.policy("hoc-bong", document="nd-161", benefits=[share | {"name": "Học bổng"}], group="hoc-bong")


def test_a_policy_answers_with_the_amount_and_how_it_is_computed(visitor, scholarship):
    page = visitor.opens("/chinh-sach/hoc-bong")

    assert "2.024.000 đ/tháng" in page.text
    assert "Bằng 80 % lương cơ sở: 2.530.000 đ/tháng từ 01/07/2026, theo 161/2026/NĐ-CP" in page.text
    assert "Học: trung cấp" in page.text
    assert "Điều 15" in page.text
    assert "/van-ban/nd-161" in page.hrefs
    assert '"@type": "GovernmentService"' in page.html


def test_a_policy_that_may_be_gone_says_so(visitor, app):
    factories.eligibility_field()
    factories.policy("a", status="unclear", open_issues=["Chưa rõ mức năm 2026."])

    page = visitor.opens("/chinh-sach/a")

    assert "Chưa rõ còn áp dụng không" in page.text
    assert "Chưa rõ mức năm 2026." in page.text


def test_a_guessed_rule_is_not_shown(visitor, app):
    factories.eligibility_field()
    rule = {"any_of": [{"field": "target_level", "op": "eq", "value": "trung_cap"}], "is_guess": True}
    factories.policy("a", status="needs_source", eligibility=rule)

    page = visitor.opens("/chinh-sach/a")

    assert "Học: trung cấp" not in page.text
    assert "Chưa đủ nguồn" in page.text


def test_an_answer_without_source_is_marked(visitor, app):
    factories.eligibility_field()
    asked = {"q": "Ai đứng tên vay?", "a": "Đại diện gia đình.", "unverified": "Em tự đứng tên."}
    factories.policy("a", questions=[asked])

    assert "Em tự đứng tên. chưa kiểm chứng" in visitor.opens("/chinh-sach/a").text


def test_an_amount_that_nobody_knows_is_not_nought(visitor, app):
    factories.eligibility_field()
    factories.policy("a", benefits=[{"kind": "tuition_support", "state": "unknown", "unit": "VND/tháng"}])

    page = visitor.opens("/chinh-sach/a")

    assert "Chưa có thông tin" in page.text
    assert "Miễn phí" not in page.text


def test_the_list_stands_by_reader_with_one_line_each(visitor, scholarship):
    factories.policy("mien", audience=["hs-lop-12"], position=1)

    page = visitor.opens("/chinh-sach/")

    assert "Em học lớp 9" in page.text
    assert "2.024.000 đ/tháng" in page.text
    assert "Miễn 100 % học phí" in page.text


def test_the_list_keeps_to_the_chosen_reader(visitor, scholarship):
    factories.policy("mien", audience=["hs-lop-12"])

    links = visitor.opens("/chinh-sach/?danh-cho=hs-lop-12").links

    assert "Chính sách mien" in links
    assert "Chính sách hoc-bong" not in links


@pytest.mark.parametrize(
    "query", ["?danh-cho=x", "?ho-tro=%00", "?danh-cho=hs-lop-9&ho-tro=tin-dung", "?trang=0"]
)
def test_any_filter_gets_a_page(visitor, scholarship, query):
    assert visitor.opens(f"/chinh-sach/{query}")


def test_empty_tables_still_make_pages(visitor):
    assert "Chưa có chính sách nào" in visitor.opens("/chinh-sach/").text
    assert "Chưa tìm thấy văn bản nào" in visitor.opens("/van-ban/").text


def test_a_document_tells_what_it_replaced_and_who_rests_on_it(visitor, scholarship):
    factories.legal_document("nd-73", number="73/2024/NĐ-CP", status="replaced", valid_to=date(2026, 6, 30))
    factories.legal_document("nd-200", number="200/2026/NĐ-CP", replaces=["nd-73"])

    replacing = visitor.opens("/van-ban/nd-200")
    assert "Thay thế cho 73/2024/NĐ-CP: Một nghị định Đã được thay thế" in replacing.text
    assert "Được thay bằng 200/2026/NĐ-CP" in visitor.opens("/van-ban/nd-73").text
    assert "Chính sách hoc-bong" in visitor.opens("/van-ban/nd-161").links


def test_a_document_that_ends_later_still_holds(visitor, app):
    factories.legal_document("a", status="replaced", valid_to=date(2027, 6, 30))

    assert "Còn hiệu lực đến 30/06/2027" in visitor.opens("/van-ban/a").text


def test_a_presumed_document_says_what_has_to_be_checked(visitor, app):
    factories.legal_document("a", status="in_force_presumed", verify="Xác nhận với Sở.", partly_from="memory")

    page = visitor.opens("/van-ban/a")

    assert "Có thể còn hiệu lực, chưa xác nhận" in page.text
    assert "Xác nhận với Sở." in page.text
    assert "một phần chưa kiểm chứng" in page.text


def test_documents_are_cut_into_pages_newest_first(visitor, app):
    for number in range(25):
        factories.legal_document(f"d-{number:02}", issued=f"20{number:02}-01-01")

    first, second = visitor.opens("/van-ban/"), visitor.opens("/van-ban/?trang=2")

    assert first.links.index("d-24/NĐ-CP: Một nghị định") < first.links.index("d-23/NĐ-CP: Một nghị định")
    assert "d-04/NĐ-CP: Một nghị định" in second.links


def test_documents_are_found_by_words(visitor, app):
    factories.legal_document("a", title="Chính sách học phí")
    factories.legal_document("b", title="Mức lương")

    links = visitor.opens("/van-ban/?q=hoc+phi").links

    assert "a/NĐ-CP: Chính sách học phí" in links
    assert "b/NĐ-CP: Mức lương" not in links


@pytest.mark.parametrize(
    "query", ["?q=%25%00'\"", "?hieu-luc=x&nam=1&co-quan=y", "?trang=99999999999", "?nam=" + "9" * 300]
)
def test_any_question_to_the_documents_gets_a_page(visitor, app, query):
    factories.legal_document()

    assert visitor.opens(f"/van-ban/{query}")


@pytest.mark.parametrize("address", ["/chinh-sach/khong-co", "/van-ban/khong-co", "/van-ban/%F0%9F%A6%84"])
def test_an_unknown_address_is_a_404(visitor, address):
    visitor.opens(address, status=404)


def test_a_policy_page_is_light(visitor, scholarship):
    assert len(gzip.compress(visitor.opens("/chinh-sach/hoc-bong").html.encode())) < 8 * 1024
