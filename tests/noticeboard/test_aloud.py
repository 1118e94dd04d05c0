"""What the voice at the loudspeaker reads."""

import re

import pytest

from vocational.noticeboard import aloud, numerals

NUMBERS = {
    0: "không",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    100: "một trăm",
    105: "một trăm linh năm",
    115: "một trăm mười lăm",
    1_000: "một nghìn",
    1_005: "một nghìn không trăm linh năm",
    2_026: "hai nghìn không trăm hai mươi sáu",
    3_012: "ba nghìn không trăm mười hai",
    5_400_000: "năm triệu bốn trăm nghìn",
    1_000_005: "một triệu không trăm linh năm",
    2_000_000_000: "hai tỷ",
    1_234_567_891: "một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt",
}
TEXTS = {
    "30/08/2026": "ngày ba mươi tháng tám năm hai nghìn không trăm hai mươi sáu",
    "Hạn ngày 30/08/2026": "Hạn ngày ba mươi tháng tám năm hai nghìn không trăm hai mươi sáu",
    "5/9/2026": "ngày mồng năm tháng chín năm hai nghìn không trăm hai mươi sáu",
    "30-08-2026": "ngày ba mươi tháng tám năm hai nghìn không trăm hai mươi sáu",
    "ngày 5 tháng 12 năm 2026": "ngày mồng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu",
    "ngày 30 tháng 4": "ngày ba mươi tháng tư",
    "99/99/2026": "chín mươi chín, chín mươi chín, hai nghìn không trăm hai mươi sáu",
    "từ 20/8 đến 30/8": "từ ngày hai mươi tháng tám đến ngày ba mươi tháng tám",
    "sáng 04/04": "sáng ngày mồng bốn tháng tư",
    "tháng 8/2026": "tháng tám năm hai nghìn không trăm hai mươi sáu",
    "năm học 2026-2027": "năm học hai nghìn không trăm hai mươi sáu, hai nghìn không trăm hai mươi bảy",
    "giai đoạn 2025–2030": "giai đoạn hai nghìn không trăm hai mươi lăm đến hai nghìn không trăm ba mươi",
    "7h30": "bảy giờ ba mươi phút",
    "07:30": "bảy giờ ba mươi phút",
    "13 giờ 45 phút": "mười ba giờ bốn mươi lăm phút",
    "lúc 8h": "lúc tám giờ",
    "gọi 0912 345 678": "gọi không chín một hai, ba bốn năm, sáu bảy tám",
    "ĐT: 0262.3812.345": "điện thoại: không hai sáu hai, ba tám một, hai ba bốn năm",
    "+84 912 345 678": "không chín một hai, ba bốn năm, sáu bảy tám",
    "tổng đài 1900 1234": "tổng đài một chín không không, một hai ba bốn",
    "5.400.000 đ": "năm triệu bốn trăm nghìn đồng",
    "5-7 triệu đồng/tháng": "năm đến bảy triệu đồng mỗi tháng",
    "1.500.000đ/học sinh": "một triệu năm trăm nghìn đồng mỗi học sinh",
    "6,5 triệu": "sáu phẩy năm triệu",
    "giảm 70%": "giảm bảy mươi phần trăm",
    "12,25 %": "mười hai phẩy hai mươi lăm phần trăm",
    "120 chỗ": "một trăm hai mươi chỗ",
    "lớp 9": "lớp chín",
    "hệ 9+": "hệ chín cộng",
    "học kỳ II": "học kỳ hai",
    "mã số 001": "mã số không không một",
    "Quyết định số 3012/QĐ-UBND": "Quyết định số ba nghìn không trăm mười hai",
    "Nghị định 238/2025/NĐ-CP": "Nghị định hai trăm ba mươi tám năm hai nghìn không trăm hai mươi lăm",
    "TT GDNN-GDTX Buôn Hồ": "Trung tâm Giáo dục nghề nghiệp, Giáo dục thường xuyên Buôn Hồ",
    "trường THCS, THPT": "trường trung học cơ sở, trung học phổ thông",
    "UBND phường": "Ủy ban nhân dân phường",
    "Sở GD&ĐT": "Sở Giáo dục và Đào tạo",
    "TP.HCM": "Thành phố Hồ Chí Minh",
    "điện, hàn, v.v.": "điện, hàn, vân vân",
    "cha & mẹ": "cha và mẹ",
    "nam/nữ": "nam, nữ",
    "xem https://vd.vn/a?b=1 để biết": "xem để biết",
    "thư: a.b@truong.edu.vn": "thư",
    "xem (truong.edu.vn/x)": "xem",
    "nghề (điện, hàn) mới": "nghề, điện, hàn mới",
    "THÔNG BÁO": "THÔNG BÁO",
    "**đậm** «trích»": "đậm trích",
    "trường BMTC": "trường bê em mờ tê xê",
    "": "",
}


@pytest.mark.parametrize(("number", "words"), NUMBERS.items())
def test_a_number_is_said_in_words(number, words):
    assert numerals.integer(number) == words


@pytest.mark.parametrize(("text", "words"), TEXTS.items())
def test_a_text_is_written_out_for_the_voice(text, words):
    assert aloud.said(text) == words


@pytest.mark.parametrize("text", TEXTS)
def test_no_digit_and_no_address_is_left(text):
    said = aloud.said(text)

    assert not any(letter.isdigit() for letter in said)
    assert "http" not in said and "@" not in said and ".vn" not in said


def test_sentences_are_short_and_end_with_a_stop():
    long = "Trường nhận hồ sơ " + ", ".join(["nghề điện công nghiệp và dân dụng"] * 12)

    made = aloud.sentences([long, "mang theo CCCD; học bạ", "- "])

    assert max(len(sentence.split()) for sentence in made) <= aloud.MOST_WORDS
    assert made[-2:] == ["Mang theo căn cước công dân.", "Học bạ."]
    assert all(sentence.endswith(".") for sentence in made)


def test_abbreviations_that_no_table_knows_are_named():
    assert aloud.doubtful("BMTC và THCS, BMTC, KKTM") == ["BMTC", "KKTM"]


def test_every_number_can_be_said():
    numbers = [*range(3000), 10**6, 10**9 + 1, 10**12 - 1, 10**15]

    assert not [number for number in numbers if not re.fullmatch(r"\w+( \w+)*", numerals.integer(number))]
