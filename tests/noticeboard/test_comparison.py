"""Two texts side by side."""

from vocational.noticeboard.comparison import Change, compared, lines


def told(before, after):
    return [
        [(piece.change.label, piece.text.strip()) for piece in line.pieces] for line in lines(before, after)
    ]


def test_a_line_that_was_touched_shows_the_words():
    assert told("Hạn nộp ngày 30 tháng 8", "Hạn nộp ngày 15 tháng 8") == [
        [("", "Hạn nộp ngày"), ("Bỏ", "30"), ("Thêm", "15"), ("", "tháng 8")]
    ]


def test_another_line_is_removed_and_added_whole():
    assert told("Mang học bạ", "Vào cửa tự do") == [[("Bỏ", "Mang học bạ")], [("Thêm", "Vào cửa tự do")]]


def test_lines_come_and_go():
    assert told("a\nb", "b\nc") == [[("Bỏ", "a")], [("", "b")], [("Thêm", "c")]]


def test_only_fields_that_differ_are_told():
    before, after = [("Tiêu đề", "A"), ("Liên hệ", "x")], [("Tiêu đề", "A"), ("Nguồn", "y")]

    assert [field.name for field in compared(before, after)] == ["Nguồn", "Liên hệ"]
    assert compared(before, before) == []


def test_blank_lines_and_nothing_do_no_harm():
    assert list(lines("", "")) == [] and list(lines("a", "a\n\n  "))[0].change is Change.SAME
