from datetime import date
from types import SimpleNamespace as Thing

import pytest

from vocational.catalogue import summary
from vocational.catalogue.models import Offering


def offering(*levels, price=None, payable=(), **values):
    common = {"levels": list(levels), "entries": [], "sources": ["inst-1"], "as_of": "2026"}
    rest = {"confidence": "medium", "price": price, "price_unit": "đồng/năm", "payable": list(payable)}
    return Offering(**common | rest | values)


def pay(entry, amount):
    return {"entry": entry, "amount": amount, "basis": "…"}


def test_the_highest_level_comes_first_and_the_unknown_one_last():
    groups = summary.by_level([offering(), offering("so-cap", "thuong-xuyen"), offering("cao-dang")])

    assert [group.name for group in groups] == [
        "Cao đẳng",
        "Sơ cấp hoặc ngắn hạn, thường xuyên",
        "Chưa rõ trình độ",
    ]


def test_a_group_says_once_what_all_its_offerings_say():
    group = summary.by_level([offering("so-cap", entry_note="a"), offering("so-cap", entry_note="b")])[0]

    assert group.shared("entry_note") is None
    assert group.shared("as_of") == "2026"


def test_prices_span_from_the_lowest_to_the_highest():
    prices = summary.price_range([offering(price=5), offering(price=3), offering()])

    assert (prices.value, prices.value_to, prices.unit) == (3, 5, "đồng/năm")


def test_prices_of_different_units_are_never_spanned():
    assert summary.price_range([offering(price=5), offering(price=3, price_unit="đồng/tháng")]) is None


def test_what_is_to_pay_is_told_by_entry():
    offerings = [
        offering(price=9, payable=[pay("lop-9", 0), pay("lop-12", 3)]),
        offering(price=9, payable=[]),
    ]

    assert summary.price_range(offerings, "lop-9").value == 0
    assert summary.price_range(offerings, "lop-12").value == 3
    assert summary.price_range(offerings, "khac") is None


def test_a_span_that_starts_free_says_so():
    prices = summary.price_range([offering(price=9, payable=[pay("lop-9", 0), pay("lop-9", 7)])], "lop-9")

    assert (prices.qualifier, prices.value) == ("từ miễn phí đến", 7)


def test_a_span_is_as_sure_and_as_young_as_its_weakest_price():
    prices = summary.price_range([offering(price=1), offering(price=2, confidence="memory", as_of="2019")])

    assert (prices.provenance.confidence, prices.provenance.as_of) == ("memory", "2019")


@pytest.mark.parametrize(("as_of", "shown"), [("2026", 1), ("2012", 0)])
def test_old_numbers_of_programmes_are_no_answer(as_of, shown):
    count = Thing(measure="so-nganh", provenance=offering(as_of=as_of).provenance)

    assert len(summary.counts_of_today([count], date(2026, 11, 22))) == shown
