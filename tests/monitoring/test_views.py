from tests import factories


def test_targets_of_today_come_first_and_the_past_is_marked(visitor):
    factories.target("nay", indicator="Hoàn thành cấp THPT", by_year=2030, value=95)
    factories.target("cu", indicator="Vào sơ cấp, trung cấp", by_year=2025, value=40, document="qd-cu")

    page = visitor.opens("/muc-tieu")

    present, _, past = page.text.partition("Xem 1 mục tiêu của các kế hoạch đã hết kỳ")
    assert "95 %" in present and "Vào sơ cấp, trung cấp" not in present
    assert "đã hết kỳ" in past and "40 %" in past


def test_a_draft_is_no_target_yet(visitor):
    factories.target(
        "du-thao", indicator="Theo học nghề", document=None, status="du-thao", year_is_sure=False
    )

    page = visitor.opens("/muc-tieu")

    before, _, after = page.text.partition("Chưa chắc chắn")
    assert "Theo học nghề" not in before
    assert "năm 2030, chưa chắc" in after


def test_a_floor_for_difficult_areas_is_shown_beside_the_level(visitor):
    factories.target("mot", value=40, parts=[("vùng đặc biệt khó khăn", 30)])

    assert "vùng đặc biệt khó khăn: 30 %" in visitor.opens("/muc-tieu").text


def test_a_target_from_memory_is_marked(visitor):
    factories.target("mot", confidence="memory")
    factories.keep(
        factories.TargetFigure(target_id="mot", position=1, value=25, unit="%", confidence="memory")
    )

    assert "chưa kiểm chứng" in visitor.opens("/muc-tieu").text


def test_the_page_stands_without_any_target(visitor):
    assert "Chưa có mục tiêu nào" in visitor.opens("/muc-tieu").text
