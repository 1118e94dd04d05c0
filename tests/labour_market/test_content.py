"""The real figures, where a mistake would mislead: every address answers, what differs stays apart."""

import pytest
from sqlalchemy import select

from vocational.labour_market import queries
from vocational.labour_market.models import IndicatorSeries, Observation
from vocational.storage import db

FIGURES = [
    "vn-ltt-2026-i",
    "vn-thatnghiep-tn-2025-q4",
    "dl-lop10-2023",
    "dl-xkld-2018-2022",
    "nt-cdn-2024",
    "mt-thi-xa-2025-thcs-40",
    "toanquoc-phan-luong-thuc-te",
]


@pytest.fixture
def real(published):
    """The site with the real content, inside its context."""
    with published.app_context():
        yield published


def slugs(**values):
    return set(db.session.scalars(select(IndicatorSeries.slug).filter_by(**values)))


def test_every_series_and_every_figure_has_an_address(real):
    reader = real.test_client()
    ids = [*db.session.scalars(select(Observation.id)), *slugs()]

    assert len(ids) > 150
    assert not [key for key in ids if reader.get(f"/thi-truong/{key}").status_code not in {200, 301}]


@pytest.mark.parametrize("key", FIGURES)
def test_a_figure_of_the_sources_leads_to_a_page_that_shows_it(real, key):
    answer = real.test_client().get(f"/thi-truong/{key}", follow_redirects=True)
    series = answer.request.path.rpartition("/")[2]

    assert answer.status_code == 200
    assert key in queries.series_page(series, today=real.config["TODAY"]).covers


def test_trained_and_certified_are_never_one_series(real):
    assert slugs(indicator="Lao động qua đào tạo").isdisjoint(slugs(indicator="Lao động có bằng, chứng chỉ"))


def test_a_conflict_is_shown_on_both_sides(real):
    page = real.test_client().get("/thi-truong/dl-tot-nghiep-thcs").get_data(as_text=True)

    assert "28.464" in page and "29.702" in page and "Các nguồn ghi khác nhau" in page


def test_forty_percent_stands_nowhere_as_an_aim_of_today(real):
    today = real.config["TODAY"]
    found = queries.series_list(queries.Asked(kinds=("muc-tieu",)), today=today)
    aims = [one for one in found if not one.is_past and one.series.topic == "sau-lop-9"]

    assert 40 not in [figure.value for one in aims for reading in one.newest for figure in reading.figures]


def test_the_first_page_gets_its_figures(real):
    assert len(queries.headline_figures(4, today=real.config["TODAY"])) == 4
