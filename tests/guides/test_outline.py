from vocational.guides.outline import outline


def test_each_heading_gets_an_anchor_made_of_its_words():
    html, parts = outline("<h2>1. Lớp 10 &amp; đường khác</h2><p>a</p>")

    assert html == '<h2 id="muc-1-lop-10-duong-khac">1. Lớp 10 &amp; đường khác</h2><p>a</p>'
    assert [(anchor, str(title)) for anchor, title in parts] == [
        ("muc-1-lop-10-duong-khac", "1. Lớp 10 &amp; đường khác")
    ]


def test_two_headings_with_the_same_words_have_two_anchors():
    _html, parts = outline("<h2>Hỏi</h2><h2>Hỏi</h2><h2>…</h2>")

    assert [anchor for anchor, _title in parts] == ["muc-hoi", "muc-hoi-2", "muc-muc"]


def test_a_text_without_headings_has_no_parts():
    assert outline("<p>a</p>") == ("<p>a</p>", [])
