import pytest

from vocational.search.excerpts import beyond


@pytest.mark.parametrize(
    "segments, summary, shown",
    [
        ([("Nghề. Ô tô", True), (", cơ khí Em sửa xe", False)], "Nghề. Ô tô, cơ khí", [("Em sửa xe", False)]),
        ([("… dạy ", False), ("Hàn", True)], "Trường cao đẳng", [("… dạy ", False), ("Hàn", True)]),
        ([("Ngành đào tạo", False)], "Ngành đào tạo", []),
        ([("Hàn", True)], "", [("Hàn", True)]),
        (None, "Ngành", []),
    ],
)
def test_an_excerpt_does_not_say_the_summary_again(segments, summary, shown):
    assert beyond(segments, summary) == shown
