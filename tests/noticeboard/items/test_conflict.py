"""Two texts that began from the same one, laid over one another."""

from vocational.noticeboard.items import conflict


def kept(found):
    return {place for place, one in enumerate(found) if one.kept}


def proposed(mine, theirs, base):
    found = conflict.paragraphs(mine, theirs, base)
    return conflict.merged(found, kept(found))


def test_what_only_one_changed_is_proposed_as_changed():
    assert proposed("A\n\nB mới", "A\n\nB", "A\n\nB") == "A\n\nB mới"
    assert proposed("A\n\nB", "A mới\n\nB", "A\n\nB") == "A mới\n\nB"


def test_paragraphs_that_each_added_are_both_proposed():
    assert proposed("A\n\nCủa tôi", "Của họ\n\nA", "A") == "Của họ\n\nA\n\nCủa tôi"


def test_a_paragraph_changed_by_both_is_there_in_both_wordings():
    assert proposed("Tôi", "Họ", "Cũ") == "Tôi\n\nHọ"


def test_a_paragraph_that_one_took_out_is_not_proposed_but_can_be_kept():
    found = conflict.paragraphs("A", "A\n\nB", "A\n\nB")

    assert conflict.merged(found, kept(found)) == "A"
    assert conflict.merged(found, {1}) == "A\n\nB"


def test_every_paragraph_of_both_can_be_kept():
    mine, theirs = "A\n\nB\n\nC\n\nD", "A\n\nX\n\nC\n\nY\n\nD"
    found = conflict.paragraphs(mine, theirs, "")

    assert conflict.merged(found, set(range(len(found)))) == "A\n\nB\n\nX\n\nC\n\nY\n\nD"


def test_files_of_both_are_joined():
    assert conflict.union([1, 2], [1, 3], [1]) == [1, 2, 3]
    assert conflict.union([1], [1, 2], [1, 2]) == [1]
