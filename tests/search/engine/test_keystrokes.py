import pytest

from vocational.search.engine.keystrokes import decoded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddieenj", "điện"),
        ("lanhj", "lạnh"),
        ("kees", "kế"),
        ("truwowngf", "trường"),
        ("dduwowcj", "được"),
        ("ddawks", "đắk"),
        ("phis", "phí"),
        ("điênj", "điện"),
    ],
)
def test_telex_keys_are_decoded(typed, meant):
    assert decoded(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nghe26", "nghề"),
        ("nghe62", "nghề"),
        ("ha2n", "hàn"),
        ("d9ie65n", "điện"),
        ("truong72", "trường"),
        ("d9uo75c", "được"),
    ],
)
def test_vni_keys_are_decoded_in_any_order(typed, meant):
    assert decoded(typed) == meant


@pytest.mark.parametrize("word", ["hàn", "toan", "may", "nghề", "lam"])
def test_possible_syllables_stay_as_they_are(word):
    assert decoded(word) is None


@pytest.mark.parametrize(
    "word", ["web", "tour", "nail", "photoshop", "b2", "lop9", "6510216", "asdkjh", "x" * 500, ""]
)
def test_what_does_not_become_a_syllable_stays(word):
    assert decoded(word) is None
