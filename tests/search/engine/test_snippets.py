def joined(segments):
    return "".join(text for text, _ in segments)


def marks(segments):
    return [text for text, marked in segments if marked]


def test_marks_keep_the_accents_of_the_text(search):
    assert marks(search("ke toan").hits[0].title_segments) == ["Kế toán"]


def test_segments_join_to_the_whole_title(search):
    hit = search("cao dang").hits[0]

    assert joined(hit.title_segments) == hit.title


def test_other_accents_are_not_marked(search):
    hit = next(hit for hit in search("thợ hàn").hits if hit.id == "nghe/tho-han")

    assert "hạn" not in marks(hit.snippet)


def test_a_synonym_is_marked_in_the_text(search):
    hit = next(hit for hit in search("xe hơi").hits if hit.id == "nganh/cong-nghe-o-to")

    assert marks(hit.title_segments) == ["ô tô"]


def test_the_snippet_shows_the_stretch_with_the_words(search):
    hit = next(hit for hit in search("tủ lạnh").hits if hit.id == "nganh/dien-lanh")

    assert "tủ lạnh" in marks(hit.snippet)


def test_a_page_without_text_has_no_snippet(search):
    assert search("đại học").hits[0].snippet == ()
