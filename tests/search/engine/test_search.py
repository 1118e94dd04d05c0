import random

import pytest

from vocational.search.engine import api
from vocational.search.engine.answers import Request

BITS = [
    "AND",
    "NOT",
    "*",
    '"',
    "(",
    "title:",
    "~2",
    "^",
    "[a TO z]",
    "\x00",
    "\u202e",
    "😀",
    "\u0301",
    "hàn",
    "238/",
    "/2025",
]
BITS += [
    "%",
    "\\",
    "<b>",
    "\ud800",
    "9+",
    "c++",
    "m'",
    "ẩ" * 30,
    "1" * 50,
    "½",
    "ﬁ",
    "İ",
    "中文",
    "_",
    "\n",
    "đ",
    "Ð",
]


def test_accents_are_not_needed(found):
    assert found("cao dang dak lak")[0] == "truong/cao-dang-dak-lak"
    assert found("tho moc")[0] == "nghe/tho-moc"


def test_word_order_does_not_matter(found):
    assert found("đắk lắk cao đẳng")[0] == "truong/cao-dang-dak-lak"


def test_exact_accents_win(found):
    assert found("may")[0] == "nganh/may-thoi-trang"
    assert found("hàn")[0] == "nghe/tho-han"


def test_contradicting_accents_do_not_match(found):
    assert "nghe/bao-ve" not in found("hàn")


def test_wrong_or_missing_marks_still_match(found):
    assert found("điên lạnh")[0] == "nganh/dien-lanh"
    assert found("kế toan")[0] == "nganh/ke-toan"


def test_both_spellings_of_a_tone_and_of_i_find_the_same(found):
    assert found("trung cấp tuy hoà") == found("trung cấp tuy hòa")


@pytest.mark.parametrize(("typed", "page"), [("kees toans", "nganh/ke-toan"), ("tho75 ha2n", "nghe/tho-han")])
def test_undecoded_keystrokes_are_read(found, typed, page):
    assert found(typed)[0] == page


def test_missing_spaces_are_put_in(search):
    results = search("suamaytinh")

    assert results.hits[0].id == "nghe/sua-may-tinh"
    assert [reading.kind for reading in results.understood.readings] == ["spacing"]


def test_an_impossible_syllable_is_corrected_by_its_neighbour(search):
    results = search("máy tnh")

    assert results.hits[0].id == "nghe/sua-may-tinh"
    assert [(reading.typed, reading.read_as) for reading in results.understood.readings] == [("tnh", "tính")]


def test_a_word_heard_alike_is_corrected_when_it_makes_a_pair(found):
    assert found("du lịt")[0] == "nghe/huong-dan-du-lich"


def test_abbreviations_are_expanded(found):
    assert found("CNTT")[0] == "nganh/cong-nghe-thong-tin"
    assert found("trường bmt")[0] == "truong/cao-dang-dak-lak"


def test_synonyms_find_weaker_than_words_themselves(found):
    assert "nganh/cong-nghe-o-to" in found("sửa xe hơi")
    assert found("thợ hồ")[0] == "nghe/tho-xay"


def test_role_words_do_not_decide(found):
    assert found("thợ mộc") == ["nghe/tho-mộc".replace("ộ", "o")]


def test_a_role_word_prefers_its_kind(search):
    schools = {hit.id: hit.score for hit in search("trường hàn").hits}
    plain = {hit.id: hit.score for hit in search("hàn").hits}

    school, trade = "truong/cao-dang-dak-lak", "nghe/tho-han"
    assert schools[school] / schools[trade] > plain[school] / plain[trade]


def test_not_all_words_are_required(found):
    assert found("học kế toán lương tháng")[0] == "nganh/ke-toan"


def test_places_are_understood(search):
    results = search("trường ở tuy hoa")

    assert results.hits[0].id == "truong/trung-cap-tuy-hoa"
    assert ("place", "tuy hoa", "Tuy Hòa") in [
        (one.kind, one.typed, one.read_as) for one in results.understood.readings
    ]


def test_a_former_name_finds_the_school(found):
    assert found("cao đẳng nghề tây nguyên")[0] == "truong/cao-dang-dak-lak"


@pytest.mark.parametrize("typed", ["238/2025", "238/2025/NĐ-CP", "nghị định 238", "NĐ 238/2025", "nd 238"])
def test_a_document_number_is_found_in_every_form_with_what_mentions_it(found, typed):
    ids = found(typed)

    assert ids[0] == "van-ban/nd-238-2025"
    assert "chinh-sach/mien-hoc-phi" in ids


def test_a_named_document_is_not_put_back_for_being_replaced(found):
    assert found("nghị định 81")[0] == "van-ban/nd-81-2021"


@pytest.mark.parametrize(
    ("code", "page"), [("6510216", "nganh/cong-nghe-o-to"), ("mã trường TTH", "truong/trung-cap-tuy-hoa")]
)
def test_codes_are_found(found, code, page):
    assert found(code)[0] == page


def test_where_somebody_stands_brings_pages_for_them(found):
    ids = found("hết lớp 9")

    assert ids[0] == "lo-trinh/trung-cap"
    assert "lo-trinh/dai-hoc" not in ids


@pytest.mark.parametrize("typed", ["vé số", "asdkjh qwe", "zzz", "bitcoin ethereum", "???"])
def test_nonsense_gets_no_confident_answer(search, typed):
    assert search(typed).total == 0


def test_near_pages_are_offered_when_nothing_answers(search):
    results = search("kế hoạch asdkjh qwertz")

    assert results.total == 0
    assert results.nearby


def test_a_lonely_word_is_offered_as_its_neighbours_have_it(tmp_path):
    titles = ["Quản trị khách sạn", "Lễ tân khách sạn", "Buồng phòng khách sạn", "Phòng khám sáng chiều"]
    api.build(tmp_path, [{"id": f"x/{title}", "title": title} for title in titles], {})

    assert api.search(tmp_path, Request(q="lễ tân khách sạng")).did_you_mean == "lễ tân khách sạn"
    assert api.search(tmp_path, Request(q="lễ tân khách sạn")).did_you_mean is None


def test_no_words_browse_everything(search):
    results = search("", limit=5)

    assert results.total == 18
    assert results.hits[0].id == "truong/cao-dang-dak-lak"


def test_pages_follow_each_other_without_overlap(found):
    everything = found("", limit=18)

    assert found("", limit=5) + found("", offset=5, limit=13) == everything


def test_newest_first_when_asked(found):
    assert found("nghị định học phí", sort="newest")[0] == "van-ban/nd-238-2025"


def test_a_hit_carries_what_a_page_shows(search):
    hit = search("miễn học phí").hits[0]

    assert (hit.id, hit.kind, hit.url) == (
        "chinh-sach/mien-hoc-phi",
        "chinh-sach",
        "/chinh-sach/mien-hoc-phi",
    )
    assert hit.covers == ("chinh-sach/mien-giam",)
    assert ("Miễn học phí", True) in hit.title_segments


def test_any_mixture_of_characters_is_answered(search):
    dice = random.Random(7)
    queries = [dice.choice(["", " "]).join(dice.choices(BITS, k=dice.randint(0, 12))) for _ in range(150)]

    assert all(search(query).total >= 0 for query in queries)


@pytest.mark.parametrize(
    "typed", ["x" * 10_000, "hàn " * 3000, "suamaytinh" * 1000, "\u0301" * 5000, "trường " * 300]
)
def test_very_long_input_is_answered(search, typed):
    assert search(typed).total >= 0


def test_inner_fields_cannot_be_reached(search):
    assert search("archived:yes").total == 0


def test_what_the_vocabulary_knows_to_be_elsewhere_is_not_answered(search):
    results = search("trúng vé số ở tuy hòa")

    assert results.total == 0
    assert results.understood.not_here == ("vé số",)


def test_what_lies_in_a_place_answers_where_the_place_is_most_of_the_question(found):
    assert "truong/trung-cap-tuy-hoa" in found("gỗ ở tuy hòa")
