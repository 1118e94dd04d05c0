import gzip
import json
import re
from datetime import date

import pytest

from tests import factories
from vocational.careers.models import (
    CareerArea,
    CareerCode,
    CareerOutlook,
    CareerProgramme,
    InterestTest,
    RelatedCareer,
)
from vocational.catalogue.models import Offering, Programme
from vocational.guides.models import Site

PROGRAMME = {
    "name": "Kỹ thuật xây dựng",
    "sort_key": "",
    "words": "",
    "field_position": 0,
    "is_certain": True,
}
OFFERING = {"name": "Xây dựng", "levels": ["trung-cap"], **factories.SOURCED}


def programme(career="tho-xay", **values):
    common = {
        "career_slug": career,
        "programme_slug": "ky-thuat-xay-dung",
        "name": "Kỹ thuật xây dựng",
        "level": "trung-cap",
        "code": "5580201",
        "code_status": "sourced",
    }
    return factories.keep(CareerProgramme(**common | factories.SOURCED | values))


def markup(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page.html)[1])


@pytest.mark.parametrize(
    "query",
    [
        "nhom=khong-co",
        "trang=999999999999999999999",
        "trang=-1",
        "q=%00%25",
        "sap-xep=luong",
        "so-thich=Z&so-thich=R&luong=nhieu",
        "vung=66%27--&vung=&q=" + "a" * 3000,
        "q=%F0%9F%98%80%ff",
    ],
)
def test_any_query_gets_a_page(visitor, query):
    factories.career()

    assert visitor.opens(f"/nghe/?{query}").heading == "Nghề nghiệp"


def test_the_list_stands_by_group(visitor):
    factories.career_group("suc-khoe", name="Sức khỏe", position=1)
    factories.career("dieu-duong", group="suc-khoe", name="Điều dưỡng")
    factories.career(name="Thợ xây")

    page = visitor.opens("/nghe/")

    assert page.text.index("Thợ xây") < page.text.index("Điều dưỡng")
    assert "Em xây tường." in page.text


def test_the_list_never_sorts_by_pay(visitor):
    factories.career()

    page = visitor.opens("/nghe/")

    assert re.findall(r'<option[^>]*value="([^"]+)"', page.html) == ["nhom", "ten"]


def test_chosen_filters_are_shown_and_can_be_taken_off(visitor):
    factories.career()

    page = visitor.opens("/nghe/?nhom=xay-dung")

    assert "Bỏ lọc Nhóm nghề: Xây dựng" in page.links
    assert "/nghe/" in page.hrefs


def test_nothing_found_leads_on(visitor):
    factories.career()

    page = visitor.opens("/nghe/?q=phi+hành+gia")

    assert "Chưa có nghề nào khớp" in page.text
    assert "xem tất cả các nghề" in page.links


def test_a_second_page_follows(visitor):
    for number in range(25):
        factories.career(f"nghe-{number}", name=f"Nghề {number}")

    assert "Nghề 24" in visitor.opens("/nghe/?trang=2").links
    assert "Nghề 0" in visitor.opens("/nghe/").links


def test_pay_is_shown_with_whom_it_counts_and_when(visitor):
    factories.career()
    factories.career_wage()

    page = visitor.opens("/nghe/tho-xay")

    assert "6.000.000–18.000.000 đ/tháng" in page.text.replace("\xa0", " ")
    assert "thợ xây, cả nước · 2026" in page.text


def test_unknown_pay_is_said_to_be_unknown(visitor):
    factories.career()

    assert "Thu nhập Chưa có thông tin" in visitor.opens("/nghe/tho-xay").text


def test_old_and_doubtful_pay_is_marked(visitor):
    factories.career()
    factories.career_wage(as_of="2020-2021", confidence="low")

    page = visitor.opens("/nghe/tho-xay")

    assert "số liệu cũ" in page.text
    assert "chưa kiểm chứng" in page.text


def test_a_remembered_code_is_not_shown(visitor):
    factories.career()
    programme(code_status="memory_unverified", confidence="memory", sources=[])

    page = visitor.opens("/nghe/tho-xay")

    assert "5580201" not in page.text
    assert "chưa kiểm chứng" in page.text


def test_programmes_lead_on_beside_the_right_to_grade_10(visitor):
    words = {"name": "Trang", "short_name": "Trang", "tagline": "", "content_as_of": date(2026, 11, 22)}
    factories.keep(Site(id=1, right_to_grade_10="Em có quyền thi lớp 10.", **words))
    factories.career()
    programme()
    programme(level="cao-dang", code="6580201")

    page = visitor.opens("/nghe/tho-xay")

    assert page.links.count("Kỹ thuật xây dựng") == 2
    assert "mã 6580201" in page.text
    assert "Em có quyền thi lớp 10." in page.text


def test_schools_that_teach_the_programme_are_named(visitor):
    factories.keep(Programme(slug="ky-thuat-xay-dung", **PROGRAMME))
    factories.institution(name="Trường Cao đẳng A")
    factories.keep(Offering(slug="truong-a", programme="ky-thuat-xay-dung", **OFFERING))
    factories.career()
    programme()

    assert "Trường Cao đẳng A" in visitor.opens("/nghe/tho-xay").links


def test_an_unknown_school_is_said_to_be_unknown(visitor):
    factories.career()
    programme()

    assert "Chưa biết trường nào" in visitor.opens("/nghe/tho-xay").text


def test_interests_are_an_estimate_with_thanks_to_its_makers(visitor):
    factories.interest_scales()
    thanks = "Dữ liệu của O*NET"
    test = {"name": "48 câu", "prompt": "Em thích không?", "answers": {}, "facts": {}}
    factories.keep(InterestTest(id=1, onet_attribution=thanks, **test))
    factories.career()

    page = visitor.opens("/nghe/tho-xay")

    assert "máy móc" in page.text
    assert "không phải điểm của em" in page.text
    assert thanks in page.text
    assert page.html.count("<meter") == 6


def test_an_occupation_without_interests_has_a_page(visitor):
    factories.interest_scales()
    factories.career(code="")

    assert "<meter" not in visitor.opens("/nghe/tho-xay").html
    assert "Thợ xây" in visitor.opens("/nghe/").links


def test_demand_is_dated_and_doubt_is_shown(visitor):
    factories.career()
    told = factories.SOURCED | {"as_of": "2026-03", "note": "tin nói về nhóm nghề"}
    factories.keep(CareerOutlook(career_slug="tho-xay", text="Một nhà thầu tuyển 2.000 người.", **told))
    factories.keep(CareerOutlook(career_slug="tho-xay", text="Nghe nói cần nhiều.", confidence="memory"))

    page = visitor.opens("/nghe/tho-xay")

    assert "Một nhà thầu tuyển 2.000 người. Lưu ý: tin nói về nhóm nghề." in page.text
    assert "Thời điểm: 03/2026" in page.text
    assert "Chưa có nguồn" in page.text


def test_neighbours_say_why(visitor):
    factories.career()
    factories.career("tho-op-lat", name="Thợ ốp lát")
    near = {"shared_programmes": 2, "same_group": True, "correlation": 0.99}
    factories.keep(RelatedCareer(career_slug="tho-xay", other_slug="tho-op-lat", **near))

    assert "Thợ ốp lát (chung 2 ngành học)" in visitor.opens("/nghe/tho-xay").text


def test_a_missing_code_says_why(visitor):
    factories.career()
    factories.keep(CareerCode(career_slug="tho-xay", scheme="vsco", code=None, note="bản trích thiếu mã"))

    assert "Chưa có thông tin bản trích thiếu mã" in visitor.opens("/nghe/tho-xay").text


def test_machines_get_pay_only_where_it_is_certain(visitor):
    factories.career()
    factories.career_wage()
    factories.career_wage(counts="lời kể", confidence="low")

    data = markup(visitor.opens("/nghe/tho-xay"))

    assert data["@type"] == "Occupation"
    assert [pay["description"] for pay in data["estimatedSalary"]] == ["thợ xây, cả nước (2026)"]
    assert data["estimatedSalary"][0]["value"]["maxValue"] == 18_000_000


def test_machines_get_no_code_that_the_office_matched_itself(visitor):
    factories.career()
    own = {"career_slug": "tho-xay", "sources": ["car-11"]}
    factories.keep(CareerCode(scheme="vsco", code="7112", confidence="medium", **own))
    factories.keep(CareerCode(scheme="isco08", code="7119", confidence="inferred", **own))

    assert markup(visitor.opens("/nghe/tho-xay"))["occupationalCategory"] == ["7112"]


def test_machines_get_no_pay_where_there_is_none(visitor):
    factories.career()

    assert "estimatedSalary" not in markup(visitor.opens("/nghe/tho-xay"))


def test_texts_are_escaped(visitor):
    factories.career(name="<b>Thợ</b>", summary='</script><script>"', synonyms=["<i>"], tasks=["</script>"])
    factories.keep(CareerArea(career_slug="tho-xay", area="66", name="<u>"))

    page = visitor.opens("/nghe/tho-xay")

    assert "<b>Thợ" not in page.html
    assert "<i>" not in page.html + visitor.opens("/nghe/").html


@pytest.mark.parametrize("slug", ["khong-co", "tho-xay%00", "%00", "..%2f", "%F0%9F%98%80"])
def test_an_unknown_occupation_is_a_page_of_its_own(visitor, slug):
    assert visitor.opens(f"/nghe/{slug}", status=404).heading


def test_a_full_list_keeps_to_its_budget(visitor):
    factories.interest_scales()
    for number in range(40):
        factories.career(f"nghe-{number}", name=f"Kỹ thuật viên vận hành {number}", summary="Em làm. " * 20)

    assert len(gzip.compress(visitor.opens("/nghe/").html.encode())) < 8 * 1024
