import pytest
from sqlalchemy import event

from tests import factories
from vocational.errors import NotFound
from vocational.guides.models import Site
from vocational.pathways import queries
from vocational.storage import db

RIGHT = "Em có quyền dự tuyển lớp 10."


@pytest.fixture
def map(app):
    """Grade 10 and a vocational way after the lower secondary certificate."""
    from_site = {"name": "Trang", "short_name": "Trang", "tagline": "Hướng nghiệp"}
    factories.keep(
        Site(id=1, **from_site, right_to_grade_10=RIGHT, content_as_of=factories.SOURCED["checked_on"])
    )
    factories.eligibility_field()
    factories.policy("mien", name="Miễn học phí")
    factories.stage("tot-nghiep-thcs", phase="lop-9", kind="credential")
    factories.stage("trung-cap", name="Trung cấp", position=1)
    factories.stage("cao-dang", name="Cao đẳng", position=2, phase="sau-lop-12")
    factories.passage(
        "tot-nghiep-thcs", "trung-cap", status="in_transition", policies=["mien"], conditions=["Hết lớp 9"]
    )
    factories.passage("trung-cap", "cao-dang", position=1, opens=["cao-dang"], confidence="low")


def test_a_stage_shows_the_ways_out_of_it_and_into_it(visitor, map):
    page = visitor.opens("/lo-trinh/trung-cap")

    assert "Từ đây đi tiếp đâu Cao đẳng" in page.text
    assert "Vào đây từ đâu Chặng tot-nghiep-thcs" in page.text
    assert "Hết lớp 9" in page.text
    assert "Miễn học phí" in page.links


def test_a_way_in_transition_or_without_sure_source_says_so(visitor, map):
    text = visitor.opens("/lo-trinh/trung-cap").text

    assert "Đang chuyển đổi, hỏi từng trường" in text
    assert "chưa kiểm chứng" in text


def test_missing_conditions_are_unknown_and_not_none(visitor, map):
    assert "Điều kiện: chưa có thông tin" in visitor.opens("/lo-trinh/cao-dang").text


def test_the_right_to_grade_10_stands_beside_every_way_after_grade_9(visitor, map):
    assert RIGHT in visitor.opens("/lo-trinh/tot-nghiep-thcs").text
    assert RIGHT in visitor.opens("/lo-trinh/trung-cap").text
    assert RIGHT in visitor.opens("/lo-trinh/").text
    assert RIGHT not in visitor.opens("/lo-trinh/cao-dang").text


def test_the_list_holds_every_stage_with_the_ways_on(visitor, map):
    page = visitor.opens("/lo-trinh/")

    assert {"Trung cấp", "Cao đẳng", "Chặng tot-nghiep-thcs"} <= set(page.links)
    assert "đang chuyển đổi" in page.text


def test_an_empty_map_still_makes_a_page(visitor):
    assert "Chưa có lộ trình nào" in visitor.opens("/lo-trinh/").text


def test_an_unknown_stage_is_a_404(visitor, app):
    visitor.opens("/lo-trinh/khong-co", status=404)
    with pytest.raises(NotFound):
        queries.stage_page("khong-co")


def statements():
    """Return how many statements reading the map sends."""
    sent = []

    def note(*given):
        sent.append(given[2])

    event.listen(db.engine, "before_cursor_execute", note)
    db.session.expire_all()
    queries.stages()
    event.remove(db.engine, "before_cursor_execute", note)
    return len(sent)


def test_the_map_takes_as_many_statements_for_many_stages_as_for_few(map):
    few = statements()
    for number in range(10):
        factories.stage(f"s-{number}")
        factories.passage("trung-cap", f"s-{number}")

    assert statements() == few


def test_a_duration_of_low_confidence_is_marked(visitor, app):
    factories.stage("a", duration="Khoảng 3 năm", duration_confidence="low")

    assert "Thời gian học: chưa kiểm chứng" in visitor.opens("/lo-trinh/a").text
