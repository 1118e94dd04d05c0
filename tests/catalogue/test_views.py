import gzip
import json
import re
from datetime import date

import pytest

from tests import factories


def markup(page):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html)
    return {one["@type"]: one for one in map(json.loads, found)}


def test_the_list_keeps_to_the_chosen_place(visitor):
    factories.institution("a", name="Trường A")
    factories.institution("b", name="Trường B")
    factories.school_facets("a", khu_vuc=["66"])
    factories.school_facets("b", khu_vuc=["56"])

    links = visitor.opens("/truong/?khu-vuc=66").links

    assert "Trường A" in links
    assert "Trường B" not in links


def test_an_applied_filter_is_a_chip_that_takes_it_off(visitor):
    factories.institution()
    factories.school_facets(khu_vuc=["66"], loai=["trung-cap"])

    hrefs = visitor.opens("/truong/?khu-vuc=66&loai=trung-cap&trang=1").hrefs

    assert "/truong/?loai=trung-cap" in hrefs


def test_a_place_without_school_leads_to_the_areas_around(visitor):
    factories.province()
    factories.commune("24305")
    factories.institution()
    factories.school_facets(khu_vuc=["66"])

    page = visitor.opens("/truong/?khu-vuc=24305")

    assert "Chưa có trường nào khớp" in page.text
    assert "/truong/?khu-vuc=66" in page.hrefs


def test_no_hit_offers_ways_on(visitor):
    page = visitor.opens("/truong/?q=khong-co-truong-nay")

    assert "Chưa có trường nào khớp" in page.text
    assert "/nganh/" in page.hrefs


@pytest.mark.parametrize("path", ["/truong/", "/nganh/"])
@pytest.mark.parametrize(
    "query",
    [
        "khu-vuc=khong-co&bac=&nhom=%00",
        "trang=99999999999999999999",
        "trang=-1&sap-xep=x",
        "q=%25%00%27&9cong=2",
        "q=" + "a" * 3000,
        "khu-vuc=" + "&khu-vuc=".join(map(str, range(500))),
        "q=%F0%9F%98%80%ff",
    ],
)
def test_any_query_gets_a_page(visitor, path, query):
    factories.institution()
    factories.programme()

    visitor.opens(f"{path}?{query}")


def test_lists_are_cut_into_pages(visitor):
    for number in range(25):
        factories.institution(f"truong-{number}", name=f"Trường số {number:02d}")

    assert "Trường số 24" in visitor.opens("/truong/?trang=2&sap-xep=ten").links


def test_a_school_answers_first(visitor):
    factories.programme()
    factories.institution()
    payable = [{"entry": "lop-9", "amount": 0, "basis": "miễn 100% học phí"}]
    factories.offering(
        entries=["lop-9"], price=37_800_000, price_unit="đồng/toàn khóa", payable=payable, duration="2 năm"
    )
    factories.school_contact(phone=["0262 3812345"])

    page = visitor.opens("/truong/truong-a")

    assert "Ai học được Học xong lớp 9" in page.text
    assert "37.800.000" in page.text
    assert "Miễn phí" in page.text
    assert "tel:+842623812345" in page.hrefs


def test_what_is_not_known_is_never_zero(visitor):
    factories.institution(ownership="chua-ro")

    text = visitor.opens("/truong/truong-a").text

    assert "Chưa có thông tin: ai học được; học gì; chỉ tiêu; hạn nộp hồ sơ; học phí;" in text
    assert "Chưa rõ công hay tư" in text


def test_ownership_from_memory_is_marked(visitor):
    factories.institution(ownership_confidence="memory")

    assert "Công lập chưa kiểm chứng" in visitor.opens("/truong/truong-a").text


@pytest.mark.parametrize(
    ("as_of", "shown"), [("2026", "Có Xem điều đã biết"), ("2013", "Từng có, nguồn đã cũ Xem điều đã biết")]
)
def test_old_news_of_general_education_is_told_as_old(visitor, as_of, shown):
    factories.institution(nine_plus=True, nine_plus_as_of=as_of)
    factories.school_detail("nine-plus", "Dạy cả văn hóa.", available=True, as_of=as_of)

    assert shown in visitor.opens("/truong/truong-a").text


def test_a_plan_to_merge_is_told_as_a_plan_on_both_pages(visitor):
    factories.institution("a", name="Trường A")
    factories.institution("b", name="Trường B")
    factories.school_link("a", "b", result_name="Trường A", note="Mới là đề án.")

    assert "chưa phải việc đã xong" in visitor.opens("/truong/a").text
    assert "chưa phải việc đã xong" in visitor.opens("/truong/b").text


def test_a_possible_successor_is_told_as_possible(visitor):
    factories.institution("a", name="Trường A", status="lich-su", status_note="Không còn.")
    factories.institution("b", name="Trường B")
    factories.school_link("a", "b", role="successor", confidence="inferred")

    assert "Có thể đã nhập vào Trường B" in visitor.opens("/truong/a").text
    assert "Có thể kế tục Trường A" in visitor.opens("/truong/b").text


def test_a_school_without_public_page_is_not_linked(visitor):
    factories.institution("a")
    factories.institution("kin", name="Trung tâm kín", public=False)
    factories.school_link("a", "kin", result_name="Trường A")

    assert "Trung tâm kín" not in visitor.opens("/truong/a").text
    visitor.opens("/truong/kin", status=404)


def test_seats_stand_by_year_as_wide_as_their_source_gives_them(visitor):
    factories.institution()
    factories.quota(seats=2399, year=2025)
    factories.admission_round(closes=date(2026, 12, 1))

    text = visitor.opens("/truong/truong-a").text

    assert "2.399" in text
    assert "còn 9 ngày" in text
    assert "Đang nhận hồ sơ" in text


def test_a_rate_says_of_whom_and_when(visitor):
    factories.institution()
    factories.school_figure(period="2023-2024", counts="làm đúng nghề", qualifier="gần")

    assert "Tỉ lệ có việc làm làm đúng nghề 2023–2024 gần 80" in visitor.opens("/truong/truong-a").text


def test_machines_are_told_nothing_that_is_in_doubt(visitor):
    factories.institution(address="1 Lê Duẩn", location_confidence="inferred", location_sources=["inst-1"])
    factories.school_contact(phone=["0262 3812345"], confidence="low")
    factories.school_detail("former-name", "Trường Nghề Cũ", confidence="memory")

    data = markup(visitor.opens("/truong/truong-a"))["CollegeOrUniversity"]

    assert "address" not in data
    assert "telephone" not in data
    assert data["alternateName"] == []


def test_programmes_stand_by_group(visitor):
    factories.programme("han", name="Hàn", fields=["co-khi"], levels=["trung-cap"])
    factories.programme("may", name="May", fields=["may-mac"])

    page = visitor.opens("/nganh/?nhom=co-khi")

    assert "Nhóm co-khi" in page.text
    assert "Hàn" in page.links
    assert "Hàn Trung cấp" in page.text
    assert "May" not in page.links


def test_a_programme_tells_who_teaches_it_and_for_how_much(visitor):
    factories.programme()
    factories.programme_code(note="giấy chứng nhận")
    factories.institution(name="Trường A")
    factories.offering(price=40_000_000, price_unit="đồng/toàn khóa")

    page = visitor.opens("/nganh/han")

    assert "Trường A" in page.links
    assert "40.000.000" in page.text
    assert "5520123" in page.text


def test_a_remembered_code_is_marked_and_a_programme_in_doubt_is_no_data(visitor):
    factories.programme(is_certain=False)
    factories.programme_code(status="memory", confidence="memory", sources=[])

    page = visitor.opens("/nganh/han")

    assert "5520123 chưa kiểm chứng" in page.text
    assert "EducationalOccupationalProgram" not in markup(page)


def test_a_former_address_leads_to_the_present_one(visitor):
    factories.programme("y-sy-da-khoa")
    factories.former_slug("y-si-da-khoa", "y-sy-da-khoa")

    answer = visitor.client.get("/nganh/y-si-da-khoa")

    assert (answer.status_code, answer.location) == (301, "/nganh/y-sy-da-khoa")
    visitor.opens("/nganh/khong-co", status=404)
    visitor.opens("/truong/khong-co", status=404)


def test_the_heaviest_school_stays_within_its_budget(visitor):
    factories.institution(name="Trường " + "rất dài " * 12)
    for number in range(40):
        factories.programme(f"nganh-{number}", name=f"Ngành số {number} kĩ thuật")
        payable = [
            {"entry": entry, "amount": 1000 * number, "basis": "hỗ trợ"} for entry in ("lop-9", "lop-12")
        ]
        factories.offering(programme=f"nganh-{number}", price=9e6, price_unit="đồng/năm", payable=payable)
        factories.school_detail("partner", f"Công ty {number}")

    assert len(gzip.compress(visitor.opens("/truong/truong-a").html.encode())) < 14 * 1024


def test_a_place_that_nobody_confirmed_says_so_in_lists(visitor):
    factories.institution("a", place="tỉnh Đắk Lắk", location_confidence="inferred")
    factories.institution("b", place="tỉnh Khánh Hòa", location_sources=["inst-1"])

    text = visitor.opens("/truong/").text

    assert "tỉnh Đắk Lắk (chưa kiểm chứng)" in text
    assert "tỉnh Khánh Hòa (chưa kiểm chứng)" not in text


def test_the_answer_holds_no_number_that_nobody_confirmed(visitor):
    factories.institution("a")
    factories.school_contact("a", phone=["0262 1 234 567"], sources=["inst-1"], confidence="low")

    answer = visitor.opens("/truong/a").html.split('id="lien-he"')[0]

    assert "tel:" not in answer


def test_a_present_place_is_not_called_the_former_one(visitor):
    factories.institution("a", place="phường Tân An, tỉnh Đắk Lắk", former_place="")

    assert "Tên nơi trước 01/07/2025" not in visitor.opens("/truong/a").text
