"""What readers see of single facts: figures, badges, notes of source."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from vocational.provenance import Confidence, Figure, Provenance, State

SURE = Provenance(("inst-1",), "2026", Confidence.HIGH, date(2026, 11, 22))


@pytest.fixture
def shows(app):
    def render(component, *arguments, **named):
        with app.test_request_context("/"):
            page = app.jinja_env.get_template(f"components/{component}.html").module
            html = getattr(page, component)(*arguments, **named)
            return " ".join(re.sub("<[^>]*>", " ", html).replace("&nbsp;", " ").split())

    return render


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(85, "%", qualifier="khoảng", provenance=SURE), "khoảng 85 %"),
        (Figure(5_400_000, "đồng/năm", provenance=SURE), "5.400.000 đ/năm"),
        (Figure(300_000, "VND/tháng", value_to=450_000, provenance=SURE), "300.000–450.000 đ/tháng"),
        (Figure(0, "đồng/năm", provenance=SURE), "Miễn phí"),
        (Figure(0, "người", provenance=SURE), "0 người"),
        (Figure(7.5, "triệu đồng/tháng", provenance=SURE), "7,5 triệu đồng/tháng"),
        (Figure(None, "%", State.UNKNOWN, provenance=SURE), "Chưa có thông tin"),
        (Figure(None, "%", provenance=SURE), "Chưa có thông tin"),
        (Figure(None, "người", State.WITHHELD, provenance=SURE), "Không công bố vì quá ít"),
    ],
)
def test_a_figure_is_shown_in_words_that_readers_use(shows, figure, words):
    assert shows("figure", figure).startswith(words)


def test_a_figure_says_what_it_counts_and_when(shows):
    figure = Figure(12, "học sinh", counts="chỉ tiêu", period="2026-2027", provenance=SURE)

    assert "(chỉ tiêu · 2026–2027)" in shows("figure", figure)


def test_a_figure_from_memory_is_marked(shows):
    figure = Figure(12, "học sinh", provenance=Provenance((), "2026", Confidence.MEMORY))

    assert "chưa kiểm chứng" in shows("figure", figure, brief=True)


def test_an_old_figure_is_marked(shows):
    figure = Figure(12, "học sinh", provenance=Provenance(("inst-1",), "2019", Confidence.HIGH))

    assert "số liệu cũ" in shows("figure", figure)


@pytest.mark.parametrize(
    ("provenance", "words"),
    [
        (SURE, "Đã kiểm tra 22/11/2026"),
        (Provenance(("inst-1",), "2026", Confidence.HIGH, date(2026, 5, 1)), "Cần kiểm tra lại"),
        (Provenance(("inst-1",), "2019-06", Confidence.HIGH, date(2026, 11, 22)), "Số liệu cũ (06/2019)"),
        (Provenance(("inst-1",)), "Chưa rõ thời điểm"),
    ],
)
def test_the_age_of_a_fact_is_said_in_words(shows, provenance, words):
    assert shows("freshness_badge", provenance) == words


def test_a_law_is_as_fresh_as_its_last_check(shows):
    law = Provenance(("pol-1",), "2015", Confidence.HIGH, date(2026, 11, 22))

    assert shows("freshness_badge", law, lasting=True) == "Đã kiểm tra 22/11/2026"


def test_what_nobody_could_verify_is_not_called_checked(shows):
    guess = Provenance((), "2026-10", Confidence.MEMORY, date(2026, 11, 22))

    assert "Đã kiểm tra" not in shows("source_line", guess)
    assert "chưa kiểm chứng" in shows("source_line", guess)


def test_a_missing_fact_is_never_empty(shows):
    assert shows("fact_list", [("Ký túc xá", None)]) == "Ký túc xá Chưa có thông tin"


def test_unknown_seats_are_not_nought(shows):
    assert "chưa có thông tin" in shows("quota_meter", None, 40)
    assert shows("quota_meter", 0, 40).startswith("Còn 0/40 chỗ")


def test_a_chart_comes_with_its_table(shows):
    series = SimpleNamespace(
        title="Học sinh", unit="em", kind="line", points=[("2020", 1200), ("2021", None)]
    )

    assert "2020 1.200 2021 Chưa có thông tin" in shows("chart", series)


def test_the_page_of_components_is_a_sound_page(visitor):
    assert "Thành phần giao diện" in visitor.opens("/styles").heading


@pytest.mark.parametrize("code", [400, 500, 503])
def test_pages_for_broken_times_need_no_database(site, code):
    with site.test_request_context("/"):
        html = site.jinja_env.get_template(f"errors/{code}.html").render()

    assert "<h1>" in html and "/static/site." in html
