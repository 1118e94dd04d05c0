import pytest

from vocational.search.engine.query import read
from vocational.search.engine.snapshot import Snapshot


@pytest.fixture(scope="module")
def parsed(folder):
    snapshot = Snapshot(folder)
    return lambda typed: read(typed, snapshot.lexicon, snapshot.vocabulary, snapshot.spelling)


def roles(query):
    return [(" ".join(word.shown for word in unit.words), unit.role) for unit in query.units]


def test_the_longest_phrase_is_taken(parsed):
    assert roles(parsed("trường ở buôn ma thuột")) == [("trường", "role"), ("buôn ma thuột", "place")]


def test_stop_words_go_while_content_stays(parsed):
    assert roles(parsed("kế toán là gì")) == [("kế", "word"), ("toán", "word")]


def test_a_query_of_role_words_keeps_them_as_content(parsed):
    assert [unit.factor for unit in parsed("trường nghề").units] == [1.0, 1.0]


def test_khong_is_a_particle_only_at_the_end(parsed):
    assert roles(parsed("hàn không khó")) == [("hàn", "word"), ("không", "word"), ("khó", "word")]
    assert roles(parsed("hàn có khó không")) == [("hàn", "word"), ("khó", "word")]


def test_a_kind_and_its_number_are_one_code(parsed):
    assert roles(parsed("theo nghị định 238 thì")) == [("theo", "word"), ("nghị định 238", "code")]


def test_work_is_bounded(parsed):
    assert len(parsed(" ".join(f"từ{number}" for number in range(500))).units) <= 32
    assert len(parsed("suamaytinh " * 45).words) <= 32


def test_kinds_come_from_role_words(parsed):
    assert parsed("trường dạy nghề mộc").kinds == ("truong", "nghe")


def test_the_whole_name_of_a_page_within_a_question_is_one_thing(parsed):
    said = "hàn ở trường cao đẳng nghề tây nguyên"

    assert ("trường cao đẳng nghề tây nguyên", "phrase") in roles(parsed(said))
