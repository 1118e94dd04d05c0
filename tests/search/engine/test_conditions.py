from vocational.search.engine.conditions import place_name
from vocational.search.engine.units import Unit


def test_a_place_can_be_taken_off_with_the_small_words_before_it(search):
    (condition,) = search("học may ở Tuy Hòa").understood.conditions

    assert (condition.kind, condition.typed, condition.label) == ("place", "Tuy Hòa", "Tuy Hòa")
    assert condition.rest == "học may"


def test_a_label_of_the_vocabulary_names_the_condition(search):
    (condition,) = search("het lop 9 hoc han").understood.conditions

    assert (condition.kind, condition.label, condition.value) == ("entry", "sau lớp 9", "lop-9")
    assert condition.rest == "hoc han"


def test_what_is_said_twice_is_one_condition_and_both_are_taken_off(search):
    (condition,) = search("het lop 9 hoc han het lop 9").understood.conditions

    assert (condition.label, condition.typed, condition.rest) == ("sau lớp 9", "het lop 9", "hoc han")


def test_words_without_a_condition_have_none(search):
    assert search("kế toán").understood.conditions == ()


def test_a_place_is_named_as_people_write_it():
    assert place_name(Unit((), role="place", terms=("buôn_ma_thuột",))) == "Buôn Ma Thuột"
