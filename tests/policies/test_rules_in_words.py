import pytest

from vocational.policies.rules_in_words import ALL, ANY, NONE, FieldWords, Said, fields_in, in_words

FIELDS = {
    "level": FieldWords("Học", {"tc": "trung cấp", "cd": "cao đẳng", "dh": "đại học"}),
    "orphan": FieldWords("Mồ côi", {"two": "cả cha lẫn mẹ, không nơi nương tựa", "one": "cha hoặc mẹ"}),
    "disabled": FieldWords("Khuyết tật", {"true": "là người khuyết tật"}),
    "band": FieldWords("Xếp loại", {"kha": "khá", "gioi": "giỏi"}),
    "age": FieldWords("Tuổi", {}),
}


def condition(field, op, value, **more):
    return {"field": field, "op": op, "value": value} | more


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (condition("level", "eq", "tc"), "Học: trung cấp"),
        (condition("level", "in", ["tc", "cd"]), "Học: trung cấp hoặc cao đẳng"),
        (condition("level", "in", ["tc", "cd", "dh"]), "Học: trung cấp, cao đẳng hoặc đại học"),
        (
            condition("orphan", "in", ["two", "one"]),
            "Mồ côi: cả cha lẫn mẹ, không nơi nương tựa; hoặc cha hoặc mẹ",
        ),
        (condition("disabled", "eq", True), "Khuyết tật: là người khuyết tật"),
        (condition("band", "gte", "kha"), "Xếp loại: từ khá trở lên"),
        (condition("age", "between", [16, 22]), "Tuổi: từ 16 đến 22"),
        (condition("age", "gte", 6.5), "Tuổi: từ 6,5 trở lên"),
        (condition("age", "lte", 30), "Tuổi: 30 trở xuống"),
    ],
)
def test_a_condition_reads_as_a_sentence(rule, words):
    assert in_words(rule, FIELDS) == Said(words)


def test_a_rule_of_one_condition_needs_no_heading():
    rule = {"all_of": [condition("level", "eq", "tc")]}

    assert in_words(rule, FIELDS) == Said("Học: trung cấp")


def test_groups_become_lists_with_headings():
    rule = {
        "all_of": [condition("level", "eq", "tc")],
        "any_of": [condition("disabled", "eq", True), condition("age", "gte", 16)],
        "none_of": [condition("orphan", "eq", "one")],
    }

    said = in_words(rule, FIELDS)

    assert said.text == ALL
    assert [part.text for part in said.parts] == ["Học: trung cấp", ANY, NONE]
    assert said.parts[2].parts == (Said("Mồ côi: cha hoặc mẹ"),)


def test_a_branch_keeps_the_id_that_chooses_its_benefit():
    branch = {"id": "muc-100", "all_of": [condition("level", "eq", "tc"), condition("age", "gte", 16)]}
    lone = {"id": "muc-80", "all_of": [condition("level", "eq", "cd")]}

    said = in_words({"any_of": [branch, lone]}, FIELDS)

    assert [part.tier for part in said.parts] == ["muc-100", "muc-80"]
    assert [part.text for part in said.parts] == [ALL, "Học: cao đẳng"]


def test_what_has_no_source_stays_marked():
    rule = {"any_of": [condition("orphan", "eq", "one", unverified=True), condition("age", "gte", 16)]}

    assert [part.unverified for part in in_words(rule, FIELDS).parts] == [True, False]


def test_the_fields_of_a_rule_are_found_at_every_depth():
    rule = {
        "all_of": [condition("age", "gte", 16)],
        "any_of": [{"none_of": [condition("level", "eq", "tc")]}],
    }

    assert fields_in(rule) == {"age", "level"}
