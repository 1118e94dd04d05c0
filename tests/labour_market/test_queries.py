from datetime import date

import pytest

from tests import factories
from vocational.errors import Moved, NotFound
from vocational.labour_market import queries
from vocational.labour_market.queries import Asked

TODAY = date(2026, 11, 22)


def found(**asked):
    return [one.slug for one in queries.series_list(Asked(**asked), today=TODAY)]


def test_a_list_shows_the_newest_figure_of_each_series(app):
    factories.observation("vn-vieclam-2024", period="2024", value=51.3)
    factories.observation("vn-vieclam-2025", period="2025", value=52.4)

    (summary,) = queries.series_list(Asked(), today=TODAY)

    assert [reading.figures[0].value for reading in summary.newest] == [52.4]


def test_a_list_shows_both_where_the_newest_figures_contradict_each_other(app):
    factories.observation("mot", period="2025", value=28464)
    factories.observation("hai", period="2025", value=29702)

    (summary,) = queries.series_list(Asked(), today=TODAY)

    assert [figure.value for figure in summary.newest[0].figures] == [28464, 29702]


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ({"topics": ("thu-nhap",)}, ["luong"]),
        ({"areas": ("66",)}, ["viec-moi"]),
        ({"kinds": ("quy-dinh", "muc-tieu")}, ["luong"]),
        ({"topics": ("viec-lam",), "areas": ("66", "viet-nam")}, ["viec", "viec-moi"]),
        ({"headlines": True}, ["viec"]),
    ],
)
def test_a_list_keeps_to_what_was_asked(app, asked, slugs):
    factories.indicator_series("viec", is_headline=True)
    factories.indicator_series("viec-moi", area="66", place="Đắk Lắk (từ 7/2025)")
    factories.indicator_series("luong", topic="thu-nhap", kind="quy-dinh")
    for slug in ("viec", "viec-moi", "luong"):
        factories.observation(f"{slug}-2025", series=slug)

    assert found(**asked) == slugs


def test_options_are_counted_beside_the_other_filters_only(app):
    factories.indicator_series("viec")
    factories.indicator_series("luong", topic="thu-nhap", kind="quy-dinh")

    counts = queries.option_counts(Asked(topics=("viec-lam",)))

    assert counts["topics"] == {"viec-lam": 1, "thu-nhap": 1}
    assert counts["kinds"] == {"thuc-te": 1}


def test_the_id_of_a_figure_leads_to_its_series(app):
    factories.observation("vn-vieclam-2025-q1", period="2025-Q1")

    with pytest.raises(Moved) as raised:
        queries.series_page("vn-vieclam-2025-q1", today=TODAY)

    assert raised.value.slug == "vn-vieclam"


def test_what_is_neither_series_nor_figure_is_not_found(app):
    with pytest.raises(NotFound):
        queries.series_page("khong-co", today=TODAY)


def test_a_series_names_every_figure_it_shows(app):
    factories.observation("vn-vieclam-2024", period="2024")
    factories.observation("vn-vieclam-2025", period="2025")

    assert queries.series_page("vn-vieclam", today=TODAY).covers == ("vn-vieclam-2024", "vn-vieclam-2025")
    assert queries.series_for_search(today=TODAY)[0].covers == ("vn-vieclam-2024", "vn-vieclam-2025")


def test_a_target_whose_year_is_over_is_history(app):
    factories.indicator_series("cu", kind="muc-tieu")
    factories.observation("cu-2025", series="cu", period="2025")
    factories.indicator_series("nay", kind="muc-tieu")
    factories.observation("nay-2030", series="nay", period="đến 2030")

    groups = queries.by_topic(queries.series_list(Asked(), today=TODAY))

    assert [(topic, [one.slug for one in part]) for topic, _words, part in groups] == [
        ("viec-lam", ["nay"]),
        ("da-het-ky", ["cu"]),
    ]


def test_an_old_figure_is_no_past_target(app):
    factories.observation("vn-vieclam-1992", period="1992")

    assert not queries.series_page("vn-vieclam", today=TODAY).is_past


def test_headlines_leave_out_past_targets(app):
    factories.indicator_series("cu", kind="muc-tieu", is_headline=True)
    factories.observation("cu-2025", series="cu", period="2025")
    factories.indicator_series("viec", is_headline=True)
    factories.observation("viec-2025", series="viec")

    assert [one.slug for one in queries.headline_figures(5, today=TODAY)] == ["viec"]


def test_ways_after_grade_9_stand_by_place_and_period(app):
    factories.indicator_series("lop-10", topic="sau-lop-9", place="Đắk Lắk (trước 7/2025)", area="cu-dak-lak")
    factories.observation("lop-10-2022", series="lop-10", period="năm học 2022-2023")
    factories.observation("lop-10-2023", series="lop-10", period="năm học 2023-2024")

    ((place, years),) = queries.after_grade_9(today=TODAY)

    assert place == "Đắk Lắk (trước 7/2025)"
    assert [period.words for period, _pairs in years] == ["năm học 2023–2024", "năm học 2022–2023"]


def test_related_series_share_the_topic_and_come_from_the_same_place_first(app):
    own = factories.indicator_series("viec")
    factories.indicator_series("khac", area="66")
    factories.indicator_series("gan")
    factories.indicator_series("luong", topic="thu-nhap")

    assert [row.slug for row in queries.related_series(own)] == ["gan", "khac"]


def test_notes_on_policies_and_on_employers_are_kept_apart(app):
    factories.labour_market_note("kcn")
    factories.labour_market_note("luat", about="chinh-sach")

    assert [row.slug for row in queries.employers_and_zones()] == ["kcn"]
    assert [row.slug for row in queries.policy_notes()] == ["luat"]


def test_gaps_are_told_by_topic(app):
    factories.labour_market_gap("mot", topic="that-nghiep")
    factories.labour_market_gap("hai", topic="sau-lop-9")

    assert [gap.id for gap in queries.gaps("sau-lop-9")] == ["hai"]
    assert len(queries.gaps()) == 2
