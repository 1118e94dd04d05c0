from random import Random

import pytest

from bench.search import robustness, transforms
from bench.search.judged import Judged, Set


@pytest.mark.parametrize(
    ("typed", "without"), [("Học ở Đắk Lắk", "hoc o dak lak"), ("thợ  hàn", "tho han"), ("may", "may")]
)
def test_no_accent_stays(typed, without):
    assert transforms.without_accents(typed, Random(1)) == without


def test_half_of_the_accented_letters_lose_all_their_marks():
    typed = transforms.half_of_the_accents("điện lạnh đẹp", Random(1))

    assert sum(letter in "điệạẹ" and letter != "i" for letter in typed) == 2
    assert transforms.without_accents(typed) == "dien lanh dep"


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("đồ hoạ", "đồ họa"),
        ("Tuy Hòa", "tuy hoà"),
        ("thuý", "thúy"),
        ("quý", "quý"),
        ("toán", "toán"),
        ("hoa", "hoa"),
    ],
)
def test_a_tone_of_an_open_pair_of_vowels_moves(typed, other):
    assert transforms.other_tone_placement(typed) == other


@pytest.mark.parametrize(
    ("word", "keys"), [("điện", {"ddieenj", "ddieejn"}), ("ăn", {"awn"}), ("sửa", {"suwar", "suwra"})]
)
def test_telex_keys_are_those_of_the_keyboard(word, keys):
    assert {transforms.telex(word, Random(seed)) for seed in range(30)} == keys


@pytest.mark.parametrize(
    ("word", "keys"), [("điện", {"d9ie6n5", "d9ie65n"}), ("hàn", {"ha2n", "han2"}), ("ăn", {"a8n"})]
)
def test_vni_keys_are_those_of_the_keyboard(word, keys):
    assert {transforms.vni(word, Random(seed)) for seed in range(30)} == keys


def test_the_hook_of_two_vowels_may_be_typed_once():
    typed = {transforms.telex("lươn", Random(seed)) for seed in range(40)}

    assert typed == {"luwown", "luown"}


@pytest.mark.parametrize("seed", range(10))
def test_one_slip_touches_one_word_only(seed):
    slipped = transforms.one_edit("sửa chữa ô tô", Random(seed)).split()

    assert slipped[2:] == ["ô", "tô"]
    assert "sửa" in slipped or "chữa" in slipped


def test_spaces_are_lost_and_nothing_else():
    assert transforms.one_space_missing("tiếng anh", Random(1)) == "tiếnganh"
    assert transforms.one_space_missing("một", Random(1)) == "một"
    assert transforms.half_of_the_spaces_missing("a b c d e", Random(1)).count(" ") == 2


def test_only_well_typed_queries_with_accents_and_answers_are_sampled():
    rows = [("a", "co-dau", "thợ hàn", {"nghe/x": 3}), ("b", "co-dau", "may", {"nghe/x": 3})]
    rows += [("c", "khong-co", "vé số", {}), ("d", "loi-go", "thợ hànn", {"nghe/x": 3})]

    chosen = robustness.sample([Set("one", tuple(Judged(*row) for row in rows))])

    assert [query.id for query in chosen] == ["one/a"]
