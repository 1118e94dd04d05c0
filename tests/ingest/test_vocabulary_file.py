import pytest
import yaml

from vocational import config
from vocational.ingest import vocabulary_file
from vocational.ingest.content import Content

ENTRIES = {
    "synonyms": [
        {"words": ["xe ba gác", "xe lôi"]},
        {"words": ["thợ: đá", "yes"], "means": ["chế tác đá"], "weight": 0.5, "note": "gọi ở vùng núi"},
    ],
    "abbreviations": [{"short": "9", "means": ["lớp 9"], "capitals": True, "both_ways": False}],
}
TEXT = """\
# Đầu tệp

synonyms:
  # --- Xe ---
  - words: [ô tô, xe hơi]
    note: miền Nam

# --- Chữ tắt ---

abbreviations:
  - {short: CNTT, means: [công nghệ thông tin]}  # tin học
"""


def test_entries_are_written_as_the_file_has_them():
    assert vocabulary_file.written(ENTRIES) == (
        "synonyms:\n"
        "  - words: [xe ba gác, xe lôi]\n"
        "  - words: ['thợ: đá', 'yes']\n"
        "    means: [chế tác đá]\n"
        "    weight: 0.5\n"
        "    note: gọi ở vùng núi\n"
        "\n"
        "abbreviations:\n"
        "  - short: '9'\n"
        "    means: [lớp 9]\n"
        "    capitals: true\n"
        "    both_ways: false\n"
    )


def test_nothing_to_write_is_an_empty_text():
    assert vocabulary_file.written({}) == ""


def test_entries_are_put_behind_the_others_of_their_part():
    lines = vocabulary_file.appended(TEXT, ENTRIES).splitlines()

    assert lines[:7] == [*TEXT.splitlines()[:6], "  - words: [xe ba gác, xe lôi]"]
    assert [line for line in lines if line not in TEXT.splitlines()] == [
        line for line in vocabulary_file.written(ENTRIES).splitlines() if line.startswith("  ")
    ]


def test_a_part_that_the_file_lacks_is_made():
    text = vocabulary_file.appended("synonyms:\n  - words: [a, b]\n", ENTRIES)

    assert yaml.safe_load(text)["abbreviations"][0]["means"] == ["lớp 9"]


@pytest.mark.parametrize("text", ["synonyms: []\n", "synonyms:\n- words: [a, b]\n", "synonyms: [\n", "- a\n"])
def test_a_file_of_another_layout_is_left_alone(text):
    with pytest.raises(ValueError, match="."):
        vocabulary_file.appended(text, ENTRIES)


def test_the_real_file_with_additions_is_valid(tmp_path):
    text = (config.ROOT / "content" / "synonyms.yaml").read_text()
    (tmp_path / "synonyms.yaml").write_text(vocabulary_file.appended(text, ENTRIES))

    content = Content(tmp_path)
    [before] = Content(config.ROOT / "content").entries("vocabulary")
    [after] = content.entries("vocabulary")
    assert not [problem for problem in content.problems() if problem.file == "synonyms.yaml"]
    assert len(after.synonyms) == len(before.synonyms) + 2
    assert after.abbreviations[-1].means == ["lớp 9"]
