"""Return codes."""

import pytest

from vocational.questions import codes

CODE = codes.derived("secret", "ticket", "question", "text")


def test_the_same_form_sent_twice_has_one_code_and_another_text_another():
    assert codes.derived("secret", "ticket", "question", "text") == CODE
    assert codes.derived("secret", "ticket", "question", "another") != CODE
    assert codes.derived("secret", "other", "question", "text") != CODE


def test_parts_do_not_run_into_each_other():
    assert codes.derived("s", "t", "ab", "c") != codes.derived("s", "t", "a", "bc")


def test_a_code_is_read_however_it_is_written():
    assert codes.read(codes.grouped(CODE).lower()) == CODE
    assert codes.read("-".join(CODE.replace("0", "O").replace("1", "l"))) == CODE


@pytest.mark.parametrize("typed", ["", "ABCD", CODE[:-1], CODE + "0", "🙂" * 28, "0" * 5000])
def test_a_slip_is_told_without_looking_anything_up(typed):
    assert codes.read(typed) is None


def test_one_wrong_sign_is_a_slip():
    wrong = ("A" if CODE[0] != "A" else "B") + CODE[1:]

    assert codes.read(wrong) is None


def test_only_its_hash_is_kept():
    assert CODE not in codes.key_of(CODE)
    assert codes.is_key_of(codes.key_of(CODE), CODE)
    assert not codes.is_key_of(codes.key_of(CODE), CODE[::-1])
