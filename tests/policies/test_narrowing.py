from vocational.policies.narrowing import counts, narrowed, sections

ROWS = [("a", ["x", "y"]), ("b", ["x"]), ("b", ["z"])]
VALUES = {"letter": lambda row: [row[0]], "marks": lambda row: row[1]}


def test_values_of_a_group_widen_and_groups_narrow():
    assert narrowed(ROWS, {"letter": ["a", "b"], "marks": ["x"]}, VALUES) == ROWS[:2]
    assert narrowed(ROWS, {"letter": ["b"], "marks": ["x"]}, VALUES) == [ROWS[1]]
    assert narrowed(ROWS, {}, VALUES) == ROWS


def test_each_option_counts_what_it_would_give_beside_the_other_groups():
    found = counts(ROWS, {"letter": ["b"]}, VALUES)

    assert found == {"letter": {"a": 1, "b": 2}, "marks": {"x": 1, "z": 1}}


def test_a_row_stands_in_the_first_section_it_fits_and_empty_ones_are_left_out():
    found = sections(ROWS, [("z",), ("q",), ("x", "y"), ("x",)], lambda row: row[1])

    assert found == [(("z",), [ROWS[2]]), (("x", "y"), [ROWS[0]]), (("x",), [ROWS[1]])]
