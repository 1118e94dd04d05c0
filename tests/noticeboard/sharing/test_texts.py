"""Texts to pass on, from what is told."""

from vocational.noticeboard.sharing.plain import lines_of
from vocational.noticeboard.sharing.texts import LONGEST_MESSAGE, Told, message, speech

TOLD = Told(
    kind="Sự kiện",
    title="Ngày hội nghề",
    unit="Trường THCS A",
    address="http://localhost/su-kien/hoi",
    summary="Gặp trường nghề.",
    facts=(("Thời gian", "7 giờ 30, thứ bảy, ngày 5 tháng 12 năm 2026"),),
    lines=("Mang theo học bạ.", "- Căn cước"),
    contact="Cô Mai, 0912 345 678",
)


def test_html_becomes_lines():
    html = "<h2>Tựa</h2><p>Một <strong>hai</strong><br>ba</p><ul><li>x</li><li><p>y</p></li></ul>"
    table = "<table><tr><th>Ngành</th><th>Chỗ</th></tr><tr><td>Điện</td><td>30</td></tr></table>"

    assert lines_of(html + table) == ["Tựa", "Một hai", "ba", "- x", "- y", "Ngành – Chỗ", "Điện – 30"]


def test_a_short_text_is_whole():
    text = message(TOLD)

    assert text.startswith("[Sự kiện] Ngày hội nghề\nGặp trường nghề.\nThời gian: 7 giờ 30")
    assert "- Căn cước" in text and text.endswith("Xem đầy đủ: http://localhost/su-kien/hoi")


def test_a_long_text_is_cut_at_a_word_and_keeps_the_address():
    long = Told(**vars(TOLD) | {"lines": ("chữ " * 900,), "title": "T" * 200, "summary": "tóm tắt " * 400})

    text = message(long)

    assert len(text) <= LONGEST_MESSAGE and text.endswith(TOLD.address) and "còn nữa" in text


def test_the_speech_greets_tells_repeats_and_thanks():
    said = speech(TOLD)

    assert said[0].startswith("Kính thưa") and said[-1].startswith("Xin cảm ơn")
    assert said[1] == "Trường trung học cơ sở A xin thông báo."
    assert said.count(said[3]) == 2 and "Hỏi thêm: cô Mai" not in " ".join(said)
    assert not any(letter.isdigit() for letter in " ".join(said))
