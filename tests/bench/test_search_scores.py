import math

import pytest

from bench.search import bootstrap, judged, scorer, tables

HAN = {"nghe/tho-han": 3, "nganh/han": 2, "nganh/gom": 1}


def scored(relevant, *rows):
    return scorer.score(relevant, scorer.pages(rows))


def test_the_best_order_scores_one():
    best = scored(HAN, "nghe/tho-han", "nganh/han", "nganh/gom")

    assert best == scorer.Scores(ndcg=1.0, rr=1.0, s3=1.0, zero=0.0)


def test_gain_and_discount_are_those_of_ndcg():
    found = scored({"nghe/a": 3, "nghe/b": 1}, "nghe/b", "nghe/a")

    assert found.ndcg == pytest.approx((1 + 7 / math.log2(3)) / (7 + 1 / math.log2(3)))


def test_a_late_page_counts_little_and_misses_the_first_three():
    found = scored({"van-ban/nd-1": 3}, "van-ban/nd-2", "van-ban/nd-3", "van-ban/nd-4", "van-ban/nd-1")

    assert found.ndcg == pytest.approx(1 / math.log2(5))
    assert (found.rr, found.s3) == (0.25, 0.0)


def test_only_the_first_ten_count():
    found = scored({"nghe/a": 3}, *(f"nghe/x{number}" for number in range(10)), "nghe/a")

    assert found == scorer.Scores(ndcg=0.0, rr=0.0, s3=0.0, zero=0.0)


def test_an_acceptable_page_is_no_hit():
    found = scored(HAN, "nganh/gom")

    assert (found.rr, found.s3) == (0.0, 0.0)
    assert found.ndcg > 0


def test_nothing_shown_is_told():
    assert scored(HAN) == scorer.Scores(ndcg=0.0, rr=0.0, s3=0.0, zero=1.0)


def test_other_kinds_and_repeated_pages_take_no_rank():
    rows = ("thong-bao/x", "nghe/tho-han", "nghe/tho-han", "nganh/han", "nganh/gom")

    assert scored(HAN, *rows).ndcg == 1.0


def test_remarks_in_addresses_of_programmes_do_not_count():
    assert scorer.canonical("/nganh/gom-so-cap/") == "nganh/gom"
    assert scorer.canonical("nganh/han-ma-5520123-nho-chua-kiem") == "nganh/han"
    assert scorer.canonical("chinh-sach/so-cap") == "chinh-sach/so-cap"


def test_one_page_for_several_ids_counts_once_with_its_best_grade():
    found = scored({"thi-truong/i": 3, "thi-truong/ii": 3}, "thi-truong/i+thi-truong/ii")

    assert found.ndcg == 1.0


def test_a_set_is_read_with_its_grades(tmp_path):
    (tmp_path / "more.tsv").write_text(
        "query_id\tcategory\tquery\tpersona\trelevant\tnote\n"
        'a\tx\thàn \ths\tnghe/tho-han:3 nganh/gom-so-cap:1\tquote " is a letter\n'
        "b\tnone\tvé số\ths\t\t\n"
    )

    (found,) = judged.sets(tmp_path)

    assert (found.name, [query.id for query in found.unanswerable]) == ("more", ["b"])
    assert found.answerable[0].relevant == {"nghe/tho-han": 3, "nganh/gom": 1}


def test_every_judged_set_is_well_formed():
    queries = [query for one in judged.sets() for query in one.queries]

    assert all(query.query and query.category for query in queries)
    assert {grade for query in queries for grade in query.relevant.values()} <= {1, 2, 3}
    assert {id.split("/")[0] for query in queries for id in query.relevant} <= scorer.KINDS


def test_an_equal_engine_is_not_ahead():
    difference = bootstrap.paired([0.2, 0.9, 0.5], [0.2, 0.9, 0.5])

    assert (difference.mean, difference.low, difference.high) == (0, 0, 0)


def test_an_interval_holds_the_difference_and_repeats():
    ours, theirs = [0.9, 0.8, 1.0, 0.4] * 10, [0.5, 0.9, 0.6, 0.3] * 10

    once, again = bootstrap.paired(ours, theirs), bootstrap.paired(ours, theirs)

    assert once == again
    assert once.mean == pytest.approx(0.2)
    assert 0 < once.low < once.mean < once.high < 0.4


def test_search_figures_are_written_between_their_marks_only(tmp_path):
    page = tmp_path / "benchmarks.md"
    page.write_text(f"before\n{tables.MARKS[0]}\nold\n{tables.MARKS[1]}\nafter\n")

    tables.write(page, "new")

    assert page.read_text() == f"before\n{tables.MARKS[0]}\n\nnew\n{tables.MARKS[1]}\nafter\n"


def test_a_table_has_a_line_for_each_row():
    assert tables.table(["a", "b"], [[1, 2]]) == "| a | b |\n| --- | ---: |\n| 1 | 2 |"
    assert (tables.number(None), tables.number(0.1234), tables.signed(0.5)) == ("–", "0.123", "+0.500")
